"""The guard: time a message, what is heard of messages that taught it nothing, what it takes for danger."""

from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

import yaml

from assistant.conversation.garde.detecteur import danger_possible
from assistant.conversation.garde.regles import DETRESSES, regle_fixe
from benchmarks.figures import report

KINDS = {
    "ordinaire": "ordinary messages",
    "besoin": "pressing needs",
    "tentant": "messages with the words of danger",
    "mele": "messages, a third of them with the words of danger",
    "dialogue": "replies in a dialogue, half of them with the words of danger",
    "langue": "messages in other languages",
}
TESTS = Path(__file__).parent.parent / "tests"


def measure() -> bool:
    files = sorted((TESTS / "conversation" / "garde").glob("juge*.tsv"))
    verdicts = [_of_the_judges(file) for file in files]
    rows = [line.split("\t") for file in files for line in file.read_text().splitlines()]
    alarms = round(_alarms(text for _, kind, text in rows if kind == "ordinaire"), 1)
    verdicts.append(report("alarms on all ordinary messages", alarms, "%", 2))
    return all([*verdicts, _of_ordinary_messages()])


def _of_the_judges(file: Path) -> bool:
    rows = [line.split("\t") for line in file.read_text().splitlines()]
    danger = [text for label, _, text in rows if label != "rien"]
    print(f"    {file.stem}: {len(danger)} dangers", flush=True)
    for kind in KINDS:
        if texts := [text for label, its_kind, text in rows if (label, its_kind) == ("rien", kind)]:
            doubts = 100 * sum(map(danger_possible, texts)) / len(texts)
            alarms = f"alarms {_alarms(texts):.1f} %, followed by the numbers {doubts:.1f} %"
            print(f"    {len(texts)} {KINDS[kind]}: {alarms}", flush=True)
    followed = [regle_fixe(text) in DETRESSES or danger_possible(text) for text in danger]
    heard, answered = round(_alarms(danger), 1), round(100 * sum(followed) / len(danger), 1)
    return all(
        (
            report("dangers answered first, staff alerted", heard, "%", 100, at_most=False),
            report("dangers answered or followed by the numbers", answered, "%", 100, at_most=False),
        )
    )


def _of_ordinary_messages() -> bool:
    held_out = [yaml.safe_load(file.read_text()) for file in (TESTS / "nlu").glob("held_out*.yml")]
    ordinary = [message["text"] for messages in held_out for message in messages]
    start = perf_counter()
    alarms = _alarms(ordinary)
    each = 1000 * (perf_counter() - start) / len(ordinary)
    return all(
        (
            report("guard, mean time a message", round(each, 2), "ms", 10),
            report(f"alarms on {len(ordinary)} messages held back for the intents", round(alarms, 1), "%", 2),
        )
    )


def _alarms(texts: Iterable[str]) -> float:
    """Percent of the texts taken for danger."""
    found = [regle_fixe(text) in DETRESSES for text in texts]
    return 100 * sum(found) / len(found)
