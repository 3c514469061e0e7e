"""Who joins which offer, and the requests that only a référent can make.

An offer's `places_prises` counts those who came by other ways, and every row here that holds a place.
"""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assistant.database import Base
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire


class EtatInscription(StrEnum):
    INSCRITE = "inscrite"
    EN_ATTENTE = "en_attente"
    PROPOSEE = "proposee"  # a freed place is held for this person, for a limited time
    ANNULEE = "annulee"
    EXPIREE = "expiree"  # no answer to a freed place, or the offer began without them


class EtatPrescription(StrEnum):
    EN_COURS = "en_cours"
    VALIDEE = "validee"
    REFUSEE = "refusee"


VIVANTES = (EtatInscription.INSCRITE, EtatInscription.EN_ATTENTE, EtatInscription.PROPOSEE)
TIENNENT_UNE_PLACE = (EtatInscription.INSCRITE, EtatInscription.PROPOSEE)


class Inscription(Base):
    __tablename__ = "inscriptions"
    __table_args__ = (
        Index(
            "uq_inscriptions_vivante",
            "offre_id",
            "allocataire_id",
            unique=True,
            postgresql_where=text("etat IN ('inscrite','en_attente','proposee')"),
        ),
        Index("ix_inscriptions_etat", "etat"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    offre_id: Mapped[str] = mapped_column(ForeignKey("offres.id", ondelete="CASCADE"))
    allocataire_id: Mapped[int] = mapped_column(ForeignKey("allocataires.id", ondelete="CASCADE"), index=True)
    # where the person asked, and where we write about it; none once that conversation is forgotten
    conversation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"), index=True
    )
    etat: Mapped[EtatInscription]
    demandee_le: Mapped[datetime]
    inscrite_le: Mapped[datetime | None]
    proposee_le: Mapped[datetime | None]
    annoncee_le: Mapped[datetime | None]  # the freed place, by SMS
    jusqu_a: Mapped[datetime | None]  # the answer is awaited until then
    finie_le: Mapped[datetime | None]
    rappelee_le: Mapped[datetime | None]
    incertitude_dite_le: Mapped[datetime | None]  # told that too few people signed up

    offre: Mapped[Offre] = relationship()
    allocataire: Mapped[Allocataire] = relationship()


class Prescription(Base):
    """A request the référent makes for the person; the outcome is texted."""

    __tablename__ = "prescriptions"
    __table_args__ = (
        Index(
            "uq_prescriptions_en_cours",
            "offre_id",
            "allocataire_id",
            unique=True,
            postgresql_where=text("etat = 'en_cours'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    offre_id: Mapped[str] = mapped_column(ForeignKey("offres.id", ondelete="CASCADE"))
    allocataire_id: Mapped[int] = mapped_column(ForeignKey("allocataires.id", ondelete="CASCADE"), index=True)
    conversation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"), index=True
    )
    etat: Mapped[EtatPrescription]
    demandee_le: Mapped[datetime]
    decidee_le: Mapped[datetime | None]
    annoncee_le: Mapped[datetime | None]  # the outcome, by SMS

    offre: Mapped[Offre] = relationship()
    allocataire: Mapped[Allocataire] = relationship()
