"""Moving a rendez-vous: when Jalon may, and what becomes of the wish when it may not."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.signalements import signaler
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.referents import interlocuteur
from assistant.parcours.rendez_vous import GenreSignalement, Participation
from assistant.settings import settings

JUSTE_PRIS = timedelta(hours=1)  # a slip of the person's, still theirs to mend however near the day is


def obstacle(participation: Participation, maintenant: datetime) -> str | None:
    """Why only the référent can move it, as the key of a text; None when a free slot will do."""
    rendez_vous, prise_le = participation.rendez_vous, participation.prise_le
    if rendez_vous.collectif:
        return "deplacement_collectif"
    if prise_le is not None and maintenant - prise_le < JUSTE_PRIS:
        return None
    if rendez_vous.debut - maintenant < timedelta(hours=settings().move_deadline_hours):
        return "deplacement_trop_tard"
    return None


def transmettre(
    session: Session,
    qui: Allocataire,
    participation: Participation | None,
    cle: str,
    texte: str,
    conversation_id: UUID,
    tour_id: UUID | None,
    maintenant: datetime,
) -> Reponse:
    """The référent gets the wish in the person's words; the rendez-vous stays as it is. Says `cle`."""
    genre = GenreAlerte.DEPLACEMENT if participation else GenreAlerte.RENDEZ_VOUS_DEMANDE
    if participation:
        demande = GenreSignalement.DEPLACEMENT_DEMANDE
        signaler(session, demande, qui.id, participation, texte, tour_id, maintenant)
    alerter(session, genre, conversation_id, qui, tour_id or conversation_id, maintenant)
    valeurs = {"referent": interlocuteur(qui.referent, maintenant.date()).referent.nom_complet}
    if participation:
        valeurs = mots_rendez_vous(participation.rendez_vous, maintenant) | valeurs
    return Reponse(cle, valeurs)
