"""The day before, and when too few people signed up."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from assistant.clock import PARIS
from assistant.conversation.initiative import dernier_jour_permis_avant
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.inscriptions.envoi import ecrire, retenir_la_conversation
from assistant.offres.inscriptions.tables import EtatInscription, Inscription
from assistant.offres.tables import Offre
from assistant.settings import settings

HORIZON = timedelta(days=5)  # the longest row of days on which we do not write, and more


def prochaines(maintenant: datetime) -> Select[Any]:
    return _places(maintenant, Inscription.rappelee_le).where(Offre.debut <= maintenant + HORIZON)


def rappeler(session: Session, inscription_id: int, maintenant: datetime) -> None:
    """Once, on the last day before on which we may write."""
    inscription = _tenue(session, inscription_id)
    offre = inscription.offre
    if inscription.etat is not EtatInscription.INSCRITE or inscription.rappelee_le or offre.debut is None:
        return
    if maintenant.astimezone(PARIS).date() >= dernier_jour_permis_avant(offre.debut.astimezone(PARIS).date()):
        inscription.rappelee_le = maintenant
        cle = "inscription_rappel_incertain" if _manque_du_monde(offre) else "inscription_rappel"
        ecrire(session, inscription.conversation_id, inscription.allocataire, offre, cle, maintenant)


def incertaines(maintenant: datetime) -> Select[Any]:
    delai = timedelta(days=settings().minimum_notice_days)
    bientot = or_(Offre.fin_inscription <= maintenant, Offre.debut <= maintenant + delai)
    menacees = _places(maintenant, Inscription.incertitude_dite_le)
    return menacees.where(bientot, Offre.places_prises < Offre.minimum)


def dire_l_incertitude(session: Session, inscription_id: int, maintenant: datetime) -> None:
    """Registration is over, or the date is near, and the minimum is not reached: it may not take place.

    There is no channel to the organiser (an e-mail or a switchboard number): the référent of each person
    is alerted and calls them; the person is told what is known, no more, and whom to call.
    """
    inscription = _tenue(session, inscription_id)
    if inscription.etat is not EtatInscription.INSCRITE or inscription.incertitude_dite_le:
        return
    inscription.incertitude_dite_le = maintenant
    qui, ou = inscription.allocataire, inscription.conversation_id
    if ou:
        alerter(session, GenreAlerte.MINIMUM, ou, qui, f"inscription:{inscription.id}", maintenant)
    ecrire(session, ou, qui, inscription.offre, "inscription_incertaine", maintenant)


def _manque_du_monde(offre: Offre) -> bool:
    return offre.minimum is not None and offre.places_prises < offre.minimum


def _places(maintenant: datetime, marque: InstrumentedAttribute[datetime | None]) -> Select[Any]:
    """Places held in what is to come, not marked yet."""
    return (
        select(Inscription.id)
        .join(Inscription.offre)
        .where(
            Inscription.etat == EtatInscription.INSCRITE,
            marque.is_(None),
            Offre.debut > maintenant,
            Offre.retiree_le.is_(None),
        )
        .order_by(Inscription.id)
    )


def _tenue(session: Session, inscription_id: int) -> Inscription:
    """The row as it is now; another round waits for this one."""
    inscription = session.get_one(Inscription, inscription_id)
    retenir_la_conversation(session, inscription.conversation_id)
    session.refresh(inscription, with_for_update={"of": Inscription})
    return inscription
