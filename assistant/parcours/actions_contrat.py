"""The actions of a contract as people see them: numbered, each with its state in words."""

from collections.abc import Sequence
from datetime import date, datetime
from textwrap import shorten

from sqlalchemy.orm import Session

from assistant.content.francais import date_en_francais, duree_en_francais
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_courant import contrat_courant
from assistant.parcours.contrat_dit import contrat_absent, heures_prevues, qui_suit
from assistant.parcours.contrats import ActionContrat, Contrat, EtatAction
from assistant.parcours.heures import lundi_de, minutes_de_la_semaine
from assistant.parcours.reconnaissance import actions_visibles
from assistant.privacy.audit import consigner

AU_PLUS = 5  # five lines of this length are what two segments hold
LARGEUR = 32


def actions_consultees(session: Session, allocataire: Allocataire, jour: date) -> Reponse:
    """What is in the contract, and this week's hours where it counts hours."""
    contrat = contrat_courant(session, allocataire.id, jour)
    if contrat is None:
        return contrat_absent(allocataire, jour)
    visibles = actions_visibles(contrat.actions)
    if not visibles:
        return Reponse("actions_aucune", {"referent": qui_suit(allocataire, jour)})
    valeurs = {"actions": lignes_numerotees(visibles, avec_etat=True)}
    if not contrat.heures_semaine:
        return Reponse("actions", valeurs)
    return Reponse("actions_et_heures", valeurs | compteur(session, contrat, jour, jour))


def lignes_numerotees(actions: Sequence[ActionContrat], *, avec_etat: bool = False) -> str:
    """« 1. Passer le code : en cours » a line each; when there are too many, those still to do first."""
    retenues = sorted(actions, key=lambda a: a.etat == EtatAction.DONE)[:AU_PLUS]
    lignes = sorted(retenues, key=lambda a: a.rang)
    return "\n".join(f"{a.rang}. {libelle_court(a)}{f' : {_etat(a)}' if avec_etat else ''}" for a in lignes)


def libelle_court(action: ActionContrat) -> str:
    return shorten(action.libelle, LARGEUR, placeholder="...")


def _etat(action: ActionContrat) -> str:
    declaree = action.declaree_faite_le is not None and action.etat != EtatAction.DONE
    return render("etat_action_declaree") if declaree else etat_dit(action)


def etat_dit(action: ActionContrat) -> str:
    """As the référent last left it, whatever the person declared."""
    return render(f"etat_action_{action.etat}")


def compteur(session: Session, contrat: Contrat, jour: date, aujourd_hui: date) -> dict[str, str]:
    """The hours declared in the week of `jour`, against what the contract asks for."""
    lundi = lundi_de(jour)
    cle = "semaine_presente" if lundi == lundi_de(aujourd_hui) else "semaine_du"
    return {
        "semaine": render(cle, {"lundi": date_en_francais(lundi)}),
        "total": duree_en_francais(minutes_de_la_semaine(session, contrat, jour)),
        "prevu": heures_prevues(contrat),
    }


def declarer_faite(
    session: Session, action: ActionContrat, allocataire: Allocataire, maintenant: datetime
) -> None:
    """The person says it is done; the référent decides. Said twice, the first time counts."""
    if action.declaree_faite_le is None:
        action.declaree_faite_le = maintenant
        acteur = f"allocataire:{allocataire.id}"
        consigner(session, acteur, "action_contrat.declarer_faite", f"action_contrat:{action.id}", maintenant)


def reprendre_faite(
    session: Session, action: ActionContrat, allocataire: Allocataire, maintenant: datetime
) -> bool:
    """What the person had said was done is not; False when nothing was to take back."""
    if action.declaree_faite_le is None or action.etat == EtatAction.DONE:
        return False
    action.declaree_faite_le = None
    acteur = f"allocataire:{allocataire.id}"
    consigner(session, acteur, "action_contrat.reprendre_faite", f"action_contrat:{action.id}", maintenant)
    return True
