"""Rights, payment, sanction, appeal, changes, papers, account: fixed answers."""

import re
from abc import ABC
from typing import ClassVar

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.a_manger import dire_et_ou_manger
from actions.aide_du_referent import laisser_demander
from actions.base import ActionDossier
from actions.detours import EVOCATIONS_PARTOUT
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.puis_le_reste import PREVENIR
from assistant.offres.mots import plier
from assistant.parcours.droits import (
    changement,
    droits,
    question_de_droits,
    sanction,
    se_demande_une_sanction,
)

_RATE = re.compile(
    r"\b(?:rate|loupe|manque)\w* (?:un |une |quelque |kelke |des )?(?:truc|chose|rdv|rendez|qqch|message)"
)


class ActionTexteFixe(ActionDossier, ABC):
    """One text, which names the référent of a known person."""

    cle: ClassVar[str]

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        reponse = droits(self.cle, ouvert.allocataire, ouvert.maintenant.date())
        return dire_et_ou_manger(reponse, dispatcher, tracker, ouvert) or laisser_demander(tracker, ouvert)


class ActionQuestionPaiement(ActionTexteFixe):
    nom = "action_question_paiement"
    cle = "droits_paiement"


class ActionQuestionRecours(ActionTexteFixe):
    nom = "action_question_recours"
    cle = "droits_recours"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if se_demande_une_sanction(texte_du(tracker)):
            return [FollowupAction("action_question_sanction")]
        return super().repondre(dispatcher, tracker, ouvert)


class ActionQuestionDroits(ActionDossier):
    nom = "action_question_droits"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, question_de_droits(texte_du(tracker), ouvert.allocataire, ouvert.maintenant.date()))
        return laisser_demander(tracker, ouvert)


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
        reponse = sanction(texte_du(tracker), qui, ouvert.maintenant.date())
        mange = dire_et_ou_manger(reponse, dispatcher, tracker, ouvert)
        return mange or ([SlotSet("question", PREVENIR)] if qui else [])


class ActionDeclarerChangement(ActionDossier):
    nom = "action_declarer_changement"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        qui, quand, mots = ouvert.allocataire, ouvert.maintenant, texte_du(tracker)
        dire(dispatcher, changement(ouvert.session, mots, qui, ouvert.conversation_id, ouvert.cause, quand))
        return []


def _a_rate_quelque_chose(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« j'ai raté un truc ? un rdv ou quoi »: what is planned, and no lesson on sanctions."""
    mots = texte_du(tracker)
    demande = intent_du(tracker) in ("question_sanction", "question_recours") and "?" in mots
    return "action_consulter_rdv" if demande and _RATE.search(plier(mots)) else None


EVOCATIONS_PARTOUT.append(_a_rate_quelque_chose)
