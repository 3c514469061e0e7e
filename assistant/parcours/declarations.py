"""« g fait 4h de benevolat », « jai fini mon cv »: what a person did is noted as soon as it is clear.

Hours count once per turn, however often it is taken up.
"""

import re
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from assistant.content.francais import duree_en_francais
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.mots import plier
from assistant.parcours.actions_contrat import compteur, lignes_numerotees
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_courant import contrat_courant
from assistant.parcours.contrat_dit import qui_suit
from assistant.parcours.contrats import ActionContrat, Contrat, EtatAction
from assistant.parcours.declarations_notees import (
    Declaration,
    Manque,
    Suite,
    dit_fini,
    nie_fini,
    noter_action,
    noter_heures,
    prevenir_referent,
)
from assistant.parcours.declarations_parties import Visee, partie_visee
from assistant.parcours.declarations_reprises import corrige_le_total, deja_comptees, reprendre_fini
from assistant.parcours.durees import minutes_corrigees, minutes_dites, minutes_plausibles
from assistant.parcours.heures import corriger_heures, retirer_heures
from assistant.parcours.reconnaissance import (
    action_choisie,
    actions_ouvertes,
    actions_reconnues,
    actions_visibles,
)

_CORRECTION = re.compile(r"^(?:non|nan|nn|no)\b|\b(?:tromp\w+|erreur|plutot|au lieu|en fait|pas \d\d? ?h)\b")
_REPRISE = re.compile(
    r"\b(?:corrig\w*|rectifi\w*|tromp\w*|erreur|lieu de|en vrai|pas \d\d?(?: ?h)?)\b"
    r"|\b(?:dit|mis) .{,40}\b(?:mais|c)\b"
)
_RETIRER = re.compile(r"\b(?:en?le?v\w*|retir\w*|supp?rim\w*|otez)\b")
_FAIT = re.compile(
    r"\b(?:faite?s?|fini\w*|termine\w*|valide\w*|eue?|obtenu\w*|reussi\w*|decroche\w*|ca y est)\b"
)
_PAS_FAIT = re.compile(
    r"\b(?:pas|jamais|rien|ni)(?: \w+)? (?:faite?s?|fini\w*|termine\w*|valide\w*|eue?|obtenu\w*|reussi\w*)\b"
    r"|\b(?:caf|msa|compte|connect\w*|mot de passe|mdp|espace|site|mail|sms|carte)\b"
)
_HEURES = re.compile(r"\b\d*(?:heures?|heurs?|eures?|eurs?|h)\b")


def declarer(session: Session, dite: Declaration) -> Suite:
    """Notes what the words say, or asks for what is missing to note anything."""
    contrat = contrat_courant(session, dite.allocataire.id, dite.maintenant.date())
    if contrat is None:
        return prevenir_referent(session, dite, "declaration_sans_contrat")
    if (reprise := reprendre_fini(session, dite)) is not None:
        return reprise
    visibles = actions_visibles(contrat.actions)
    reconnues = actions_reconnues(visibles, dite.texte)
    action = reconnues[0] if len(reconnues) == 1 else None
    if minutes := minutes_plausibles(minutes_dites(dite.texte)):
        deja = deja_comptees(session, dite, contrat, minutes, action)
        return deja or noter_heures(session, dite, contrat, minutes, action)
    if action and (action.etat != EtatAction.DONE or dit_fini(dite.texte)):
        return noter_action(session, dite, contrat, action)
    if contrat.heures_semaine and _HEURES.search(plier(dite.texte)):
        return Suite(Reponse("declaration_combien"), Manque.HEURES)
    possibles = actions_ouvertes(reconnues) or actions_ouvertes(visibles)
    if not possibles:
        return declarer_hors_contrat(session, dite)
    return Suite(Reponse("declaration_laquelle", {"choix": lignes_numerotees(possibles)}), Manque.ACTION)


def se_dit_fait(texte: str) -> bool:
    """« je l'ai eu », « c'est fini »; neither a question nor a code to log in with."""
    mots = plier(texte)
    nie = _PAS_FAIT.search(mots) or nie_fini(texte)
    return "?" not in texte and bool(_FAIT.search(mots)) and not nie


def action_faite(
    session: Session, allocataire: Allocataire, texte: str, maintenant: datetime
) -> ActionContrat | None:
    """The one open action of their contract that the words share something with."""
    contrat = contrat_courant(session, allocataire.id, maintenant.date())
    reconnues = actions_reconnues(actions_ouvertes(contrat.actions), texte) if contrat else []
    return reconnues[0] if len(reconnues) == 1 else None


def preciser_action(session: Session, dite: Declaration, reponse: str) -> Suite | None:
    """The answer to « laquelle ? »; None when it names no action of the contract."""
    contrat = contrat_courant(session, dite.allocataire.id, dite.maintenant.date())
    action = action_choisie(actions_visibles(contrat.actions), reponse) if contrat else None
    return noter_action(session, dite, contrat, action) if contrat and action else None


def dit_aucune(reponse: str) -> bool:
    """« aucune », « une autre », « non »: none of the actions we listed."""
    return (
        dit_non(reponse) or re.search(r"\b(?:aucune?s?|autre|ni l un|0|zero)\b", plier(reponse)) is not None
    )


def declarer_hors_contrat(session: Session, dite: Declaration) -> Suite:
    """What was done is none of the contract's actions: the référent is told, and hours still count."""
    contrat = contrat_courant(session, dite.allocataire.id, dite.maintenant.date())
    if contrat and contrat.heures_semaine:
        suite = prevenir_referent(session, dite, "declaration_hors_contrat_combien")
        return replace(suite, manque=Manque.HEURES)
    return prevenir_referent(session, dite, "declaration_hors_contrat")


def preciser_heures(session: Session, dite: Declaration, minutes: int, action_id: int | None) -> Suite:
    """The answer to « combien d'heures ? »."""
    contrat = contrat_courant(session, dite.allocataire.id, dite.maintenant.date())
    if contrat is None:
        return prevenir_referent(session, dite, "declaration_sans_contrat")
    action = next((a for a in contrat.actions if a.id == action_id), None)
    deja = deja_comptees(session, dite, contrat, minutes, action)
    return deja or noter_heures(session, dite, contrat, minutes, action)


def corriger(
    session: Session, dite: Declaration, heures_id: int, minutes: int, *, demandee: bool = False
) -> Suite:
    """« non 3h »: the hours last noted get another length, unless the référent has decided on them;
    « enlevez 2h » takes these away from them. A part may be named; in doubt the total is asked, once.
    """
    aujourd_hui = dite.maintenant.date()
    contrat = contrat_courant(session, dite.allocataire.id, aujourd_hui)
    retire = _RETIRER.search(plier(dite.texte)) is not None
    changer = retirer_heures if retire else corriger_heures
    visee = None if retire or not contrat else partie_visee(session, dite, contrat, heures_id, minutes)
    if visee and visee.minutes is None and not demandee:
        return Suite(Reponse("declaration_total"), Manque.TOTAL, heures_id=heures_id)
    if contrat and visee and (partie := _corriger_la_partie(session, contrat, visee, aujourd_hui)):
        return partie
    if contrat and not retire and (reste := corrige_le_total(session, dite, contrat, heures_id, minutes)):
        valeurs = compteur(session, contrat, aujourd_hui, aujourd_hui)
        return Suite(Reponse("declaration_corrigee_total", valeurs), heures_id=reste)
    jour = changer(session, contrat, heures_id, minutes) if contrat else None
    if contrat is None or jour is None:
        referent = qui_suit(dite.allocataire, aujourd_hui)
        return Suite(Reponse("declaration_deja_traitee", {"referent": referent}))
    valeurs = compteur(session, contrat, jour, aujourd_hui) | {"duree": duree_en_francais(minutes)}
    return Suite(
        Reponse("declaration_retiree" if retire else "declaration_corrigee", valeurs), heures_id=heures_id
    )


def _corriger_la_partie(session: Session, contrat: Contrat, visee: Visee, aujourd_hui: date) -> Suite | None:
    """The rest stays as it was; None when the référent has decided."""
    if visee.minutes is None:
        return None
    jour = corriger_heures(session, contrat, visee.heures_id, visee.minutes)
    if jour is None:
        return None
    valeurs = compteur(session, contrat, jour, aujourd_hui)
    return Suite(Reponse("declaration_corrigee_total", valeurs), heures_id=visee.heures_id)


def se_reprend(texte: str) -> bool:
    """« c'était 4h pas 6 », « corrige : 2h », also long after hours were noted."""
    mots = plier(texte)
    reprise = _REPRISE.search(mots) or _RETIRER.search(mots)
    return reprise is not None and minutes_plausibles(minutes_corrigees(texte)) is not None


def est_une_correction(texte: str) -> bool:
    """« non 3h », « en fait 3h », « je me suis trompé », or a duration and nothing else."""
    mots = plier(texte)
    return bool(_CORRECTION.search(mots)) or len(mots.split()) <= 2 and minutes_dites(texte) is not None
