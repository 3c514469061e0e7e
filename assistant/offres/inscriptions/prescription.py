"""What only the référent can ask for: the request, the decision, and what the decision does."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.inscriptions.places import (
    inscrire,
    quelqu_un_attend,
    se_reserve,
    verrouiller,
    vivante,
)
from assistant.offres.inscriptions.tables import (
    EtatInscription,
    EtatPrescription,
    Inscription,
    Prescription,
)
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire
from assistant.privacy.audit import consigner


class DejaDecidee(Exception):
    """The request is no longer open: what was decided stays."""


def est_en_cours(session: Session, offre_id: str, allocataire_id: int) -> bool:
    en_cours = exists().where(
        Prescription.offre_id == offre_id,
        Prescription.allocataire_id == allocataire_id,
        Prescription.etat == EtatPrescription.EN_COURS,
    )
    return bool(session.scalar(select(en_cours)))


def demander_au_referent(
    session: Session,
    offre: Offre,
    qui: Allocataire,
    conversation_id: UUID,
    cause: UUID,
    maintenant: datetime,
) -> None:
    """Under the offer's lock. The référent (or the stand-in) finds the request among the alerts."""
    session.add(
        Prescription(
            offre_id=offre.id,
            allocataire_id=qui.id,
            conversation_id=conversation_id,
            etat=EtatPrescription.EN_COURS,
            demandee_le=maintenant,
        )
    )
    session.flush()
    alerter(session, GenreAlerte.PRESCRIPTION, conversation_id, qui, cause, maintenant)


def decider(
    session: Session, prescription: Prescription, acteur: str, maintenant: datetime, *, accordee: bool
) -> None:
    """Once; the person is texted by the next round at an allowed hour (veille.py).

    Granted for an offer with a date, it takes a place, or one on the waiting list. Raises DejaDecidee.
    """
    offre = verrouiller(session, prescription.offre_id)
    session.refresh(prescription)
    if prescription.etat is not EtatPrescription.EN_COURS:
        raise DejaDecidee
    prescription.etat = EtatPrescription.VALIDEE if accordee else EtatPrescription.REFUSEE
    prescription.decidee_le = maintenant
    if accordee and se_reserve(offre) and vivante(session, offre.id, prescription.allocataire_id) is None:
        _prendre_rang(session, offre, prescription, maintenant)
    consigner(
        session, acteur, f"prescription.{prescription.etat}", f"prescription:{prescription.id}", maintenant
    )
    session.flush()


def _prendre_rang(session: Session, offre: Offre, prescription: Prescription, maintenant: datetime) -> None:
    complet = offre.complete or quelqu_un_attend(session, offre)
    inscription = Inscription(
        offre_id=offre.id,
        allocataire_id=prescription.allocataire_id,
        conversation_id=prescription.conversation_id,
        etat=EtatInscription.EN_ATTENTE,
        demandee_le=maintenant,
    )
    if complet:
        session.add(inscription)
    else:
        inscrire(session, offre, inscription, maintenant)
