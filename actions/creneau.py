"""The choice among free slots: one taken, others looked for, or all left as it is."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.creneau_devant import devant
from actions.creneau_lu import A_LIRE, LECTURES
from actions.demande import mots_retenus
from actions.deplacement import deplacer
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import Formulaire, fermer, peut_repondre
from actions.lequel import a_venir, vise
from actions.places import FORMULAIRE
from actions.venue import confirmer_la_venue
from assistant.conversation.reponses_courtes import dit_non, politesse
from assistant.parcours.agenda.choix import prend_d_abord
from assistant.parcours.agenda.intentions import veut_decaler, veut_garder
from assistant.parcours.agenda.prise import choix_retire, prise_en_tete
from assistant.parcours.rendez_vous import Participation


class ValiderFormulaireCreneau(Formulaire):
    nom = FORMULAIRE

    def extract_rdv_vise(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Lequel voulez-vous changer ? »"""
        choisi, dits = vise(tracker, ouvert, a_venir(ouvert)), texte_du(tracker)
        if politesse(dits):
            return None
        if veut_garder(dits, None, ouvert.maintenant):
            return self.abandonner(dispatcher, tracker, ouvert)
        if intent_du(tracker) == "confirmer_rdv" and not veut_decaler(dits):
            return [*fermer(), *confirmer_la_venue(dispatcher, ouvert, dits)]
        if choisi is not None and _designe(dits, tracker):
            return _deplacer_celui_la(choisi, dispatcher, tracker, ouvert)
        refuse = dit_non(dits) and peut_repondre(tracker, A_LIRE, lu=choisi is not None)
        return self.abandonner(dispatcher, tracker, ouvert) if refuse else None

    def extract_creneau_choisi(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Voici des places libres : … »"""
        en_main = devant(dispatcher, tracker, ouvert)
        if en_main.garde is None and intent_du(tracker) == "desinscrire_offre":
            return None  # « pas un rdv, l'atelier. désinscris-moi »
        return next((events for lire in LECTURES if (events := lire(en_main)) is not None), None)

    def repond_d_abord(self, tracker: Tracker, ouvert: Dossier) -> bool:
        if tracker.get_slot("requested_slot") != "creneau_choisi":
            return False
        proposes = devant(CollectingDispatcher(), tracker, ouvert).proposes
        dits = texte_du(tracker), proposes, ouvert.maintenant
        return prend_d_abord(*dits) or choix_retire(*dits) is not None or prise_en_tete(*dits) is not None

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        return devant(dispatcher, tracker, ouvert).laisser()


def _designe(dits: str, tracker: Tracker) -> bool:
    return veut_decaler(dits) or peut_repondre(tracker, A_LIRE, lu=True)


def _deplacer_celui_la(
    choisi: Participation, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType]:
    dits, mots = texte_du(tracker), mots_retenus("rdv_tour", tracker, ouvert)
    complet = f"{mots}. {dits}" if veut_decaler(dits) else mots
    return deplacer(dispatcher, ouvert, choisi, complet, tracker.get_slot("rdv_tour"))
