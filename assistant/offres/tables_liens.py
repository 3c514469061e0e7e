"""Short links of our own to the public page of an offer."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assistant.database import Base
from assistant.offres.tables import Offre


class LienOffre(Base):
    """Kept once expired: its page then says that it was one, and the code is never given again."""

    __tablename__ = "liens_offre"

    code: Mapped[str] = mapped_column(primary_key=True)
    offre_id: Mapped[str] = mapped_column(ForeignKey("offres.id", ondelete="CASCADE"), index=True)
    cree_le: Mapped[datetime]
    expire_le: Mapped[datetime]

    offre: Mapped[Offre] = relationship()
