"""The référents: who they are, when they work, who stands in for them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assistant.database import Base
from assistant.parcours.jours_ouvres import est_ferie
from assistant.parcours.structures import Structure


class PlageHoraire(Base):
    __tablename__ = "plages_horaires"

    id: Mapped[int] = mapped_column(primary_key=True)
    referent_id: Mapped[int] = mapped_column(ForeignKey("referents.id", ondelete="CASCADE"), index=True)
    jour: Mapped[int]  # 0 is Monday
    debut: Mapped[time]
    fin: Mapped[time]


class Absence(Base):
    __tablename__ = "absences"

    id: Mapped[int] = mapped_column(primary_key=True)
    referent_id: Mapped[int] = mapped_column(ForeignKey("referents.id", ondelete="CASCADE"), index=True)
    debut: Mapped[date]
    fin: Mapped[date]


class Referent(Base):
    __tablename__ = "referents"

    id: Mapped[int] = mapped_column(primary_key=True)
    prenom: Mapped[str]
    nom: Mapped[str]
    telephone: Mapped[str] = mapped_column(unique=True)
    structure_id: Mapped[int] = mapped_column(ForeignKey("structures.id"))
    remplacant_id: Mapped[int | None] = mapped_column(ForeignKey("referents.id"))

    structure: Mapped[Structure] = relationship()
    remplacant: Mapped["Referent | None"] = relationship(remote_side="Referent.id")
    plages: Mapped[list[PlageHoraire]] = relationship(cascade="all, delete-orphan")
    absences: Mapped[list[Absence]] = relationship(cascade="all, delete-orphan")

    @property
    def nom_complet(self) -> str:
        return f"{self.prenom} {self.nom}"

    def absent_le(self, jour: date) -> bool:
        return any(absence.debut <= jour <= absence.fin for absence in self.absences)


@dataclass(frozen=True)
class Interlocuteur:
    """Who answers for an allocataire today: the référent, or the stand-in of `remplace`."""

    referent: Referent
    remplace: Referent | None = None


def interlocuteur(referent: Referent, jour: date) -> Interlocuteur:
    if referent.absent_le(jour) and referent.remplacant and not referent.remplacant.absent_le(jour):
        return Interlocuteur(referent.remplacant, remplace=referent)
    return Interlocuteur(referent)


def prochaine_presence(referent: Referent, maintenant: datetime) -> datetime | None:
    """When the référent is next at work: `maintenant` when they are; None when two weeks hold nothing."""
    for jours in range(15):
        jour = maintenant.date() + timedelta(days=jours)
        if referent.absent_le(jour) or est_ferie(jour):
            continue
        for plage in sorted(referent.plages, key=lambda p: p.debut):
            debut = datetime.combine(jour, plage.debut, maintenant.tzinfo)
            fin = datetime.combine(jour, plage.fin, maintenant.tzinfo)
            if plage.jour == jour.weekday() and fin > maintenant:
                return max(debut, maintenant)
    return None
