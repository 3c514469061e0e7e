"""What is said of us rather than asked of us: answered by its words, and whatever waits goes on waiting."""

from collections.abc import Callable, Container

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, intent_du, texte_du
from assistant.content.reponse import Reponse
from assistant.conversation.glossaire import mot_demande
from assistant.conversation.propos import dit
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.coordonnees import accueil, qui_appeler
from assistant.handoff.demandes import demander_un_humain
from assistant.parcours.agenda.consultation import rendez_vous_a_propos, rendez_vous_consultes
from assistant.privacy.retour import revenir, se_dit_la_personne

SUR_JALON = {"demander_robot", "demander_aide", "mecontent", "repeter"}  # labels that ask nothing of a file
SANS_DEMANDE = SUR_JALON | NON_COMPRIS | {"affirmer", "nier", "choisir", "donner_information"}
SANS_DEMANDE |= {"saluer", "remercier", "au_revoir", "mauvais_numero"}
# What the engine, taught no such message, takes them for.
MAL_LUS = {"declarer_changement", "activer_espace", "demander_document", "coordonnees_referent"}
# A theme that answers what is said itself; while a form waits, it is a message like any other.
REPONDENT: dict[str, Callable[[CollectingDispatcher, Tracker, Dossier], list[EventType]]] = {}
DES_OFFRES = {"inscrire_offre", "desinscrire_offre", "detail_offre", "chercher_offre"}
DU_DOSSIER = {"consulter_cer", "consulter_actions", "consulter_rdv", "confirmer_rdv", "question_droits"}
EN_PASSANT = "en_passant"  # in the place of a light question: the message before was understood
# « dette caf c quoi », « yavait un truc avec la caf c koi deja » ask no meaning
CAISSES, SUR_LA_CAISSE = {"caf", "msa"}, {"question_paiement", "consulter_actions"}
SELON_QUI = {"qui_a_donne", "nouvelles", "valide_heures"}  # said otherwise to a stranger
ACTES = {"annuler_rdv", "signaler_absence_passee", "mauvais_numero"}
DU_RENDEZ_VOUS = {"consulter_rdv", "lieu_rdv", "preparer_rdv", "confirmer_rdv", "parler_referent"}
LABELS: dict[str, Container[str]] = {
    "qui_a_donne": SANS_DEMANDE | MAL_LUS,
    "qui_lit": SANS_DEMANDE,
    "ne_plus_ecrire": SANS_DEMANDE | MAL_LUS,
    "effacer": SANS_DEMANDE | MAL_LUS | {"question_droits"},
    "garde_messages": SANS_DEMANDE | MAL_LUS,
    "voir_dossier": SANS_DEMANDE | MAL_LUS | DU_DOSSIER | {"prendre_rdv"},
    "decide": SANS_DEMANDE | {"question_sanction"},
    "anonyme": SANS_DEMANDE | MAL_LUS | {"question_recours"},
    "cout": SANS_DEMANDE | {"detail_offre"},
    "transmettre": SANS_DEMANDE - {"remercier"} | MAL_LUS | {"parler_referent", "preparer_rdv"},
    "nouvelles": SANS_DEMANDE | MAL_LUS | {"parler_referent", "detail_offre"},
    "valide_heures": SANS_DEMANDE | {"consulter_cer", "expliquer_cer", "declarer_action"},
    "humain": SUR_JALON,
    "accueil": SANS_DEMANDE | MAL_LUS | {"lieu_rdv"},
    "courrier_perdu": SANS_DEMANDE | MAL_LUS,
    "patience": SANS_DEMANDE | {"signaler_retard"},
    "excuses": SANS_DEMANDE,
    "etonnement": SANS_DEMANDE,
    "rire": SANS_DEMANDE,
    "ca_va": SANS_DEMANDE,
    "inscriptions": SANS_DEMANDE | MAL_LUS | DES_OFFRES | DU_DOSSIER,
    "rdv_accompagne": SANS_DEMANDE | MAL_LUS | DU_RENDEZ_VOUS,
    "rdv_sans_piece": {"preparer_rdv"},
    "rdv_tient": NON_COMPRIS | DU_RENDEZ_VOUS | {"deplacer_rdv"},
}
QUI_APPELLE = "rdv_qui_appelle"  # no label is of it, and any may be given


def repondre_au_propos(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """None when the message asks, or answers, something: the events keep the light question."""
    label, texte, lieu = intent_du(tracker), texte_du(tracker), (ouvert.session, ouvert.conversation_id)
    if label in SANS_DEMANDE and se_dit_la_personne(*lieu, texte):
        dire(dispatcher, revenir(*lieu, ouvert.maintenant))
        return [SlotSet("question", None)]
    mot = mot_demande(texte)
    if mot and not (mot in CAISSES and label in SUR_LA_CAISSE):
        return _dit(dispatcher, tracker, Reponse(f"mot_{mot}"))
    propos = _propos(label, texte)
    if not propos or (propos == "courrier_perdu" and ouvert.allocataire):
        return None
    if repondre := REPONDENT.get(propos):
        return None if tracker.active_loop.get("name") else repondre(dispatcher, tracker, ouvert)
    reponse = _reponse(propos, texte, ouvert)
    return _dit(dispatcher, tracker, reponse) if reponse else None


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
        return _transmise(propos, ouvert)
    if propos not in SELON_QUI:
        return Reponse(f"propos_{propos}")
    valeurs = qui_appeler(qui, ouvert.maintenant) if qui else {}
    return Reponse(f"propos_{propos}" if qui else f"propos_{propos}_inconnu", valeurs)


def _transmise(propos: str, ouvert: Dossier) -> Reponse:
    """A word for the référent is read with those before it: nobody is told that it was passed on already."""
    lieu = ouvert.conversation_id, ouvert.allocataire
    transmise = demander_un_humain(ouvert.session, GenreAlerte.PARLER, *lieu, ouvert.cause, ouvert.maintenant)
    ajoute = propos == "transmettre" and transmise.cle == "parler_deja_transmis"
    return Reponse("propos_transmettre_ajoute", transmise.valeurs) if ajoute else transmise


def _du_rendez_vous(propos: str, ouvert: Dossier) -> Reponse | None:
    """None when they have no rendez-vous it could be about."""
    if (qui := ouvert.allocataire) is None:
        return None
    if propos == "rdv_tient":
        return rendez_vous_consultes(ouvert.session, qui, ouvert.maintenant)
    return rendez_vous_a_propos(ouvert.session, qui, propos, ouvert.maintenant)
