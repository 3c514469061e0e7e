"""Who asked for silence. The last word of a number counts; every word is kept."""

from datetime import datetime

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from assistant.database import Base


class Consentement(Base):
    __tablename__ = "consentements"
    __table_args__ = (Index("ix_consentements_dernier", "numero", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    numero: Mapped[str]
    accepte: Mapped[bool]
    source: Mapped[str]  # sms, operateur, demo
    exprime_le: Mapped[datetime]


def est_oppose(session: Session, numero: str) -> bool:
    query = (
        select(Consentement.accepte)
        .where(Consentement.numero == numero)
        .order_by(Consentement.id.desc())
        .limit(1)
    )
    return session.scalar(query) is False


def exprimer(session: Session, numero: str, *, accepte: bool, source: str, le: datetime) -> None:
    session.add(Consentement(numero=numero, accepte=accepte, source=source, exprime_le=le))
