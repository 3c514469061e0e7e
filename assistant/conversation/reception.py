"""A message comes in: stored once, whatever the operator repeats. Nothing is decided here."""

from datetime import datetime
from uuid import UUID, uuid4

from pydantic import BaseModel
from sqlalchemy import bindparam, select
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


# One statement, built once: the webhook's whole work in one trip to the database.
_COLONNES = MessageEntrant.__table__.c
_nouvelle = insert(Conversation).values(
    id=bindparam("nouvel_id"), canal=bindparam("canal"), adresse=bindparam("adresse")
)
_conversation = (
    _nouvelle.on_conflict_do_update(
        index_elements=["canal", "adresse"], set_={"adresse": _nouvelle.excluded.adresse}
    )
    .returning(Conversation.id)
    .cte("conversation")
)
_GARDES = ("sid", "corps", "recu_le", "opt_out_type", "medias")
_message = (
    insert(MessageEntrant)
    .from_select(
        ["conversation_id", *_GARDES],
        select(_conversation.c.id, *(bindparam(nom, type_=_COLONNES[nom].type) for nom in _GARDES)),
    )
    .on_conflict_do_nothing(index_elements=["sid"])
    .cte("message")
)
RECEVOIR = select(_conversation.c.id).add_cte(_message)


def recevoir(session: Session, recu: Recu, maintenant: datetime) -> UUID:
    """The conversation of the message, stored unless its `sid` already is."""
    valeurs = {**recu.model_dump(), "nouvel_id": uuid4(), "recu_le": maintenant}
    conversation_id: UUID = session.execute(RECEVOIR, valeurs).scalar_one()
    return conversation_id
