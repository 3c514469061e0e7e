"""Identity checks: level 2 is a recent right birth date; three wrong ones lock it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assistant.database import Base


class VerificationIdentite(Base):
    __tablename__ = "verifications_identite"
    __table_args__ = (UniqueConstraint("conversation_id", "allocataire_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    allocataire_id: Mapped[int] = mapped_column(ForeignKey("allocataires.id", ondelete="CASCADE"))
    essais: Mapped[int] = mapped_column(default=0)
    dernier_tour_id: Mapped[str | None]  # a retried turn counts one try
    reussie_le: Mapped[datetime | None]
    verrouillee_le: Mapped[datetime | None]
