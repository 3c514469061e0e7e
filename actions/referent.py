"""The référent: who, how to reach them, asking for them."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.appel import APPEL, transmettre_avec_ses_mots
from actions.base import ActionDossier
from actions.detours import DETOURS
from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, intent_du, texte_du
from actions.langue import appeler_dans_sa_langue
from actions.puis_le_reste import PREVENIR
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte, fait_une_reserve
from assistant.conversation.reponses_courtes import dit_oui, refuse
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.coordonnees import coordonnees
from assistant.handoff.demandes import demander_un_humain
from assistant.handoff.nomme import en_dit_plus

# Labels under which a short yes or no may come, and which would tell the référent something else at once.
_MAL_ENTENDUS = NON_COMPRIS | {
    *("desinscrire_offre", "declarer_changement", "modifier_cer", "mauvais_numero", "changer_referent"),
    *("annuler_rdv", "confirmer_rdv", "signaler_retard", "signaler_absence_passee"),
}
_RIEN_QUE_LA_REPONSE = re.compile(
    r"(?:n|no+n?|nn+|na+n|nah|oui|ouais|ui|wi|ok|okay|d|accord|dac|vas?|y|allez|svp|stp|merci|mais|bon|be+n|bah"
    r"|euh|ah|oh|c|est|ce|ca|sa|ira|fait|finalement|en|laiss\w*|tomb\w*|pas?|l[ae]?|les|peine|besoin|plus|pu"
    r"|oubli\w*|j|je|jveux?|veu[xt]?|prefere|bien|volontiers|desolee?|dsl|pardon|attend\w*|tout|alors|rien"
    r"|garde|reste|avec|elle|lui|il|tranquille|fait?e?s|grave|necessaire|maintenant|urgent|vite|beaucoup|bcp"
    r"|moi|jai|ai|change|avis|me|suis|trompee?| )*"
)
BREF = 8  # words


class ActionCoordonneesReferent(ActionDossier):
    nom = "action_coordonnees_referent"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        qui = ouvert.allocataire
        dire(dispatcher, coordonnees(qui, ouvert.maintenant) if qui else Reponse("referent_inconnu"))
        return []


class ActionParlerReferent(ActionDossier):
    nom = "action_parler_referent"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        mots = texte_du(tracker)
        ajoute = en_dit_plus(mots, ouvert.allocataire, ouvert.maintenant.date())
        transmise = transmettre_avec_ses_mots(ouvert, mots, ajoute=ajoute)
        appel = appeler_dans_sa_langue(tracker, ouvert)
        if ouvert.allocataire or appel is None:
            dire(dispatcher, transmise)
        if appel:
            dire(dispatcher, appel)
        return [SlotSet("question", APPEL)] if ouvert.allocataire else []


def repond_en_bref(intent: str, mots: str) -> str | None:
    """« nn laissez », « oui vas y » answer what was asked, whatever act the engine heard."""
    rien_d_autre = len(mots.split()) <= BREF and _RIEN_QUE_LA_REPONSE.fullmatch(mots)
    repond = rien_d_autre and intent in _MAL_ENTENDUS and (refuse(mots) or accepte(mots))
    return "action_reponse_seule" if repond else None


def prevenir(ouvert: Dossier, genre: GenreAlerte) -> Reponse:
    lieu = ouvert.conversation_id, ouvert.allocataire
    return demander_un_humain(ouvert.session, genre, *lieu, ouvert.cause, ouvert.maintenant)


def _prevenir_si_oui(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    intent, mots = intent_du(tracker), texte_du(tracker)
    if intent == "nier" or refuse(mots):
        dire(dispatcher, Reponse("prevenir_non"))
    elif fait_une_reserve(mots) and (intent == "affirmer" or dit_oui(mots)):
        dire(dispatcher, Reponse("prevenir_rappel"))
        return [SlotSet("question", PREVENIR)]
    elif intent == "affirmer" or dit_oui(mots):
        dire(dispatcher, prevenir(ouvert, GenreAlerte.PARLER))
        return [SlotSet("question", APPEL)]
    else:
        return None
    return []


SUITES[PREVENIR] = _prevenir_si_oui
DETOURS[PREVENIR] = repond_en_bref
