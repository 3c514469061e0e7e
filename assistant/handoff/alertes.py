"""Alerts to staff: what a human must look at, urgent first. An alert row never holds the person's words."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from assistant.database import Base


class GenreAlerte(StrEnum):
    URGENCE = "urgence"
    PARLER = "parler"
    ANNULATION = "annulation"
    DEPLACEMENT = "deplacement"
    RETARD = "retard"
    RENDEZ_VOUS_DEMANDE = "rendez_vous_demande"
    ABSENCE_EXPLIQUEE = "absence_expliquee"
    CONTRAT = "contrat"
    CHANGER_REFERENT = "changer_referent"
    MAUVAIS_NUMERO = "mauvais_numero"
    IDENTITE_VERROUILLEE = "identite_verrouillee"
    INCOMPRIS = "incompris"
    PANNE = "panne"
    OPPOSITION = "opposition"
    CHANGEMENT = "changement"
    INSCRIPTION = "inscription"
    DESINSCRIPTION = "desinscription"
    PRESCRIPTION = "prescription"  # a request only the référent can make
    MINIMUM = "minimum"  # too few people for what this person signed up for


class Alerte(Base):
    __tablename__ = "alertes"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    allocataire_id: Mapped[int | None] = mapped_column(ForeignKey("allocataires.id", ondelete="CASCADE"))
    referent_id: Mapped[int | None] = mapped_column(ForeignKey("referents.id"), index=True)
    genre: Mapped[GenreAlerte]
    urgente: Mapped[bool] = mapped_column(default=False)
    creee_le: Mapped[datetime]
    a_prendre_avant: Mapped[datetime | None]
    prise_le: Mapped[datetime | None]
    cle: Mapped[str] = mapped_column(unique=True)  # genre + turn: a retried turn alerts once
