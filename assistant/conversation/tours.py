"""Turns: the oldest unanswered thought of a conversation, claimed by one worker at a time under a lease."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import case, func, select, update
from sqlalchemy.orm import Session

from assistant.conversation.tables import Conversation, EtatTour, MessageEntrant, Tour
from assistant.settings import settings

AT_ONCE = 200  # conversations one sweep wakes: more would only queue up behind the engine


class BailPerdu(Exception):
    """The lease ran out and another worker has the turn: what this one did must not be kept."""


@dataclass(frozen=True)
class TourReclame:
    """What a worker needs to answer.

    `repris`: an earlier worker may have reached the engine. `a_presenter`: nobody said yet who answers.
    """

    id: UUID
    bail: UUID
    conversation_id: UUID
    messages: tuple[MessageEntrant, ...]
    tentatives: int
    a_presenter: bool

    @property
    def texte(self) -> str:
        return " ".join(message.corps.strip() for message in self.messages).strip()

    @property
    def repris(self) -> bool:
        return self.tentatives > 1


def reclamer(session: Session, conversation_id: UUID, maintenant: datetime) -> TourReclame | None:
    """The turn to answer now; None when there is none, it is in other hands, or more may follow at once.

    The conversation's row is locked only while we look: never while the engine works.
    """
    conversation = session.get(Conversation, conversation_id, with_for_update=True)
    if conversation is None:
        return None
    tour = session.scalar(
        select(Tour).where(Tour.conversation_id == conversation_id, Tour.etat == EtatTour.EN_COURS)
    )
    if tour is None:
        messages = _pensee_complete(session, conversation_id, maintenant)
        tour = _ouvrir(session, conversation_id, messages, maintenant) if messages else None
    elif tour.bail_jusqu_a > maintenant:
        return None
    if tour is None:
        return None
    tour.tentatives += 1
    tour.bail = uuid4()
    tour.bail_jusqu_a = maintenant + timedelta(seconds=settings().turn_lease_seconds)
    session.flush()
    a_presenter = conversation.presentee_le is None
    return TourReclame(
        tour.id, tour.bail, conversation_id, tuple(tour.messages), tour.tentatives, a_presenter
    )


def _pensee_complete(session: Session, conversation_id: UUID, maintenant: datetime) -> list[MessageEntrant]:
    """The oldest messages that came within the quiet window of each other, once that window has passed."""
    calme = timedelta(seconds=settings().quiet_window_seconds)
    attente = session.scalars(
        select(MessageEntrant)
        .where(MessageEntrant.conversation_id == conversation_id, MessageEntrant.tour_id.is_(None))
        .order_by(MessageEntrant.id)
    )
    pensee: list[MessageEntrant] = []
    for message in attente:
        if pensee and message.recu_le - pensee[-1].recu_le >= calme:
            return pensee
        pensee.append(message)
    return pensee if pensee and maintenant - pensee[-1].recu_le >= calme else []


def _ouvrir(
    session: Session, conversation_id: UUID, messages: list[MessageEntrant], maintenant: datetime
) -> Tour:
    tour = Tour(
        conversation_id=conversation_id,
        ouvert_le=maintenant,
        bail_jusqu_a=maintenant,
        tentatives=0,
        reponses=[],
        messages=messages,
    )
    session.add(tour)
    return tour


def clore(
    session: Session, tour: TourReclame, etat: EtatTour, maintenant: datetime, regle: str | None
) -> None:
    """Ends the turn; BailPerdu when the lease is no longer ours."""
    _si_encore_a_nous(session, tour, etat=etat, clos_le=maintenant, bail=None, regle=regle, reponses=[])


def ajourner(session: Session, tour: TourReclame, jusqu_a: datetime) -> None:
    """Gives the turn back untouched, to be taken up again from `jusqu_a`."""
    _si_encore_a_nous(session, tour, bail=None, bail_jusqu_a=jusqu_a)


def _si_encore_a_nous(session: Session, tour: TourReclame, **valeurs: object) -> None:
    ours = update(Tour).where(Tour.id == tour.id, Tour.bail == tour.bail, Tour.etat == EtatTour.EN_COURS)
    if session.execute(ours.values(**valeurs)).rowcount != 1:  # type: ignore[attr-defined]
        raise BailPerdu


def noter_reponse(
    session: Session, tour_id: UUID, texte: str, intent: str | None, confiance: float | None
) -> None:
    """Keeps what the engine says as it says it, so that a crash on the way back does not ask it twice."""
    suite = Tour.reponses.op("||")(func.jsonb_build_array(texte))
    session.execute(
        update(Tour)
        .where(Tour.id == tour_id)
        .values(
            reponses=case((Tour.etat == EtatTour.EN_COURS, suite), else_=Tour.reponses),
            intent=intent,
            confiance=confiance,
        )
    )


def reponses_notees(session: Session, tour: TourReclame) -> list[str]:
    return list(session.scalars(select(Tour.reponses).where(Tour.id == tour.id)).one())


def oublier_reponses(session: Session, tour: TourReclame) -> None:
    session.execute(update(Tour).where(Tour.id == tour.id).values(reponses=[]))


def conversations_en_attente(session: Session, maintenant: datetime, au_plus: int = AT_ONCE) -> set[UUID]:
    """Conversations whose wake-up was lost, the oldest of them: past their quiet window or their lease."""
    avant = maintenant - timedelta(seconds=settings().quiet_window_seconds + 1)
    orphelins = (
        select(MessageEntrant.conversation_id)
        .where(MessageEntrant.tour_id.is_(None), MessageEntrant.recu_le < avant)
        .order_by(MessageEntrant.id)
        .limit(au_plus)
    )
    abandonnes = (
        select(Tour.conversation_id)
        .where(Tour.etat == EtatTour.EN_COURS, Tour.bail_jusqu_a < maintenant)
        .order_by(Tour.ouvert_le)
        .limit(au_plus)
    )
    return set(session.scalars(orphelins)) | set(session.scalars(abandonnes))
