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
from assistant.parcours.actions_contrat import (
    compteur,
    declarer_faite,
    etat_dit,
    libelle_court,
    reprendre_faite,
)
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_dit import qui_suit
from assistant.parcours.contrats import ActionContrat, Contrat, EtatAction
from assistant.parcours.heures import declarer_heures
from assistant.parcours.jours_passes import jour_passe

_FINI = re.compile(r"\b(?:fini\w*|termine\w*|acheve\w*|boucle\w*|ca y est|(?:action|objectif|la|le) \d)\b")
_EN_ROUTE = re.compile(r"\b(?:commence\w*|debute\w*|avance\w*|continue\w*|en cours|j en suis|jen suis)\b")
_PAS_FINI = re.compile(
    r"\b(?:pas|pa|jamais)(?: (?:encore|du tout|tout a fait|vraiment|non plus|ete))*"
    r" (?:fini\w*|termine\w*|acheve\w*|boucle\w*|faite?s?|passee?|eue?|obtenu\w*|reussi\w*|a valider)\b"
    r"(?! (?:(?:mes|les|ma|la|de|mon|d) )?(?:heures?|journee|semaine|expres))"
    r"|\b(?:c|ces|ce|est|reste|toujours|tjrs?|encore|etre|sera?it) en cours\b"
    r"|\b(?:avez|ave|as|a|vous|tu) (?:mis|mi|note|marque|ecrit|coche|declare)\w*"
    r" (?:\w+ ){,3}(?:faite?s?|fini\w*|termine\w*|a valider)\b"
)
# Going there, or working at it, is no end.
_Y_VA = re.compile(
    r"\b(?:alle\w*|revis\w*|bosse\w*|travaill\w*|entraine\w*|suivi\w*|seances?"
    r"|(?:j ?|on )y (?:vais|vai|va|etais))\b"
    r"|\b(?:\d+|deux|trois|quatre|cinq|plusieurs|quelques) fois\b"
)
_ACHEVE = re.compile(
    r"\b(?:fini\w*|termine\w*|acheve\w*|boucle\w*|valide\w*|eue?|obtenu\w*|reussi\w*|decroche\w*|ca y est"
    r"|(?:c|ces|ce|est) (?:bon |bien )?fait\w*)\b"
)
# Where going is all that was to be done.
_ALLER_SUFFIT = re.compile(
    r"^(?:s |se |m |me )?(?:aller|rendre|participer|rencontrer|visiter|assister|demander|contacter|prendre"
    r"|deposer)\b"
)


class Manque(StrEnum):
    """What we still have to ask."""

    ACTION = "action"
    HEURES = "heures"
    TOTAL = "total"  # of hours noted, which a correction leaves in doubt


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
    return _FINI.search(_PAS_FINI.sub(" ", plier(texte))) is not None


def nie_fini(texte: str) -> bool:
    """« c'est pas fini », « c'est EN COURS », « vous avez mis fait »; not « c'est pas fini ? »."""
    mots = plier(texte)
    return _PAS_FINI.search(mots) is not None and ("?" not in texte or "corrig" in mots)


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
    repris = action is not None and _finir_ou_reprendre(session, dite, action)
    valeurs = {
        "duree": duree_en_francais(heures.minutes),
        "action": libelle_court(action) if action else "",
        "referent": qui_suit(dite.allocataire, aujourd_hui),
        "etat": etat_dit(action) if action else "",
    }
    if not contrat.heures_semaine:
        return Suite(Reponse("declaration_heures_sans_compte", valeurs), heures_id=heures.id)
    valeurs |= compteur(session, contrat, heures.jour, aujourd_hui)
    sorte = "_reprise" if repris else "_action" if action else ""
    return Suite(Reponse(f"declaration_heures{sorte}", valeurs), heures_id=heures.id)


def _finir_ou_reprendre(session: Session, dite: Declaration, action: ActionContrat) -> bool:
    """Whether an action noted as done no longer is."""
    if nie_fini(dite.texte):
        return reprendre_faite(session, action, dite.allocataire, dite.maintenant)
    if dit_fini(dite.texte):
        declarer_faite(session, action, dite.allocataire, dite.maintenant)
    return False


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
    """« jai commencé le code », « inscrite au code », « j'y suis allé 3 fois »: a step on the way, unless
    enrolling, or going, was the action.
    """
    dits, libelle = plier(texte), plier(action.libelle)
    if nie_fini(texte) or _EN_ROUTE.search(dits):
        return True
    if "inscri" in dits and "inscri" not in libelle:
        return True
    y_va = _Y_VA.search(dits) and not _ACHEVE.search(dits)
    return bool(y_va) and _ALLER_SUFFIT.search(libelle) is None


def prevenir_referent(session: Session, dite: Declaration, cle: str) -> Suite:
    alerter(
        session, GenreAlerte.CONTRAT, dite.conversation_id, dite.allocataire, dite.tour_id, dite.maintenant
    )
    return Suite(Reponse(cle, {"referent": qui_suit(dite.allocataire, dite.maintenant.date())}))
