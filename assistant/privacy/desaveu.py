"""« Ce n'est pas moi » : nothing personal goes to this telephone any more, at once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from assistant.content.reponse import Reponse
from assistant.conversation.tables import Conversation
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.parcours.allocataires import Allocataire, EtatTelephone, Telephone, personnes_du_numero
from assistant.privacy.audit import consigner
from assistant.privacy.verifications import VerificationIdentite


def est_partage(session: Session, conversation_id: UUID) -> bool:
    conversation = session.get_one(Conversation, conversation_id)
    return len(personnes_du_numero(session, conversation.adresse)) > 1


def desavouer(
    session: Session, conversation_id: UUID, qui: Allocataire | None, cause: UUID, maintenant: datetime
) -> Reponse:
    """Down to level 0 and an alert; the same apology whether or not somebody was known.

    On a shared number one "pas moi" says nothing of the other person: only the choice of person is
    forgotten, so the first name is asked again.
    """
    conversation = session.get_one(Conversation, conversation_id)
    partage = est_partage(session, conversation_id)
    if partage:
        conversation.allocataire_choisi_id = conversation.choisi_jusqu_a = None
    else:
        session.merge(Telephone(numero=conversation.adresse, etat=EtatTelephone.DESAVOUE))
    if qui is None:
        return Reponse("mauvais_numero")
    verifications = update(VerificationIdentite).where(
        VerificationIdentite.conversation_id == conversation_id
    )
    session.execute(verifications.values(reussie_le=None))
    alerter(session, GenreAlerte.MAUVAIS_NUMERO, conversation_id, qui, cause, maintenant)
    consigner(session, "systeme", "telephone.desavouer", f"allocataire:{qui.id}", maintenant)
    return Reponse("mauvais_numero_partage" if partage else "mauvais_numero")
