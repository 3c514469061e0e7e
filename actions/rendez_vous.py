"""The next rendez-vous: when, where, what to bring, being late."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.rangs import rang_dit
from assistant.offres.mots import plier
from assistant.parcours.agenda.consultation import (
    detail_rendez_vous,
    lieu_consulte,
    rendez_vous_consultes,
    rendez_vous_prepares,
)
from assistant.parcours.agenda.retard import retard_signale
from assistant.parcours.rendez_vous import participations_a_venir

INCONNU = Reponse("rdv_inconnu")
LISTE = "rdv_liste"
DEMANDE_SEULE = {"rdv", "rendez vous", "un rdv", "un rendez vous"}  # the word our own text asks for


class ActionConsulterRdv(ActionDossier):
    nom = "action_consulter_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if (qui := ouvert.allocataire) is None:
            dire(dispatcher, INCONNU)
            return []
        reponse = rendez_vous_consultes(ouvert.session, qui, ouvert.maintenant)
        if reponse.cle == "rdv_aucun" and plier(texte_du(tracker)) in DEMANDE_SEULE:
            return [FollowupAction("action_prendre_rdv")]
        dire(dispatcher, reponse)
        return _retenir_la_liste(reponse)


class ActionLieuRdv(ActionDossier):
    nom = "action_lieu_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        qui = ouvert.allocataire
        reponse = lieu_consulte(ouvert.session, qui, ouvert.maintenant) if qui else INCONNU
        dire(dispatcher, reponse)
        return _retenir_la_liste(reponse)


class ActionPreparerRdv(ActionDossier):
    nom = "action_preparer_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        qui = ouvert.allocataire
        dire(dispatcher, rendez_vous_prepares(ouvert.session, qui, ouvert.maintenant) if qui else INCONNU)
        return []


class ActionSignalerRetard(ActionDossier):
    nom = "action_signaler_retard"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if (qui := ouvert.allocataire) is None:
            dire(dispatcher, INCONNU)
            return []
        mots, quand = texte_du(tracker), ouvert.maintenant
        turn = ouvert.conversation_id, ouvert.tour_id
        dire(dispatcher, retard_signale(ouvert.session, qui, mots, *turn, quand))
        return []


def _retenir_la_liste(reponse: Reponse) -> list[EventType]:
    return [SlotSet("question", LISTE)] if reponse.cle == "rdv_plusieurs" else []


def _detailler(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« 2 » after the list of rendez-vous."""
    if ouvert.allocataire is None:
        return None
    a_venir = participations_a_venir(ouvert.session, ouvert.allocataire.id, ouvert.maintenant)
    rang = rang_dit(texte_du(tracker), len(a_venir))
    if rang is None:
        return None
    dire(dispatcher, detail_rendez_vous(a_venir[rang].rendez_vous, ouvert.maintenant))
    return [SlotSet("question", LISTE)]


SUITES[LISTE] = _detailler
