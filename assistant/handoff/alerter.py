"""Tells the référent (or the stand-in) that a human is needed: a row, and an SMS without detail."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.conversation.outbox import conversation_avec, envoyer
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.referents import Referent, interlocuteur

URGENTES = {GenreAlerte.URGENCE}
PAR_SMS = {GenreAlerte.URGENCE, GenreAlerte.PARLER, GenreAlerte.ANNULATION, GenreAlerte.RETARD}
A_PRENDRE_SOUS = {GenreAlerte.URGENCE: timedelta(minutes=15)}


A_L_EQUIPE = {GenreAlerte.CHANGER_REFERENT}  # not to the one whom the person wants to leave


def cle_alerte(genre: GenreAlerte, cause: UUID | str) -> str:
    """What makes an alert one and the same."""
    return f"{genre}:{cause}"


def alerter(
    session: Session,
    genre: GenreAlerte,
    conversation_id: UUID,
    allocataire: Allocataire | None,
    cause: UUID | str,
    maintenant: datetime,
) -> bool:
    """True when this is news; a repeated call for the same `cause` (a turn) alerts nobody again."""
    qui = _qui(genre, allocataire, maintenant)
    created = session.scalar(
        insert(Alerte)
        .values(
            conversation_id=conversation_id,
            allocataire_id=allocataire.id if allocataire else None,
            referent_id=qui.id if qui else None,
            genre=genre,
            urgente=genre in URGENTES,
            creee_le=maintenant,
            a_prendre_avant=maintenant + A_PRENDRE_SOUS[genre] if genre in A_PRENDRE_SOUS else None,
            cle=cle_alerte(genre, cause),
        )
        .on_conflict_do_nothing()
        .returning(Alerte.id)
    )
    if created and qui and genre in PAR_SMS:
        corps = render(f"alerte_{genre}", {"numero": created})
        envoyer(session, conversation_avec(session, qui.telephone), corps, maintenant)
    return created is not None


def _qui(genre: GenreAlerte, allocataire: Allocataire | None, maintenant: datetime) -> Referent | None:
    """The référent or the stand-in; None is the team."""
    if allocataire is None or genre in A_L_EQUIPE:
        return None
    return interlocuteur(allocataire.referent, maintenant.date()).referent
