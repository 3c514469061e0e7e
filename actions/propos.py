"""What is said of us rather than asked of us: answered by its words, and whatever waits goes on waiting."""

from collections.abc import Callable
from itertools import takewhile

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.a_manger import dire_et_ou_manger
from actions.aide_du_referent import laisser_demander
from actions.appel import preciser_l_appel, transmettre_avec_ses_mots
from actions.detours import SANS_ATTENTE
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.propos_contrat import OFFRENT_UN_APPEL
from actions.propos_droits import LABELS_DROITS
from actions.propos_labels import LABELS, SANS_DEMANDE
from actions.propos_parcours import DU_PARCOURS, FIXES, PUIS_CHERCHER, SANS_QUESTION, du_parcours
from actions.puis_le_reste import PREVENIR, QUI_APPELLE, repondre_puis_le_reste
from actions.rappel import LIEU, lacher
from assistant.content.reponse import Reponse
from assistant.conversation.garde.numeros import valeurs_numeros
from assistant.conversation.glossaire import mot_demande
from assistant.conversation.numeros_expliques import numeros_expliques
from assistant.conversation.propos import dit
from assistant.handoff.coordonnees import accueil, qui_appeler
from assistant.handoff.nomme import avec_son_referent
from assistant.offres.besoins import besoins_de
from assistant.offres.faim import dit_ne_pas_manger
from assistant.parcours.agenda.consultation import rendez_vous_a_propos
from assistant.parcours.dates_parlees.mots_du_calendrier import mentionne_le_calendrier
from assistant.privacy.retour import revenir, se_dit_la_personne

# A theme that answers what is said itself; while a form waits, only of a rendez-vous.
REPONDENT: dict[str, Callable[[CollectingDispatcher, Tracker, Dossier], list[EventType] | None]] = {}
EN_PASSANT = "en_passant"  # in the place of a light question: the message before was understood
# « dette caf c quoi », « yavait un truc avec la caf c koi deja » ask no meaning
CAISSES, SUR_LA_CAISSE = {"caf", "msa"}, {"question_paiement", "consulter_actions"}
SELON_QUI = {
    "qui_a_donne",
    "nouvelles",
    "valide_heures",
    "lu_par_un_proche",
    "proche_traduit",
}  # said otherwise to a stranger
DONNEES = ("qui_lit", "garde_messages", "effacer", "voir_dossier")  # asked together, answered together
ACTES = {"annuler_rdv", "signaler_absence_passee", "mauvais_numero"}


def repondre_au_propos(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """None when the message asks, or answers, something: the events keep the light question."""
    label, texte, lieu = intent_du(tracker), texte_du(tracker), (ouvert.session, ouvert.conversation_id)
    if label in SANS_DEMANDE and se_dit_la_personne(*lieu, texte):
        dire(dispatcher, revenir(*lieu, ouvert.maintenant))
        return [SlotSet("question", None)]
    if (precise := preciser_l_appel(dispatcher, tracker, ouvert)) is not None:
        return precise
    if (events := repondre_puis_le_reste(dispatcher, tracker, ouvert)) is not None:
        return events
    mot = mot_demande(texte)
    propos = _propos(label, avec_son_referent(texte, ouvert.allocataire, ouvert.maintenant.date()))
    if mot and propos not in FIXES and not (mot in CAISSES and label in SUR_LA_CAISSE):
        return _dit(dispatcher, tracker, Reponse(f"mot_{mot}", valeurs_numeros()))
    if numeros := numeros_expliques(texte):
        return _dit(dispatcher, tracker, numeros)
    if not propos or (propos == "courrier_perdu" and ouvert.allocataire):
        return None
    if propos == "ne_plus_ecrire":
        return _ne_plus_ecrire(dispatcher, tracker)
    if propos == "excuses" and ("?" in texte or besoins_de(texte)):
        return None  # « pardon, je cherche un logement » asks too
    if propos in ("cout_seul", "garde_combien") and tracker.get_slot("offres_montrees"):
        return None
    if repondre := REPONDENT.get(propos):
        en_attente = tracker.active_loop.get("name") and not propos.startswith("rdv_")
        return None if en_attente else repondre(dispatcher, tracker, ouvert)
    if propos in DU_PARCOURS:
        return _du_parcours(propos, texte, dispatcher, tracker, ouvert)
    reponse = _reponse(propos, texte, ouvert)
    return _dit(dispatcher, tracker, reponse) if reponse else None


def _ne_plus_ecrire(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """STOP does it; nobody is then asked where they look for something."""
    dire(dispatcher, Reponse("propos_ne_plus_ecrire"))
    return [SlotSet("question", None), *(lacher() if tracker.active_loop.get("name") == LIEU else [])]


def _du_parcours(
    propos: str, texte: str, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    if propos in PUIS_CHERCHER and _une_action_a_repondu(tracker):
        return None
    if propos in LABELS_DROITS and _choisit_un_jour(tracker, texte):
        return None  # « la caf vient jeudi, le 3 décembre c'est mieux » answers the form
    reponses = du_parcours(propos, texte, tracker, ouvert)
    if propos in LABELS_DROITS and dit_ne_pas_manger(texte) and len(reponses) == 1:
        mange = dire_et_ou_manger(reponses[0], dispatcher, tracker, ouvert)
        return mange or [SlotSet("question", tracker.get_slot("question") or EN_PASSANT)]
    for reponse in reponses:
        dire(dispatcher, reponse)
    if not reponses:
        return None
    if propos in SANS_QUESTION:
        return [SlotSet("question", None)]
    if any(reponse.cle in OFFRENT_UN_APPEL for reponse in reponses):
        return [SlotSet("question", PREVENIR)]
    if propos in FIXES and (attendue := laisser_demander(tracker, ouvert)) and not _attend(tracker):
        return attendue
    ensuite = [FollowupAction("action_chercher_offre")] if propos in PUIS_CHERCHER else []
    return [SlotSet("question", tracker.get_slot("question") or EN_PASSANT), *ensuite]


def _attend(tracker: Tracker) -> bool:
    """Whether a light question that asks something is open."""
    question = tracker.get_slot("question")
    return bool(question) and question != EN_PASSANT and question not in SANS_ATTENTE


def _choisit_un_jour(tracker: Tracker, texte: str) -> bool:
    return tracker.active_loop.get("name") == "formulaire_creneau" and mentionne_le_calendrier(texte)


def _une_action_a_repondu(tracker: Tracker) -> bool:
    """Whether this turn was handed on by an action that spoke first."""
    depuis = list(takewhile(lambda event: event["event"] != "user", reversed(tracker.events)))
    return any(event["event"] == "action" for event in depuis)


def _dit(dispatcher: CollectingDispatcher, tracker: Tracker, reponse: Reponse) -> list[EventType]:
    dire(dispatcher, reponse)
    return [SlotSet("question", tracker.get_slot("question") or EN_PASSANT)]


def _propos(label: str, texte: str) -> str | None:
    if label not in ACTES and dit(QUI_APPELLE, texte):
        return QUI_APPELLE
    return next((nom for nom, labels in LABELS.items() if label in labels and dit(nom, texte)), None)


def _reponse(propos: str, texte: str, ouvert: Dossier) -> Reponse | None:
    qui = ouvert.allocataire
    if propos.startswith("rdv_"):
        return _du_rendez_vous(propos, ouvert)
    if propos == "accueil":
        return accueil(ouvert.session, qui, texte)
    if propos in ("humain", "transmettre"):
        return transmettre_avec_ses_mots(ouvert, texte, ajoute=propos == "transmettre")
    if propos == "cout_seul":
        return Reponse("propos_cout")
    if propos in DONNEES and sum(dit(autre, texte) for autre in DONNEES) > 1:
        return Reponse("propos_donnees")
    if propos not in SELON_QUI:
        return Reponse(f"propos_{propos}")
    valeurs = qui_appeler(qui, ouvert.maintenant) if qui else {}
    return Reponse(f"propos_{propos}" if qui else f"propos_{propos}_inconnu", valeurs)


def _du_rendez_vous(propos: str, ouvert: Dossier) -> Reponse | None:
    """None when they have no rendez-vous it could be about."""
    if (qui := ouvert.allocataire) is None:
        return None
    return rendez_vous_a_propos(ouvert.session, qui, propos, ouvert.maintenant)
