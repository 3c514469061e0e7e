"""Erasure of a telephone number on request."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assistant.conversation.consentements import Consentement
from assistant.conversation.tables import Conversation, MessageEntrant, MessageSortant, StatutLivraison, Tour
from assistant.handoff.alertes import Alerte
from assistant.offres.inscriptions.effacement import oublier
from assistant.offres.inscriptions.tables import Inscription, Prescription
from assistant.parcours.allocataires import Telephone
from assistant.privacy.audit import consigner
from assistant.privacy.verifications import VerificationIdentite

DE_LA_CONVERSATION = (MessageEntrant, MessageSortant, Tour, VerificationIdentite, Alerte)


def effacer_numero(session: Session, numero: str, maintenant: datetime) -> int | None:
    """How many messages went; None when the number was never seen. The wish for silence is kept.

    A STOP outlives erasure: forgetting it would let us write again.
    """
    telephone = session.get(Telephone, numero)
    ids = session.scalars(select(Conversation.id).where(Conversation.adresse == numero)).all()
    if telephone is None and not ids:
        return None
    messages = sum(
        session.scalar(select(func.count()).where(table.conversation_id.in_(ids))) or 0
        for table in (MessageEntrant, MessageSortant)
    )
    de_la = Inscription.conversation_id.in_(ids), Prescription.conversation_id.in_(ids)
    oublier(session, *de_la, maintenant)
    sids = select(MessageSortant.sid).where(MessageSortant.conversation_id.in_(ids))
    session.execute(delete(StatutLivraison).where(StatutLivraison.sid.in_(sids)))
    for table in DE_LA_CONVERSATION:
        session.execute(delete(table).where(table.conversation_id.in_(ids)))
    session.execute(delete(Conversation).where(Conversation.id.in_(ids)))
    if telephone is not None:
        session.delete(telephone)
    _garder_le_silence_demande(session, numero)
    for conversation_id in ids:
        consigner(session, "systeme", "conversation.effacer", f"conversation:{conversation_id}", maintenant)
    return messages


def _garder_le_silence_demande(session: Session, numero: str) -> None:
    dernier = session.scalar(select(func.max(Consentement.id)).where(Consentement.numero == numero))
    session.execute(
        delete(Consentement).where(
            Consentement.numero == numero, (Consentement.id != dernier) | Consentement.accepte
        )
    )
