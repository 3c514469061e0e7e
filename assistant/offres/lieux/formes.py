"""What people call a commune: its name, the name without its article, its first part alone."""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.offres.lieux.donnees import Lieu

ARTICLES = ("le", "la", "les", "l")
CONTRACTES = {"le": "au", "les": "aux"}
SAINTS = ("st", "ste")
LIAISONS = {
    "de",
    "d",
    "du",
    "des",
    "sur",
    "sous",
    "en",
    "la",
    "le",
    "les",
    "l",
    "et",
    "a",
    "aux",
    "pres",
    "lez",
}
GRANDE_VILLE = 20_000  # people: known by the first part of its name, however short
LETTRES_DU_DEBUT = (3, 5)  # of a great town, of another commune


class Nom(NamedTuple):
    """One way to call a place."""

    mots: str  # folded, « st » for « saint », words apart
    lieu: Lieu
    departement: str
    population: int
    entier: bool  # the whole name, or a nickname; not its first part alone
    mot: bool  # also something else than a name


def entiers(mots: list[str]) -> Iterator[str]:
    """« le mans », « au mans »."""
    yield " ".join(mots)
    if contracte := CONTRACTES.get(mots[0]):
        yield " ".join([contracte, *mots[1:]])


def debuts(mots: list[str], population: int) -> Iterator[str]:
    """« gujan » of Gujan-Mestras, « st andre » of Saint-André-de-Cubzac, « teich » of Le Teich."""
    article = mots[0] in ARTICLES
    if article and len("".join(mots[1:])) >= max(LETTRES_DU_DEBUT):
        yield " ".join(mots[1:])
    premier = 2 if article or mots[0] in SAINTS else 1
    liaison = next((rang for rang, mot in enumerate(mots) if rang > premier and mot in LIAISONS), premier)
    for debut in (mots[:fin] for fin in {premier, liaison} if fin < len(mots)):
        seul = debut[1:] if article else debut
        if len("".join(seul)) >= LETTRES_DU_DEBUT[population < GRANDE_VILLE]:
            yield " ".join(debut)
            if article:
                yield " ".join(seul)
