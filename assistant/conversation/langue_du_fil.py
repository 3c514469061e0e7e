"""The language of a conversation: of what is said now, else of what was said lately."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation.langues import dit_en_francais, langue_ecrite
from assistant.conversation.tables import MessageEntrant

RECENTS = timedelta(days=1)
MESSAGES_RELUS = 12


def langue_sure(texte: str) -> str | None:
    """The language of a message; None for French, even with words of another between."""
    return None if dit_en_francais(texte) else langue_ecrite(texte)


def langue_du_fil(session: Session, conversation_id: UUID, maintenant: datetime, texte: str) -> str | None:
    """« ele parte as coisas » alone tells little: « Bom dia senhora, tenho… » came before it."""
    if langue := langue_sure(texte):
        return langue
    recus = session.scalars(
        select(MessageEntrant.corps)
        .where(
            MessageEntrant.conversation_id == conversation_id, MessageEntrant.recu_le > maintenant - RECENTS
        )
        .order_by(MessageEntrant.id.desc())
        .limit(MESSAGES_RELUS)
    )
    return next((langue for corps in recus if (langue := langue_sure(corps))), None)
