"""« J'ai un quart d'heure de retard » : the référent knows at once, when somebody is expected."""

import re
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.content.francais import duree_en_francais
from assistant.content.reponse import Reponse
from assistant.conversation.propos import dit
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.mots import plier
from assistant.parcours.agenda.intentions import dit_garder, veut_annuler, veut_decaler
from assistant.parcours.agenda.lequel import de_ce_jour
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.signalements import signaler
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.dates_parlees import moment_cite
from assistant.parcours.durees import minutes_dites
from assistant.parcours.rendez_vous import (
    GenreSignalement,
    Mode,
    Participation,
    participations_a_venir,
)

_PLUS_TARD = re.compile(r"\b(?:j ?)?(?:aurai|aurais|sera[is]|serait|vais|vai|risque|va)\b")
UNE_ATTENTE = 180  # minutes: beyond, the figure is an hour of the day rather than a delay


def concerne_par_le_retard(
    session: Session, qui: Allocataire, texte: str, maintenant: datetime
) -> Participation | None:
    return _concerne(participations_a_venir(session, qui.id, maintenant), texte, maintenant)


def seulement_en_retard(texte: str, maintenant: datetime) -> bool:
    """« je garde, seulement 10 minutes de retard »: no other time is wished."""
    if not dit("rdv_retard", texte) or veut_decaler(texte) or veut_annuler(texte):
        return False
    return dit_garder(texte) or (minutes_dites(texte) is not None and moment_cite(texte, maintenant) is None)


def retard_signale(
    session: Session,
    qui: Allocataire,
    texte: str,
    conversation_id: UUID,
    tour_id: UUID | None,
    maintenant: datetime,
    minutes: int | None = None,
    pour: Participation | None = None,
) -> Reponse:
    """For the rendez-vous of today, or the later one they speak of; the words are kept for the référent.

    `minutes`: how late, when it was told apart from them; `pour`: the one, when it is known.
    """
    a_venir = participations_a_venir(session, qui.id, maintenant)
    concerne = pour or _concerne(a_venir, texte, maintenant)
    if concerne is None:
        valeurs = mots_rendez_vous(a_venir[0].rendez_vous, maintenant) if a_venir else {}
        return Reponse("retard_pas_aujourd_hui" if a_venir else "retard_sans_rdv", valeurs)
    signaler(session, GenreSignalement.RETARD, qui.id, concerne, texte, tour_id, maintenant)
    alerter(session, GenreAlerte.RETARD, conversation_id, qui, tour_id or conversation_id, maintenant)
    return _note(concerne, minutes or minutes_dites(texte), maintenant)


def _concerne(a_venir: list[Participation], texte: str, maintenant: datetime) -> Participation | None:
    """« jsuis en retard » is of today; « jeudi j'aurai 15 min de retard » of Thursday."""
    aujourd_hui = maintenant.astimezone(PARIS).date()
    du_jour = [p for p in a_venir if p.rendez_vous.debut.astimezone(PARIS).date() == aujourd_hui]
    if du_jour or not a_venir:
        return du_jour[0] if du_jour else None
    nommes = de_ce_jour(texte, [p.rendez_vous.debut for p in a_venir], maintenant)
    if nommes is None:
        nommes = [0] if _PLUS_TARD.search(plier(texte)) else []
    return a_venir[nommes[0]] if nommes else None


def _note(participation: Participation, minutes: int | None, maintenant: datetime) -> Reponse:
    rendez_vous = participation.rendez_vous
    valeurs = mots_rendez_vous(rendez_vous, maintenant)
    if rendez_vous.mode is not Mode.SUR_PLACE:
        return Reponse("retard_a_distance", valeurs)
    if minutes and minutes <= UNE_ATTENTE:
        return Reponse("retard_note_minutes", valeurs | {"retard": duree_en_francais(minutes)})
    return Reponse("retard_note", valeurs)
