"""Why someone does not, or did not, come: asked once, kept in their words, then another time is offered."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.accord_annulation import passer_a_l_autre
from actions.annule import revenir_a_l_annule
from actions.base import ActionDossier
from actions.detours import EVOCATIONS_PARTOUT
from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, est_sur, intent_du, texte_du
from actions.formulaires import Formulaire, fermer, ouvrir
from actions.lequel import a_venir, retenu
from actions.places import offrir
from actions.rendez_vous import INCONNU
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.mots import plier
from assistant.parcours.agenda.absence import derniere_absence, expliquer_absence
from assistant.parcours.agenda.motifs import dit_pourquoi
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.signalements import completer
from assistant.parcours.referents import interlocuteur
from assistant.parcours.rendez_vous import GenreSignalement, Participation

FORMULAIRE = "formulaire_motif"
MAL_ENTENDUS = NON_COMPRIS | {"prendre_rdv", "deplacer_rdv", "annuler_rdv", "affirmer", "question_sanction"}
_UN_AUTRE = re.compile(
    r"\b(?:autre|nouveau|nouvel|reprendre un|avoir un) (?:autre |nouveau )?"
    r"(?:rdv|rendez vous)\b"
)
_PASSE = re.compile(
    r"\b(?:j ?avais?|j ?etais?|pas (?:de )?ma faute|rate|loupe|zappe|manque"
    r"|(?:ai|g) (?:pas|pa) pu|expliquer)\b"
)
# Labels that ask something of us. Any other message, right after "pourquoi ?", is the reason.
AUTRES_DEMANDES = {
    "consulter_rdv",
    "lieu_rdv",
    "deplacer_rdv",
    "prendre_rdv",
    "parler_referent",
    "coordonnees_referent",
    "changer_referent",
    "demander_aide",
    "demander_robot",
    "repeter",
    "mauvais_numero",
    "changer_langue",
    "chercher_offre",
    "consulter_cer",
    "consulter_actions",
    "remercier",
    "au_revoir",
}


class ActionSignalerAbsencePassee(ActionDossier):
    nom = "action_signaler_absence_passee"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if (qui := ouvert.allocataire) is None:
            dire(dispatcher, INCONNU)
            return []
        mots, turn = texte_du(tracker), (ouvert.conversation_id, ouvert.tour_id)
        manquee = expliquer_absence(ouvert.session, qui, mots, *turn, ouvert.maintenant)
        if manquee is not None and not dit_pourquoi(mots):
            dire(dispatcher, Reponse("absence_motif", _referent(ouvert)))
            return demander_le_motif(manquee, GenreSignalement.ABSENCE_EXPLIQUEE)
        return _et_maintenant(dispatcher, ouvert, manquee, merci=Reponse("absence_notee", _referent(ouvert)))


def _s_explique_et_en_veut_un_autre(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« j'avais pas de bus c'est pas ma faute, je veux un autre rdv »: the reason is kept, then slots."""
    mots, qui = plier(texte_du(tracker)), ouvert.allocataire
    if qui is None or intent_du(tracker) not in MAL_ENTENDUS or not _UN_AUTRE.search(mots):
        return None
    if not _PASSE.search(mots) or [p for p in a_venir(ouvert) if not p.rendez_vous.collectif]:
        return None
    manquee = derniere_absence(ouvert.session, qui.id, ouvert.maintenant)
    return "action_signaler_absence_passee" if manquee else None


class ValiderFormulaireMotif(Formulaire):
    nom = FORMULAIRE
    rien_n_est_en_jeu = True

    def extract_motif(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Pouvez-vous dire pourquoi ? »"""
        if intent_du(tracker) in AUTRES_DEMANDES and est_sur(tracker):
            return None
        concerne, mots = retenu(tracker, ouvert), texte_du(tracker)
        if (annule := revenir_a_l_annule(dispatcher, ouvert, mots)) is not None:
            return annule
        if (autre := passer_a_l_autre(dispatcher, tracker, ouvert, concerne)) is not None:
            return autre
        if concerne is None or (dit_non(mots) and not dit_pourquoi(mots)):
            return self.abandonner(dispatcher, tracker, ouvert)
        genre = GenreSignalement(str(tracker.get_slot("motif_genre")))
        completer(ouvert.session, genre, concerne.id, mots)
        return _et_maintenant(dispatcher, ouvert, concerne, merci=Reponse("motif_note", _referent(ouvert)))

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        merci = Reponse("motif_passe", _referent(ouvert))
        concerne = retenu(tracker, ouvert)
        return _et_maintenant(dispatcher, ouvert, concerne, merci=merci, cle="creneaux_sans_motif")


def demander_le_motif(participation: Participation, genre: GenreSignalement) -> list[EventType]:
    """The form that waits for the reason; whoever returns it has just asked."""
    return ouvrir(FORMULAIRE, "motif", rdv_vise=participation.id, motif_genre=genre.value)


def _et_maintenant(
    dispatcher: CollectingDispatcher,
    ouvert: Dossier,
    concerne: Participation | None,
    *,
    merci: Reponse,
    cle: str = "creneaux_apres_motif",
) -> list[EventType]:
    """Thanks, with the rendez-vous already planned or with free slots where one is needed."""
    individuels = [p for p in a_venir(ouvert) if not p.rendez_vous.collectif]
    if individuels and merci.cle == "absence_notee":
        prochain = mots_rendez_vous(individuels[0].rendez_vous, ouvert.maintenant)
        dire(dispatcher, Reponse("absence_notee_prochain", prochain | merci.valeurs))
        return fermer()
    if individuels or (concerne and concerne.rendez_vous.collectif):
        dire(dispatcher, merci)
        return fermer()
    return offrir(dispatcher, ouvert, cle, merci, concerne.rendez_vous if concerne else None)


def _referent(ouvert: Dossier) -> dict[str, str]:
    assert ouvert.allocataire is not None
    present = interlocuteur(ouvert.allocataire.referent, ouvert.maintenant.date()).referent
    return {"referent": present.nom_complet}


EVOCATIONS_PARTOUT.append(_s_explique_et_en_veut_un_autre)
