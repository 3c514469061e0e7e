"""Another référent: asked for once the person said yes, and taken back as soon as they say so."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.detours import DETOURS, EVOCATIONS_PARTOUT
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.puis_le_reste import D_ABORD
from actions.referent import prevenir, repond_en_bref
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte, fait_une_reserve
from assistant.conversation.reponses_courtes import dit_oui, refuse
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.demandes import attend_deja, retirer_la_demande
from assistant.handoff.nomme import avec_son_referent
from assistant.offres.mots import plier

CHANGER, TRANSMISE = "changer_de_referent", "changement_transmis"  # the light question; once it was sent
_DEMENAGE = re.compile(
    r"\bdeme?na[gj]\w*|\b(?:habiter|vivre|installe\w*|autre (?:ville|commune|departement))\b"
)
_SUJET = re.compile(
    r"\b(?:chang\w*|demande|referente?s?|conseill\w+|assistante|garde\w*|reste\w*|contente?)\b"
)
_RETIRE = re.compile(
    r"\b(?:annul\w*|anul\w*|erreur|retir\w*|enlev\w*|oubli\w*|laiss\w* tomb\w*"
    r"|(?:pas|pa|rien|jamais|plus) (?:du tout )?(?:demande\w*|voulu|dit|veu[xt]?|changer|besoin)"
    r"|(?:veu[xt]?|voulai[st]|voudrais|souhaite|vais) (?:pas|pa|plus|pu) (?:\w+ )?chang\w*"
    r"|(?:je|j|on|moi) (?:le |la )?(?:gard|rest)\w*+(?! (?:pas?|plus|pu)\b)"
    r"|(?:veu[xt]?|prefere) (?:le |la )?(?:garder|rester)"
    r"|non a ma (?:demande|question))\b"
)
_RETIRE_COURT = re.compile(r"\b(?:annul\w*|anul\w*|finalement|erreur|pas demande|garde|non)\b")
COURT = 6  # words: right after it was sent, « annulez ça » needs no more


class ActionChangerReferent(ActionDossier):
    nom = "action_changer_referent"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        mots = texte_du(tracker)
        if ouvert.allocataire is None:
            dire(dispatcher, prevenir(ouvert, GenreAlerte.CHANGER_REFERENT))
            return []
        deja, question = _deja_transmise(ouvert), tracker.get_slot("question")
        juste_avant = question in (CHANGER, TRANSMISE)
        if (deja or juste_avant) and _retire(mots, ouvert, court=juste_avant):
            return _retirer(dispatcher, ouvert)
        if deja or (question == CHANGER and accepte(mots)):
            return _transmettre(dispatcher, ouvert)
        demenage = fait_une_reserve(mots) and _DEMENAGE.search(plier(mots))
        dire(dispatcher, Reponse("changer_referent_demenage" if demenage else "changer_referent_accord"))
        return [SlotSet("question", CHANGER)]


def _transmettre(dispatcher: CollectingDispatcher, ouvert: Dossier) -> list[EventType]:
    dire(dispatcher, prevenir(ouvert, GenreAlerte.CHANGER_REFERENT))
    return [SlotSet("question", TRANSMISE)]


def _retirer(dispatcher: CollectingDispatcher, ouvert: Dossier) -> list[EventType]:
    lieu = ouvert.session, ouvert.conversation_id
    retiree = retirer_la_demande(*lieu, GenreAlerte.CHANGER_REFERENT, ouvert.maintenant)
    dire(dispatcher, Reponse("changer_referent_retire" if retiree else "changer_referent_non"))
    return [SlotSet("question", None)]


def _deja_transmise(ouvert: Dossier) -> bool:
    lieu = ouvert.session, ouvert.conversation_id, ouvert.cause, ouvert.maintenant
    return attend_deja(*lieu, GenreAlerte.CHANGER_REFERENT)


def _retire(mots: str, ouvert: Dossier, *, court: bool) -> bool:
    """« je garde M. Girard », « je n'ai pas demandé à changer »; right after it was sent, « annulez ça »."""
    dits = plier(avec_son_referent(mots, ouvert.allocataire, ouvert.maintenant.date()))
    if court and len(dits.split()) <= COURT and _RETIRE_COURT.search(dits):
        return True
    return bool(_RETIRE.search(dits) and _SUJET.search(dits))


def _si_oui(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    mots = texte_du(tracker)
    if intent_du(tracker) == "nier" or refuse(mots) or _retire(mots, ouvert, court=True):
        return _retirer(dispatcher, ouvert)
    if not (intent_du(tracker) == "affirmer" or dit_oui(mots)):
        return None
    if fait_une_reserve(mots):
        dire(dispatcher, Reponse("changer_referent_accord"))
        return [SlotSet("question", CHANGER)]
    return _transmettre(dispatcher, ouvert)


def _demander_ou_non(dispatcher: CollectingDispatcher, ouvert: Dossier, oui: bool) -> list[EventType] | None:
    """« non. et mon rdv c'est quand ? »"""
    return _transmettre(dispatcher, ouvert) if oui else _retirer(dispatcher, ouvert)


def _retire_ce_qui_est_parti(tracker: Tracker, ouvert: Dossier) -> str | None:
    """Whatever the engine heard, while the question or the request waits."""
    if ouvert.allocataire is None or intent_du(tracker) == "affirmer":
        return None
    question = tracker.get_slot("question")
    if not _retire(texte_du(tracker), ouvert, court=question == TRANSMISE):
        return None
    return "action_changer_referent" if question == CHANGER or _deja_transmise(ouvert) else None


SUITES[CHANGER] = _si_oui
DETOURS[CHANGER] = repond_en_bref
D_ABORD[CHANGER] = _demander_ou_non
EVOCATIONS_PARTOUT.append(_retire_ce_qui_est_parti)
