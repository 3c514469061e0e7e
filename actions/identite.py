"""The birth date asked before anything personal: given, refused, or put off."""

import re
from datetime import date

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.detours import EVOCATIONS_PARTOUT
from actions.detours import PARTOUT as DETOURS_PARTOUT
from actions.dire import dire
from actions.dossier import Dossier, est_sur, intent_du, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, ouvrir, peut_repondre, rester
from actions.menu import CHERCHER
from actions.propos import EN_PASSANT
from actions.reprise import reprendre
from actions.suites import PARTOUT as SUITES_PARTOUT
from actions.suites import TOUJOURS
from assistant.clock import now
from assistant.content.reponse import Reponse
from assistant.conversation.propos import combien_d_autres_mots, dit
from assistant.conversation.reponses_courtes import dit_non
from assistant.handoff.coordonnees import qui_appeler
from assistant.offres.besoins_appris import se_dit_clairement
from assistant.offres.mots import plier
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.dates_parlees import naissance_impossible, naissance_parlee
from assistant.privacy.identite import Issue, Niveau, verifier_naissance

FORMULAIRE = "formulaire_identite"
DEMANDE = "demande"  # what waits for the check: while it is set, a date that comes all the same is taken
AGES = (15, 95)  # years
_ANNEE = re.compile(r"\b(?:19|20)\d\d\b")
_EN_CHIFFRES = re.compile(r"\b\d{1,2}\W\d{1,2}\W\d{2,4}\b|\b(?:19|20)\d\d\b")
SEULE = 4  # words: a date and little else
_DEMANDES = {  # what is asked along with the date
    "consulter_actions": re.compile(r"\b(?:heures?|heurs?|eures?|actions?|objectifs?|etapes?)\b"),
    "consulter_cer": re.compile(r"\b(?:contrat|contra|cer|ppae)\b"),
}
AUTRE_CHOSE = 3  # words beside a refusal that may ask for something


class ValiderFormulaireIdentite(Formulaire):
    nom = FORMULAIRE
    rien_n_est_en_jeu = True

    def extract_naissance(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Quelle est votre date de naissance ? »: a date is an answer whatever the label."""
        mots, qui = texte_du(tracker), ouvert.allocataire
        jour = naissance_parlee(mots, ouvert.maintenant.date())
        if jour is not None and qui is not None:
            return _verifier(dispatcher, tracker, ouvert, qui, jour)
        if naissance_impossible(mots, ouvert.maintenant.date()):
            dire(dispatcher, Reponse("identite_date_impossible"))
            return rester("naissance")
        if dit("pourquoi", mots):
            return _laisser("identite_pourquoi", dispatcher, ouvert)
        if _refuse(tracker):
            return _autre_demande(tracker) or self.abandonner(dispatcher, tracker, ouvert)
        return None

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        return _laisser("identite_abandon", dispatcher, ouvert)


def _verifier(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, qui: Allocataire, jour: date
) -> list[EventType]:
    lieu = ouvert.session, ouvert.conversation_id, qui
    verification = verifier_naissance(*lieu, jour, ouvert.tour_id, ouvert.maintenant)
    if verification.issue is Issue.REUSSIE:
        demande = tracker.get_slot("demande") or _demande_avec_la_date(texte_du(tracker))
        suite = reprendre(demande, dispatcher, tracker, ouvert.verifie())
        poursuit = any(event["event"] == "active_loop" for event in suite)
        return suite if poursuit else [*fermer(demande=None), *suite]
    if verification.issue is Issue.VERROUILLEE:
        dire(dispatcher, Reponse("identite_verrouillee", qui_appeler(qui, ouvert.maintenant)))
        return fermer(demande=None)
    cle = "identite_erreur" if verification.essais_restants > 1 else "identite_dernier_essai"
    dire(dispatcher, Reponse(cle))
    return ouvrir(FORMULAIRE, "naissance")


def _laisser(cle: str, dispatcher: CollectingDispatcher, ouvert: Dossier) -> list[EventType]:
    """Why it was asked, another way, and no more question."""
    if ouvert.allocataire is None:
        dire(dispatcher, Reponse("identite_inconnue"))
        return fermer(demande=None)
    dire(dispatcher, Reponse(cle, qui_appeler(ouvert.allocataire, ouvert.maintenant)))
    return fermer(question=EN_PASSANT)


def _refuse(tracker: Tracker) -> bool:
    """« non », « jpref pa la donné par sms »; what asks for something else refuses only a date it names."""
    mots = texte_du(tracker)
    if dit("refuse", mots):
        return intent_du(tracker) in REPONSES or not est_sur(tracker) or dit("la_date", mots)
    return peut_repondre(tracker, REPONSES) and dit_non(mots)


def _autre_demande(tracker: Tracker) -> list[EventType] | None:
    """« je veux pas la donner. Cours de français, c'est où ? »"""
    mots, intent = texte_du(tracker), intent_du(tracker)
    if not dit("refuse", mots) or combien_d_autres_mots("refuse", mots) <= AUTRE_CHOSE:
        return None
    if se_dit_clairement(mots):
        return [*fermer(demande=None), FollowupAction(CHERCHER)]
    demande = intent not in REPONSES and est_sur(tracker)
    return [*fermer(demande=None), FollowupAction(f"action_{intent}")] if demande else None


def _date_tardive(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """A date that comes once the question was left: refused, forgotten, or something else was asked."""
    mots, qui, jour = texte_du(tracker), ouvert.allocataire, ouvert.maintenant.date()
    if qui is None or not _est_une_naissance(mots, jour):
        return None
    if (naissance := naissance_parlee(mots, jour)) is not None:
        return _verifier(dispatcher, tracker, ouvert, qui, naissance)
    dire(dispatcher, Reponse("identite_date_impossible"))
    return ouvrir(FORMULAIRE, "naissance")


def _demande_avec_la_date(mots: str) -> str:
    """« 01/12/1995 dis moi mes heures » asks for them."""
    return next((demande for demande, dits in _DEMANDES.items() if dits.search(plier(mots))), "")


def _date_donnee(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """A birth date nobody asked for counts; given again, it is still not a riddle."""
    mots, qui, jour = texte_du(tracker), ouvert.allocataire, ouvert.maintenant.date()
    if tracker.get_slot(DEMANDE) or not _est_donnee(mots, jour):
        return None
    if qui is None:
        dire(dispatcher, Reponse("identite_inconnue"))
        return []
    if ouvert.identite.niveau is Niveau.VERIFIE:
        return reprendre(_demande_avec_la_date(mots), dispatcher, tracker, ouvert)
    naissance = naissance_parlee(mots, jour)
    return _verifier(dispatcher, tracker, ouvert, qui, naissance) if naissance else None


def _est_donnee(mots: str, jour: date) -> bool:
    """« sa date de naissance c'est 30/11/1968 », « 1.12.95 »; not the day of something in a story."""
    seule = len(mots.split()) <= SEULE and _EN_CHIFFRES.search(mots) is not None
    dite = seule or _demande_avec_la_date(mots) or dit("la_date", mots)
    return bool(dite) and naissance_parlee(mots, jour) is not None and _est_une_naissance(mots, jour)


def _vers_la_date_donnee(tracker: Tracker, ouvert: Dossier) -> str | None:
    """With what it is given for; alone, its label already leads there."""
    mots, jour = texte_du(tracker), ouvert.maintenant.date()
    if ouvert.allocataire is None or ouvert.identite.niveau is Niveau.VERIFIE or tracker.get_slot(DEMANDE):
        return None
    donnee = _EN_CHIFFRES.search(mots) and _demande_avec_la_date(mots) and _est_donnee(mots, jour)
    return "action_reponse_seule" if donnee else None


def _vers_la_date(intent: str, mots: str) -> str | None:
    """A date is one whatever the label."""
    return "action_reponse_seule" if _est_une_naissance(mots, now().date()) else None


def _est_une_naissance(mots: str, jour: date) -> bool:
    """Nobody asked just before: « le 24/11/26 » is the day of something, not of a birth."""
    naissance = naissance_parlee(mots, jour)
    if naissance is None:
        return _ANNEE.search(mots) is not None and naissance_impossible(mots, jour)
    return AGES[0] <= jour.year - naissance.year <= AGES[1]


TOUJOURS.append(_date_donnee)
EVOCATIONS_PARTOUT.append(_vers_la_date_donnee)
SUITES_PARTOUT.append((DEMANDE, _date_tardive))
DETOURS_PARTOUT.append((DEMANDE, _vers_la_date))
