"""Rights, payment, sanction, appeal, changes, papers, account: fixed answers."""

from abc import ABC
from typing import ClassVar

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from assistant.parcours.droits import changement, droits, question_de_droits, sanction


class ActionTexteFixe(ActionDossier, ABC):
    """One text, which names the référent of a known person."""

    cle: ClassVar[str]

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, droits(self.cle, ouvert.allocataire, ouvert.maintenant.date()))
        return []


class ActionQuestionPaiement(ActionTexteFixe):
    nom = "action_question_paiement"
    cle = "droits_paiement"


class ActionQuestionRecours(ActionTexteFixe):
    nom = "action_question_recours"
    cle = "droits_recours"


class ActionQuestionDroits(ActionDossier):
    nom = "action_question_droits"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, question_de_droits(texte_du(tracker), ouvert.allocataire, ouvert.maintenant.date()))
        return []


class ActionDemanderDocument(ActionTexteFixe):
    nom = "action_demander_document"
    cle = "droits_document"


class ActionActiverEspace(ActionTexteFixe):
    nom = "action_activer_espace"
    cle = "droits_espace"


class ActionQuestionSanction(ActionDossier):
    nom = "action_question_sanction"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        # one question at a time: while a form waits for its own answer, nothing is offered
        qui = None if tracker.active_loop.get("name") else ouvert.allocataire
        dire(dispatcher, sanction(texte_du(tracker), qui, ouvert.maintenant.date()))
        return [SlotSet("question", "prevenir_referent")] if qui else []


class ActionDeclarerChangement(ActionDossier):
    nom = "action_declarer_changement"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        qui, quand, mots = ouvert.allocataire, ouvert.maintenant, texte_du(tracker)
        dire(dispatcher, changement(ouvert.session, mots, qui, ouvert.conversation_id, ouvert.cause, quand))
        return []
