"""The engine labels a message without knowing what we just spoke of: « c'est où » after an offer.

While the light question QUESTION is open, DETOURS[QUESTION] may name another action to answer instead; when
none is, those of PLUS_TARD may while their slot is set: offers shown before still hold, hours noted too.
Before them, EVOCATIONS read what names something shown in this conversation, or of the person's own.
A bare word that our texts and pages ask for (OFFRES, INSCRIRE) always runs the action of MOTS_SEULS.
"""

from collections.abc import Callable

from rasa_sdk import Tracker

from actions.dossier import Dossier, intent_du, texte_du
from actions.offres_montrees import a_montre
from assistant.conversation.demandes_etrangeres import commence_par_humain, demande_une_personne
from assistant.offres.mots import plier

Detour = Callable[[str, str], str | None]  # the label, the folded words → the action to run, if another
Evocation = Callable[[Tracker, Dossier], str | None]

DETOURS: dict[str, Detour] = {}
PLUS_TARD: list[tuple[str, Detour]] = []  # a slot, and who reads what is said while it is set
PARTOUT: list[tuple[str, Detour]] = []  # the same, read first and whatever question is open
SANS_ATTENTE = set[str]()  # light questions that ask nothing: what was said before them holds
EVOCATIONS: dict[str, Evocation] = {}
EVOCATIONS_PARTOUT: list[Evocation] = []  # the same, read first and whatever question is open
LISTE = "liste_passee"
MOTS_SEULS = {
    **dict.fromkeys(
        ("offre", "offres", "ofre", "ofres", "les offres", "mes offres"), "action_chercher_offre"
    ),
    **dict.fromkeys(("inscrire", "inscrir", "inscription", "m inscrire"), "action_inscrire_offre"),
}


def detour(nom: str, tracker: Tracker, ouvert: Dossier) -> str | None:
    """The action that should answer instead of `nom`; while a form waits, only for a bare word of ours."""
    if seul := mot_seul(texte_du(tracker)):
        return seul if seul != nom else None
    if tracker.active_loop.get("name"):
        return None
    question = tracker.get_slot("question") or (LISTE if a_montre(tracker) else "")
    evoquer = [*EVOCATIONS_PARTOUT, *filter(None, [EVOCATIONS.get(question)])]
    evoquee = next((vers for lire in evoquer if (vers := lire(tracker, ouvert))), None)
    autre = evoquee or _par_les_mots(tracker)
    return autre if autre != nom else None


def _par_les_mots(tracker: Tracker) -> str | None:
    intent, mots = intent_du(tracker), plier(texte_du(tracker))
    return next((autre for trouver in _possibles(tracker) if (autre := trouver(intent, mots))), None)


def _possibles(tracker: Tracker) -> list[Detour]:
    partout = [trouver for slot, trouver in PARTOUT if tracker.get_slot(slot)]
    question = tracker.get_slot("question")
    partout += [DETOURS[question]] if question in DETOURS else []
    if question and question not in SANS_ATTENTE:
        return partout
    return partout + [trouver for slot, trouver in PLUS_TARD if tracker.get_slot(slot)]


def mot_seul(texte: str) -> str | None:
    """The action a bare word of ours asks for; HUMAIN may be followed by more, or said in any language."""
    if commence_par_humain(texte) or demande_une_personne(texte):
        return "action_parler_referent"
    return MOTS_SEULS.get(plier(texte))
