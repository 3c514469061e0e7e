"""The hours people declare: once per turn, open to correction until the référent validates them."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.parcours.contrats import ActionContrat, Contrat, HeuresDeclarees


def declarer_heures(
    session: Session,
    contrat: Contrat,
    minutes: int,
    *,
    action: ActionContrat | None,
    jour: date,
    texte: str,
    tour_id: str,
) -> HeuresDeclarees:
    """The row of this turn, written if it was not yet."""
    session.execute(
        insert(HeuresDeclarees)
        .values(
            contrat_id=contrat.id,
            action_id=action.id if action else None,
            jour=jour,
            minutes=minutes,
            texte=texte,
            tour_id=tour_id,
        )
        .on_conflict_do_nothing(index_elements=["tour_id"])
    )
    return session.scalars(select(HeuresDeclarees).where(HeuresDeclarees.tour_id == tour_id)).one()


def corriger_heures(session: Session, contrat: Contrat, declaration_id: int, minutes: int) -> date | None:
    """The day of the row, which gets another length; None when it is not in this contract or the référent
    has decided on it.
    """
    heures = _a_corriger(session, contrat, declaration_id)
    if heures is None:
        return None
    heures.minutes = minutes
    session.flush()
    return heures.jour


def retirer_heures(session: Session, contrat: Contrat, declaration_id: int, minutes: int) -> date | None:
    """The day of the row these minutes are taken from, and which ends with its last; None as above."""
    heures = _a_corriger(session, contrat, declaration_id)
    if heures is None:
        return None
    heures.minutes -= min(minutes, heures.minutes)
    if not heures.minutes:
        session.delete(heures)
    session.flush()
    return heures.jour


def fixer_le_total(session: Session, contrat: Contrat, jour: date, minutes: int) -> int | None:
    """The week ends with this total, the latest hours giving way first; the latest that stay. None when
    what the référent validated is already more.
    """
    trop = minutes_de_la_semaine(session, contrat, jour) - minutes
    ouvertes = select(HeuresDeclarees).where(
        HeuresDeclarees.contrat_id == contrat.id, _de_cette_semaine(jour), HeuresDeclarees.validees.is_(None)
    )
    rangees = list(session.scalars(ouvertes.order_by(HeuresDeclarees.id.desc()).with_for_update()))
    if trop < 0 or sum(heures.minutes for heures in rangees) < trop:
        return None
    for heures in rangees:
        retire = min(trop, heures.minutes)
        heures.minutes, trop = heures.minutes - retire, trop - retire
    for vide in (heures for heures in rangees if not heures.minutes):
        session.delete(vide)
    session.flush()
    return next((heures.id for heures in rangees if heures.minutes), None)


def _a_corriger(session: Session, contrat: Contrat, declaration_id: int) -> HeuresDeclarees | None:
    heures = session.get(HeuresDeclarees, declaration_id, with_for_update=True)
    mienne = heures is not None and heures.contrat_id == contrat.id and heures.validees is None
    return heures if mienne else None


def minutes_de_la_semaine(session: Session, contrat: Contrat, jour: date) -> int:
    """Declared from Monday to Sunday of that week, without what the référent refused."""
    query = select(func.coalesce(func.sum(HeuresDeclarees.minutes), 0)).where(
        HeuresDeclarees.contrat_id == contrat.id,
        _de_cette_semaine(jour),
        HeuresDeclarees.validees.is_not(False),
    )
    return session.scalars(query).one()


def _de_cette_semaine(jour: date) -> ColumnElement[bool]:
    lundi = lundi_de(jour)
    return HeuresDeclarees.jour.between(lundi, lundi + timedelta(days=6))


def lundi_de(jour: date) -> date:
    return jour - timedelta(days=jour.weekday())
