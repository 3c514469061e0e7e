"""Whoever said today that nothing should be passed on is not spoken for by a misunderstanding."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation.propos import dit
from assistant.conversation.tables import MessageEntrant

_REFUS = ("ne_rien_transmettre", "pas_d_appel")
_TIENT = timedelta(days=1)


def refuse_que_l_on_transmette(session: Session, conversation_id: UUID, maintenant: datetime) -> bool:
    recents = select(MessageEntrant.corps).where(
        MessageEntrant.conversation_id == conversation_id, MessageEntrant.recu_le > maintenant - _TIENT
    )
    return any(dit(refus, corps) for corps in session.scalars(recents) for refus in _REFUS)
