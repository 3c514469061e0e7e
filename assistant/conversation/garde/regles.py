"""The fixed rules that answer before the engine: same text, same rule, whatever the dialogue."""

import re
from enum import StrEnum
from functools import lru_cache

from assistant.conversation.garde.detecteur import danger_exclu, danger_pressenti
from assistant.conversation.garde.ecriture import mots, sons
from assistant.conversation.garde.motifs import Table


class Regle(StrEnum):
    STOP = "stop"
    START = "start"
    CONTACT = "contact"
    SUICIDE = "suicide"
    VIOLENCE_CONJUGALE = "violence_conjugale"
    ENFANT_DANGER = "enfant_danger"
    SANS_ABRI = "sans_abri"
    URGENCE_VITALE = "urgence_vitale"


_OPPOSITION, _DETRESSE = Table("opposition.yml", str), Table("detresse.yml", sons)
_ENTIERS = {Regle(nom): _OPPOSITION.motif(p) for nom, p in _OPPOSITION.contenu["regles"].items()}
_DANGERS = {Regle(nom): _DETRESSE.motif(p) for nom, p in _DETRESSE.contenu["regles"].items()}
_SANS_DANGER = _DETRESSE.motif(_DETRESSE.contenu["sans_danger"])

_REVENIR = _OPPOSITION.motif(_OPPOSITION.contenu["revenir"])
DETRESSES = frozenset(_DANGERS)
_DANGER_DIT = re.compile(r"\W*danger\W*", re.IGNORECASE)  # the word our texts ask for


@lru_cache(maxsize=64)  # two steps of the guard ask it of each message
def regle_fixe(texte: str) -> Regle | None:
    """The rule that answers `texte`: the word tables first, unless they hear a danger where the detector
    is sure that there is none; then the detector.
    """
    regle = regle_des_mots(texte)
    if regle and not (regle in DETRESSES and danger_exclu(texte)):
        return regle
    pressenti = danger_pressenti(texte)
    return Regle(pressenti) if pressenti else None


def veut_revenir(texte: str) -> bool:
    """Of somebody who had said STOP: « START, c'est Lucas, j'ai un problème »."""
    return _REVENIR.search(mots(texte)) is not None


def demande_l_equipe(texte: str) -> bool:
    """DANGER, as our texts say to write to have the team told."""
    return _DANGER_DIT.fullmatch(texte) is not None


def regle_des_mots(texte: str) -> Regle | None:
    """What the tables alone hear, ten times as fast: opt-out words, then dangers in their order."""
    ecrit = mots(texte)
    if regle := next((r for r, motif in _ENTIERS.items() if motif.search(ecrit)), None):
        return regle
    return danger_des_sons(sons(ecrit))


def danger_des_sons(dit: str) -> Regle | None:
    """The first danger heard in words folded by their sounds."""
    plie = _SANS_DANGER.sub(" #", dit)
    return next((r for r, motif in _DANGERS.items() if motif.search(plie)), None)
