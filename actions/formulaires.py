"""Opening and leaving Rasa forms at the cost of a single call, and what every form has in common."""

from abc import ABC, abstractmethod
from collections.abc import Collection
from typing import Any, ClassVar

from rasa_sdk import FormValidationAction, Tracker
from rasa_sdk.events import ActiveLoop, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.abri import a_l_abri
from actions.conge import conge
from actions.detours import mot_seul
from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, dossier, est_sur, intent_du, texte_du
from actions.propos import repondre_au_propos
from actions.rappel import ATTENDRE, cle_rappel, lacher
from actions.redite import redire
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_non, dit_oui, est_un_abandon

# Labels that may only be a poor answer to our question. Any other is a digression its own rule answers.
REPONSES = {"affirmer", "nier", "choisir", "donner_information"} | NON_COMPRIS
ESSAIS = 2
BREF = 4  # words


def ouvrir(formulaire: str, attendu: str, **slots: Any) -> list[EventType]:
    """The events that put a form in charge of the next message, waiting for the slot `attendu`.

    Whoever returns them has just asked the question. Ends any other form.
    """
    poses = [SlotSet(nom, valeur) for nom, valeur in slots.items()]
    suite = [SlotSet("requested_slot", attendu), SlotSet("essais_formulaire", 0)]
    return [*poses, ActiveLoop(formulaire), *suite, ATTENDRE]


def fermer(**slots: Any) -> list[EventType]:
    """The events that end whatever form is active."""
    return [*(SlotSet(nom, valeur) for nom, valeur in slots.items()), *lacher()]


def rester(attendu: str, **slots: Any) -> list[EventType]:
    """The events of a form that goes on and waits for the slot `attendu`."""
    poses = [SlotSet(nom, valeur) for nom, valeur in slots.items()]
    return [*poses, SlotSet("essais_formulaire", 0), SlotSet("requested_slot", attendu)]


class Formulaire(FormValidationAction, ABC):
    """One form.

    `extract_<slot>(dispatcher, tracker, dossier)` reads the answer to its question, does what was agreed,
    says so, and returns `rester(…)`, `fermer(…)` or `ouvrir(…)`; None when the message does not answer. Then
    « merci, bonne journée » ends the form, what is said of us keeps it waiting (actions/propos.py), a
    digression leaves to its own rule (the form stays and its question is recalled); anything else is asked
    again once, and the second time in a row the form ends and a human is offered.
    """

    rien_n_est_en_jeu: ClassVar[bool] = False  # leaving it changes nothing that should be said

    @property
    @abstractmethod
    def nom(self) -> str:
        """The form's name in Rasa; a class without one is only a base."""

    def name(self) -> str:
        return f"validate_{self.nom}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        sinon = _comme_avant(tracker)
        return await a_l_abri(self.nom, lambda: self._lire(dispatcher, tracker), dispatcher, sinon)

    @abstractmethod
    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        """« laissez tomber »: says in one sentence what stays as it was, and ends."""

    def repond_d_abord(self, tracker: Tracker, ouvert: Dossier) -> bool:
        """« oui. ma femme peut venir ? » answers us, whatever is asked besides."""
        return False

    def passe_a_autre_chose(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
        """Whether what was just answered in passing leaves nothing to wait for."""
        return False

    def renonce(self, mots: str) -> bool:
        return est_un_abandon(mots)

    def _lire(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        slot = tracker.get_slot("requested_slot")
        if slot is None or not _repond_a_la_question(tracker):
            return _comme_avant(tracker)
        renonce = self.renonce(texte_du(tracker))
        with dossier(tracker) as ouvert:
            if redire(dispatcher, tracker, ouvert):
                return _comme_avant(tracker)
            prend = self.repond_d_abord(tracker, ouvert)
            dites = None if prend else repondre_au_propos(dispatcher, tracker, ouvert)
            if dites is not None:
                if any(event["event"] == "active_loop" for event in dites):
                    return dites
                self._rappeler_l_accord(slot, dispatcher)
                fini = renonce and self.rien_n_est_en_jeu
                fini = fini or self.passe_a_autre_chose(dispatcher, tracker)
                return fermer() if fini else _comme_avant(tracker)
            lire = self.abandonner if renonce else getattr(self, f"extract_{slot}")
            events: list[EventType] | None = lire(dispatcher, tracker, ouvert)
            if events is None and (cle := conge(tracker, slot)):
                events = self._prendre_conge(cle, dispatcher, tracker, ouvert)
        if events is not None:
            return events
        return self._sans_reponse(slot, dispatcher, tracker)

    def _rappeler_l_accord(self, slot: str, dispatcher: CollectingDispatcher) -> None:
        """Answered on their rendez-vous, « ok » would seem to say that it was read: it would act."""
        du_rendez_vous = any((m["response"] or "").startswith("utter_rdv_") for m in dispatcher.messages)
        if slot.endswith("_accord") and du_rendez_vous:
            dispatcher.utter_message(response=cle_rappel(self.nom, slot))

    def _prendre_conge(
        self, cle: str, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        """Nobody leaves believing that something was done."""
        events = fermer() if self.rien_n_est_en_jeu else self.abandonner(dispatcher, tracker, ouvert)
        dire(dispatcher, Reponse(cle))
        return events

    def _sans_reponse(self, slot: str, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        if intent_du(tracker) not in REPONSES or mot_seul(texte_du(tracker)):
            return []  # Rasa rejects the form and runs the rule of this intent
        essais = int(tracker.get_slot("essais_formulaire") or 0) + 1
        if essais < ESSAIS:
            dispatcher.utter_message(response=cle_rappel(self.nom, slot))
            return [SlotSet("essais_formulaire", essais), SlotSet("requested_slot", slot)]
        dispatcher.utter_message(response="utter_formulaire_abandonne")
        return fermer(question="prevenir_referent")


def peut_repondre(tracker: Tracker, labels: Collection[str], *, lu: bool = False) -> bool:
    """Whether a message may be the answer: by its label; or, when it is short or its label unsure, because
    it says yes or no or because an answer can be read in it (`lu`).
    """
    mots = texte_du(tracker)
    incertain = len(mots.split()) <= BREF or not est_sur(tracker)
    return intent_du(tracker) in labels or (incertain and (lu or dit_oui(mots) or dit_non(mots)))


def _comme_avant(tracker: Tracker) -> list[EventType]:
    """The events of a form that waits for what it did: left to itself, Rasa starts at the first slot."""
    return [SlotSet(nom, tracker.get_slot(nom)) for nom in ("essais_formulaire", "requested_slot")]


def _repond_a_la_question(tracker: Tracker) -> bool:
    """False when Rasa runs the form for itself, after another action of the same turn."""
    actions = 0
    for event in reversed(tracker.events):
        if event["event"] == "user":
            break
        actions += event["event"] == "action"
    return actions <= 1
