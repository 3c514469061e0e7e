"""Greetings, thanks, farewells."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.conge import adieu
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.menu import montrer_le_menu
from actions.puis_le_reste import entendre
from actions.rappel import est_facultatif, lacher
from assistant.content.reponse import Reponse
from assistant.conversation.accord import apres_le_merci


class ActionSaluer(ActionDossier):
    nom = "action_saluer"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        return montrer_le_menu(dispatcher, tracker, ouvert, "salut_menu", "salut")


class ActionRemercier(ActionDossier):
    nom = "action_remercier"
    garde_question = True

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if (reste := apres_le_merci(texte_du(tracker))) and not tracker.active_loop.get("name"):
            return entendre(reste, tracker)
        dire(dispatcher, Reponse("merci"))
        return lacher() if est_facultatif(tracker) else []


class ActionAuRevoir(ActionDossier):
    nom = "action_au_revoir"
    garde_question = True

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, Reponse(adieu(texte_du(tracker), ouvert.maintenant)))
        return lacher() if est_facultatif(tracker) else []
