"""A rendez-vous that was missed: explained afterwards, passed on, nothing promised."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.parcours.agenda.signalements import signaler
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import GenreSignalement, Participation, RendezVous, Statut

ANCIENNETE = timedelta(days=90)  # an older absence is not what a text of today speaks of


def derniere_absence(session: Session, allocataire_id: int, maintenant: datetime) -> Participation | None:
    """The last rendez-vous missed, or past and not yet ticked off by anybody."""
    return session.scalar(
        select(Participation)
        .join(Participation.rendez_vous)
        .where(
            Participation.allocataire_id == allocataire_id,
            Participation.statut.in_((Statut.NOSHOW, Statut.UNKNOWN)),
            RendezVous.debut.between(maintenant - ANCIENNETE, maintenant),
        )
        .order_by(RendezVous.debut.desc())
        .limit(1)
    )


def expliquer_absence(
    session: Session,
    qui: Allocataire,
    texte: str,
    conversation_id: UUID,
    tour_id: UUID | None,
    maintenant: datetime,
) -> Participation | None:
    """Keeps the explanation with its time and tells the référent; the rendez-vous it is about, if any."""
    manquee = derniere_absence(session, qui.id, maintenant)
    signaler(session, GenreSignalement.ABSENCE_EXPLIQUEE, qui.id, manquee, texte, tour_id, maintenant)
    genre = GenreAlerte.ABSENCE_EXPLIQUEE
    alerter(session, genre, conversation_id, qui, tour_id or conversation_id, maintenant)
    return manquee
