"""What is said of us rather than asked of us: answered by its words, and whatever waits goes on waiting."""

from collections.abc import Container

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, intent_du, texte_du
from assistant.content.reponse import Reponse
from assistant.conversation.propos import dit
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.coordonnees import accueil
from assistant.handoff.demandes import demander_un_humain
from assistant.parcours.agenda.consultation import rendez_vous_a_propos, rendez_vous_consultes
from assistant.privacy.retour import revenir, se_dit_la_personne

SUR_JALON = {"demander_robot", "demander_aide", "mecontent", "repeter"}  # labels that ask nothing of a file
SANS_DEMANDE = SUR_JALON | NON_COMPRIS | {"affirmer", "nier", "choisir", "donner_information"}
SANS_DEMANDE |= {"saluer", "remercier", "au_revoir", "mauvais_numero"}
# What the engine, taught no such message, takes them for.
MAL_LUS = {"declarer_changement", "activer_espace", "demander_document", "coordonnees_referent"}
EN_PASSANT = "en_passant"  # in the place of a light question: the message before was understood
ACTES = {"annuler_rdv", "signaler_absence_passee", "mauvais_numero"}
DU_RENDEZ_VOUS = {"consulter_rdv", "lieu_rdv", "preparer_rdv", "confirmer_rdv", "parler_referent"}
LABELS: dict[str, Container[str]] = {
    "qui_a_donne": SANS_DEMANDE | MAL_LUS,
    "qui_lit": SANS_DEMANDE,
    "ne_plus_ecrire": SANS_DEMANDE | MAL_LUS,
    "effacer": SANS_DEMANDE | MAL_LUS,
    "humain": SUR_JALON,
    "accueil": SANS_DEMANDE | MAL_LUS | {"lieu_rdv"},
    "courrier_perdu": SANS_DEMANDE | MAL_LUS,
    "patience": SANS_DEMANDE | {"signaler_retard"},
    "excuses": SANS_DEMANDE,
    "etonnement": SANS_DEMANDE,
    "rire": SANS_DEMANDE,
    "ca_va": SANS_DEMANDE,
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
    propos = _propos(label, texte)
    if not propos or (propos == "courrier_perdu" and ouvert.allocataire):
        return None
    if (reponse := _reponse(propos, texte, ouvert)) is None:
        return None
    dire(dispatcher, reponse)
    return [SlotSet("question", tracker.get_slot("question") or EN_PASSANT)]


def _propos(label: str, texte: str) -> str | None:
    if label not in ACTES and dit(QUI_APPELLE, texte):
        return QUI_APPELLE
    return next((nom for nom, labels in LABELS.items() if label in labels and dit(nom, texte)), None)


def _du_rendez_vous(propos: str, ouvert: Dossier) -> Reponse | None:
    """None when they have no rendez-vous it could be about."""
    if (qui := ouvert.allocataire) is None:
        return None
    if propos == "rdv_tient":
        return rendez_vous_consultes(ouvert.session, qui, ouvert.maintenant)
    return rendez_vous_a_propos(ouvert.session, qui, propos, ouvert.maintenant)


def _reponse(propos: str, texte: str, ouvert: Dossier) -> Reponse | None:
    if propos.startswith("rdv_"):
        return _du_rendez_vous(propos, ouvert)
    if propos == "accueil":
        return accueil(ouvert.session, ouvert.allocataire, texte)
    if propos == "humain":
        lieu = ouvert.conversation_id, ouvert.allocataire
        return demander_un_humain(ouvert.session, GenreAlerte.PARLER, *lieu, ouvert.cause, ouvert.maintenant)
    inconnu = propos == "qui_a_donne" and ouvert.allocataire is None
    return Reponse(f"propos_{propos}_inconnu" if inconnu else f"propos_{propos}")
