"""Delivers the outbox: per conversation, oldest first, no transaction open while sending."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from assistant.channels.choice import for_settings
from assistant.channels.port import Ambiguous, NotAccepted, Refused
from assistant.clock import now
from assistant.conversation.consentements import est_oppose
from assistant.conversation.statuts import appliquer_refus, rattraper
from assistant.conversation.tables import Conversation, EtatEnvoi, MessageSortant
from assistant.database import transaction
from assistant.journal import journal
from assistant.metrics import ENVOIS
from assistant.settings import settings

MARGE_HORLOGES = timedelta(hours=1)  # our clock and the channel's may differ
A_FAIRE = (EtatEnvoi.A_ENVOYER, EtatEnvoi.EN_ENVOI)


@dataclass(frozen=True)
class Envoi:
    """One message claimed for sending. `depuis` is set when an earlier try may have gone through."""

    id: int
    adresse: str
    corps: str
    validite: int  # seconds
    depuis: datetime | None


def livrer(conversation_id: UUID) -> None:
    """Sends what waits, in order, until nothing is left or the head of the queue has to wait."""
    while True:
        with transaction() as session:
            envoi = prochain_envoi(session, conversation_id, now())
        if envoi is None:
            return
        partir(envoi)


def prochain_envoi(session: Session, conversation_id: UUID, maintenant: datetime) -> Envoi | None:
    """The head of the queue, leased; stale messages and those to silent numbers leave it on the way."""
    file = (
        select(MessageSortant, Conversation.adresse)
        .join(Conversation, Conversation.id == MessageSortant.conversation_id)
        .where(MessageSortant.conversation_id == conversation_id, MessageSortant.etat.in_(A_FAIRE))
        .order_by(MessageSortant.id)
        .with_for_update(of=MessageSortant)
    )
    for message, adresse in session.execute(file):
        if _hors_d_usage(session, message, adresse, maintenant):
            continue
        if message.pas_avant > maintenant or (message.bail_jusqu_a or maintenant) > maintenant:
            return None
        return _louer(message, adresse, maintenant)
    return None


def _hors_d_usage(session: Session, message: MessageSortant, adresse: str, maintenant: datetime) -> bool:
    if message.etat is not EtatEnvoi.A_ENVOYER:
        return False  # it may have left: only the channel knows
    if message.perime_le < maintenant:
        message.etat = EtatEnvoi.PERIME
    elif not message.malgre_opposition and est_oppose(session, adresse):
        message.etat = EtatEnvoi.REFUSE
    else:
        return False
    ENVOIS.labels(issue=message.etat).inc()
    return True


def _louer(message: MessageSortant, adresse: str, maintenant: datetime) -> Envoi:
    ambigu = message.etat is EtatEnvoi.EN_ENVOI
    message.etat = EtatEnvoi.EN_ENVOI
    message.tentatives += 1
    message.tente_le = message.tente_le or maintenant
    message.bail_jusqu_a = maintenant + timedelta(seconds=settings().send_lease_seconds)
    validite = int((message.perime_le - maintenant).total_seconds())
    return Envoi(message.id, adresse, message.corps, max(validite, 1), message.tente_le if ambigu else None)


def partir(envoi: Envoi) -> None:
    try:
        sid = _deja_parti(envoi) or for_settings().send(envoi.adresse, envoi.corps, envoi.validite)
    except NotAccepted as error:
        _rendre(envoi, after=timedelta(seconds=error.after_seconds), sure=True)
    except Ambiguous:
        _rendre(envoi, after=timedelta(seconds=2), sure=False)
    except Refused as error:
        with transaction() as session:
            appliquer_refus(session, session.get_one(MessageSortant, envoi.id), error, now())
        ENVOIS.labels(issue="refuse").inc()
    else:
        with transaction() as session:
            a_effacer = _envoye(session, envoi, sid)
        if a_effacer:
            effacer(sid)
        ENVOIS.labels(issue="envoye").inc()


def _deja_parti(envoi: Envoi) -> str | None:
    """A send that broke between request and response is looked up before it is made again."""
    if envoi.depuis is None:
        return None
    with transaction() as session:
        recents = select(MessageSortant.sid).where(MessageSortant.envoye_le >= envoi.depuis - MARGE_HORLOGES)
        connus = {sid for sid in session.scalars(recents) if sid}
    return for_settings().find(envoi.adresse, envoi.corps, envoi.depuis, excluding=connus)


def _envoye(session: Session, envoi: Envoi, sid: str) -> bool:
    """True when the message was already delivered and its body is now to be erased at the channel."""
    message = session.get(MessageSortant, envoi.id)
    if message is None:  # erased while it was leaving
        return False
    message.sid = sid
    message.etat = EtatEnvoi.ENVOYE
    message.envoye_le = now()
    message.bail_jusqu_a = None
    return rattraper(session, message)


def _rendre(envoi: Envoi, *, after: timedelta, sure: bool) -> None:
    """Back in the queue; `sure` says the channel did not take it. Too many tries make a dead letter."""
    with transaction() as session:
        message = session.get_one(MessageSortant, envoi.id)
        message.bail_jusqu_a = None
        message.pas_avant = now() + after * message.tentatives
        if message.tentatives >= settings().send_attempts:
            message.etat = EtatEnvoi.ECHOUE
            journal.error("envoi.lettre_morte", message=message.id)
        elif sure:
            message.etat = EtatEnvoi.A_ENVOYER
    ENVOIS.labels(issue="a_refaire" if sure else "ambigu").inc()


def effacer(sid: str) -> None:
    """Erases a delivered body at the channel; kept in the database, where retention decides."""
    try:
        for_settings().redact(sid)
    except NotAccepted:
        journal.warning("envoi.effacement_manque", sid=sid)
        return
    with transaction() as session:
        session.execute(update(MessageSortant).where(MessageSortant.sid == sid).values(efface_le=now()))


def conversations_a_livrer(session: Session, maintenant: datetime) -> set[UUID]:
    """Conversations with something due whose wake-up was lost, or whose sender died."""
    query = select(MessageSortant.conversation_id).where(
        MessageSortant.etat.in_(A_FAIRE),
        MessageSortant.pas_avant <= maintenant,
        (MessageSortant.bail_jusqu_a.is_(None)) | (MessageSortant.bail_jusqu_a <= maintenant),
    )
    return set(session.scalars(query))
