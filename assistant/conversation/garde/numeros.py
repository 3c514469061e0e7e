"""The emergency numbers, from dated data with an owner, and whether somebody was just given them."""

from datetime import timedelta
from functools import lru_cache
from pathlib import Path

import yaml
from sqlalchemy import exists, select

from assistant.conversation.garde.regles import DETRESSES, Regle
from assistant.conversation.garde.verdict import Lecture
from assistant.conversation.tables import Tour

DANGER_POSSIBLE = "danger_possible"  # the rule noted of a turn whose answer the numbers followed
ENCORE_SOUS_LES_YEUX = timedelta(hours=6)
ENCORE_EN_MEMOIRE = timedelta(hours=2)


@lru_cache
def valeurs_numeros() -> dict[str, str]:
    """The number under the name the texts give it: {"suicide": "3114", …}."""
    contenu = yaml.safe_load((Path(__file__).parent / "numeros.yml").read_text())
    return {nom: fiche["numero"] for nom, fiche in contenu["numeros"].items()}


def numeros_sous_les_yeux(lecture: Lecture) -> bool:
    """Whether this conversation gave them lately: said at each doubt, they would be read no more."""
    recents = Tour.clos_le > lecture.maintenant - ENCORE_SOUS_LES_YEUX
    dits = Tour.regle.in_([DANGER_POSSIBLE, *DETRESSES])
    du_fil = Tour.conversation_id == lecture.conversation.id
    return bool(lecture.session.scalar(select(exists().where(du_fil, recents, dits))))


def vient_d_etre_dit(lecture: Lecture, danger: Regle) -> bool:
    """Whether this danger's own numbers were just given: the same text again would look like a wall."""
    recents = Tour.clos_le > lecture.maintenant - ENCORE_EN_MEMOIRE
    du_fil = Tour.conversation_id == lecture.conversation.id
    return bool(lecture.session.scalar(select(exists().where(du_fil, recents, Tour.regle == danger))))
