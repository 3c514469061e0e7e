"""Writes down what a person says they did, and how to tell them. The référent validates, never we."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.content.francais import duree_en_francais
from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.mots import plier
from assistant.parcours.actions_contrat import compteur, declarer_faite, libelle_court
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_dit import qui_suit
from assistant.parcours.contrats import ActionContrat, Contrat, EtatAction
from assistant.parcours.heures import declarer_heures
from assistant.parcours.jours_passes import jour_passe

_FINI = re.compile(r"\b(?:fini\w*|termine\w*|acheve\w*|boucle\w*|ca y est|(?:action|objectif|la|le) \d)\b")
_EN_ROUTE = re.compile(r"\b(?:commence\w*|debute\w*|avance\w*|continue\w*|en cours|j en suis|jen suis)\b")


class Manque(StrEnum):
    """What we still have to ask."""

    ACTION = "action"
    HEURES = "heures"


@dataclass(frozen=True)
class Declaration:
    """Whose words, sent in which turn."""

    allocataire: Allocataire
    texte: str
    conversation_id: UUID
    tour_id: UUID
    maintenant: datetime


@dataclass(frozen=True)
class Suite:
    reponse: Reponse
    manque: Manque | None = None
    action_id: int | None = None  # the action the missing hours are for
    heures_id: int | None = None  # the hours just noted: they can be corrected


def dit_fini(texte: str) -> bool:
    return _FINI.search(plier(texte)) is not None


def noter_heures(
    session: Session, dite: Declaration, contrat: Contrat, minutes: int, action: ActionContrat | None
) -> Suite:
    aujourd_hui = dite.maintenant.date()
    heures = declarer_heures(
        session,
        contrat,
        minutes,
        action=action,
        jour=jour_passe(dite.texte, aujourd_hui),
        texte=dite.texte,
        tour_id=str(dite.tour_id),
    )
    if action and dit_fini(dite.texte):
        declarer_faite(session, action, dite.allocataire, dite.maintenant)
    valeurs = {
        "duree": duree_en_francais(heures.minutes),
        "action": libelle_court(action) if action else "",
        "referent": qui_suit(dite.allocataire, aujourd_hui),
    }
    if not contrat.heures_semaine:
        return Suite(Reponse("declaration_heures_sans_compte", valeurs), heures_id=heures.id)
    valeurs |= compteur(session, contrat, heures.jour, aujourd_hui)
    return Suite(Reponse(f"declaration_heures{'_action' if action else ''}", valeurs), heures_id=heures.id)


def noter_action(session: Session, dite: Declaration, contrat: Contrat, action: ActionContrat) -> Suite:
    valeurs = {
        "action": libelle_court(action),
        "referent": qui_suit(dite.allocataire, dite.maintenant.date()),
    }
    if action.etat == EtatAction.DONE:
        return Suite(Reponse("declaration_deja_validee", valeurs))
    en_route = _est_en_route(dite.texte, action)
    if not en_route:
        declarer_faite(session, action, dite.allocataire, dite.maintenant)
    cle = f"declaration_{'en_route' if en_route else 'faite'}"
    if not contrat.heures_semaine:
        return Suite(Reponse(cle, valeurs))
    return Suite(Reponse(f"{cle}_combien", valeurs), Manque.HEURES, action_id=action.id)


def _est_en_route(texte: str, action: ActionContrat) -> bool:
    """« jai commencé le code », « inscrite au code »: a step on the way, unless enrolling was the action."""
    dits, inscrire = plier(texte), "inscri" in plier(action.libelle)
    return _EN_ROUTE.search(dits) is not None or ("inscri" in dits and not inscrire)


def prevenir_referent(session: Session, dite: Declaration, cle: str) -> Suite:
    alerter(
        session, GenreAlerte.CONTRAT, dite.conversation_id, dite.allocataire, dite.tour_id, dite.maintenant
    )
    return Suite(Reponse(cle, {"referent": qui_suit(dite.allocataire, dite.maintenant.date())}))
