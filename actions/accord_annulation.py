"""« Annuler votre rendez-vous … ? »: asked of one, then of the others that were meant too."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.demande import mots_retenus
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import REPONSES, ouvrir
from actions.lequel import a_venir
from assistant.content.reponse import Reponse
from assistant.offres.mots import plier
from assistant.parcours.agenda.evocation import un_autre_que
from assistant.parcours.agenda.intentions import dit_venir, refuse_d_annuler, veut_annuler, veut_decaler
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.rendez_vous import Participation

FORMULAIRE = "formulaire_annulation"
A_LIRE = REPONSES | {"annuler_rdv"}
_TOUS = re.compile(
    r"\b(?:(?:les|mes|tous les|tout les) (?:2|deux|3|trois|rdv|rendez vous)|tous|tout(?: les)?)\b"
    r"(?! (?:de meme|a fait|a l heure|le))"
)
_AUSSI = re.compile(r"\b(?:aussi|egalement|pareil|non plus|et (?:l|le|mon|pour l))\b")
_ABSENT = re.compile(r"\b(?:peu[xt]?|pourrai[st]?|vien[st]?|viendrai|serai[st]?) (?:pas?|plus)\b")


def demander_accord(dispatcher: CollectingDispatcher, ouvert: Dossier, concerne: Participation) -> None:
    dire(dispatcher, Reponse("annulation_accord", mots_rendez_vous(concerne.rendez_vous, ouvert.maintenant)))


def attendre_accord(
    dispatcher: CollectingDispatcher, ouvert: Dossier, concerne: Participation
) -> list[EventType]:
    demander_accord(dispatcher, ouvert, concerne)
    return ouvrir(FORMULAIRE, "annulation_accord", rdv_vise=concerne.id, rdv_tour=ouvert.tour)


def les_veut_tous(texte: str) -> bool:
    """« OUI les 2 », « annulez mes rdv »."""
    return _TOUS.search(plier(texte)) is not None


def l_autre_nomme(tracker: Tracker, ouvert: Dossier, en_main: Participation | None) -> Participation | None:
    """Another rendez-vous than the one in hand, which these words want cancelled."""
    mots = texte_du(tracker)
    if veut_decaler(mots) or dit_venir(mots) or refuse_d_annuler(mots):
        return None
    annule = veut_annuler(mots) or _ABSENT.search(plier(mots)) is not None
    if not (annule or _AUSSI.search(plier(mots)) or intent_du(tracker) in A_LIRE):
        return None
    dernier = en_main.id if en_main else None
    return un_autre_que(mots, a_venir(ouvert), ouvert.maintenant, dernier, par_son_jour=annule)


def passer_a_l_autre(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, en_main: Participation | None
) -> list[EventType] | None:
    """« et l'atelier dimanche, il est annulé ? » amid other questions: that one is asked about."""
    autre = l_autre_nomme(tracker, ouvert, en_main)
    return attendre_accord(dispatcher, ouvert, autre) if autre else None


def encore_a_annuler(tracker: Tracker, ouvert: Dossier, concerne: Participation) -> Participation | None:
    """The next of several, once `concerne` is: the one these words add, or one of all they meant."""
    if autre := l_autre_nomme(tracker, ouvert, concerne):
        return autre
    dits = texte_du(tracker), mots_retenus("rdv_tour", tracker, ouvert)
    restent = [p for p in a_venir(ouvert) if p.id != concerne.id]
    return restent[0] if restent and any(map(les_veut_tous, dits)) else None
