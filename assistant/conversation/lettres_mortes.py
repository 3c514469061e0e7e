"""What could not be answered or delivered: visible, and taken up again when somebody says so."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from assistant.conversation.tables import EtatEnvoi, EtatTour, MessageSortant, Tour


@dataclass(frozen=True)
class LettreMorte:
    """One dead letter, without a word of it. `code` is the channel's, when it gave one."""

    genre: str  # tour, envoi
    identifiant: str
    depuis: datetime
    code: int | None = None


def lister(session: Session) -> list[LettreMorte]:
    """Oldest first."""
    tours = session.scalars(select(Tour).where(Tour.etat == EtatTour.ECHOUE))
    envois = session.scalars(select(MessageSortant).where(MessageSortant.etat == EtatEnvoi.ECHOUE))
    return sorted(
        [
            *(LettreMorte("tour", str(tour.id), tour.ouvert_le) for tour in tours),
            *(LettreMorte("envoi", str(m.id), m.cree_le, m.code_erreur) for m in envois),
        ],
        key=lambda lettre: lettre.depuis,
    )


def rejouer(session: Session, maintenant: datetime) -> set[UUID]:
    """Puts failed turns, and failed messages that are still fresh, back to work; the conversations concerned.

    A message goes back as one that may have left: the channel is asked before it is sent again.
    """
    tours = (
        update(Tour)
        .where(Tour.etat == EtatTour.ECHOUE)
        .values(etat=EtatTour.EN_COURS, tentatives=0, bail_jusqu_a=maintenant, clos_le=None)
        .returning(Tour.conversation_id)
    )
    envois = (
        update(MessageSortant)
        .where(MessageSortant.etat == EtatEnvoi.ECHOUE, MessageSortant.perime_le > maintenant)
        .values(etat=EtatEnvoi.EN_ENVOI, tentatives=0, pas_avant=maintenant, bail_jusqu_a=None)
        .returning(MessageSortant.conversation_id)
    )
    return set(session.scalars(tours)) | set(session.scalars(envois))
