"""Wanting in, wanting out."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.detours import DETOURS
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.menu import BESOIN
from actions.offres import A_CHOISIR, BREF, montrees_a, montrer, proposition
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.offres.besoins import besoins_de
from assistant.offres.choix import offre_citee, offre_designee, offre_nommee, offres_montrees
from assistant.offres.demandes import desinscription_demandee, inscription_demandee
from assistant.offres.proposition import Proposition
from assistant.offres.tables import Offre

INCOMPRIS = ("nlu_fallback", "hors_sujet")
_RENDEZ_VOUS = re.compile(r"\b(?:rdv|rdvs|rd v|r d v|(?:ran|ren)\w* ?vous?)\b")
_VEUT_Y_ALLER = re.compile(r"\b(?:y aller|inscri\w*|interess\w*|je prends|j y vais|jy vais|je veux)\b")
A_REJOINDRE = "offre_a_rejoindre"  # the light question « laquelle ? »


class ActionInscrireOffre(ActionDossier):
    nom = "action_inscrire_offre"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        mots, montrees = texte_du(tracker), montrees_a(tracker, ouvert)
        if nommee := offre_nommee(montrees, mots):
            return _inscrire(dispatcher, ouvert, nommee)
        proposees = proposition(ouvert, mots)
        if proposees.offres and not set(proposees.offres) & {offre.id for offre in montrees}:
            return _inscrire_a_une_autre(dispatcher, ouvert, mots, proposees)
        if offre := offre_designee(montrees, mots, tracker.get_slot("offre_choisie")):
            return _inscrire(dispatcher, ouvert, offre)
        dire(dispatcher, Reponse("inscription_laquelle" if montrees else "offre_aucune_montree"))
        return [SlotSet("question", A_REJOINDRE)] if montrees else []


class ActionDesinscrireOffre(ActionDossier):
    nom = "action_desinscrire_offre"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        nommee = offre_nommee(montrees_a(tracker, ouvert), texte_du(tracker))
        qui, quand = ouvert.allocataire, ouvert.maintenant
        conversation, cause = ouvert.conversation_id, ouvert.cause
        dire(dispatcher, desinscription_demandee(ouvert.session, nommee, qui, conversation, cause, quand))
        return []


def _inscrire(dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre) -> list[EventType]:
    qui, quand = ouvert.allocataire, ouvert.maintenant
    conversation, cause = ouvert.conversation_id, ouvert.cause
    dire(dispatcher, inscription_demandee(ouvert.session, offre, qui, conversation, cause, quand))
    return [SlotSet("offre_choisie", offre.id), SlotSet("question", A_CHOISIR)]


def _inscrire_a_une_autre(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, proposees: Proposition
) -> list[EventType]:
    """« inscris moi a l'atelier cv », never shown: the one it names in full, else those to choose from."""
    if offre := offre_citee(offres_montrees(ouvert.session, proposees.offres), mots):
        return _inscrire(dispatcher, ouvert, offre)
    return montrer(dispatcher, proposees)


def _rejoindre(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« 2 », « la derniere », after « laquelle ? »."""
    offre = offre_nommee(montrees_a(tracker, ouvert), texte_du(tracker))
    return _inscrire(dispatcher, ouvert, offre) if offre else None


def _detour(intent: str, mots: str) -> str | None:
    """« c est ou », « je veux y aller », « garage » after offers are about offers, whatever the label."""
    if _RENDEZ_VOUS.search(mots):
        return None
    if intent in ("affirmer", "confirmer_rdv", "prendre_rdv") and _VEUT_Y_ALLER.search(mots):
        return "action_inscrire_offre"
    if intent in ("consulter_rdv", "lieu_rdv", "preparer_rdv") and len(mots.split()) <= BREF:
        return "action_detail_offre"
    return "action_chercher_offre" if intent in INCOMPRIS and besoins_de(mots) else None


def _detour_vers_la_recherche(intent: str, mots: str) -> str | None:
    return "action_chercher_offre" if intent in INCOMPRIS and besoins_de(mots) else None


SUITES[A_REJOINDRE] = _rejoindre
DETOURS[A_CHOISIR] = DETOURS[A_REJOINDRE] = _detour
DETOURS[BESOIN] = _detour_vers_la_recherche
