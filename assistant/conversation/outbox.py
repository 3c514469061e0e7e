"""What leaves is first a row; the channel delivers it after the transaction that wrote it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.conversation.tables import Canal, Conversation, MessageSortant
from assistant.settings import settings
from assistant.sms_text.gsm7 import segments


def conversation_avec(session: Session, adresse: str, canal: Canal = Canal.SMS) -> UUID:
    """The conversation held with this address, opened when there is none."""
    query = select(Conversation.id).where(Conversation.canal == canal, Conversation.adresse == adresse)
    if (known := session.scalar(query)) is not None:
        return known
    session.execute(
        insert(Conversation).values(id=uuid4(), canal=canal, adresse=adresse).on_conflict_do_nothing()
    )
    return session.scalars(query).one()


def envoyer(
    session: Session,
    conversation_id: UUID,
    corps: str,
    maintenant: datetime,
    *,
    tour_id: UUID | None = None,
    rang: int = 0,
    malgre_opposition: bool = False,
) -> None:
    """Puts one message (already rendered) in the outbox."""
    session.add(
        MessageSortant(
            conversation_id=conversation_id,
            tour_id=tour_id,
            rang=rang,
            corps=corps,
            segments=segments(corps),
            malgre_opposition=malgre_opposition,
            cree_le=maintenant,
            pas_avant=maintenant,
            perime_le=maintenant + timedelta(seconds=settings().reply_validity_seconds),
        )
    )
