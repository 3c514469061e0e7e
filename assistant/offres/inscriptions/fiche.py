"""The single page a référent needs to make a request: who, for what, how, and what it serves."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from assistant.content.francais import date_en_francais
from assistant.offres.inscriptions.mots import moment
from assistant.offres.inscriptions.tables import Prescription
from assistant.offres.ressemblance import mots_communs
from assistant.parcours.allocataires import EtatTelephone
from assistant.parcours.contrat_courant import contrat_courant
from assistant.parcours.numeros import lisible
from assistant.parcours.reconnaissance import actions_ouvertes


@dataclass(frozen=True)
class Fiche:
    """For staff only: it names the person. Empty when unknown."""

    demandee_le: str
    etat: str
    personne: str
    commune: str
    telephones: list[str]
    actions: list[str]  # of the contract, still to do; those about the offer first
    offre: str
    structure: str
    quand: str
    places: str
    publics: str
    conditions: str
    comment_demander: str
    contacts: list[str]


def fiche(session: Session, prescription: Prescription, maintenant: datetime) -> Fiche:
    """Read when shown: nothing of it is stored, so it is never stale."""
    offre, qui = prescription.offre, prescription.allocataire
    structure = offre.structure
    numero = offre.telephone or structure.telephone
    contacts = (offre.contact_nom_prenom, numero and lisible(numero), offre.courriel or structure.courriel)
    return Fiche(
        demandee_le=date_en_francais(prescription.demandee_le.date()),
        etat=prescription.etat,
        personne=f"{qui.prenom} {qui.nom}",
        commune=f"{qui.code_postal} {qui.commune}",
        telephones=[lisible(t.numero) for t in qui.telephones if t.etat is EtatTelephone.ACTIF],
        actions=_actions(session, prescription, maintenant),
        offre=offre.nom,
        structure=structure.nom,
        quand=moment(offre, maintenant),
        places="" if offre.places is None else f"{max(offre.places - offre.places_prises, 0)}/{offre.places}",
        publics=offre.publics_precisions or ", ".join(offre.publics),
        conditions=offre.conditions_acces or "",
        comment_demander=offre.mobilisation_precisions or offre.lien_mobilisation or "",
        contacts=[contact for contact in contacts if contact],
    )


def _actions(session: Session, prescription: Prescription, maintenant: datetime) -> list[str]:
    contrat = contrat_courant(session, prescription.allocataire_id, maintenant.date())
    if contrat is None:
        return []
    a_faire = [action.libelle for action in actions_ouvertes(contrat.actions)]
    texte = f"{prescription.offre.nom} {prescription.offre.description}"
    return sorted(a_faire, key=lambda libelle: -mots_communs(libelle, texte))
