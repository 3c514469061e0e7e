"""The fixed rules: time a message, and what the word tables catch of messages they were not adjusted to."""

from pathlib import Path
from time import perf_counter

import yaml

from assistant.conversation.garde.regles import DETRESSES, regle_fixe
from benchmarks.figures import report

TESTS = Path(__file__).parent.parent / "tests"


def measure() -> bool:
    ordinary = [m["text"] for m in yaml.safe_load((TESTS / "nlu" / "held_out.yml").read_text())]
    unseen = yaml.safe_load((TESTS / "conversation" / "garde" / "reserve.yml").read_text())
    del unseen["ordinaires"]
    danger = [message for messages in unseen.values() for message in messages]
    start = perf_counter()
    alarms = sum(regle_fixe(message) in DETRESSES for message in ordinary)
    each = 1000 * (perf_counter() - start) / len(ordinary)
    heard = sum(regle_fixe(message) in DETRESSES for message in danger)
    return all(
        (
            report("guard, mean time a message", round(each, 2), "ms", 1),
            report("guard, false alarms on ordinary messages", 100 * alarms / len(ordinary), "%", 2),
            report(
                "guard, danger heard in unseen plain wordings",
                100 * heard / len(danger),
                "%",
                80,
                at_most=False,
            ),
        )
    )
