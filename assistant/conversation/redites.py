"""What was last said in a conversation, or in answer to one turn: to say it again, or something else."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation.tables import MessageSortant, Tour

SOUS_LES_YEUX = timedelta(hours=2)  # as long as the engine remembers a dialogue (bot/domain/commun.yml)
MESSAGES_RELUS = 6  # of the last three turns or so


def deja_dit(session: Session, tour_id: UUID) -> list[str]:
    """The replies this turn already got, noted while it runs or sent once it is closed."""
    notees = session.scalar(select(Tour.reponses).where(Tour.id == tour_id))
    if notees:
        return [str(texte) for texte in notees]
    envoyees = select(MessageSortant.corps).where(MessageSortant.tour_id == tour_id)
    return list(session.scalars(envoyees.order_by(MessageSortant.rang)))


def derniere_reponse(session: Session, conversation_id: UUID) -> str | None:
    """What the last answered turn began with: not the introduction that may follow it."""
    return session.scalar(
        select(MessageSortant.corps)
        .where(
            MessageSortant.conversation_id == conversation_id,
            MessageSortant.tour_id.is_not(None),
            MessageSortant.rang == 0,
        )
        .order_by(MessageSortant.id.desc())
        .limit(1)
    )


def dites_recemment(session: Session, conversation_id: UUID, maintenant: datetime) -> list[str]:
    """The messages the person still has under their eyes, latest first."""
    return list(
        session.scalars(
            select(MessageSortant.corps)
            .where(
                MessageSortant.conversation_id == conversation_id,
                MessageSortant.tour_id.is_not(None),
                MessageSortant.cree_le > maintenant - SOUS_LES_YEUX,
            )
            .order_by(MessageSortant.id.desc())
            .limit(MESSAGES_RELUS)
        )
    )
