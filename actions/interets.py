"""« j'ai prévenu votre référent »: what was told of an interest may be taken back in a word."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.offres import A_CHOISIR, INTERESSE, RETIRE
from actions.offres_montrees import evoquee
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.besoins import besoins_de, repondent
from assistant.offres.choix import offre_dite, offres_montrees
from assistant.offres.demandes import interet_retire
from assistant.offres.detail import nom_court
from assistant.offres.mots import plier
from assistant.offres.suite_lue import AUTRE_SUJET
from assistant.offres.tables import Offre

RETIRER = "interet_a_retirer"  # « ne vous intéresse plus ? »
DESINSCRIRE = "action_desinscrire_offre"
_SE_RETRACTE = re.compile(
    r"\b(?:ann?ul\w*|desinscri\w*|enlev\w*|retir\w*|(?:final\w*|en fait|enfin) (?:je )?n[oa]n|n[oa]n final\w*"
    r"|(?:veux?|veut|vx|voudrais|interesse) (?:plus|pas?)\b|laiss\w* tomb\w*"
    r"|(?:faut|fau|fo|falait|fallait) (?:pas|pa|plus) (?:la |le |l |les )?"
    r"(?:demand\w*|inscri\w*|dire|prevenir)"
    r"|(?:ne )?(?:la |le |l )?(?:demand\w*|inscriv\w*) (?:pas|plus)\b)"
)
_PHRASES = re.compile(r"[.!?;\n]+")


def se_retracte(texte: str) -> bool:
    """« finalement non », « annule », « le prêt j'en veux pas »; nothing of a rendez-vous."""
    return _SE_RETRACTE.search(plier(des_offres(texte))) is not None


def des_offres(texte: str) -> str:
    """« annule. par contre mon rdv est tjr mercredi ? » → « annule »: the sentences of nothing else."""
    dites = (dite for dite in _PHRASES.split(texte) if not AUTRE_SUJET.search(plier(dite)))
    return ". ".join(dite for dite in dites if dite.strip())


def interets_dits(tracker: Tracker, ouvert: Dossier) -> list[Offre]:
    """The offers told to the référent in this conversation and not taken back, the latest first."""
    dits: dict[str, None] = {}
    choisie = None
    for event in tracker.events:
        if event.get("name") == "offre_choisie":
            choisie = event["value"]
        elif event.get("name") == "question" and event["value"] in (INTERESSE, RETIRE) and choisie:
            dits.pop(choisie, None)
            if event["value"] == INTERESSE:
                dits[choisie] = None
    return offres_montrees(ouvert.session, list(reversed(dits)))


def interet_vise(tracker: Tracker, ouvert: Dossier) -> Offre | None:
    """The one named, or the last told when nothing else is."""
    mots = des_offres(texte_du(tracker))
    if not mots or not (dits := interets_dits(tracker, ouvert)):
        return None
    juste_dit = tracker.get_slot("question") in (INTERESSE, RETIRER)
    vue = None if juste_dit else evoquee(tracker, ouvert, mots)
    if nommee := offre_dite(dits, mots) or vue:
        return nommee if nommee.id in {offre.id for offre in dits} else None
    besoins = besoins_de(mots)
    tels = [offre for offre in dits if not besoins or repondent(offre.thematiques, besoins)]
    return tels[0] if tels and (len(dits) == 1 or juste_dit or besoins) else None


def retirer(dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre) -> list[EventType]:
    assert ouvert.allocataire is not None
    lieu = ouvert.conversation_id, ouvert.cause
    dire(dispatcher, interet_retire(ouvert.session, offre, ouvert.allocataire, *lieu, ouvert.maintenant))
    return [SlotSet("offre_choisie", offre.id), SlotSet("question", RETIRE)]


def apres_l_interet(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« finalement non » takes it back; a bare « non » may be of anything: one question."""
    mots = texte_du(tracker)
    if se_retracte(mots):
        return [FollowupAction(DESINSCRIRE)]
    if not dit_non(mots) or (offre := interet_vise(tracker, ouvert)) is None:
        return None
    dire(dispatcher, Reponse("interet_a_retirer", {"offre": nom_court(offre)}))
    return [SlotSet("question", RETIRER)]


def _retirer_si_oui(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    mots = texte_du(tracker)
    if dit_non(mots):
        dire(dispatcher, Reponse("desinscription_gardee"))
        return [SlotSet("question", A_CHOISIR)]
    offre = interet_vise(tracker, ouvert) if accepte(mots) else None
    return retirer(dispatcher, ouvert, offre) if offre else None


SUITES[RETIRER] = _retirer_si_oui
