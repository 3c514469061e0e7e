"""Rendez-vous, who takes part, and the free slots (statuses and modes as RDV-Solidarités names them)."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from assistant.database import Base
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.referents import Referent
from assistant.parcours.structures import Structure


class Mode(StrEnum):
    SUR_PLACE = "sur_place"
    TELEPHONE = "telephone"
    DOMICILE = "domicile"
    VISIO = "visio"


class Statut(StrEnum):
    UNKNOWN = "unknown"
    SEEN = "seen"
    EXCUSED = "excused"  # cancelled by the person
    REVOKED = "revoked"  # cancelled by the service
    NOSHOW = "noshow"


class RendezVous(Base):
    __tablename__ = "rendez_vous"

    id: Mapped[int] = mapped_column(primary_key=True)
    referent_id: Mapped[int] = mapped_column(ForeignKey("referents.id"), index=True)
    structure_id: Mapped[int] = mapped_column(ForeignKey("structures.id"))
    motif: Mapped[str]
    mode: Mapped[Mode]
    collectif: Mapped[bool] = mapped_column(default=False)
    debut: Mapped[datetime] = mapped_column(index=True)
    duree_minutes: Mapped[int] = mapped_column(default=45)
    a_apporter: Mapped[str | None]

    referent: Mapped[Referent] = relationship()
    structure: Mapped[Structure] = relationship()
    participations: Mapped[list["Participation"]] = relationship(back_populates="rendez_vous")


class Participation(Base):
    __tablename__ = "participations"
    __table_args__ = (UniqueConstraint("rendez_vous_id", "allocataire_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rendez_vous_id: Mapped[int] = mapped_column(ForeignKey("rendez_vous.id", ondelete="CASCADE"))
    allocataire_id: Mapped[int] = mapped_column(ForeignKey("allocataires.id", ondelete="CASCADE"), index=True)
    statut: Mapped[Statut] = mapped_column(default=Statut.UNKNOWN)
    confirme_le: Mapped[datetime | None]
    prise_le: Mapped[datetime | None]  # by the person, here; None: the service gave it
    remplace_id: Mapped[int | None] = mapped_column(ForeignKey("participations.id", ondelete="SET NULL"))

    rendez_vous: Mapped[RendezVous] = relationship(back_populates="participations")
    allocataire: Mapped[Allocataire] = relationship()


class Creneau(Base):
    """A time a référent offers; taken once, by the rendez-vous that fills it."""

    __tablename__ = "creneaux"

    id: Mapped[int] = mapped_column(primary_key=True)
    referent_id: Mapped[int] = mapped_column(ForeignKey("referents.id", ondelete="CASCADE"), index=True)
    structure_id: Mapped[int] = mapped_column(ForeignKey("structures.id"))
    mode: Mapped[Mode]
    debut: Mapped[datetime]
    duree_minutes: Mapped[int] = mapped_column(default=45)
    rendez_vous_id: Mapped[int | None] = mapped_column(
        ForeignKey("rendez_vous.id", ondelete="SET NULL"), unique=True
    )

    structure: Mapped[Structure] = relationship()


class GenreSignalement(StrEnum):
    RETARD = "retard"
    ANNULATION = "annulation"
    ABSENCE_EXPLIQUEE = "absence_expliquee"
    DEPLACEMENT_DEMANDE = "deplacement_demande"


class Signalement(Base):
    """What a person told us of a rendez-vous, in their words and with its time; shown to the référent."""

    __tablename__ = "signalements"

    id: Mapped[int] = mapped_column(primary_key=True)
    allocataire_id: Mapped[int] = mapped_column(ForeignKey("allocataires.id", ondelete="CASCADE"), index=True)
    participation_id: Mapped[int | None] = mapped_column(ForeignKey("participations.id", ondelete="CASCADE"))
    genre: Mapped[GenreSignalement]
    texte: Mapped[str]
    recu_le: Mapped[datetime]
    tour_id: Mapped[str | None] = mapped_column(
        unique=True
    )  # one turn signals once, however often it is retried


def participations_a_venir(
    session: Session, allocataire_id: int, maintenant: datetime
) -> list[Participation]:
    """What is still to come (a rendez-vous counts until an hour after its start), soonest first."""
    query = (
        select(Participation)
        .join(Participation.rendez_vous)
        .options(joinedload(Participation.rendez_vous).joinedload(RendezVous.structure))
        .where(
            Participation.allocataire_id == allocataire_id,
            Participation.statut == Statut.UNKNOWN,
            RendezVous.debut > maintenant - timedelta(hours=1),
        )
        .order_by(RendezVous.debut)
    )
    return list(session.scalars(query))
