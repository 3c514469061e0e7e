"""What a person tells us of a rendez-vous, kept in their words, with its time, for the référent to read."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.parcours.rendez_vous import GenreSignalement, Participation, Signalement


def signaler(
    session: Session,
    genre: GenreSignalement,
    allocataire_id: int,
    participation: Participation | None,
    texte: str,
    tour_id: UUID | None,
    maintenant: datetime,
) -> None:
    """A turn signals once, however often it is taken up again."""
    session.execute(
        insert(Signalement)
        .values(
            allocataire_id=allocataire_id,
            participation_id=participation.id if participation else None,
            genre=genre,
            texte=texte,
            recu_le=maintenant,
            tour_id=str(tour_id) if tour_id else None,
        )
        .on_conflict_do_nothing()
    )


def completer(session: Session, genre: GenreSignalement, participation_id: int, texte: str) -> None:
    """The reason that came after: added to the latest word on this rendez-vous, once."""
    dernier = session.scalar(
        select(Signalement)
        .where(Signalement.participation_id == participation_id, Signalement.genre == genre)
        .order_by(Signalement.id.desc())
        .limit(1)
        .with_for_update()
    )
    if dernier is not None and texte not in dernier.texte:
        dernier.texte = f"{dernier.texte} {texte}".strip()
