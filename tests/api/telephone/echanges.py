"""Exchanges as the record would hold them, for pages that only read it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from assistant.conversation.outbox import conversation_avec, envoyer
from assistant.conversation.tables import EtatEnvoi, EtatTour, MessageEntrant, MessageSortant, Tour

AMINA = "+33639980001"
KEVIN = "+33639980004"
LUCAS = "+33639980007"
CLAIRE = "+33536490001"


def dire(session: Session, numero: str, corps: str, le: datetime, tour_id: UUID | None = None) -> None:
    conversation_id = conversation_avec(session, numero)
    sid = f"SM{uuid4().hex}"
    message = MessageEntrant(
        conversation_id=conversation_id, tour_id=tour_id, sid=sid, corps=corps, recu_le=le
    )
    session.add(message)
    session.flush()


def ouvrir_tour(
    session: Session, numero: str, dits: list[str], le: datetime, tentatives: int = 1, **valeurs: object
) -> Tour:
    """A turn over messages received half a second apart, the last one at `le`."""
    valeurs = {"etat": EtatTour.EN_COURS, "reponses": [], "tentatives": tentatives} | valeurs
    tour = Tour(conversation_id=conversation_avec(session, numero), ouvert_le=le, bail_jusqu_a=le, **valeurs)
    session.add(tour)
    session.flush()
    for reste, corps in enumerate(reversed(dits)):
        dire(session, numero, corps, le - timedelta(seconds=reste / 2), tour.id)
    return tour


def echange(
    session: Session,
    numero: str,
    dits: list[str],
    reponses: list[str],
    le: datetime,
    *,
    secondes: float = 2.4,
    etat: EtatEnvoi = EtatEnvoi.LIVRE,
    code_erreur: int | None = None,
    **tour: object,
) -> list[MessageSortant]:
    """One thought and its replies, which left `secondes` after its last message came."""
    partie = le + timedelta(seconds=secondes)
    ouvert = ouvrir_tour(session, numero, dits, le, **{"etat": EtatTour.REPONDU, "clos_le": partie} | tour)
    for rang, corps in enumerate(reponses):
        envoyer(session, ouvert.conversation_id, corps, partie, tour_id=ouvert.id, rang=rang)
    session.flush()
    messages = session.query(MessageSortant).filter_by(tour_id=ouvert.id).order_by(MessageSortant.rang).all()
    for message in messages:
        message.etat, message.code_erreur, message.envoye_le = etat, code_erreur, partie
    return messages
