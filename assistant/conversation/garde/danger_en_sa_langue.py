"""The number to call, once more in the language of whoever may not read the French one."""

import re
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.conversation.garde.numeros import ENCORE_SOUS_LES_YEUX, valeurs_numeros
from assistant.conversation.garde.regles import DETRESSES, Regle
from assistant.conversation.garde.verdict import Lecture
from assistant.conversation.langue_du_fil import langue_du_fil
from assistant.conversation.tables import MessageSortant, Tour

JOURNEE = timedelta(days=1)
_UN_DES_NUMEROS = re.compile(rf"\b(?:{'|'.join(sorted(set(valeurs_numeros().values())))})\b")


def en_sa_langue(lecture: Lecture, danger: Regle | None = None) -> list[str]:
    """Nothing to whoever writes in French, nor twice in a day: unless a number is asked about."""
    fil, texte = lecture.conversation.id, lecture.tour.texte
    langue = langue_du_fil(lecture.session, fil, lecture.maintenant, texte)
    if langue is None:
        return []
    dite = numero_en(langue, danger)
    phrase = render(dite.cle, dite.valeurs)
    deja = _dite_aujourd_hui(lecture.session, fil, phrase, lecture.maintenant)
    return [] if deja and not cite_un_numero(texte) else [phrase]


def numero_en(langue: str, danger: str | None) -> Reponse:
    return Reponse(f"{'abri' if danger == Regle.SANS_ABRI else 'danger'}_langue_{langue}", valeurs_numeros())


def cite_un_numero(texte: str) -> bool:
    """« 115 they speak english ? »"""
    return _UN_DES_NUMEROS.search(texte) is not None


def danger_recent(session: Session, fil: UUID, maintenant: datetime) -> str | None:
    """The danger whose numbers were given last, while they still stand under the eyes."""
    recents = Tour.clos_le > maintenant - ENCORE_SOUS_LES_YEUX
    dernier = select(Tour.regle).where(Tour.conversation_id == fil, recents, Tour.regle.in_([*DETRESSES]))
    return session.scalar(dernier.order_by(Tour.clos_le.desc()).limit(1))


def _dite_aujourd_hui(session: Session, fil: UUID, phrase: str, maintenant: datetime) -> bool:
    envoyee = exists().where(
        MessageSortant.conversation_id == fil,
        MessageSortant.cree_le > maintenant - JOURNEE,
        MessageSortant.corps.contains(phrase, autoescape=True),
    )
    return bool(session.scalar(select(envoyee)))
