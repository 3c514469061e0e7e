"""« Non pas d'appel. Ils peuvent… ? »: the offer has its answer, and the rest is heard too."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, EventType, FollowupAction, SlotSet, UserUttered
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, texte_du
from actions.redite import RESTE
from assistant.content.reponse import Reponse
from assistant.conversation.accord import reponse_et_reste
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.demandes import demander_un_humain

PREVENIR = "prevenir_referent"  # the light question « Voulez-vous un appel de … ? »
ASSEZ = 0.4  # of what the engine heard, once the answer itself is taken away
# Labels of the answer, and of what tells the référent at once: a guess may not.
_DE_LA_REPONSE = {
    "affirmer",
    "nier",
    "choisir",
    "donner_information",
    "parler_referent",
    "mecontent",
    "remercier",
}
_QUI_AGISSENT = {
    "declarer_changement",
    "changer_referent",
    "modifier_cer",
    "signaler_retard",
    "mauvais_numero",
}


def repondre_puis_le_reste(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """None unless the call was just offered, and the message says more than yes or no."""
    if tracker.get_slot("question") != PREVENIR or tracker.active_loop.get("name"):
        return None
    if (lue := reponse_et_reste(texte_du(tracker))) is None:
        return None
    oui, reste = lue
    lieu = ouvert.conversation_id, ouvert.allocataire, ouvert.cause, ouvert.maintenant
    if oui:
        dire(dispatcher, demander_un_humain(ouvert.session, GenreAlerte.PARLER, *lieu))
    else:
        dire(dispatcher, Reponse("prevenir_non_bref"))
    return [SlotSet("question", None), *entendre(reste, tracker)]


def entendre(reste: str, tracker: Tracker) -> list[EventType]:
    """The events after which Rasa is where it would be, had only the rest been said."""
    classement = _sans_la_reponse(tracker.latest_message.get("intent_ranking") or [])
    premier: dict[str, Any] = next(iter(classement), {"name": "nlu_fallback", "confidence": 0.0})
    devine = premier["confidence"] >= ASSEZ and premier["name"] not in _QUI_AGISSENT | NON_COMPRIS
    label = premier["name"] if devine else "nlu_fallback"
    metadata = {**(tracker.latest_message.get("metadata") or {}), RESTE: True}
    lu = {"intent": premier | {"name": label}, "intent_ranking": classement, "entities": []}
    canal = tracker.get_latest_input_channel()
    dite = UserUttered(reste, {"text": reste, **lu, "metadata": metadata}, input_channel=canal)
    action = "action_incompris" if label == "nlu_fallback" else f"action_{label}"
    return [ActionExecuted("action_listen"), dite | {"metadata": metadata}, FollowupAction(action)]


def _sans_la_reponse(classement: list[dict[str, Any]]) -> list[dict[str, Any]]:
    restent = [lu for lu in classement if lu["name"] not in _DE_LA_REPONSE]
    total = sum(lu["confidence"] for lu in restent) or 1
    return [{**lu, "confidence": lu["confidence"] / total} for lu in restent]
