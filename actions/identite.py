"""The birth date asked before anything personal: given, refused, or put off."""

import re
from datetime import date

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.detours import PARTOUT as DETOURS_PARTOUT
from actions.dire import dire
from actions.dossier import Dossier, est_sur, intent_du, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, ouvrir, peut_repondre, rester
from actions.menu import CHERCHER
from actions.propos import EN_PASSANT
from actions.reprise import reprendre
from actions.suites import PARTOUT as SUITES_PARTOUT
from assistant.clock import now
from assistant.content.reponse import Reponse
from assistant.conversation.propos import combien_d_autres_mots, dit
from assistant.conversation.reponses_courtes import dit_non
from assistant.handoff.coordonnees import qui_appeler
from assistant.offres.besoins_appris import se_dit_clairement
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.dates_parlees import naissance_impossible, naissance_parlee
from assistant.privacy.identite import Issue, verifier_naissance

FORMULAIRE = "formulaire_identite"
DEMANDE = "demande"  # what waits for the check: while it is set, a date that comes all the same is taken
AGES = (15, 95)  # years
_ANNEE = re.compile(r"\b(?:19|20)\d\d\b")
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
        suite = reprendre(tracker.get_slot("demande") or "", dispatcher, tracker, ouvert.verifie())
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


def _vers_la_date(intent: str, mots: str) -> str | None:
    """A date is one whatever the label."""
    return "action_reponse_seule" if _est_une_naissance(mots, now().date()) else None


def _est_une_naissance(mots: str, jour: date) -> bool:
    """Nobody asked just before: « le 24/11/26 » is the day of something, not of a birth."""
    naissance = naissance_parlee(mots, jour)
    if naissance is None:
        return _ANNEE.search(mots) is not None and naissance_impossible(mots, jour)
    return AGES[0] <= jour.year - naissance.year <= AGES[1]


SUITES_PARTOUT.append((DEMANDE, _date_tardive))
DETOURS_PARTOUT.append((DEMANDE, _vers_la_date))
