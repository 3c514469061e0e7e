"""A message comes in: stored once, whatever the operator repeats. Nothing is decided here."""

from datetime import datetime
from uuid import UUID, uuid4

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.conversation.tables import Canal, Conversation, MessageEntrant


class Recu(BaseModel):
    """A message as the channel hands it over."""

    canal: Canal
    sid: str
    adresse: str
    corps: str
    opt_out_type: str | None = None
    medias: int = 0


def recevoir(session: Session, recu: Recu, maintenant: datetime) -> UUID:
    """The conversation of the message, stored unless its `sid` already is."""
    opened = insert(Conversation).values(id=uuid4(), canal=recu.canal, adresse=recu.adresse)
    conversation_id = session.execute(
        opened.on_conflict_do_update(
            index_elements=["canal", "adresse"], set_={"adresse": opened.excluded.adresse}
        ).returning(Conversation.id)
    ).scalar_one()
    session.execute(
        insert(MessageEntrant)
        .values(
            conversation_id=conversation_id,
            sid=recu.sid,
            corps=recu.corps,
            recu_le=maintenant,
            opt_out_type=recu.opt_out_type,
            medias=recu.medias,
        )
        .on_conflict_do_nothing(index_elements=["sid"])
    )
    return conversation_id
