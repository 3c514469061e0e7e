"""What the search knows of each offer: its meaning and the needs it answers, as vectors."""

from pgvector.sqlalchemy import Vector
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from assistant.database import Base


class OffreIndexee(Base):
    """One row an offer; `empreinte` names the text, the encoder and the needs model it comes from.

    `besoins` has a number for each thématique: its HNSW index is made by indexation.py, which counts them.
    """

    __tablename__ = "offres_indexees"

    offre_id: Mapped[str] = mapped_column(ForeignKey("offres.id", ondelete="CASCADE"), primary_key=True)
    empreinte: Mapped[str]
    sens: Mapped[list[float]] = mapped_column(Vector(), deferred=True)
    besoins: Mapped[list[float]] = mapped_column(Vector(), deferred=True)


INDEX = OffreIndexee.__table__
