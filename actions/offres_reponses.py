"""« 2 », « oui », « non » to what was said last of offers."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.inscription import INSCRIRE
from actions.interets import apres_l_interet
from actions.menu import CHERCHER
from actions.offres import (
    A_CHOISIR,
    INTERESSE,
    PRESENTEE,
    RETIRE,
    RIEN,
)
from actions.offres_detail import detailler
from actions.offres_montrees import montrees_a
from actions.referent import prevenir
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte, fait_une_reserve
from assistant.conversation.reponses_courtes import dit_non, dit_oui
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.choix import ce_rang_n_existe_pas, offre_nommee
from assistant.offres.mots import plier
from assistant.offres.recherche import demande_une_aide
from assistant.offres.rejet import ce_qui_est_voulu

_LU = re.compile(r"(?:ok+|okay|oki|dac+|d ?ac+ord?|dakor|c est bon|c bon|si)\b")


def _choisir(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« 2 », « la derniere », « permis », « non », after a list."""
    mots, montrees = texte_du(tracker), montrees_a(tracker, ouvert)
    if offre := offre_nommee(montrees, mots):
        return detailler(dispatcher, ouvert, offre, mots)
    if hors_liste := ce_rang_n_existe_pas(montrees, mots):
        dire(dispatcher, hors_liste)
        return [SlotSet("question", A_CHOISIR)]
    if not dit_non(mots):
        return None
    if demande_une_aide(ce_qui_est_voulu(mots)):
        return [SlotSet("question", tracker.get_slot("question")), FollowupAction(CHERCHER)]
    dire(dispatcher, Reponse("offres_abandon"))
    return [SlotSet("question", None)]


def _accepter_la_presentee(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« oui » to « pour y aller, répondez INSCRIVEZ-MOI »; « ok » only says that it was read."""
    mots = texte_du(tracker)
    if accepte(mots) and not _LU.match(plier(mots)):
        return [FollowupAction(INSCRIRE)]
    return _choisir(dispatcher, tracker, ouvert)


def _apres_rien(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« oui »: the référent is told."""
    mots = texte_du(tracker)
    oui = (intent_du(tracker) == "affirmer" or dit_oui(mots)) and not fait_une_reserve(mots)
    if ouvert.allocataire and oui:
        dire(dispatcher, prevenir(ouvert, GenreAlerte.PARLER))
        return [SlotSet("question", None)]
    return _choisir(dispatcher, tracker, ouvert)


def _apres_l_interet(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    return apres_l_interet(dispatcher, tracker, ouvert) or _choisir(dispatcher, tracker, ouvert)


SUITES.update({A_CHOISIR: _choisir, PRESENTEE: _accepter_la_presentee, RIEN: _apres_rien})
SUITES.update({INTERESSE: _apres_l_interet, RETIRE: _choisir})
