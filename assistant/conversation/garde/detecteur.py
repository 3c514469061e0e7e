"""Danger said obliquely or badly spelt, which the word tables cannot hold: a model over the sentence encoder.

Learnt from exemples_detresse.tsv alone (a danger or `rien`, then a text), out of reach of content edits;
deterministic, and versioned with its examples.
"""

from functools import lru_cache
from pathlib import Path

from assistant.apprentissage.appris import Appris
from assistant.apprentissage.classeur import Reglages

RIEN = "rien"
# Missing a distress is worse than a false alarm: above SEUIL the danger is answered and the team alerted;
# from DOUTE, one chance in twenty, the ordinary answer is followed by the numbers to call.
SEUIL, DOUTE = 0.18, 0.05
# Under PROBABLE the alarm is likelier false: the answer leaves the door open to a need.
PROBABLE = 0.5
# A short word or two say too little to doubt for: « plus près » must be likelier a danger than not.
LETTRES_AU_MOINS, SEUIL_COURT = 12, 0.5
DETRESSE = Appris(
    "detresse",
    [Path(__file__).with_name("exemples_detresse.tsv")],
    Reglages(regularisation=2.0, nettete=1.75, voisinage=0.3),
)


def danger_pressenti(texte: str) -> str | None:
    """The likeliest danger when one is likely enough; None otherwise."""
    danger, chance = _lecture(texte)
    return danger if chance >= (SEUIL if _assez_long(texte) else SEUIL_COURT) else None


def danger_possible(texte: str) -> bool:
    """Whether a danger cannot be ruled out."""
    return _assez_long(texte) and _lecture(texte)[1] >= DOUTE


def danger_probable(texte: str) -> bool:
    """Whether a danger is likelier than not."""
    return _lecture(texte)[1] >= PROBABLE


def _assez_long(texte: str) -> bool:
    return len(texte.strip()) >= LETTRES_AU_MOINS


@lru_cache(maxsize=64)  # a turn is read by pieces and as a whole
def _lecture(texte: str) -> tuple[str, float]:
    """The likeliest danger, and how probable it is that there is one."""
    if not texte.strip():
        return "", 0.0
    appris = DETRESSE.classeur
    probables = dict(zip(appris.etiquettes, appris.probabilites([texte])[0], strict=True))
    chance = 1 - float(probables.pop(RIEN))
    return max(probables, key=lambda danger: probables[danger]), chance
