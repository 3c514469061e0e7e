"""The thread of one telephone, as its screen would show it, with what Jalon knows of each answer."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation.tables import (
    Canal,
    Conversation,
    EtatTour,
    MessageEntrant,
    MessageSortant,
    Tour,
)

Message = TypeVar("Message", MessageEntrant, MessageSortant)

AT_MOST = 200  # messages of each direction


@dataclass(frozen=True)
class Reponse:
    """What became of a turn. `delai`: seconds from the last message received to the reply's departure."""

    tour: Tour
    pieces: int
    delai: float | None


@dataclass(frozen=True)
class Ligne:
    """One line of the thread: a message one way or the other, or a turn that ended in silence."""

    cle: str
    le: datetime
    entrant: MessageEntrant | None = None
    sortant: MessageSortant | None = None
    reponse: Reponse | None = None


@dataclass(frozen=True)
class Fil:
    lignes: list[Ligne] = field(default_factory=list)
    en_attente: bool = False  # something received is not answered yet
    tentatives: int = 0  # of the turn at work
    coupe: bool = False  # older messages are not shown


def lire_fil(session: Session, numero: str) -> Fil:
    """Empty for a number that never wrote and was never written to."""
    conversation = session.scalar(
        select(Conversation.id).where(Conversation.canal == Canal.SMS, Conversation.adresse == numero)
    )
    if conversation is None:
        return Fil()
    entrants = _derniers(session, MessageEntrant, conversation)
    sortants = _derniers(session, MessageSortant, conversation)
    tours = _tours(session, entrants, sortants)
    ouverts = [tour for tour in tours.values() if tour.etat is EtatTour.EN_COURS]
    return Fil(
        sorted(_lignes(entrants, sortants, tours), key=lambda ligne: ligne.le),
        en_attente=bool(ouverts) or any(message.tour_id is None for message in entrants),
        tentatives=max((tour.tentatives for tour in ouverts), default=0),
        coupe=AT_MOST in (len(entrants), len(sortants)),
    )


def _derniers(session: Session, table: type[Message], conversation: UUID) -> list[Message]:
    query = select(table).where(table.conversation_id == conversation).order_by(table.id.desc())
    return list(session.scalars(query.limit(AT_MOST)))[::-1]


def _tours(
    session: Session, entrants: list[MessageEntrant], sortants: list[MessageSortant]
) -> dict[UUID, Tour]:
    ids = {entrant.tour_id for entrant in entrants} | {sortant.tour_id for sortant in sortants}
    return {tour.id: tour for tour in session.scalars(select(Tour).where(Tour.id.in_(ids - {None})))}


def _lignes(
    entrants: list[MessageEntrant], sortants: list[MessageSortant], tours: dict[UUID, Tour]
) -> Iterator[Ligne]:
    pieces: dict[UUID | None, list[MessageEntrant]] = defaultdict(list)
    for entrant in entrants:
        pieces[entrant.tour_id].append(entrant)
        yield Ligne(f"r{entrant.id}", entrant.recu_le, entrant=entrant)
    for sortant in sortants:
        tour = tours[sortant.tour_id] if sortant.tour_id and sortant.rang == 0 else None
        reponse = _reponse(tour, pieces[tour.id], sortant.envoye_le) if tour else None
        yield Ligne(f"e{sortant.id}", sortant.cree_le, sortant=sortant, reponse=reponse)
    repondus = {sortant.tour_id for sortant in sortants}
    for tour in tours.values():
        if tour.clos_le and tour.id not in repondus:
            yield Ligne(f"s{tour.id}", tour.clos_le, reponse=_reponse(tour, pieces[tour.id], None))


def _reponse(tour: Tour, pieces: list[MessageEntrant], partie_le: datetime | None) -> Reponse:
    delai = (partie_le - pieces[-1].recu_le).total_seconds() if partie_le and pieces else None
    return Reponse(tour, len(pieces), delai)
