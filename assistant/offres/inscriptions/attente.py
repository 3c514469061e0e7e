"""The waiting list in time: freed places announced, silence, the beginning, places added."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from assistant.offres.inscriptions.depart import clore
from assistant.offres.inscriptions.envoi import ecrire, retenir_la_conversation
from assistant.offres.inscriptions.mots import limite
from assistant.offres.inscriptions.place_liberee import en_suspens, est_passee
from assistant.offres.inscriptions.places import passer_la_place, relire, temps_de_proposer, verrouiller
from assistant.offres.inscriptions.tables import EtatInscription, Inscription
from assistant.offres.tables import Offre
from assistant.settings import settings

ATTEND, PROPOSEE = EtatInscription.EN_ATTENTE, EtatInscription.PROPOSEE


def a_annoncer(maintenant: datetime) -> Select[Any]:
    return _lesquelles().where(Inscription.etat == PROPOSEE, Inscription.annoncee_le.is_(None))


def annoncer(session: Session, inscription_id: int, maintenant: datetime) -> None:
    """Somebody who cannot be written to, or too late, is passed over at once."""
    inscription = session.get_one(Inscription, inscription_id)
    retenir_la_conversation(session, inscription.conversation_id)
    offre = relire(session, inscription)
    if inscription.etat is not PROPOSEE or inscription.annoncee_le:
        return
    if en_suspens(session, inscription.allocataire_id):
        return  # one question at a time: a bare « oui » must mean one thing
    jusqu_a = _jusqu_a(offre, maintenant)
    qui, ou = inscription.allocataire, inscription.conversation_id
    if temps_de_proposer(offre, maintenant) and ecrire(
        session, ou, qui, offre, "place_proposee", maintenant, limite=limite(jusqu_a)
    ):
        inscription.annoncee_le, inscription.jusqu_a = maintenant, jusqu_a
        session.flush()
    else:
        clore(session, offre, inscription, EtatInscription.EXPIREE, maintenant)


def _jusqu_a(offre: Offre, maintenant: datetime) -> datetime:
    jusqu_a = maintenant + timedelta(hours=settings().waiting_place_hours)
    if offre.debut is None:
        return jusqu_a
    return min(jusqu_a, offre.debut - timedelta(hours=settings().slot_notice_hours))


def sans_reponse(maintenant: datetime) -> Select[Any]:
    return _lesquelles().where(Inscription.etat == PROPOSEE, Inscription.jusqu_a <= maintenant)


def expirer(session: Session, inscription_id: int, maintenant: datetime) -> None:
    """Silence passes the place on."""
    inscription = session.get_one(Inscription, inscription_id)
    offre = relire(session, inscription)
    if inscription.etat is PROPOSEE and est_passee(inscription, maintenant):
        clore(session, offre, inscription, EtatInscription.EXPIREE, maintenant)


def commencees(maintenant: datetime) -> Select[Any]:
    attendent = Inscription.etat.in_([ATTEND, PROPOSEE])
    return _lesquelles().join(Inscription.offre).where(attendent, Offre.debut <= maintenant)


def finir(session: Session, inscription_id: int, maintenant: datetime) -> None:
    """It began without those who waited."""
    inscription = session.get_one(Inscription, inscription_id)
    offre = relire(session, inscription)
    if inscription.etat in (ATTEND, PROPOSEE):
        clore(session, offre, inscription, EtatInscription.EXPIREE, maintenant)


def agrandies(maintenant: datetime) -> Select[Any]:
    return (
        select(Inscription.offre_id)
        .join(Inscription.offre)
        .where(Inscription.etat == ATTEND, Offre.places_prises < Offre.places)
        .distinct()
    )


def offrir_les_places(session: Session, offre_id: str, maintenant: datetime) -> None:
    """The organiser made room: those who wait come before anybody new."""
    offre = verrouiller(session, offre_id)
    attente = select(func.count(Inscription.id)).where(
        Inscription.offre_id == offre_id, Inscription.etat == ATTEND
    )
    if not temps_de_proposer(offre, maintenant):
        return
    for _ in range(min((offre.places or 0) - offre.places_prises, session.scalar(attente) or 0)):
        offre.places_prises += 1
        passer_la_place(session, offre, maintenant)


def _lesquelles() -> Select[Any]:
    return select(Inscription.id).order_by(Inscription.id)
