"""Rasa's stock pipeline, alone and with our spelling and encoder, against ours: the same 40 texts an intent.

Runs in Rasa's environment, from the folder bot/:
`PYTHONPATH=.. .venv/bin/python -m benchmarks.nlu.stock`.
The held-out messages only judge: choose nothing on them. On 2,777 of them, one run of 2 cores:

    pipeline      texts  accuracy  macro-F1  correct   sms  faute  train s    MB  ms each
    stock          1720      .610      .613     .728  .647   .582    262.7  64.3      8.4
    DIET+encoder   1720      .586      .588     .716  .631   .600    268.1  65.4     12.2
    ours           1720      .834      .837     .889  .868   .898      7.8   3.5      6.3
"""

import asyncio
import os
import random
import tempfile
import time
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from serve import QUIET

from benchmarks.nlu.choose import examples
from benchmarks.nlu.evaluate import HELD_OUT, ROOT, understood
from benchmarks.nlu.scores import Case, accuracy, macro_f1

TEXTS_AN_INTENT = 40
EPOCHS = 30
ONE_THREAD = {"TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1"}
STOCK: list[dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": EPOCHS, "constrain_similarities": True, "random_seed": 0},
    {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
]
DIET_WITH_ENCODER = [
    STOCK[0],
    {"name": "components.spelling_normalizer.SpellingNormalizer"},
    {"name": "components.sentence_encoder.SentenceEncoder"},
    *STOCK[1:],
]
STYLES = ("correct", "sms", "faute")
TITLES = ("accuracy", "macro-F1", *STYLES, "train s", "MB", "ms each")


class Measured(NamedTuple):
    """`training` and `judging` in seconds of processor, on one thread: others may share the machine."""

    cases: list[Case]
    training: float
    judging: float
    megabytes: float


def sample() -> list[tuple[str, list[str]]]:
    """Drawn once and for all; an intent that has fewer gives all it has."""
    texts_of: dict[str, list[str]] = defaultdict(list)
    for text, intent in zip(*examples(), strict=True):
        texts_of[str(intent)].append(text)
    chance = random.Random(0)
    drawn = ((intent, min(TEXTS_AN_INTENT, len(texts))) for intent, texts in sorted(texts_of.items()))
    return [(intent, chance.sample(texts_of[intent], count)) for intent, count in drawn]


def ours() -> list[dict[str, Any]]:
    pipeline: list[dict[str, Any]] = yaml.safe_load((ROOT / "bot" / "config.yml").read_text())["pipeline"]
    return pipeline


def measure(pipeline: list[dict[str, Any]], texts: list[tuple[str, list[str]]]) -> Measured:
    """In a folder of its own, with nothing in Rasa's cache."""
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    with tempfile.TemporaryDirectory() as name:
        os.environ["RASA_CACHE_DIRECTORY"] = f"{name}/cache"
        config, data = _written(Path(name), pipeline, texts)
        start = time.process_time()
        model = Path(str(train_nlu(config, data, name)))
        training, megabytes = time.process_time() - start, model.stat().st_size / 1e6
        cases, judging = asyncio.run(judged(Agent.load(model)))
    return Measured(cases, training, judging, megabytes)


def _written(folder: Path, pipeline: list[dict[str, Any]], texts: list[tuple[str, list[str]]]) -> list[str]:
    blocks = [
        {"intent": intent, "examples": "".join(f"- {line}\n" for line in lines)} for intent, lines in texts
    ]
    files = {
        folder / "config.yml": {"recipe": "default.v1", "language": "fr", "pipeline": pipeline},
        folder / "nlu.yml": {"version": "3.1", "nlu": blocks},
    }
    for path, content in files.items():
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return [str(path) for path in files]


async def judged(agent: Any) -> tuple[list[Case], float]:
    messages = [message for file in HELD_OUT for message in yaml.safe_load(file.read_text(encoding="utf-8"))]
    await understood(agent, messages[0])  # what is loaded at the first message is not counted
    start = time.process_time()
    cases = [await understood(agent, message) for message in messages]
    return cases, time.process_time() - start


def line(name: str, count: int, measured: Measured) -> str:
    cases = measured.cases
    styles = [accuracy([case for case in cases if case.style == style]) for style in STYLES]
    shares = "".join(f"{share:10.3f}" for share in (accuracy(cases), macro_f1(cases), *styles))
    costs = (measured.training, measured.megabytes, 1000 * measured.judging / len(cases))
    return f"    {name:12}{count:6}{shares}" + "".join(f"{cost:10.1f}" for cost in costs)


def main() -> None:
    warnings.simplefilter("ignore")
    os.environ |= QUIET | ONE_THREAD
    import private_log

    private_log.configure("ERROR")
    texts = sample()
    count = sum(len(lines) for _, lines in texts)
    print(f"    {'':12}{'texts':>6}" + "".join(f"{title:>10}" for title in TITLES), flush=True)
    pipelines = {"stock": STOCK, "DIET+encoder": DIET_WITH_ENCODER, "ours": ours()}
    for name, pipeline in pipelines.items():
        print(line(name, count, measure(pipeline, texts)), flush=True)


if __name__ == "__main__":
    main()
