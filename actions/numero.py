"""« Ce n'est pas moi »: asked once more before a number is taken away from a person."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, AllSlotsReset, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.detours import DETOURS, EVOCATIONS_PARTOUT
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte, fait_une_reserve
from assistant.conversation.propos import dit
from assistant.conversation.reponses_courtes import dit_non, dit_oui
from assistant.offres.mots import plier
from assistant.privacy.desaveu import desavouer, est_partage
from assistant.privacy.retour import est_desavoue

_CHANGE_DE_NUMERO = re.compile(
    r"\b(?:chang\w*|nouveau|nouvo|nouvelle|autre) (?:\w+ ){,2}?(?:num\w*|tel|telephone|portable|ligne)\b"
)
ERREUR = "erreur_de_personne"  # the light question « est-ce que je me trompe de personne ? »


class ActionMauvaisNumero(ActionDossier):
    nom = "action_mauvais_numero"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        lieu = ouvert.session, ouvert.conversation_id
        mots = texte_du(tracker)
        confirme = tracker.get_slot("question") == ERREUR and (dit("pas_moi", mots) or accepte(mots))
        if est_desavoue(*lieu):
            dire(dispatcher, Reponse("mauvais_numero_deja"))
        elif confirme or est_partage(*lieu):
            return _detacher(dispatcher, ouvert)
        else:
            dire(dispatcher, Reponse("mauvais_numero_sur"))
            return [AllSlotsReset(), ActiveLoop(None), SlotSet("question", ERREUR)]
        return [AllSlotsReset(), ActiveLoop(None)]


def _detacher(dispatcher: CollectingDispatcher, ouvert: Dossier) -> list[EventType]:
    lieu = ouvert.session, ouvert.conversation_id
    dire(dispatcher, desavouer(*lieu, ouvert.allocataire, ouvert.cause, ouvert.maintenant))
    return [AllSlotsReset(), ActiveLoop(None)]


def _selon_la_reponse(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    mots = texte_du(tracker)
    if intent_du(tracker) == "nier" or dit_non(mots):
        dire(dispatcher, Reponse("mauvais_numero_non"))
        return []
    if fait_une_reserve(mots):
        dire(dispatcher, Reponse("mauvais_numero_sur"))
        return [SlotSet("question", ERREUR)]
    return _detacher(dispatcher, ouvert) if intent_du(tracker) == "affirmer" or dit_oui(mots) else None


def _encore(intent: str, mots: str) -> str | None:
    """« je connais pas cette dame » says it again, whatever the label."""
    return "action_mauvais_numero" if dit("pas_moi", mots) else None


SUITES[ERREUR] = _selon_la_reponse
DETOURS[ERREUR] = _encore


def _change_de_numero(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« je veux changer de numéro de téléphone » tells nobody that we are mistaken."""
    mots = texte_du(tracker)
    change = intent_du(tracker) == "mauvais_numero" and _CHANGE_DE_NUMERO.search(plier(mots))
    return "action_declarer_changement" if change and not dit("pas_moi", mots) else None


EVOCATIONS_PARTOUT.append(_change_de_numero)
