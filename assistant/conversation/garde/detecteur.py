"""Danger said obliquely or badly spelt, which the word tables cannot hold: a model over the sentence encoder.

Learnt from exemples_*.tsv alone (a danger or `rien`, then a text), out of reach of content edits;
deterministic, and versioned with its examples. In another language than French, a second reading weighs in.
"""

from functools import lru_cache

from scipy.special import expit, logit

from assistant.apprentissage.appris import Appris
from assistant.apprentissage.classeur import Classeur, Reglages
from assistant.conversation.garde.seconde_lecture import AUTRES_LANGUES, FRANCAIS, RIEN, SECONDE_LECTURE

# Missing a distress is worse than a false alarm: above SEUIL the danger is answered and the team alerted;
# from DOUTE, one chance in twenty, the ordinary answer is followed by the numbers to call.
SEUIL, DOUTE = 0.18, 0.05
# Under PROBABLE the alarm is likelier false: the answer leaves the door open to a need.
PROBABLE = 0.5
# Under EXCLU there is none, whatever the word tables hear: « elle m'a tué au scrabble ».
EXCLU = 0.01
# Between these the second reading is asked, and its say is worth this many of its margins.
A_RELIRE, POIDS_DE_LA_SECONDE = (0.005, 0.95), 2.0
# A short word or two say too little to doubt for: « plus près » must be likelier a danger than not.
LETTRES_AU_MOINS, SEUIL_COURT = 12, 0.5
DETRESSE = Appris(
    "detresse",
    [FRANCAIS, AUTRES_LANGUES],
    Classeur,
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


def danger_exclu(texte: str) -> bool:
    """Whether there is none, for sure."""
    return _lecture(texte)[1] < EXCLU


def se_preparer() -> None:
    """Reads nothing, twice, so that the first message waits for no model."""
    _premiere_lecture("bonjour")
    SECONDE_LECTURE.modele.lire("bonjour")


def _assez_long(texte: str) -> bool:
    return len(texte.strip()) >= LETTRES_AU_MOINS


@lru_cache(maxsize=64)  # a turn is read by pieces and as a whole
def _lecture(texte: str) -> tuple[str, float]:
    """The likeliest danger, and how probable it is that there is one."""
    if not texte.strip():
        return "", 0.0
    chance, dangers = _premiere_lecture(texte)
    if A_RELIRE[0] <= chance <= A_RELIRE[1] and SECONDE_LECTURE.modele.est_etranger(texte):
        marge, parts = SECONDE_LECTURE.modele.lire(texte)
        chance = float(expit(logit(chance) + POIDS_DE_LA_SECONDE * marge))
        dangers = {danger: part * parts[danger] for danger, part in dangers.items()}
    return max(dangers, key=lambda danger: dangers[danger]), chance


def _premiere_lecture(texte: str) -> tuple[float, dict[str, float]]:
    """How probable it is that there is a danger, and that it is each of them."""
    appris = DETRESSE.modele
    probables = dict(zip(appris.etiquettes, map(float, appris.probabilites([texte])[0]), strict=True))
    return 1 - probables.pop(RIEN), probables
