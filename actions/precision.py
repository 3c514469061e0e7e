"""A request not sure enough, or two or three: one short question; the choice runs on the words first said."""

import re
from typing import Any
from uuid import UUID

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, EventType, FollowupAction, SlotSet, UserUttered
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.detours import DETOURS
from actions.dire import dire
from actions.dossier import NON_COMPRIS, TOUR_DES_MOTS, Dossier, intent_du, texte_du
from actions.menu import montrer_le_menu
from assistant.content.catalogue import catalogue, texte
from assistant.content.francais import liste_numerotee
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte
from assistant.conversation.paroles import paroles
from assistant.conversation.rangs import rang_dit, rang_en_tete
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.mots import plier
from assistant.parcours.agenda.intentions import dit_venir
from assistant.parcours.dates_parlees.mots_du_calendrier import mentionne_le_calendrier

PRECISION, CHOIX, DITE_AU = "precision", "precision_choix", "precision_tour"
CHACUN, ENSEMBLE, AU_PLUS = 0.10, 0.5, 3  # confidence of each choice, of all of them; how many
BREF = 8  # words; a longer answer is a message of its own
SEULES = {"affirmer", "nier", "choisir", "donner_information"}
COMMUN = 5  # letters two forms of a word share: « annuler », « j'annule », « annulation »
# What a number nobody has can be offered instead of what we could not show it.
SANS_DOSSIER = {
    **dict.fromkeys(("consulter_rdv", "lieu_rdv", "preparer_rdv", "confirmer_rdv"), "parler_referent"),
    **dict.fromkeys(("annuler_rdv", "deplacer_rdv", "signaler_retard"), "parler_referent"),
    **dict.fromkeys(("signaler_absence_passee", "declarer_action"), "parler_referent"),
    **dict.fromkeys(("consulter_cer", "consulter_actions", "signer_cer", "modifier_cer"), "expliquer_cer"),
}
_POLITESSES = {"voudr", "voula", "aimer", "souha", "pluto", "merci"}
_RANG = re.compile(r"^\W*\d\W*")
_LES_DEUX = re.compile(r"^(?:(?:oui|ok|ben|bah|euh) )*(?:les|tous les|tout les) (?:2|deux)\b")
_RANGS_JOINTS = re.compile(
    r"(?:le |la |oui |ok )*([1-3]) (?:et|puis|\+) (?:le |la )?([1-3])(?: (?:stp|svp|merci))?$"
)
_CONFIRMO = re.compile(r"\bj?e?confirm[eo]\b|\bsim venho\b|\b(?:eu )?(?:venho|vou)\b")
VENIR, DEUX_MOTS = "confirmer_rdv", 2
_AUTRE = re.compile(r"\b(?:autres?|aucune?|ni|rien)\b")


def demander_laquelle(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """Asks which of the plausible requests was meant; None when there is none, or a form waits."""
    choix = pressentis(tracker)
    if ouvert.allocataire is None:
        choix = list(dict.fromkeys(SANS_DOSSIER.get(intent, intent) for intent in choix))
    if not choix or tracker.active_loop.get("name") or ouvert.tour is None:
        return None
    lignes = [_mots_de(intent) for intent in (*choix, "autre")]
    dire(dispatcher, Reponse("precision", {"precisions": liste_numerotee(lignes)}))
    return [SlotSet("question", PRECISION), SlotSet(CHOIX, choix), SlotSet(DITE_AU, ouvert.tour)]


def pressentis(tracker: Tracker) -> list[str]:
    """What the message may ask for, best first."""
    return plausibles(tracker.latest_message.get("intent_ranking") or [])


def plausibles(classement: list[dict[str, Any]]) -> list[str]:
    """One to three intents of Rasa's ranking, best first; empty when together they are not likely enough."""
    proches = [
        intent
        for intent in classement
        if f"precision_{intent['name']}" in catalogue() and intent["confidence"] >= CHACUN
    ][:AU_PLUS]
    assez = sum(intent["confidence"] for intent in proches) >= ENSEMBLE
    return [intent["name"] for intent in proches] if assez else []


class ActionPreciser(ActionDossier):
    nom = "action_preciser"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        """« 1 », « le deuxième », « annuler »; what chooses nothing is a message like any other."""
        mots, choix = texte_du(tracker), tracker.get_slot(CHOIX) or []
        rang = rang_dit(mots, len(choix) + 1)
        ensuite = None if rang is not None else rang_en_tete(mots, len(choix) + 1)
        if ensuite is not None:
            return self._avec_la_suite([*choix, None][ensuite], dispatcher, tracker, ouvert)
        intent = [*choix, None][rang] if rang is not None else choisi_en_mots(mots, intent_du(tracker), choix)
        if intent:
            return _comme_si(intent, tracker, ouvert, avec_ses_mots=rang is None)
        if (plusieurs := _en_veut_plusieurs(mots, choix)) and rang is None:
            premier, second = plusieurs
            dire(dispatcher, Reponse("deux_demandes", {"ensuite": _mots_de(second)}))
            return _comme_si(premier, tracker, ouvert, avec_ses_mots=False)
        autre = _AUTRE.search(plier(mots)) and not _puis_demande(mots, intent_du(tracker))
        if rang is not None or autre or dit_non(mots) or intent_du(tracker) in SEULES:
            return montrer_le_menu(dispatcher, tracker, ouvert, "incompris_menu", "incompris_en_bref")
        return [FollowupAction(_action_de(intent_du(tracker)))]

    def _avec_la_suite(
        self, intent: str | None, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        """« 1 oui le code », « 3 je veux savoir combien… »: what follows the number goes with the choice."""
        if intent:
            return _comme_si(intent, tracker, ouvert, avec_ses_mots=False, suite=texte_du(tracker))
        label = intent_du(tracker)
        if label in SEULES | NON_COMPRIS:
            return montrer_le_menu(dispatcher, tracker, ouvert, "incompris_menu", "incompris_en_bref")
        return [FollowupAction(_action_de(label))]


def _en_veut_plusieurs(mots: str, choix: list[str]) -> tuple[str, str] | None:
    """« les 2 », « 2 et 3 »: the first is done, and the next one said."""
    plie = plier(mots)
    if _LES_DEUX.search(plie) and len(choix) > 1:
        return choix[0], choix[1]
    joints = _RANGS_JOINTS.match(plie)
    dits = [int(rang) for rang in joints.groups()] if joints else []
    if not dits or max(dits) > len(choix) or len(set(dits)) < len(dits):
        return None
    return choix[dits[0] - 1], choix[dits[1] - 1]


def _puis_demande(mots: str, label: str) -> bool:
    """« autre chose. Prendre un rdv, jeudi aprem »: what else is said at once."""
    return len(mots.split()) > DEUX_MOTS and label not in SEULES | NON_COMPRIS


def choisi_en_mots(mots: str, label: str, choix: list[str]) -> str | None:
    """The choice the label says, the only one told yes, or the one that shares a word with the answer."""
    if label in choix:
        return label
    if VENIR in choix and (dit_venir(mots) or _CONFIRMO.search(plier(mots))):
        return VENIR
    if len(choix) == 1 and accepte(mots):
        return choix[0]
    dits = {mot[:COMMUN] for mot in plier(mots).split() if len(mot) >= COMMUN}
    nommes = [intent for intent in choix if dits & _debuts_propres(intent, choix)]
    return nommes[0] if len(nommes) == 1 else None


def _debuts_propres(intent: str, choix: list[str]) -> set[str]:
    """How the words of one wording begin, without those of the others."""
    ailleurs = {debut for autre in choix if autre != intent for debut in _debuts(autre)}
    return _debuts(intent) - ailleurs


def _debuts(intent: str) -> set[str]:
    return {mot[:COMMUN] for mot in plier(_mots_de(intent)).split() if len(mot) >= COMMUN}


def _en_dit_plus(mots: str, choix: list[str]) -> bool:
    """« déplacer à vendredi », « une formation de soudeur »: more than the name of a choice."""
    noms = _POLITESSES.union(*(_debuts(intent) for intent in choix))
    longs = (mot[:COMMUN] for mot in plier(mots).split() if len(mot) >= COMMUN)
    return mentionne_le_calendrier(mots) or any(debut not in noms for debut in longs)


def _comme_si(
    intent: str, tracker: Tracker, ouvert: Dossier, *, avec_ses_mots: bool, suite: str = ""
) -> list[EventType]:
    """The events after which Rasa is where it would be, had the first message carried this label.

    A choice that says more than its name (« déplacer à vendredi ») replaces what was said first.
    """
    reponse, dite_au = texte_du(tracker), str(tracker.get_slot(DITE_AU) or "")
    dite = paroles(ouvert.session, UUID(dite_au)) if dite_au else ""
    metadata = {"tour": str(ouvert.tour_id), TOUR_DES_MOTS: dite_au}
    if not dite or (avec_ses_mots and _en_dit_plus(reponse, tracker.get_slot(CHOIX) or [])):
        dite, metadata = reponse, {"tour": str(ouvert.tour_id)}
    if suite and dite != reponse:
        dite = f"{dite} {_RANG.sub('', suite)}"
    compris = {"intent": {"name": intent, "confidence": 1.0}, "entities": [], "metadata": metadata}
    canal = tracker.get_latest_input_channel()
    message = UserUttered(dite, {"text": dite, **compris}, input_channel=canal) | {"metadata": metadata}
    return [ActionExecuted("action_listen"), message, FollowupAction(_action_de(intent))]


def _action_de(intent: str) -> str:
    """As bot/rules says: one intent, one action."""
    return "action_incompris" if intent == "nlu_fallback" else f"action_{intent}"


def _mots_de(intent: str) -> str:
    return texte(f"precision_{intent}").formes[0]


def _detour(intent: str, mots: str) -> str | None:
    """« merci » and « répétez » leave the question open: no choice there."""
    lisible = intent in SEULES | NON_COMPRIS or f"precision_{intent}" in catalogue()
    court = len(mots.split()) <= BREF or rang_en_tete(mots, AU_PLUS + 1) is not None
    return "action_preciser" if lisible and court else None


DETOURS[PRECISION] = _detour
