"""The birth date asked before anything personal."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, peut_repondre, rester
from actions.reprise import reprendre
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_non
from assistant.handoff.coordonnees import qui_appeler
from assistant.offres.mots import plier
from assistant.parcours.dates_parlees import naissance_parlee
from assistant.privacy.identite import Issue, verifier_naissance

FORMULAIRE = "formulaire_identite"
_POURQUOI = re.compile(r"\b(?:pourquoi|pourkoi|pk|pq|pr ?quoi)\b")


class ValiderFormulaireIdentite(Formulaire):
    nom = FORMULAIRE

    def extract_naissance(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Quelle est votre date de naissance ? »: a date is an answer whatever the label."""
        jour = naissance_parlee(texte_du(tracker), ouvert.maintenant.date())
        if _POURQUOI.search(plier(texte_du(tracker))):
            dire(dispatcher, Reponse("identite_pourquoi"))
            return rester("naissance")
        if jour is None or ouvert.allocataire is None:
            non = peut_repondre(tracker, REPONSES) and dit_non(texte_du(tracker))
            return self.abandonner(dispatcher, tracker, ouvert) if non else None
        lieu = ouvert.session, ouvert.conversation_id, ouvert.allocataire
        verification = verifier_naissance(*lieu, jour, ouvert.tour_id, ouvert.maintenant)
        match verification.issue:
            case Issue.REUSSIE:
                return self._reprendre(dispatcher, tracker, ouvert)
            case Issue.VERROUILLEE:
                valeurs = qui_appeler(ouvert.allocataire, ouvert.maintenant)
                dire(dispatcher, Reponse("identite_verrouillee", valeurs))
                return fermer(demande=None)
            case Issue.ERREUR:
                cle = "identite_erreur" if verification.essais_restants > 1 else "identite_dernier_essai"
                dire(dispatcher, Reponse(cle))
                return rester("naissance")

    def _reprendre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        suite = reprendre(tracker.get_slot("demande") or "", dispatcher, tracker, ouvert.verifie())
        poursuit = any(event["event"] == "active_loop" for event in suite)
        return suite if poursuit else [*fermer(demande=None), *suite]

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, Reponse("identite_abandon"))
        return fermer(demande=None)
