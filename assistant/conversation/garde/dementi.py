"""« mais non, personne est en danger ! » right after the numbers to call: the alarm is taken back.

Somebody who asked for an appointment and was answered by an emergency line must not have to ask again.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from assistant.conversation.garde.detecteur import danger_probable
from assistant.conversation.garde.ecriture import mots, sons
from assistant.conversation.garde.motifs import Table
from assistant.conversation.garde.numeros import DANGER_POSSIBLE
from assistant.conversation.garde.regles import DETRESSES, danger_des_sons, regle_des_mots
from assistant.conversation.garde.verdict import Lecture
from assistant.conversation.tables import Tour

# The rules noted of such a turn: the engine read its own words, or those that had raised the alarm.
DEMENTI, DEMENTI_REPRIS = "dementi", "dementi_repris"
RECENTE = timedelta(hours=1)
DEMENTI_VALABLE = timedelta(hours=6)
MOTS_AU_MOINS = 3  # beside a denial, for a clause to ask something; one less where there is none

_TABLE = Table("dementi.yml", sons)
_FRANCHE, _FAIBLE = (_TABLE.motif(_TABLE.contenu["regles"][force]) for force in ("franche", "faible"))
_VIDES = {*sons(" ".join(_TABLE.listes["mais"])).split(), "^", "$"}
_ECHO = re.compile(r"^\W*\w+(?:\W+\w+)?\s*\?+$")  # « suicide ?? »: our words, given back
_PROPOSITIONS = re.compile(r"(?<=[.!?;,…])\s+|\n+|\s+(?=mais\b)")


@dataclass(frozen=True)
class Dementi:
    """What the engine shall read now (None: nothing, it is only a denial), and the rule noted."""

    texte: str | None
    regle: str


def dementi(lecture: Lecture) -> Dementi | None:
    """None when nothing was denied, no alarm came before, or what else is said worries too."""
    texte = lecture.tour.texte
    if not nie_un_danger(texte) or (alarme := _alarme_recente(lecture)) is None:
        return None
    redoute = " ".join(message.corps for message in alarme.messages)
    # What the engine read would act twice; « mais non » answers what it asked. Plain words of danger are
    # taken back by plain words alone, and are nothing to answer.
    close = alarme.intent is not None or regle_des_mots(redoute) in DETRESSES
    if close and not _FRANCHE.search(sons(mots(texte))):
        return None
    if reste := ce_qui_est_demande(texte):
        return Dementi(reste, DEMENTI)
    return Dementi(None, DEMENTI) if close else Dementi(redoute, DEMENTI_REPRIS)


def a_nie(lecture: Lecture) -> bool:
    """Whether the person said lately that there was no danger: what is hardly one needs no numbers again."""
    nies = select(Tour.id).where(
        Tour.conversation_id == lecture.conversation.id,
        Tour.regle.in_((DEMENTI, DEMENTI_REPRIS)),
        Tour.clos_le > lecture.maintenant - DEMENTI_VALABLE,
    )
    return lecture.session.scalar(nies.limit(1)) is not None


def nie_un_danger(texte: str) -> bool:
    """Whether it says that there is none, and says no other."""
    dit = sons(mots(texte))
    franche = _FRANCHE.search(dit) is not None
    if not franche and _FAIBLE.search(dit) is None:
        return False
    if danger_des_sons(_FRANCHE.sub(" #", dit)):
        return False
    inquiets = _autres_propositions(texte) if franche else [texte]
    return not any(map(danger_probable, inquiets))


def _autres_propositions(texte: str) -> list[str]:
    dites = [dite for dite in _PROPOSITIONS.split(texte) if not _FRANCHE.search(sons(mots(dite)))]
    return [dite for dite in dites if not _ECHO.match(dite)]


def ce_qui_est_demande(texte: str) -> str:
    return " ".join(filter(_demande, _PROPOSITIONS.split(texte)))


def _demande(proposition: str) -> bool:
    dite = sons(mots(proposition))
    reste = _FAIBLE.sub("", _FRANCHE.sub("", dite))
    autres = [mot for mot in reste.split() if mot not in _VIDES]
    return len(autres) >= MOTS_AU_MOINS - (reste == dite)


def _alarme_recente(lecture: Lecture) -> Tour | None:
    """The turn right before this one, when the numbers to call answered it lately."""
    dernier = lecture.session.scalar(
        select(Tour)
        .where(Tour.conversation_id == lecture.conversation.id, Tour.clos_le.is_not(None))
        .order_by(Tour.clos_le.desc())
        .limit(1)
    )
    if dernier is None or dernier.clos_le is None or dernier.clos_le < lecture.maintenant - RECENTE:
        return None
    return dernier if dernier.regle in (*DETRESSES, DANGER_POSSIBLE) else None
