"""Is the engine right as often as it says? Five folds over nlu_data; draws docs/reliability.svg.

Runs in Rasa's environment, from the folder bot/:
`PYTHONPATH=.. .venv/bin/python -m benchmarks.nlu.reliability`.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from components.intent_classifier import _sharpness
from scipy.special import softmax

from benchmarks.nlu.choose import Fold, by_ear, folds, parts_of, svm, together
from benchmarks.nlu.evaluate import ROOT
from benchmarks.nlu.stock import ours

PICTURE = ROOT / "docs" / "reliability.svg"
BINS = 10
LEFT, TOP, SIDE = 64, 44, 400  # pixels of the drawing: its margins, and the square of the bars
FLOOR = TOP + SIDE
STEP = SIDE / BINS


class Guess(NamedTuple):
    """The likeliest intent of one text, how sure the model says it is, and whether it is right."""

    intent: str
    confidence: float
    right: bool


class Bin(NamedTuple):
    """Guesses of about the same confidence: their number, mean confidence and share of right ones."""

    count: int
    confidence: float
    accuracy: float


def guesses(fold: Fold) -> list[Guess]:
    """The same calibrated softmax as the intent classifier of the pipeline."""
    seen, unseen = together(parts_of(fold, by_ear))
    sharpness = _sharpness(svm(), seen, fold.intents)
    model = svm().fit(seen, fold.intents)
    confidences = softmax(sharpness * model.decision_function(unseen), axis=1)
    intents, best = model.classes_[confidences.argmax(axis=1)], confidences.max(axis=1)
    right = intents == fold.truths
    return [Guess(str(i), float(c), bool(r)) for i, c, r in zip(intents, best, right, strict=True)]


def binned(found: Sequence[Guess]) -> list[Bin]:
    rank = [min(int(guess.confidence * BINS), BINS - 1) for guess in found]
    groups = [[guess for guess, at in zip(found, rank, strict=True) if at == i] for i in range(BINS)]
    return [
        Bin(len(group), mean(g.confidence for g in group), mean(g.right for g in group)) for group in groups
    ]


def mean(numbers: Iterable[float]) -> float:
    values = list(numbers)
    return float(np.mean(values)) if values else 0.0


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected: how far confidence is from accuracy, each bin weighing its guesses."""
    gaps = sum(part.count * abs(part.accuracy - part.confidence) for part in bins)
    return gaps / sum(part.count for part in bins)


def drawn(bins: Sequence[Bin], thresholds: Sequence[float]) -> str:
    """An SVG: bars for what is true, a slope for what a perfect model would say, the thresholds across."""
    total = sum(part.count for part in bins)
    title = f"{total:,} texts never seen; expected calibration error {calibration_error(bins):.3f}"
    shapes = [
        f'<text x="{LEFT}" y="26" font-size="14">{title}</text>',
        *(_tick(i / 5) for i in range(6)),
        *(_bar(i, part, total) for i, part in enumerate(bins) if part.count),
        f'<path d="M{LEFT} {FLOOR}l{SIDE} -{SIDE}" stroke="#e08a00" stroke-width="2" stroke-dasharray="6"/>',
        *(_threshold(threshold) for threshold in thresholds),
    ]
    return "\n".join((_opening(), *shapes, "</svg>\n"))


def _opening() -> str:
    wide, high, middle = LEFT + SIDE + 30, FLOOR + 80, SIDE // 2
    below = f'x="{LEFT + middle}" y="{FLOOR + 62}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" '
        f'font-family="sans-serif" font-size="12"><rect width="{wide}" height="{high}" fill="#fff"/>'
        f'<text {below} text-anchor="middle">confidence of the best guess, and share of the texts (%)</text>'
        f'<text transform="translate(20 {TOP + middle}) rotate(-90)" text-anchor="middle">'
        "share that is right</text>"
    )


def _bar(rank: int, part: Bin, total: int) -> str:
    x, height = LEFT + rank * STEP, part.accuracy * SIDE
    bar = f'x="{x + 2:.0f}" y="{FLOOR - height:.1f}" width="{STEP - 4:.0f}" height="{height:.1f}"'
    share = f'<text x="{x + STEP / 2:.0f}" y="{FLOOR + 38}" text-anchor="middle" fill="#555">'
    return f'<rect {bar} fill="#2f6f8f"/>{share}{100 * part.count / total:.1f}</text>'


def _tick(value: float) -> str:
    x, y = LEFT + value * SIDE, FLOOR - value * SIDE
    return (
        f'<path d="M{LEFT} {y:.0f}h{SIDE}" stroke="#ddd"/>'
        f'<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{value:.1f}</text>'
        f'<text x="{x:.0f}" y="{FLOOR + 18}" text-anchor="middle">{value:.1f}</text>'
    )


def _threshold(value: float) -> str:
    x = LEFT + value * SIDE
    label = f'<text x="{x + 4:.0f}" y="{TOP + 14}" fill="#b3261e">{value:.2f}</text>'
    return f'<path d="M{x:.0f} {TOP}v{SIDE}" stroke="#b3261e" stroke-width="2"/>{label}'


def told(name: str, found: Sequence[Guess]) -> None:
    print(f"    {name:32} {len(found):6}, of them right {mean(guess.right for guess in found):.3f}")


def main() -> None:
    found = [guess for fold in folds() for guess in guesses(fold)]
    bins, cautious = binned(found), ours()[-1]
    low, high = cautious["threshold"], cautious["act_threshold"]
    for i, part in enumerate(bins):
        print(f"    {i / BINS:.1f}  {part.count:6}  said {part.confidence:.3f}  true {part.accuracy:.3f}")
    print(f"    expected calibration error {calibration_error(bins):.3f}")
    told(f"below {low:.2f}", [g for g in found if g.confidence < low])
    told(f"from {low:.2f} up", [g for g in found if g.confidence >= low])
    acts = [g for g in found if g.intent in cautious["acts"] and g.confidence >= low]
    told(f"acts, {low:.2f} to {high:.2f}", [g for g in acts if g.confidence < high])
    told(f"acts, from {high:.2f} up", [g for g in acts if g.confidence >= high])
    PICTURE.write_text(drawn(bins, (low, high)), encoding="utf-8")


if __name__ == "__main__":
    main()
