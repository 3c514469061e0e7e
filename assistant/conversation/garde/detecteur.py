"""Danger said obliquely or badly spelt, which the word tables cannot hold: a model over the sentence encoder.

Learnt from exemples_detresse.tsv alone (a danger or `rien`, then a text), out of reach of content edits;
deterministic, and versioned with its examples.
"""

from functools import lru_cache
from pathlib import Path

from assistant.apprentissage.classeur import Classeur, Exemple, Reglages, fichier_du_modele, garde_ou_appris
from assistant.settings import settings

EXEMPLES = Path(__file__).with_name("exemples_detresse.tsv")
NOM, RIEN = "detresse", "rien"
# Missing a distress is worse than a false alarm: above SEUIL the danger is answered and the team alerted;
# from DOUTE, one chance in thirty, the ordinary answer is followed by the numbers to call.
SEUIL, DOUTE = 0.28, 0.035
# A short word or two say too little to doubt for: « plus près » must be likelier a danger than not.
LETTRES_AU_MOINS, SEUIL_COURT = 12, 0.5
REGLAGES = Reglages(regularisation=2.0, nettete=2.7)


def danger_pressenti(texte: str) -> str | None:
    """The likeliest danger when one is likely enough; None otherwise."""
    danger, chance = _lecture(texte)
    return danger if chance >= (SEUIL if _assez_long(texte) else SEUIL_COURT) else None


def danger_possible(texte: str) -> bool:
    """Whether a danger cannot be ruled out."""
    return _assez_long(texte) and _lecture(texte)[1] >= DOUTE


def _assez_long(texte: str) -> bool:
    return len(texte.strip()) >= LETTRES_AU_MOINS


@lru_cache(maxsize=64)  # a turn is read by pieces and as a whole
def _lecture(texte: str) -> tuple[str, float]:
    """The likeliest danger, and how probable it is that there is one."""
    if not texte.strip():
        return "", 0.0
    probables = dict(zip(_classeur().etiquettes, _classeur().probabilites([texte])[0], strict=True))
    chance = 1 - float(probables.pop(RIEN))
    return max(probables, key=lambda danger: probables[danger]), chance


def deja_appris() -> bool:
    """Whether the model of today's examples is kept: reading it takes no time."""
    return fichier_du_modele(NOM, settings().jalon_models, exemples(), REGLAGES).exists()


@lru_cache
def _classeur() -> Classeur:
    return garde_ou_appris(NOM, settings().jalon_models, exemples(), REGLAGES)


def exemples() -> list[Exemple]:
    lignes = EXEMPLES.read_text(encoding="utf-8").splitlines()
    return [
        Exemple(texte, frozenset({danger})) for danger, texte in (ligne.split("\t", 1) for ligne in lignes)
    ]
