"""When we may write first, and to whom. Replies leave at any hour; what nobody asked for does not.

Monday to Saturday, 9 to 20 h in Paris, no public holiday: stricter than the AF2M charter of 2026-03.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.conversation.consentements import est_oppose
from assistant.conversation.tables import Canal, Conversation
from assistant.parcours.allocataires import Allocataire, EtatTelephone, Telephone, personnes_du_numero
from assistant.parcours.jours_ouvres import est_ferie

DE, A = 9, 20  # o'clock
DIMANCHE = 6


def est_permis(maintenant: datetime) -> bool:
    local = maintenant.astimezone(PARIS)
    return jour_permis(local.date()) and DE <= local.hour < A


def jour_permis(jour: date) -> bool:
    return jour.weekday() != DIMANCHE and not est_ferie(jour)


def dernier_jour_permis_avant(jour: date) -> date:
    """The eve, or the Saturday before a Monday."""
    veille = jour - timedelta(days=1)
    while not jour_permis(veille):
        veille -= timedelta(days=1)
    return veille


def joignable(session: Session, conversation_id: UUID | None, qui: Allocataire) -> Conversation | None:
    """The conversation, when its number is still this person's, works, and asked for no silence."""
    conversation = session.get(Conversation, conversation_id) if conversation_id else None
    if conversation is None or conversation.canal is not Canal.SMS:
        return None
    telephone = session.get(Telephone, conversation.adresse)
    if telephone is None or telephone.etat is not EtatTelephone.ACTIF:
        return None
    sienne = qui in personnes_du_numero(session, conversation.adresse)
    return conversation if sienne and not est_oppose(session, conversation.adresse) else None
