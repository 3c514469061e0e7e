"""The contract: what it is, their own, what is in it, signing, changing."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.declaration import ACTIONS
from actions.demande import mots_retenus, retenir
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.offres import CONTRAT
from actions.reprise import REPRISES, verifier_avant
from assistant.content.ensemble import ensemble_ou_suivies
from assistant.content.reponse import Reponse
from assistant.offres.pour_le_contrat import offres_du_contrat
from assistant.parcours.actions_contrat import actions_consultees
from assistant.parcours.contrat_demandes import changement_demande, signature_demandee
from assistant.parcours.contrat_dit import contrat_consulte, contrat_explique
from assistant.parcours.contrat_redit import autrement
from assistant.privacy.identite import Niveau


class ActionExpliquerCer(ActionDossier):
    nom = "action_expliquer_cer"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        verifie = ouvert.allocataire if ouvert.identite.niveau is Niveau.VERIFIE else None
        jour = ouvert.maintenant.date()
        dite = contrat_explique(ouvert.session, verifie, texte_du(tracker), jour)
        dire(dispatcher, autrement(ouvert.session, ouvert.conversation_id, dite, ouvert.allocataire, jour))
        return []


class ActionConsulterCer(ActionDossier):
    nom = "action_consulter_cer"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        attente = verifier_avant("consulter_cer", dispatcher, ouvert)
        return _consulter_cer(dispatcher, tracker, ouvert) if attente is None else attente


class ActionConsulterActions(ActionDossier):
    nom = "action_consulter_actions"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        attente = verifier_avant("consulter_actions", dispatcher, ouvert)
        return _consulter_actions(dispatcher, tracker, ouvert) if attente is None else attente


class ActionSignerCer(ActionDossier):
    nom = "action_signer_cer"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        attente = verifier_avant("signer_cer", dispatcher, ouvert)
        if attente is None:
            return _signer(dispatcher, ouvert, texte_du(tracker))
        return [retenir("demande_tour", ouvert), *attente]


class ActionModifierCer(ActionDossier):
    nom = "action_modifier_cer"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if ouvert.allocataire is None:
            dire(dispatcher, Reponse("modification_inconnue"))
            return []
        qui, quand = ouvert.allocataire, ouvert.maintenant
        dire(dispatcher, changement_demande(ouvert.session, qui, ouvert.conversation_id, ouvert.cause, quand))
        return []


def _consulter_cer(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    assert ouvert.allocataire is not None
    dire(dispatcher, contrat_consulte(ouvert.session, ouvert.allocataire, ouvert.maintenant.date()))
    return []


def _consulter_actions(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType]:
    assert ouvert.allocataire is not None
    qui, quand = ouvert.allocataire, ouvert.maintenant
    dites = actions_consultees(ouvert.session, qui, quand.date())
    trouvees = offres_du_contrat(ouvert.session, qui, quand, pousse=True)
    if trouvees is None:
        dire(dispatcher, dites)
        return [SlotSet("question", ACTIONS)]
    for reponse in ensemble_ou_suivies(dites, trouvees.annonce):
        dire(dispatcher, reponse)
    return [SlotSet(CONTRAT, trouvees.entree.id), SlotSet("question", ACTIONS)]


def _signer(dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str) -> list[EventType]:
    assert ouvert.allocataire is not None
    qui, quand = ouvert.allocataire, ouvert.maintenant
    dire(
        dispatcher, signature_demandee(ouvert.session, qui, mots, ouvert.conversation_id, ouvert.cause, quand)
    )
    return []


def _reprendre_signature(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType]:
    return _signer(dispatcher, ouvert, mots_retenus("demande_tour", tracker, ouvert))


REPRISES["consulter_cer"] = _consulter_cer
REPRISES["consulter_actions"] = _consulter_actions
REPRISES["signer_cer"] = _reprendre_signature
