"""What a person said in an earlier turn: read from the record, so that nothing else has to keep it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation.garde.dementi import DEMENTI_REPRIS
from assistant.conversation.garde.numero_partage import REGLE as DEMANDE_QUI_ECRIT
from assistant.conversation.tables import MessageEntrant, Tour

ESSAIS_AU_PLUS = 5


def paroles(session: Session, tour_id: UUID) -> str:
    """The pieces of one thought, joined as the engine received them; empty for an unknown turn.

    On a shared number the engine received what came before "who writes?", not the first name; after an alarm
    taken back, what had raised it.
    """
    pieces = session.scalars(
        select(MessageEntrant.corps)
        .where(MessageEntrant.tour_id == _origine(session, tour_id))
        .order_by(MessageEntrant.id)
    )
    return " ".join(corps.strip() for corps in pieces).strip()


def _origine(session: Session, tour_id: UUID) -> UUID:
    """The first of the turns in a row, right before this one, answered by asking who writes or by numbers."""
    tour = session.get(Tour, tour_id)
    if tour is None:
        return tour_id
    precedents = session.execute(
        select(Tour.id, Tour.regle)
        .where(Tour.conversation_id == tour.conversation_id, Tour.ouvert_le < tour.ouvert_le)
        .order_by(Tour.ouvert_le.desc())
        .limit(ESSAIS_AU_PLUS)
    )
    suivi_de = tour.regle
    for precedent_id, regle in precedents:
        if regle != DEMANDE_QUI_ECRIT and suivi_de != DEMENTI_REPRIS:
            break
        tour_id, suivi_de = precedent_id, regle
    return tour_id
