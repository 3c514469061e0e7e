"""The talk about the talk: what can you do, are you a machine, I am cross, I do not understand."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.aide_du_referent import AIDE
from actions.base import ActionDossier
from actions.conge import adieu
from actions.dire import dire
from actions.dossier import NON_COMPRIS, UN_BESOIN, Dossier, intent_du, texte_du
from actions.langue import est_deja_dite, je_n_ecris_qu_en_francais
from actions.menu import CHERCHER, montrer_le_menu
from actions.precision import demander_laquelle, pressentis
from actions.propos import EN_PASSANT, REPONDENT
from actions.puis_le_reste import PREVENIR
from actions.redite import RESTE
from actions.referent import prevenir
from actions.suites import PARTOUT, SUITES, TOUJOURS
from assistant.content.reponse import Reponse
from assistant.conversation.demandes_etrangeres import rendez_vous_demande
from assistant.conversation.langues import (
    langue_demandee,
    langue_ecrite,
    veut_mieux_parler_francais,
)
from assistant.conversation.propos import dit
from assistant.conversation.redites import derniere_reponse
from assistant.conversation.reponses_courtes import politesse
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.coordonnees import qui_appeler
from assistant.handoff.refus import refuse_que_l_on_transmette
from assistant.offres.besoins_appris import se_dit_clairement
from assistant.offres.mots import plier
from assistant.offres.recherche import se_nomme_seul
from assistant.offres.suite_lue import ne_nomme_que_les_offres
from assistant.parcours.droits import craint_dans_sa_langue

_CHERCHE = re.compile(r"\b(?:cherch\w*|besoin|cours?|formations?|trouver)\b")  # a need said in French


class ActionDemanderAide(ActionDossier):
    nom = "action_demander_aide"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        return montrer_le_menu(dispatcher, tracker, ouvert, "menu", "aide_en_bref")


class ActionDemanderRobot(ActionDossier):
    nom = "action_demander_robot"
    garde_question = True

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if (qui := ouvert.allocataire) is None:
            dire(dispatcher, Reponse("robot_inconnu"))
        else:
            dire(dispatcher, Reponse("robot", qui_appeler(qui, ouvert.maintenant)))
        return []


class ActionRepeter(ActionDossier):
    nom = "action_repeter"
    garde_question = True

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        """A pending question is enough; else the last answer once more, then a human."""
        if tracker.active_loop.get("name"):
            dire(dispatcher, Reponse("repeter_question"))
            return []
        derniere = derniere_reponse(ouvert.session, ouvert.conversation_id)
        if derniere is None:
            return montrer_le_menu(dispatcher, tracker, ouvert, "menu", "aide_en_bref")
        if "repeter" in intents_precedents(tracker, 1) or dit("plus_simple", texte_du(tracker)):
            dire(dispatcher, Reponse("repeter_encore"))
            return [SlotSet("question", PREVENIR)]
        dire(dispatcher, Reponse("repeter", {"message": derniere}))
        return []


class ActionMecontent(ActionDossier):
    nom = "action_mecontent"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if (qui := ouvert.allocataire) is None:
            dire(dispatcher, Reponse("mecontent_inconnu"))
            return []
        dire(dispatcher, Reponse("mecontent", qui_appeler(qui, ouvert.maintenant)))
        return [SlotSet("question", PREVENIR)]


class ActionChangerLangue(ActionDossier):
    nom = "action_changer_langue"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        mots = texte_du(tracker)
        apprendre = veut_mieux_parler_francais(mots) and _nomme_un_besoin(mots)
        if apprendre or (langue_ecrite(mots) and _cherche_en_francais(tracker)):
            return _chercher(tracker)
        dire(dispatcher, je_n_ecris_qu_en_francais(langue_demandee(mots), ouvert))
        return []


class ActionHorsSujet(ActionDossier):
    nom = "action_hors_sujet"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if _dit_un_besoin(tracker):
            return _chercher(tracker)
        if "hors_sujet" in _incompris_juste_avant(tracker):
            dire(dispatcher, Reponse("hors_sujet_encore"))
            return []
        return montrer_le_menu(dispatcher, tracker, ouvert, "hors_sujet_menu", "hors_sujet")


class ActionIncompris(ActionDossier):
    nom = "action_incompris"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        """A need is looked for; else the second time in a row a person answers; else their language, or a
        short question with choices. « cherche cours de francais please, i dont speak good » is a need.
        """
        mots = texte_du(tracker)
        en_cours = tracker.active_loop.get("name")
        if (dite := politesse(mots)) and not en_cours:
            dire(dispatcher, Reponse("merci" if dite == "remercier" else adieu(mots, ouvert.maintenant)))
            return [SlotSet("question", EN_PASSANT)]
        langue = langue_ecrite(mots)
        if (_cherche_en_francais if langue else _cherche_une_aide)(tracker):
            return _chercher(tracker)
        if langue and craint_dans_sa_langue(mots):
            return [FollowupAction("action_question_sanction")]
        if langue and not en_cours and (demande := _du_rendez_vous(tracker, langue)):
            return [FollowupAction(f"action_{demande}")]
        lieu = ouvert.session, ouvert.conversation_id, ouvert.maintenant
        if _incompris_juste_avant(tracker) and not refuse_que_l_on_transmette(*lieu):
            dire(dispatcher, prevenir(ouvert, GenreAlerte.INCOMPRIS))
            return []
        if langue and not (est_deja_dite(ouvert) and pressentis(tracker)):
            dire(dispatcher, je_n_ecris_qu_en_francais(langue, ouvert))
            return []
        if laquelle := demander_laquelle(dispatcher, tracker, ouvert):
            return laquelle
        return montrer_le_menu(dispatcher, tracker, ouvert, "incompris_menu", "incompris_en_bref")


class ActionReponseSeule(ActionDossier):
    """« oui », « 2 », « libourne » while no form waits: for the light question just asked, if any."""

    nom = "action_reponse_seule"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        lues = [*TOUJOURS, *(suite for slot, suite in PARTOUT if tracker.get_slot(slot))]
        if propre := SUITES.get(tracker.get_slot("question") or ""):
            lues.append(propre)
        for suite in lues:
            if (events := suite(dispatcher, tracker, ouvert)) is not None:
                return events
        if intent_du(tracker) in ("affirmer", "nier") and intents_precedents(tracker, 1):
            dire(dispatcher, Reponse("entendu"))
            return []
        # also a "oui" that comes after the session ended: nobody must believe that something was done
        return montrer_le_menu(dispatcher, tracker, ouvert, "reponse_sans_question", "entendu")


def _tourne_en_rond(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    """« tu répètes la même chose » is a reproach, not a wish to hear it again."""
    if (qui := ouvert.allocataire) is None:
        dire(dispatcher, Reponse("propos_tourne_en_rond_inconnu"))
        return []
    dire(dispatcher, Reponse("propos_tourne_en_rond", qui_appeler(qui, ouvert.maintenant)))
    return [SlotSet("question", PREVENIR)]


def intents_precedents(tracker: Tracker, combien: int) -> list[str]:
    """The labels of the messages before this one, latest first."""
    dits = [event for event in reversed(tracker.events) if event["event"] == "user"][1 : combien + 1]
    return [(dit.get("parse_data") or {}).get("intent", {}).get("name") or "" for dit in dits]


def _du_rendez_vous(tracker: Tracker, langue: str) -> str | None:
    """« tenho encontro sexta feira ? »: shown, unless the engine hears something to do with it."""
    demande, possibles = rendez_vous_demande(texte_du(tracker), langue), pressentis(tracker)
    return demande if demande in possibles or not possibles else None


def _cherche_en_francais(tracker: Tracker) -> bool:
    """Amid another language: « cherche cours de francais please, i dont speak good »."""
    return _CHERCHE.search(plier(texte_du(tracker))) is not None and _dit_un_besoin(tracker)


def _cherche_une_aide(tracker: Tracker) -> bool:
    """Nothing else is likely, or a need is all that is said: « cours de francais », « montre les offres »."""
    mots, possibles = texte_du(tracker), set(pressentis(tracker))
    if UN_BESOIN in possibles and ne_nomme_que_les_offres(mots):
        return not tracker.active_loop.get("name")
    seul = UN_BESOIN in possibles and se_nomme_seul(mots)
    return _dit_un_besoin(tracker) and (seul or possibles <= {UN_BESOIN})


def _dit_un_besoin(tracker: Tracker) -> bool:
    """« la machine à laver a lâché » asks for nothing: the engine may not see that help is near."""
    return not tracker.active_loop.get("name") and _nomme_un_besoin(texte_du(tracker))


def _nomme_un_besoin(mots: str) -> bool:
    return se_dit_clairement(mots) or se_nomme_seul(mots)


def _chercher(tracker: Tracker) -> list[EventType]:
    """The search reads the open question: after a list, another need is for the same place."""
    return [SlotSet("question", tracker.get_slot("question")), FollowupAction(CHERCHER)]


def _incompris_juste_avant(tracker: Tracker) -> frozenset[str]:
    """The label of the message before, when it was answered as not understood: a need found was not."""
    if (tracker.latest_message.get("metadata") or {}).get(RESTE):
        return frozenset()
    faites = [event["name"] for event in reversed(tracker.events) if event["event"] == "action"]
    derniere = next((nom for nom in faites if nom != "action_listen"), None)
    compris = derniere == CHERCHER or tracker.get_slot("question") in (EN_PASSANT, AIDE)
    return frozenset() if compris else NON_COMPRIS.intersection(intents_precedents(tracker, 1))


REPONDENT["tourne_en_rond"] = _tourne_en_rond
