"""The people followed, and the telephone numbers that may be theirs (one number can be shared)."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Column, ForeignKey, Table, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from assistant.database import Base
from assistant.parcours.referents import Referent

possessions = Table(
    "possessions_telephone",
    Base.metadata,
    Column("numero", ForeignKey("telephones.numero", ondelete="CASCADE"), primary_key=True),
    Column("allocataire_id", ForeignKey("allocataires.id", ondelete="CASCADE"), primary_key=True),
)


class EtatTelephone(StrEnum):
    ACTIF = "actif"
    DESAVOUE = "desavoue"  # someone answered "ce n'est pas moi"
    INVALIDE = "invalide"  # the operator says it is no mobile number


class Telephone(Base):
    __tablename__ = "telephones"

    numero: Mapped[str] = mapped_column(primary_key=True)  # E.164
    etat: Mapped[EtatTelephone] = mapped_column(default=EtatTelephone.ACTIF)
    a_reverifier: Mapped[bool] = mapped_column(default=False)

    allocataires: Mapped[list["Allocataire"]] = relationship(
        secondary=possessions, back_populates="telephones"
    )


class Allocataire(Base):
    __tablename__ = "allocataires"

    id: Mapped[int] = mapped_column(primary_key=True)
    prenom: Mapped[str]
    nom: Mapped[str]
    date_naissance: Mapped[date]
    commune: Mapped[str]
    code_postal: Mapped[str]
    referent_id: Mapped[int] = mapped_column(ForeignKey("referents.id"), index=True)
    oriente_le: Mapped[date | None]

    referent: Mapped[Referent] = relationship()
    telephones: Mapped[list[Telephone]] = relationship(secondary=possessions, back_populates="allocataires")


def personnes_du_numero(session: Session, numero: str) -> list[Allocataire]:
    """The allocataires a number may speak for, by first name; none when it is unknown or disowned."""
    query = (
        select(Allocataire)
        .join(Allocataire.telephones)
        .where(Telephone.numero == numero, Telephone.etat != EtatTelephone.DESAVOUE)
        .order_by(Allocataire.prenom)
    )
    return list(session.scalars(query))
