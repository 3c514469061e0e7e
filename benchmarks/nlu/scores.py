"""What is counted about predicted intents. Pure: any environment reads it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

REJECTED = "nlu_fallback"
ACTS = frozenset(
    {
        "annuler_rdv",
        "confirmer_rdv",
        "declarer_action",
        "deplacer_rdv",
        "desinscrire_offre",
        "inscrire_offre",
        "mauvais_numero",
        "signer_cer",
    }
)


class Case(NamedTuple):
    """One message: its true intent, the best guess, and what the engine answered to (perhaps REJECTED)."""

    truth: str
    guess: str
    answered: str
    style: str = ""


def accuracy(cases: Sequence[Case]) -> float:
    return sum(case.guess == case.truth for case in cases) / len(cases) if cases else 0.0


def f1(cases: Iterable[Case], intent: str) -> float:
    """Of the best guesses, thresholds aside."""
    pairs = Counter((case.truth == intent, case.guess == intent) for case in cases)
    right, wrong = pairs[True, True], pairs[True, False] + pairs[False, True]
    return 2 * right / (2 * right + wrong) if right else 0.0


def macro_f1(cases: Sequence[Case]) -> float:
    intents = {case.truth for case in cases}
    return sum(f1(cases, intent) for intent in intents) / len(intents)


def confusions(cases: Iterable[Case]) -> list[tuple[tuple[str, str], int]]:
    """(truth, guess) of wrong guesses, the most frequent first."""
    return Counter((c.truth, c.guess) for c in cases if c.truth != c.guess).most_common()


def rejected(cases: Iterable[Case]) -> list[Case]:
    return [case for case in cases if case.answered == REJECTED]


def wrong_acts(cases: Iterable[Case]) -> list[Case]:
    """An act would be taken that nobody asked for."""
    return [case for case in cases if case.answered in ACTS and case.answered != case.truth]
