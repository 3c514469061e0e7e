"""« J'ai un quart d'heure de retard » : the référent knows at once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.content.francais import duree_en_francais
from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.signalements import signaler
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.durees import minutes_dites
from assistant.parcours.referents import interlocuteur
from assistant.parcours.rendez_vous import (
    GenreSignalement,
    Mode,
    Participation,
    participations_a_venir,
)

UNE_ATTENTE = 180  # minutes: beyond, the figure is an hour of the day rather than a delay


def retard_signale(
    session: Session,
    qui: Allocataire,
    texte: str,
    conversation_id: UUID,
    tour_id: UUID | None,
    maintenant: datetime,
) -> Reponse:
    """For the rendez-vous in course or next; the words and the delay are kept for the référent."""
    a_venir = participations_a_venir(session, qui.id, maintenant)
    concerne = a_venir[0] if a_venir else None
    signaler(session, GenreSignalement.RETARD, qui.id, concerne, texte, tour_id, maintenant)
    alerter(session, GenreAlerte.RETARD, conversation_id, qui, tour_id or conversation_id, maintenant)
    if concerne is None:
        present = interlocuteur(qui.referent, maintenant.date()).referent
        return Reponse("retard_sans_rdv", {"referent": present.nom_complet})
    return _note(concerne, minutes_dites(texte), maintenant)


def _note(participation: Participation, minutes: int | None, maintenant: datetime) -> Reponse:
    rendez_vous = participation.rendez_vous
    valeurs = mots_rendez_vous(rendez_vous, maintenant)
    if rendez_vous.mode is not Mode.SUR_PLACE:
        return Reponse("retard_a_distance", valeurs)
    if minutes and minutes <= UNE_ATTENTE:
        return Reponse("retard_note_minutes", valeurs | {"retard": duree_en_francais(minutes)})
    return Reponse("retard_note", valeurs)
