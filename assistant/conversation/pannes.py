"""What happens to a turn that could not be answered: it waits, then it is told honestly, once."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from assistant.clock import now
from assistant.content.rendering import render
from assistant.conversation.cloture import clore_avec
from assistant.conversation.garde.verdict import Verdict
from assistant.conversation.moteur import MoteurAbsent
from assistant.conversation.tables import Conversation, EtatTour
from assistant.conversation.tours import TourReclame, ajourner
from assistant.database import transaction
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.journal import journal
from assistant.parcours.allocataires import personnes_du_numero
from assistant.settings import settings

LONGEST_DELAY = 15  # seconds


def patienter_ou_avouer(tour: TourReclame, panne: Exception) -> bool:
    """True when the turn was closed: patience is for an absent engine, tries are for all the rest."""
    maintenant = now()
    journal.warning("tour.panne", tour=str(tour.id), genre=type(panne).__name__, tentative=tour.tentatives)
    with transaction() as session:
        if _a_bout(tour, panne, maintenant):
            _avouer(session, tour, maintenant)
            return True
        ajourner(session, tour, maintenant + timedelta(seconds=min(2**tour.tentatives, LONGEST_DELAY)))
    return False


def _a_bout(tour: TourReclame, panne: Exception, maintenant: datetime) -> bool:
    if isinstance(panne, MoteurAbsent):
        patience = timedelta(seconds=settings().turn_patience_seconds)
        return tour.repris and maintenant - tour.messages[0].recu_le > patience
    return tour.tentatives >= settings().turn_attempts


def _avouer(session: Session, tour: TourReclame, maintenant: datetime) -> None:
    """One honest sentence to the person, an alert to the référent; the turn stays as a dead letter."""
    adresse = session.get_one(Conversation, tour.conversation_id).adresse
    personnes = personnes_du_numero(session, adresse)
    personne = personnes[0] if personnes else None
    alerter(session, GenreAlerte.PANNE, tour.conversation_id, personne, tour.id, maintenant)
    clore_avec(session, tour, Verdict([render("panne")], regle="panne"), EtatTour.ECHOUE)
