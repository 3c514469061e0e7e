"""Moving a rendez-vous, or asking for one: which, when, and free slots put to the person."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.ancien import CHANGER, le_juste_pris, revenir_a_l_ancien, vient_d_etre_pris
from actions.base import ActionDossier
from actions.demande import mots_retenus
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import fermer, ouvrir
from actions.lequel import a_venir, le_jour_d_un_autre, question_lequel
from actions.places import FORMULAIRE, demander_un_creneau, passer_la_main, poser, souhait_exprime
from actions.rendez_vous import INCONNU
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_oui, refuse
from assistant.parcours.agenda.deplacement import obstacle
from assistant.parcours.agenda.intentions import laisse, redit_le_sien
from assistant.parcours.agenda.lequel import le_seul_quitte
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.propositions import proposer
from assistant.parcours.agenda.souhaits import Souhait, souhait_a_la_place
from assistant.parcours.dates_parlees import moment_quitte
from assistant.parcours.dates_parlees.mots_du_calendrier import mentionne_le_calendrier
from assistant.parcours.rendez_vous import Participation


class ActionDeplacerRdv(ActionDossier):
    nom = "action_deplacer_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if ouvert.allocataire is None:
            dire(dispatcher, INCONNU)
            return []
        mots = texte_du(tracker)
        ancien = revenir_a_l_ancien(dispatcher, ouvert, mots)
        if ancien is not None:
            return ancien
        return deplacer_le_sien(dispatcher, ouvert, mots, souhait_exprime(tracker, ouvert))


class ActionPrendreRdv(ActionDossier):
    nom = "action_prendre_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if ouvert.allocataire is None:
            dire(dispatcher, Reponse("demande_inconnue"))
            return []
        ancien = revenir_a_l_ancien(dispatcher, ouvert, texte_du(tracker))
        if ancien is not None:
            return ancien
        if individuels := [p for p in a_venir(ouvert) if not p.rendez_vous.collectif]:
            prochain = mots_rendez_vous(individuels[0].rendez_vous, ouvert.maintenant)
            dire(dispatcher, Reponse("rdv_deja_prevu", prochain))
            return [SlotSet("question", CHANGER), SlotSet("rdv_tour", ouvert.tour)]
        return demander_un_creneau(dispatcher, ouvert, texte_du(tracker))


def deplacer_le_sien(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, avant: Souhait | None = None
) -> list[EventType]:
    """The only one, the one they leave, or the question which. `avant`: what they wished for before."""
    if not (parmi := a_venir(ouvert)):
        return demander_un_creneau(dispatcher, ouvert, mots, "creneaux_sans_rdv")
    if moment_quitte(mots, ouvert.maintenant) and (autre := le_jour_d_un_autre(mots, ouvert, parmi)):
        dire(dispatcher, autre)
        return fermer()
    debuts = [participation.rendez_vous.debut for participation in parmi]
    rang = le_seul_quitte(mots, debuts, ouvert.maintenant)
    if rang is None and (juste_pris := le_juste_pris(mots, parmi, ouvert.maintenant)):
        return deplacer(dispatcher, ouvert, juste_pris, mots, ouvert.tour, avant)
    if rang is None:
        dire(dispatcher, question_lequel("deplacement_lequel", parmi, ouvert))
        return ouvrir(FORMULAIRE, "rdv_vise", rdv_vise=None, rdv_tour=ouvert.tour)
    return deplacer(dispatcher, ouvert, parmi[rang], mots, ouvert.tour, avant)


def deplacer(
    dispatcher: CollectingDispatcher,
    ouvert: Dossier,
    quitte: Participation,
    mots: str,
    tour: str | None,
    avant: Souhait | None = None,
) -> list[EventType]:
    """`mots`, said in the turn `tour`: when the person would rather come.

    What `avant` ruled out still is, of one just taken: « 9h30 ??? j'ai dit pas avant 10h ».
    """
    if laisse(mots) and redit_le_sien(mots, quitte.rendez_vous.debut, ouvert.maintenant):
        valeurs = mots_rendez_vous(quitte.rendez_vous, ouvert.maintenant)
        dire(dispatcher, Reponse("creneau_rdv_garde", valeurs))
        return fermer()
    if cle := obstacle(quitte, ouvert.maintenant):
        return passer_la_main(dispatcher, ouvert, quitte, cle, mots)
    assert ouvert.allocataire is not None
    souhait = souhait_a_la_place(mots, quitte.rendez_vous.debut, ouvert.maintenant)
    if avant and vient_d_etre_pris([quitte], ouvert.maintenant):
        limites = Souhait(avant.moment.limites, avant.par_telephone)
        souhait = souhait.complete_par(limites) if souhait else limites
    souhaits = [souhait] if souhait else []
    qui, quand = ouvert.allocataire, ouvert.maintenant
    proposition = proposer(ouvert.session, qui, souhaits, quand, quitte.rendez_vous)
    return poser(dispatcher, ouvert, proposition, quitte, mots, tours=[tour])


def _changer_si_oui(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« oui » to the day first said, or at once the day that would do."""
    mots = texte_du(tracker)
    if intent_du(tracker) == "nier" or refuse(mots):
        return None
    if mentionne_le_calendrier(mots):
        return [FollowupAction("action_deplacer_rdv")]
    dits = mots_retenus("rdv_tour", tracker, ouvert)
    return deplacer_le_sien(dispatcher, ouvert, dits) if dit_oui(mots) else None


SUITES[CHANGER] = _changer_si_oui
