"""The contract that speaks for a person today, and where it stands."""

from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from assistant.parcours.contrats import Contrat
from assistant.settings import settings


class EtatContrat(StrEnum):
    A_SIGNER = "a_signer"
    EN_COURS = "en_cours"
    FIN_PROCHE = "fin_proche"
    TERMINE = "termine"


def contrat_courant(session: Session, allocataire_id: int, jour: date) -> Contrat | None:
    """The signed contract in force; else the latest one, still to sign or over; None without any."""
    en_vigueur = and_(Contrat.signe_le.is_not(None), Contrat.debut <= jour, Contrat.fin >= jour)
    return session.scalar(
        select(Contrat)
        .where(Contrat.allocataire_id == allocataire_id)
        .order_by(en_vigueur.desc(), Contrat.fin.desc())
        .limit(1)
    )


def contrat_a_signer(session: Session, allocataire_id: int, jour: date) -> Contrat | None:
    """The latest contract that waits for its signature, also when an older one is still in force."""
    return session.scalar(
        select(Contrat)
        .where(Contrat.allocataire_id == allocataire_id, Contrat.signe_le.is_(None), Contrat.fin >= jour)
        .order_by(Contrat.fin.desc())
        .limit(1)
    )


def etat_contrat(contrat: Contrat, jour: date) -> EtatContrat:
    if contrat.fin < jour:
        return EtatContrat.TERMINE
    if contrat.signe_le is None:
        return EtatContrat.A_SIGNER
    if contrat.fin - jour <= timedelta(days=settings().contract_renewal_days):
        return EtatContrat.FIN_PROCHE
    return EtatContrat.EN_COURS
