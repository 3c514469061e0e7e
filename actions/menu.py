"""What Jalon can do, in numbers to answer with."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.garde.danger_en_sa_langue import cite_un_numero, danger_recent, numero_en
from assistant.conversation.langue_du_fil import langue_sure
from assistant.conversation.rangs import rang_dit, rang_en_tete
from assistant.privacy.retour import est_desavoue

MENU, BESOIN = "menu", "besoin"
CHERCHER = "action_chercher_offre"
# In the order of the numbers in the text `menu`; the third asks what is needed first.
ENTREES = ("action_consulter_rdv", "action_consulter_cer", CHERCHER, "action_parler_referent")
ENTREES_D_UN_INCONNU = (CHERCHER, "action_expliquer_cer", "action_parler_referent")  # of `menu_inconnu`


def montrer_le_menu(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, cle: str, en_bref: str
) -> list[EventType]:
    """The menu in the words of `cle`; while a form waits, whose numbers these would be, only `en_bref`.

    A wrong number has no use for it, nor has « 115 they speak english ? ».
    """
    if est_desavoue(ouvert.session, ouvert.conversation_id):
        dire(dispatcher, Reponse("mauvais_numero_rappel"))
        return []
    if (langue := langue_sure(texte_du(tracker))) and cite_un_numero(texte_du(tracker)):
        danger = danger_recent(ouvert.session, ouvert.conversation_id, ouvert.maintenant)
        dire(dispatcher, numero_en(langue, danger))
        return []
    if tracker.active_loop.get("name"):
        dire(dispatcher, Reponse(en_bref))
        return []
    dire(dispatcher, Reponse(cle if ouvert.allocataire else f"{cle}_inconnu"))
    return [SlotSet("question", MENU)]


def _suivre_le_menu(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    if intent_du(tracker) in ("affirmer", "nier"):
        return None
    mots = texte_du(tracker)
    entrees = ENTREES if ouvert.allocataire else ENTREES_D_UN_INCONNU
    rang = rang_dit(mots, len(entrees))
    if rang is None and (rang := rang_en_tete(mots, len(entrees))) is None:
        return None
    if entrees[rang] == CHERCHER:
        dire(dispatcher, Reponse("menu_besoin"))
        return [SlotSet("question", BESOIN)]
    return [FollowupAction(entrees[rang])]


def _chercher(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """A bare "permis" or "garde d'enfant" after « Que cherchez-vous ? »."""
    return [FollowupAction(CHERCHER)] if intent_du(tracker) == "donner_information" else None


SUITES[MENU] = _suivre_le_menu
SUITES[BESOIN] = _chercher
