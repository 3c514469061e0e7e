"""Where people are received: territoires (MDS, PTS) and the structures in them."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from assistant.database import Base
from assistant.offres.mots import plier


class Territoire(Base):
    __tablename__ = "territoires"

    id: Mapped[int] = mapped_column(primary_key=True)
    nom: Mapped[str] = mapped_column(unique=True)
    genre: Mapped[str]  # mds, pts


class Structure(Base):
    __tablename__ = "structures"

    id: Mapped[int] = mapped_column(primary_key=True)
    territoire_id: Mapped[int] = mapped_column(ForeignKey("territoires.id"))
    nom: Mapped[str] = mapped_column(unique=True)
    adresse: Mapped[str]
    code_postal: Mapped[str]
    commune: Mapped[str]
    telephone: Mapped[str | None]
    acces: Mapped[str | None]  # one short sentence: "Tram A, arrêt Stalingrad"

    territoire: Mapped[Territoire] = relationship()


def structure_nommee(session: Session, texte: str) -> Structure | None:
    """The place whose town the words name: « la mds de libourne »."""
    mots = f" {plier(texte)} "
    ouvertes = session.scalars(
        select(Structure).where(Structure.telephone.is_not(None)).order_by(Structure.id)
    )
    return next((lieu for lieu in ouvertes if f" {plier(lieu.commune)} " in mots), None)
