"""Inscriptions that go with a conversation or with a person: their places become free."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, func, select, update
from sqlalchemy.orm import Session

from assistant.offres.inscriptions.depart import clore
from assistant.offres.inscriptions.places import relire
from assistant.offres.inscriptions.tables import (
    TIENNENT_UNE_PLACE,
    VIVANTES,
    EtatInscription,
    Inscription,
    Prescription,
)
from assistant.offres.tables import Offre


def oublier(
    session: Session,
    inscriptions: ColumnElement[bool],
    prescriptions: ColumnElement[bool],
    maintenant: datetime,
) -> None:
    """Ends what is live, so that those who wait move up, then deletes every row."""
    vivantes = select(Inscription).where(inscriptions, Inscription.etat.in_(VIVANTES))
    for inscription in session.scalars(vivantes.order_by(Inscription.offre_id, Inscription.id)).all():
        offre = relire(session, inscription)
        if inscription.etat in VIVANTES:
            clore(session, offre, inscription, EtatInscription.ANNULEE, maintenant)
    session.flush()
    session.execute(delete(Inscription).where(inscriptions))
    session.execute(delete(Prescription).where(prescriptions))


def recompter(session: Session, source: str) -> None:
    """Adds the places held here to counters just set to what the source says."""
    tenues = (
        select(func.count(Inscription.id))
        .where(Inscription.offre_id == Offre.id, Inscription.etat.in_(TIENNENT_UNE_PLACE))
        .correlate(Offre)
        .scalar_subquery()
    )
    session.execute(
        update(Offre)
        .where(Offre.source == source, exists().where(Inscription.offre_id == Offre.id))
        .values(places_prises=Offre.places_prises + tenues)
        .execution_options(synchronize_session="fetch")
    )
