"""The next rendez-vous: when, where, what to bring, being late."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.detours import DETOURS, EVOCATIONS_PARTOUT, SANS_ATTENTE
from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, intent_du, texte_du
from actions.lequel import a_venir
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.rangs import rang_dit
from assistant.offres.mots import plier
from assistant.parcours.agenda.consultation import (
    detail_rendez_vous,
    lieu_consulte,
    lieu_rendez_vous,
    rendez_vous_consultes,
    rendez_vous_prepare,
)
from assistant.parcours.agenda.evocation import evoque
from assistant.parcours.agenda.retard import retard_signale
from assistant.parcours.rendez_vous import Participation

INCONNU = Reponse("rdv_inconnu")
# The light questions left open: which one? was it the right one? and once one was spoken of.
LISTE, PRIS, DIT = "rdv_liste", "creneau_pris", "rdv_dit"
DUREE = re.compile(r"\b(?:combien d[eu] temps|(?:ca|sa) dure|la duree|longtemps)\b")
DEMANDE_SEULE = {"rdv", "rendez vous", "un rdv", "un rendez vous"}  # the word our own text asks for
AU_MENU = 4  # entries of the menu, the first of which is the rendez-vous
_PHRASES = re.compile(r"(?<=[.!?\n])\s+")
_UN_RDV = re.compile(
    r"(?:(?:et|bon|alors|donc|mets|met|mettez|donne\w*|prend\w*|je veux|jveux|moi) )*(?:un )?"
    r"(?:rdv|rendez vous) (?:un|le|la|ce|cet|cette|demain|pas avant|apres|lundi|mardi|mercredi|jeudi|vendredi"
    r"|par tel\w*|genre)\b"
)
_SANS_REPONSE = NON_COMPRIS | {"affirmer", "nier", "choisir", "donner_information", "mecontent"}


class ActionConsulterRdv(ActionDossier):
    nom = "action_consulter_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if (qui := ouvert.allocataire) is None:
            dire(dispatcher, INCONNU)
            return []
        reponse = rendez_vous_consultes(ouvert.session, qui, ouvert.maintenant)
        if reponse.cle == "rdv_aucun" and demande_un_rendez_vous(texte_du(tracker)):
            return [FollowupAction("action_prendre_rdv")]
        dire(dispatcher, reponse)
        return _retenir_la_liste(reponse)


class ActionLieuRdv(ActionDossier):
    nom = "action_lieu_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        qui, parle = ouvert.allocataire, dont_il_parle(tracker, ouvert)
        if parle is not None:
            dire(dispatcher, lieu_rendez_vous(parle.rendez_vous, ouvert.maintenant))
            return retenir_le_dit(tracker, parle)
        reponse = lieu_consulte(ouvert.session, qui, ouvert.maintenant) if qui else INCONNU
        dire(dispatcher, reponse)
        return _retenir_la_liste(reponse)


class ActionPreparerRdv(ActionDossier):
    nom = "action_preparer_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if ouvert.allocataire is None:
            dire(dispatcher, INCONNU)
            return []
        parle = dont_il_parle(tracker, ouvert) or next(iter(a_venir(ouvert)), None)
        if parle is None:
            dire(dispatcher, Reponse("rdv_aucun"))
            return []
        dire(dispatcher, rendez_vous_prepare(parle.rendez_vous, ouvert.maintenant))
        return retenir_le_dit(tracker, parle)


class ActionSignalerRetard(ActionDossier):
    nom = "action_signaler_retard"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if (qui := ouvert.allocataire) is None:
            dire(dispatcher, Reponse("rdv_retard_inconnu"))
            return []
        mots, quand = texte_du(tracker), ouvert.maintenant
        turn = ouvert.conversation_id, ouvert.tour_id
        dire(dispatcher, retard_signale(ouvert.session, qui, mots, *turn, quand))
        return []


def demande_un_rendez_vous(texte: str) -> bool:
    """« RENDEZ-VOUS », alone or at the end; « rendez vous un après midi »; « 1 » of the menu."""
    phrases = [plier(phrase) for phrase in _PHRASES.split(texte)]
    seul = any(phrase in DEMANDE_SEULE for phrase in phrases)
    return seul or _UN_RDV.match(phrases[-1]) is not None or rang_dit(texte, AU_MENU) == 0


def _demande_a_en_prendre(tracker: Tracker, ouvert: Dossier) -> str | None:
    """The word our own texts ask for, amid others; whoever has one is told of it as before."""
    label, mots = intent_du(tracker), texte_du(tracker)
    if label not in _SANS_REPONSE or rang_dit(mots, AU_MENU) is not None or not demande_un_rendez_vous(mots):
        return None
    return None if ouvert.allocataire is None or a_venir(ouvert) else "action_prendre_rdv"


def dont_il_parle(tracker: Tracker, ouvert: Dossier) -> Participation | None:
    """The one their words name, else the one just spoken of."""
    if ouvert.allocataire is None:
        return None
    siens, dernier = a_venir(ouvert), tracker.get_slot("rdv_vise")
    nomme = evoque(texte_du(tracker), siens, ouvert.maintenant, dernier)
    vient_d_etre_dit = tracker.get_slot("question") in (PRIS, LISTE, DIT)
    return nomme or next((p for p in siens if vient_d_etre_dit and p.id == dernier), None)


def retenir_le_dit(tracker: Tracker, participation: Participation) -> list[EventType]:
    """What follows (« c'est combien de temps ? », « non mercredi ») is of this one, unless a form waits."""
    if tracker.active_loop.get("name"):
        return []
    return [SlotSet("question", DIT), SlotSet("rdv_vise", participation.id)]


def _retenir_la_liste(reponse: Reponse) -> list[EventType]:
    return [SlotSet("question", LISTE)] if reponse.cle == "rdv_plusieurs" else []


def _detailler(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« 2 » after the list of rendez-vous."""
    if ouvert.allocataire is None:
        return None
    siens = a_venir(ouvert)
    rang = rang_dit(texte_du(tracker), len(siens))
    if rang is None:
        return None
    dire(dispatcher, detail_rendez_vous(siens[rang].rendez_vous, ouvert.maintenant))
    return [SlotSet("question", LISTE), SlotSet("rdv_vise", siens[rang].id)]


def _duree(intent: str, mots: str) -> str | None:
    return "action_preparer_rdv" if DUREE.search(mots) else None


EVOCATIONS_PARTOUT.append(_demande_a_en_prendre)
SUITES[LISTE] = _detailler
SANS_ATTENTE.add(LISTE)
DETOURS[LISTE] = _duree
