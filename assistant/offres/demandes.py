"""« inscris-moi », « je viens plus » where Jalon counts no places: the référent is told and does the rest."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.offres.detail import contact, nom_court, telephone
from assistant.offres.inscriptions.places import se_reserve
from assistant.offres.inscriptions.tables import Prescription
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_dit import qui_suit


def inscription_demandee(
    session: Session,
    offre: Offre,
    allocataire: Allocataire | None,
    conversation_id: UUID,
    cause: UUID,
    maintenant: datetime,
) -> Reponse:
    """How to join, and for a known person the référent who now knows."""
    numero = telephone(offre)
    valeurs = {"offre": nom_court(offre), "contact": numero or render("referent_sans_nom")}
    if allocataire is None:
        return Reponse("inscription_inconnue" if numero else "inscription_inconnue_referent", valeurs)
    alerter(session, GenreAlerte.INSCRIPTION, conversation_id, allocataire, cause, maintenant)
    valeurs["referent"] = qui_suit(allocataire, maintenant.date())
    return Reponse("inscription" if numero else "inscription_par_referent", valeurs)


def pas_encore(offre: Offre) -> Reponse:
    """« je suis inscrite ou pas ? » from a number nobody has: never through us."""
    valeurs = {"offre": nom_court(offre), "contact": telephone(offre) or ""}
    return Reponse("inscription_pas_faite" if telephone(offre) else "inscription_pas_faite_referent", valeurs)


def desinscription_demandee(
    session: Session,
    offre: Offre | None,
    allocataire: Allocataire | None,
    conversation_id: UUID,
    cause: UUID,
    maintenant: datetime,
) -> Reponse:
    """Who must be told; the référent of a known person already is. `offre` is None when none was named; one
    never joined is said so.
    """
    if allocataire is None and offre is None:
        return Reponse("desinscription_inconnue")
    if offre and (allocataire is None or not _peut_y_aller(session, offre, allocataire)):
        return Reponse("desinscription_jamais", {"offre": nom_court(offre), "contact": contact(offre)})
    assert allocataire is not None
    alerter(session, GenreAlerte.DESINSCRIPTION, conversation_id, allocataire, cause, maintenant)
    valeurs = {"referent": qui_suit(allocataire, maintenant.date())}
    if offre is None or (numero := telephone(offre)) is None:
        return Reponse("desinscription", valeurs)
    return Reponse("desinscription_offre", valeurs | {"offre": nom_court(offre), "contact": numero})


def interet_retire(
    session: Session,
    offre: Offre,
    allocataire: Allocataire,
    conversation_id: UUID,
    cause: UUID,
    maintenant: datetime,
) -> Reponse:
    """The référent, who was told of it, is told again."""
    alerter(session, GenreAlerte.DESINSCRIPTION, conversation_id, allocataire, cause, maintenant)
    valeurs = {"offre": nom_court(offre), "referent": qui_suit(allocataire, maintenant.date())}
    return Reponse("interet_retire", valeurs)


def _peut_y_aller(session: Session, offre: Offre, qui: Allocataire) -> bool:
    """Without a place here: only where Jalon gives none, and passed a request on."""
    if se_reserve(offre):
        return False
    if offre.par_referent_seulement:
        demandee = exists().where(Prescription.offre_id == offre.id, Prescription.allocataire_id == qui.id)
    else:
        demandee = exists().where(Alerte.genre == GenreAlerte.INSCRIPTION, Alerte.allocataire_id == qui.id)
    return bool(session.scalar(select(demandee)))
