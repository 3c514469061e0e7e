"""Contrats, their actions (thèmes → objectifs → actions) and the hours people declare."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assistant.database import Base


class GenreContrat(StrEnum):
    CER = "cer"
    CONTRAT_ENGAGEMENT = "contrat_engagement"
    PPAE = "ppae"
    PACEA = "pacea"
    CEJ = "cej"


class EtatAction(StrEnum):
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ABANDONED = "abandoned"
    STANDBY = "standby"


class Theme(Base):
    __tablename__ = "themes"

    code: Mapped[str] = mapped_column(primary_key=True)
    libelle: Mapped[str]


class Objectif(Base):
    __tablename__ = "objectifs"

    id: Mapped[int] = mapped_column(primary_key=True)
    theme_code: Mapped[str] = mapped_column(ForeignKey("themes.code"))
    libelle: Mapped[str] = mapped_column(unique=True)


class Contrat(Base):
    __tablename__ = "contrats"

    id: Mapped[int] = mapped_column(primary_key=True)
    allocataire_id: Mapped[int] = mapped_column(ForeignKey("allocataires.id", ondelete="CASCADE"), index=True)
    genre: Mapped[GenreContrat]
    debut: Mapped[date]
    fin: Mapped[date]
    signe_le: Mapped[date | None]
    heures_semaine: Mapped[int] = mapped_column(default=15)
    lien_signature: Mapped[str | None]

    actions: Mapped[list["ActionContrat"]] = relationship(
        cascade="all, delete-orphan", order_by="ActionContrat.rang"
    )


class ActionContrat(Base):
    __tablename__ = "actions_contrat"

    id: Mapped[int] = mapped_column(primary_key=True)
    contrat_id: Mapped[int] = mapped_column(ForeignKey("contrats.id", ondelete="CASCADE"), index=True)
    objectif_id: Mapped[int] = mapped_column(ForeignKey("objectifs.id"))
    rang: Mapped[int]  # the number people see
    libelle: Mapped[str]
    etat: Mapped[EtatAction] = mapped_column(default=EtatAction.PLANNED)
    echeance: Mapped[date | None]
    declaree_faite_le: Mapped[datetime | None]


class HeuresDeclarees(Base):
    """Hours a person says they did; the référent validates them (`validees` is None until then)."""

    __tablename__ = "heures_declarees"

    id: Mapped[int] = mapped_column(primary_key=True)
    contrat_id: Mapped[int] = mapped_column(ForeignKey("contrats.id", ondelete="CASCADE"), index=True)
    action_id: Mapped[int | None] = mapped_column(ForeignKey("actions_contrat.id", ondelete="SET NULL"))
    jour: Mapped[date]
    minutes: Mapped[int]
    texte: Mapped[str]
    validees: Mapped[bool | None]
    tour_id: Mapped[str | None] = mapped_column(unique=True)
