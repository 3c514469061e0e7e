"""Whether the words around say that a place is meant."""

from pathlib import Path

import yaml

from assistant.offres.lieux.formes import ARTICLES

_MOTS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("contexte.yml").read_text())
ARRIVEE, SUREMENT = frozenset(_MOTS["arrivee"]), frozenset(_MOTS["surement"])
ORIGINE, TITRES = frozenset(_MOTS["origine"]), frozenset(_MOTS["titres"])
AUTOUR = frozenset(_MOTS["autour"]) | ARRIVEE | ORIGINE


def autour(suite: list[str]) -> bool:
    """Only words that surround a name: « vers », « ville »."""
    return all(mot in AUTOUR or mot in ARTICLES for mot in suite)


def nu(mots: list[str], debut: int, fin: int) -> bool:
    """Nothing is said but this name."""
    return autour([mot for mot in mots[:debut] + mots[fin:] if not mot.isdigit()])


def attendu(mots: list[str], debut: int) -> bool:
    """« à », « vers », « près de »: a place comes."""
    return bool(_avant(mots, debut) & ARRIVEE)


def surement_attendu(mots: list[str], debut: int) -> bool:
    """« j'habite à », « vers », « près de »: nothing else than a place comes."""
    return bool(_avant(mots, debut) & SUREMENT)


def peut_etre_attendu(mots: list[str], debut: int) -> bool:
    """« de », « en »: a place may come, and much else."""
    return bool(_avant(mots, debut) & ORIGINE) or attendu(mots, debut)


def _avant(mots: list[str], debut: int) -> set[str]:
    """The word before, and the one before « à » or « de »."""
    avant = mots[max(0, debut - 2) : debut]
    if avant and avant[-1] not in ARRIVEE | ORIGINE:
        return set()
    return set(avant)
