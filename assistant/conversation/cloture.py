"""The transaction that ends a turn: its state and its replies in the outbox, or neither."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.clock import now
from assistant.conversation.assemblage import assembler
from assistant.conversation.garde.verdict import Verdict
from assistant.conversation.outbox import envoyer
from assistant.conversation.tables import Conversation, EtatTour, MessageSortant
from assistant.conversation.tours import TourReclame, clore
from assistant.metrics import TOURS


def clore_avec(
    session: Session, tour: TourReclame, verdict: Verdict, etat: EtatTour = EtatTour.REPONDU
) -> None:
    """Raises BailPerdu when another worker has the turn."""
    maintenant = now()
    clore(session, tour, etat, maintenant, verdict.regle)
    premier = tour.a_presenter and bool(verdict.textes)
    if premier:
        session.get_one(Conversation, tour.conversation_id).presentee_le = maintenant
    messages = assembler(verdict.textes, premier_contact=premier)
    for rang, corps in enumerate(messages, _deja_dits(session, tour)):
        envoyer(
            session,
            tour.conversation_id,
            corps,
            maintenant,
            tour_id=tour.id,
            rang=rang,
            malgre_opposition=verdict.malgre_opposition,
        )
    TOURS.labels(regle=verdict.regle or "moteur", etat=etat).inc()


def _deja_dits(session: Session, tour: TourReclame) -> int:
    """Messages this turn already led to: only a replayed one has any (the honest sentence)."""
    if not tour.repris:
        return 0
    query = select(func.count(MessageSortant.id)).where(MessageSortant.tour_id == tour.id)
    return session.scalar(query) or 0
