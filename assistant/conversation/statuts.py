"""What became of a message: the channel's callbacks, merged forward only, and what a failure means.

Source of the statuses and codes: channels/twilio_errors.py.
"""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.channels.port import Consequence, Refused
from assistant.channels.twilio_errors import FINAL, RANK, RECEIVED, UNKNOWN_CAUSE, consequence
from assistant.conversation.consentements import exprimer
from assistant.conversation.tables import Conversation, EtatEnvoi, MessageSortant, StatutLivraison
from assistant.parcours.allocataires import EtatTelephone, Telephone
from assistant.settings import settings

SANS_APPEL = {Consequence.OPTED_OUT, Consequence.NOT_MOBILE}


def recevoir_statut(
    session: Session, sid: str, statut: str, code_erreur: int | None, maintenant: datetime
) -> bool:
    """Keeps a callback and moves its message forward; repeated or late ones change nothing.

    True when the body is to be erased at the channel, by the caller, once the transaction is over.
    """
    _attendre_son_tour(session, sid)
    recu = insert(StatutLivraison).values(sid=sid, statut=statut, code_erreur=code_erreur, recu_le=maintenant)
    session.execute(recu.on_conflict_do_nothing())
    message = session.scalar(
        select(MessageSortant)
        .where(MessageSortant.sid == sid)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if message is None:
        return False  # its sender has not stored the SID yet, and will catch up
    _avancer(session, message, statut, code_erreur, maintenant)
    return effacement_du(message)


def rattraper(session: Session, message: MessageSortant) -> bool:
    """Applies the callbacks that came before `message.sid` was stored; to be called in that transaction.

    True as in recevoir_statut.
    """
    session.flush()
    if message.sid is None:
        raise ValueError("the message has no SID yet")
    _attendre_son_tour(session, message.sid)
    avances = (
        select(StatutLivraison).where(StatutLivraison.sid == message.sid).order_by(StatutLivraison.recu_le)
    )
    for recu in session.scalars(avances).all():
        if message.sid == recu.sid:  # no longer so once it is to be sent again
            _avancer(session, message, recu.statut, recu.code_erreur, recu.recu_le)
    return effacement_du(message)


def effacement_du(message: MessageSortant) -> bool:
    """Whether the body should now be erased at the channel."""
    return settings().twilio_redact_bodies and message.statut in RECEIVED and message.efface_le is None


def appliquer_refus(session: Session, message: MessageSortant, refus: Refused, maintenant: datetime) -> None:
    """The channel said no at once: nothing will be retried, and the number is marked for what it is."""
    message.etat = EtatEnvoi.REFUSE if refus.consequence in SANS_APPEL else EtatEnvoi.ECHOUE
    message.code_erreur = refus.code
    message.bail_jusqu_a = None
    _marquer_numero(session, message, refus.consequence, maintenant)


def _attendre_son_tour(session: Session, sid: str) -> None:
    """A callback and the sender storing its SID must see each other: one after the other, until commit."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(sid, 0))))


def _avancer(
    session: Session, message: MessageSortant, statut: str, code: int | None, maintenant: datetime
) -> None:
    if RANK.get(statut, -1) <= RANK.get(message.statut or "", -1):
        return
    message.statut = statut
    if RANK[statut] < FINAL:
        message.etat = EtatEnvoi.ENVOYE
        return
    if code == UNKNOWN_CAUSE and message.code_erreur != UNKNOWN_CAUSE:
        _remettre_en_file(message, maintenant)
        return
    message.code_erreur = code
    if statut in RECEIVED:
        message.etat = EtatEnvoi.LIVRE
        return
    message.etat = EtatEnvoi.REFUSE if consequence(code) in SANS_APPEL else EtatEnvoi.NON_LIVRE
    _marquer_numero(session, message, consequence(code), maintenant)


def _remettre_en_file(message: MessageSortant, maintenant: datetime) -> None:
    """One more try as a new message; the error code that stays says that it was given."""
    message.etat = EtatEnvoi.A_ENVOYER
    message.code_erreur = UNKNOWN_CAUSE
    message.sid = message.statut = message.envoye_le = message.tente_le = None
    message.pas_avant = maintenant


def _marquer_numero(
    session: Session, message: MessageSortant, consequence: Consequence, maintenant: datetime
) -> None:
    numero = session.get_one(Conversation, message.conversation_id).adresse
    telephone = update(Telephone).where(Telephone.numero == numero)
    if consequence is Consequence.OPTED_OUT:
        exprimer(session, numero, accepte=False, source="operateur", le=maintenant)
    elif consequence is Consequence.NOT_MOBILE:
        actif = telephone.where(Telephone.etat == EtatTelephone.ACTIF)  # a disowned number stays disowned
        session.execute(actif.values(etat=EtatTelephone.INVALIDE))
    elif consequence is Consequence.TO_REVERIFY:
        session.execute(telephone.values(a_reverifier=True))
