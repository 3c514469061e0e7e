"""Who did what to which row, and when. Identifiers only: nothing personal."""

from datetime import datetime

from sqlalchemy.orm import Mapped, Session, mapped_column

from assistant.database import Base


class Geste(Base):
    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    le: Mapped[datetime]
    acteur: Mapped[str]  # allocataire:12, referent:3, systeme
    geste: Mapped[str]  # rendez_vous.annuler
    objet: Mapped[str]  # rendez_vous:45


def consigner(session: Session, acteur: str, geste: str, objet: str, le: datetime) -> None:
    session.add(Geste(acteur=acteur, geste=geste, objet=objet, le=le))
