"""Writing first about a place: discreet words, only to a number that is still the person's."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.conversation.initiative import joignable
from assistant.conversation.outbox import envoyer
from assistant.conversation.tables import Conversation
from assistant.offres.inscriptions.mots import mots_discrets
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire, personnes_du_numero
from assistant.parcours.numeros import lisible
from assistant.parcours.referents import interlocuteur


def ecrire(
    session: Session,
    conversation_id: UUID | None,
    qui: Allocataire,
    offre: Offre,
    cle: str,
    maintenant: datetime,
    **valeurs: str,
) -> bool:
    """Puts the SMS in the outbox; False when this person is not to be written to."""
    conversation = joignable(session, conversation_id, qui)
    if conversation is None:
        return False
    referent = interlocuteur(qui.referent, maintenant.date()).referent
    toutes = mots_discrets(offre, maintenant) | valeurs
    toutes |= {
        "referent": referent.nom_complet,
        "telephone": lisible(referent.telephone),
        "pour": _pour(session, conversation, qui),
    }
    envoyer(session, conversation.id, render(cle, toutes), maintenant)
    return True


def retenir_la_conversation(session: Session, conversation_id: UUID | None) -> None:
    """To be called before any lock on an offer or a row of ours: a worker that claims a turn locks its
    conversation first, and an answer to our SMS locks the offer next. Whoever goes the other way meets it.
    """
    if conversation_id:
        conversation = select(Conversation.id).where(Conversation.id == conversation_id)
        session.execute(conversation.with_for_update(read=True, key_share=True))


def _pour(session: Session, conversation: Conversation, qui: Allocataire) -> str:
    """« Nadia, » on a number that several people share."""
    partage = len(personnes_du_numero(session, conversation.adresse)) > 1
    return render("inscription_pour", {"prenom": qui.prenom}) + " " if partage else ""
