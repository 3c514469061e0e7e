"""Offers for an action still to do, which Jalon speaks of unasked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from assistant.content.reponse import Reponse
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import trouver_lieu
from assistant.offres.proposition import LOIN_KM
from assistant.offres.recherche import chercher
from assistant.offres.referentiel import Entree, entree_de
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_courant import contrat_courant
from assistant.parcours.contrats import Objectif
from assistant.parcours.reconnaissance import actions_ouvertes
from assistant.parcours.rendez_vous import Participation, RendezVous, Statut
from assistant.settings import settings


@dataclass(frozen=True)
class OffresDuContrat:
    entree: Entree
    combien: int
    commune: str

    @property
    def annonce(self) -> Reponse:
        cle = "offres_du_contrat_une" if self.combien == 1 else "offres_du_contrat"
        valeurs = {"quoi": self.entree.nom, "combien": str(self.combien), "lieu": self.commune}
        return Reponse(cle, valeurs)


def offres_du_contrat(
    session: Session, qui: Allocataire, maintenant: datetime, *, pousse: bool
) -> OffresDuContrat | None:
    """For the first action to do that offers near home answer.

    `pousse`: nobody asked. Before a first rendez-vous only the socle is then spoken of.
    """
    lieu = trouver_lieu(f"{qui.code_postal} {qui.commune}")
    socle = pousse and not deja_recu(session, qui, maintenant)
    for entree in _a_faire(session, qui, maintenant):
        filtres = Filtres(rayon_km=LOIN_KM, themes=entree.thematiques, socle_seulement=socle)
        trouvees = chercher(
            session,
            entree.nom,
            pres_de=lieu,
            maintenant=maintenant,
            limite=settings().offers_shown,
            filtres=filtres,
        )
        if proches := [trouvee for trouvee in trouvees if trouvee.distance_km is not None]:
            return OffresDuContrat(entree, len(proches), qui.commune)
    return None


def deja_recu(session: Session, qui: Allocataire, maintenant: datetime) -> bool:
    """Whether the first rendez-vous took place: a signed contract is made at one."""
    contrat = contrat_courant(session, qui.id, maintenant.date())
    if contrat is not None and contrat.signe_le is not None:
        return True
    passe = exists().where(
        Participation.allocataire_id == qui.id,
        Participation.rendez_vous_id == RendezVous.id,
        Participation.statut == Statut.SEEN,
        RendezVous.debut <= maintenant,
    )
    return bool(session.scalar(select(passe)))


def _a_faire(session: Session, qui: Allocataire, maintenant: datetime) -> Iterator[Entree]:
    contrat = contrat_courant(session, qui.id, maintenant.date())
    for action in actions_ouvertes(contrat.actions) if contrat else []:
        if action.declaree_faite_le is not None:
            continue
        objectif = session.get_one(Objectif, action.objectif_id)
        if entree := entree_de(f"{action.libelle} {objectif.libelle}", objectif.theme_code):
            yield entree
