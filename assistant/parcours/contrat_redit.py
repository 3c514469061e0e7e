"""An explanation asked for twice is given otherwise the second time."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.conversation.redites import derniere_reponse
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.droits import droits


def autrement(
    session: Session, conversation_id: UUID, dite: Reponse, qui: Allocataire | None, jour: date
) -> Reponse:
    """Examples when these words were the last ones said."""
    derniere = derniere_reponse(session, conversation_id) or ""
    repete = derniere.startswith(render(dite.cle, dite.valeurs))
    return droits("contrat_exemples", qui, jour) if repete else dite
