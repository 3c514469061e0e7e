"""The outcome of a request through the référent, texted once, at an allowed hour."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from assistant.offres.inscriptions.envoi import ecrire, retenir_la_conversation
from assistant.offres.inscriptions.places import vivante
from assistant.offres.inscriptions.tables import EtatInscription, EtatPrescription, Prescription


def a_annoncer(maintenant: datetime) -> Select[Any]:
    decidees = Prescription.decidee_le <= maintenant, Prescription.annoncee_le.is_(None)
    return select(Prescription.id).where(*decidees).order_by(Prescription.id)


def annoncer(session: Session, prescription_id: int, maintenant: datetime) -> None:
    prescription = session.get_one(Prescription, prescription_id)
    retenir_la_conversation(session, prescription.conversation_id)
    session.refresh(prescription, with_for_update={"of": Prescription})
    if prescription.annoncee_le:
        return
    prescription.annoncee_le = maintenant
    cle = _cle(session, prescription)
    qui, ou = prescription.allocataire, prescription.conversation_id
    ecrire(session, ou, qui, prescription.offre, cle, maintenant)


def _cle(session: Session, prescription: Prescription) -> str:
    if prescription.etat is EtatPrescription.REFUSEE:
        return "prescription_refusee"
    inscription = vivante(session, prescription.offre_id, prescription.allocataire_id)
    if inscription is None:
        return "prescription_validee"
    if inscription.etat is EtatInscription.INSCRITE:
        return "prescription_validee_place"
    return "prescription_validee_attente"
