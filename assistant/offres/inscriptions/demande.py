"""« inscris-moi »: what stands in the way, what a yes would do, and doing it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.inscriptions.mots import mots_et_referent
from assistant.offres.inscriptions.places import (
    inscrire,
    quelqu_un_attend,
    rang_dans_l_attente,
    verrouiller,
    vivante,
)
from assistant.offres.inscriptions.prescription import demander_au_referent, est_en_cours
from assistant.offres.inscriptions.tables import EtatInscription, Inscription
from assistant.offres.liens import lien_de
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire
from assistant.privacy.audit import consigner


class Accord(StrEnum):
    """What a « oui » would do."""

    PLACE = "place"
    ATTENTE = "attente"
    PRESCRIPTION = "prescription"


@dataclass(frozen=True)
class Demandeur:
    """Who asks, from where, in which turn (`cause`)."""

    qui: Allocataire
    conversation_id: UUID
    cause: UUID
    maintenant: datetime


@dataclass(frozen=True)
class Suite:
    """What to say; `accord` when it is a question."""

    reponse: Reponse
    accord: Accord | None = None


def se_renseigner(session: Session, offre: Offre, de: Demandeur) -> Suite:
    """The question that a yes answers, or why there is none."""
    deja = vivante(session, offre.id, de.qui.id)
    valeurs = mots_et_referent(offre, de.qui, de.maintenant)
    if cle := _empechement(session, offre, deja, de):
        return Suite(Reponse(f"inscription_{cle}", valeurs))
    accord = _accord_possible(session, offre, deja)
    return Suite(Reponse(f"inscription_accord_{accord}", valeurs), accord)


def accepter(session: Session, offre_id: str, accord: Accord, de: Demandeur) -> Suite:
    """Does what was agreed, once; asks again when only less is possible by now (the last place is gone)."""
    offre = verrouiller(session, offre_id)
    deja = vivante(session, offre.id, de.qui.id)
    if _empechement(session, offre, deja, de):
        return se_renseigner(session, offre, de)
    possible = _accord_possible(session, offre, deja)
    if possible not in (accord, Accord.PLACE):
        return se_renseigner(session, offre, de)
    return _faire(session, offre, possible, deja, de)


def _empechement(session: Session, offre: Offre, deja: Inscription | None, de: Demandeur) -> str | None:
    """What ends the key of the text that says so; a person to whom a place is offered may take it."""
    if deja and deja.etat is not EtatInscription.PROPOSEE:
        return f"deja_{deja.etat}"
    if est_en_cours(session, offre.id, de.qui.id):
        return "deja_demandee"
    if offre.retiree_le:
        return "retiree"
    if offre.debut and offre.debut <= de.maintenant:
        return "passee"
    close = offre.fin_inscription and offre.fin_inscription < de.maintenant
    return "close" if close and deja is None else None


def _accord_possible(session: Session, offre: Offre, deja: Inscription | None) -> Accord:
    if deja:
        return Accord.PLACE
    if offre.par_referent_seulement:
        return Accord.PRESCRIPTION
    return Accord.ATTENTE if offre.complete or quelqu_un_attend(session, offre) else Accord.PLACE


def _faire(session: Session, offre: Offre, accord: Accord, deja: Inscription | None, de: Demandeur) -> Suite:
    consigner(
        session, f"allocataire:{de.qui.id}", f"inscription.{accord}", f"offre:{offre.id}", de.maintenant
    )
    valeurs = mots_et_referent(offre, de.qui, de.maintenant)
    if accord is Accord.PRESCRIPTION:
        demander_au_referent(session, offre, de.qui, de.conversation_id, de.cause, de.maintenant)
        return Suite(Reponse("inscription_faite_prescription", valeurs))
    inscription = deja or _nouvelle(session, offre, de)
    if accord is Accord.ATTENTE:
        valeurs["rang"] = str(rang_dans_l_attente(session, inscription))
        return Suite(Reponse("inscription_faite_attente", valeurs))
    donner_la_place(session, offre, inscription, de)
    valeurs["page"] = lien_de(session, offre.id, de.maintenant)
    return Suite(Reponse("inscription_faite_place", valeurs))


def donner_la_place(session: Session, offre: Offre, inscription: Inscription, de: Demandeur) -> None:
    """Under the lock; the référent sees it. Who joins on the eve has just read where and when."""
    inscrire(session, offre, inscription, de.maintenant)
    jours = (offre.debut.astimezone(PARIS).date() - de.maintenant.date()).days if offre.debut else 0
    if jours <= 1:
        inscription.rappelee_le = de.maintenant
    alerter(session, GenreAlerte.INSCRIPTION, de.conversation_id, de.qui, de.cause, de.maintenant)


def _nouvelle(session: Session, offre: Offre, de: Demandeur) -> Inscription:
    inscription = Inscription(
        offre_id=offre.id,
        allocataire_id=de.qui.id,
        conversation_id=de.conversation_id,
        etat=EtatInscription.EN_ATTENTE,
        demandee_le=de.maintenant,
    )
    session.add(inscription)
    session.flush()
    return inscription
