"""« Non pas d'appel. Ils peuvent… ? »: the offer has its answer, and the rest is heard too."""

import re
from collections.abc import Callable, Collection
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, EventType, FollowupAction, SlotSet, UserUttered
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, texte_du
from actions.redite import RESTE
from assistant.content.reponse import Reponse
from assistant.conversation.accord import oui_et_quand, pose_une_question, reponse_et_reste
from assistant.conversation.propos import dit
from assistant.conversation.reponses_courtes import politesse
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.coordonnees import qui_appeler
from assistant.handoff.demandes import demander_un_humain
from assistant.offres.mots import plier
from assistant.parcours.agenda.choix import parle_du_lieu
from assistant.parcours.agenda.consultation import rendez_vous_a_propos

QUI_APPELLE = "rdv_qui_appelle"  # no label is of it, and any may be given
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

# Labels of the choice of a slot itself.
_DU_CHOIX = {"prendre_rdv", "deplacer_rdv", "annuler_rdv", "confirmer_rdv", "consulter_rdv"}
ENTENDU = 0.2  # of a label beside that of the choice
DEMANDES = ("rdv_accompagne", "rdv_sans_piece")  # asked in the same breath as a choice
QUESTION, MESSAGE, ASSEZ_DE_MOTS = "question", "message", 2
A_DIRE = re.compile(
    r"\b(?:dites?|dis|transmet\w*|previen\w*) (?:lui |leur |aussi |bien )*(?:que?|qu|a|au)\b|\bvous dire\b"
)

_DEJA_DIT = re.compile(
    r"\b(?:quel\w*|lequel|laquelle|qui) .*\b(?:conseill\w*|referente?)\b|\bou (?:je|que|faut)|\bsois ou\b"
)
# A light question of one yes or no → what its answer does, when more is said; None: it has no use for it.
D_ABORD: dict[str, Callable[[CollectingDispatcher, Dossier, bool], list[EventType] | None]] = {}


def repondre_puis_le_reste(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """None unless one yes or no was just asked for, and the message says more."""
    faire = D_ABORD.get(tracker.get_slot("question") or "")
    if faire is None or tracker.active_loop.get("name"):
        return None
    if tracker.get_slot("question") == PREVENIR and oui_et_quand(texte_du(tracker)):
        return [*_appeler_ou_non(dispatcher, ouvert, oui=True), SlotSet("question", None)]
    if (lue := reponse_et_reste(texte_du(tracker))) is None:
        return None
    oui, reste = lue
    if (fait := faire(dispatcher, ouvert, oui)) is None:
        return None
    return [SlotSet("question", None), *fait, *entendre(reste, tracker)]


def _appeler_ou_non(dispatcher: CollectingDispatcher, ouvert: Dossier, oui: bool) -> list[EventType]:
    lieu = ouvert.conversation_id, ouvert.allocataire, ouvert.cause, ouvert.maintenant
    if oui:
        dire(dispatcher, demander_un_humain(ouvert.session, GenreAlerte.PARLER, *lieu))
    else:
        dire(dispatcher, Reponse("prevenir_non_bref"))
    return []


def et_le_reste(
    reste: str, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType]:
    """What was said with a choice that was just followed: answered, or whom to say it to."""
    qui = ouvert.allocataire
    if qui is None or not (demande := _demande_quelque_chose(reste)) or parle_du_lieu(reste):
        return []
    besides = next((propos for propos in DEMANDES if dit(propos, reste)), None)
    if besides and (reponse := rendez_vous_a_propos(ouvert.session, qui, besides, ouvert.maintenant)):
        dire(dispatcher, reponse)
        return []
    if dit(QUI_APPELLE, reste) or _DEJA_DIT.search(plier(reste)):
        return []
    if demande == QUESTION and _se_devine(tracker):
        return entendre(reste, tracker, _DU_CHOIX)
    dire(dispatcher, Reponse(f"creneau_{demande}", qui_appeler(qui, ouvert.maintenant)))
    return []


def _demande_quelque_chose(reste: str) -> str | None:
    """A question, or a word for somebody; « merci bonne journée » is neither."""
    if politesse(reste) or len(reste.split()) < ASSEZ_DE_MOTS:
        return None
    if A_DIRE.search(plier(reste)):
        return MESSAGE
    return QUESTION if pose_une_question(reste) else None


def entendre(reste: str, tracker: Tracker, sauf: Collection[str] = ()) -> list[EventType]:
    """The events after which Rasa is where it would be, had only the rest been said."""
    classement = _sans_la_reponse(tracker.latest_message.get("intent_ranking") or [], sauf)
    premier: dict[str, Any] = next(iter(classement), {"name": "nlu_fallback", "confidence": 0.0})
    devine = premier["confidence"] >= ASSEZ and premier["name"] not in _QUI_AGISSENT | NON_COMPRIS
    label = premier["name"] if devine else "nlu_fallback"
    metadata = {**(tracker.latest_message.get("metadata") or {}), RESTE: True}
    lu = {"intent": premier | {"name": label}, "intent_ranking": classement, "entities": []}
    canal = tracker.get_latest_input_channel()
    dite = UserUttered(reste, {"text": reste, **lu, "metadata": metadata}, input_channel=canal)
    action = "action_incompris" if label == "nlu_fallback" else f"action_{label}"
    return [ActionExecuted("action_listen"), dite | {"metadata": metadata}, FollowupAction(action)]


def _se_devine(tracker: Tracker) -> bool:
    """Whether the engine heard another request than the choice, and not faintly."""
    lus = tracker.latest_message.get("intent_ranking") or []
    autres = [lu for lu in lus if lu["name"] not in _DE_LA_REPONSE | _DU_CHOIX | _QUI_AGISSENT | NON_COMPRIS]
    return bool(autres) and autres[0]["confidence"] >= ENTENDU


def _sans_la_reponse(classement: list[dict[str, Any]], sauf: Collection[str]) -> list[dict[str, Any]]:
    restent = [lu for lu in classement if lu["name"] not in _DE_LA_REPONSE.union(sauf)]
    total = sum(lu["confidence"] for lu in restent) or 1
    return [{**lu, "confidence": lu["confidence"] / total} for lu in restent]


D_ABORD[PREVENIR] = _appeler_ou_non
