"""All that is in a person's name: places, waits, and requests that the référent has."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from assistant.content.francais import liste_numerotee
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.offres.detail import nom_court
from assistant.offres.inscriptions.depart import inscriptions_a_venir
from assistant.offres.inscriptions.mots import jour
from assistant.offres.inscriptions.tables import EtatPrescription, Prescription
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_dit import qui_suit

AU_PLUS = 4  # lines of two segments
LARGEUR_DU_NOM = 28


def rien_a_son_nom(session: Session, qui: Allocataire, maintenant: datetime) -> bool:
    return not inscriptions_a_venir(session, qui, maintenant) and not _demandees(session, qui)


def rien_ne_fut_demande(session: Session, qui: Allocataire) -> bool:
    """Never, through Jalon: neither a place, nor a word to the référent."""
    alerte = exists().where(Alerte.genre == GenreAlerte.INSCRIPTION, Alerte.allocataire_id == qui.id)
    demande = exists().where(Prescription.allocataire_id == qui.id)
    return not session.scalar(select(alerte)) and not session.scalar(select(demande))


def les_dire(session: Session, qui: Allocataire, maintenant: datetime) -> Reponse:
    """A line each, the nearest first; that there is none, and who was told of what interests them."""
    lignes = list(_lignes(session, qui, maintenant))[:AU_PLUS]
    if not lignes and rien_ne_fut_demande(session, qui):
        return Reponse("inscriptions_aucune")
    if not lignes:
        return Reponse("inscriptions_aucune_prevenu", {"referent": qui_suit(qui, maintenant.date())})
    return Reponse("inscriptions_siennes", {"inscriptions": liste_numerotee(lignes)})


def _lignes(session: Session, qui: Allocataire, maintenant: datetime) -> Iterator[str]:
    for inscription in inscriptions_a_venir(session, qui, maintenant):
        sienne = {"offre": nom_court(inscription.offre, LARGEUR_DU_NOM), "jour": jour(inscription.offre)}
        yield render(f"inscriptions_ligne_{inscription.etat}", sienne)
    for offre_demandee in _demandees(session, qui):
        yield render("inscriptions_ligne_demandee", {"offre": nom_court(offre_demandee, LARGEUR_DU_NOM)})


def _demandees(session: Session, qui: Allocataire) -> Sequence[Offre]:
    query = (
        select(Offre)
        .join(Prescription, Prescription.offre_id == Offre.id)
        .where(Prescription.allocataire_id == qui.id, Prescription.etat == EtatPrescription.EN_COURS)
        .order_by(Prescription.id)
    )
    return session.scalars(query).all()
