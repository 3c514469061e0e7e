"""Cancelling: which one, one yes or no, why, and another time offered."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.accord_annulation import (
    A_LIRE,
    FORMULAIRE,
    attendre_accord,
    demander_accord,
    encore_a_annuler,
    l_autre_nomme,
    les_veut_tous,
)
from actions.base import ActionDossier
from actions.demande import mots_retenus
from actions.deplacement import deplacer, deplacer_le_sien
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import Formulaire, fermer, ouvrir, peut_repondre, rester
from actions.lequel import a_venir, le_jour_d_un_autre, question_lequel, retenu, rien_ne_change, vise
from actions.motif import demander_le_motif
from actions.places import offrir
from actions.rendez_vous import INCONNU
from actions.venue import confirmer_la_venue
from assistant.content.reponse import Reponse
from assistant.conversation.accord import fait_une_reserve
from assistant.conversation.reponses_courtes import dit_non, dit_oui
from assistant.parcours.agenda.ailleurs import dit_etre_ailleurs
from assistant.parcours.agenda.evocation import un_autre_que
from assistant.parcours.agenda.intentions import refuse_d_annuler, veut_annuler, veut_decaler, veut_garder
from assistant.parcours.agenda.motifs import dit_pourquoi
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.venue import annuler
from assistant.parcours.rendez_vous import GenreSignalement, Participation


class ActionAnnulerRdv(ActionDossier):
    nom = "action_annuler_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if ouvert.allocataire is None:
            dire(dispatcher, INCONNU)
            return []
        parmi = a_venir(ouvert)
        if not parmi:
            dire(dispatcher, Reponse("rdv_aucun"))
            return []
        if (d_un_autre := le_jour_d_un_autre(texte_du(tracker), ouvert, parmi)) is not None:
            dire(dispatcher, d_un_autre)
            return []
        if (vise_ici := _a_annuler(tracker, ouvert, parmi)) is None:
            dire(dispatcher, question_lequel("annulation_lequel", parmi, ouvert))
            return ouvrir(FORMULAIRE, "rdv_vise", rdv_vise=None, rdv_tour=ouvert.tour)
        return attendre_accord(dispatcher, ouvert, vise_ici)


class ValiderFormulaireAnnulation(Formulaire):
    nom = FORMULAIRE

    def extract_rdv_vise(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Lequel voulez-vous annuler ? »"""
        mots, choisi = texte_du(tracker), _a_annuler(tracker, ouvert, a_venir(ouvert))
        if choisi is not None and les_veut_tous(mots):
            return attendre_accord(dispatcher, ouvert, choisi)
        if veut_decaler(mots):
            return _decaler(dispatcher, ouvert, choisi, mots)
        if not peut_repondre(tracker, A_LIRE, lu=choisi is not None):
            return None
        if choisi is not None:
            demander_accord(dispatcher, ouvert, choisi)
            return rester("annulation_accord", rdv_vise=choisi.id)
        return self.abandonner(dispatcher, tracker, ouvert) if dit_non(mots) else None

    def extract_annulation_accord(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Annuler votre rendez-vous … ? »"""
        concerne = retenu(tracker, ouvert)
        if concerne is None:
            return fermer()
        autrement = _autrement_dit(dispatcher, tracker, ouvert, concerne)
        return self._oui_ou_non(dispatcher, tracker, ouvert, concerne) if autrement is None else autrement

    def _oui_ou_non(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, concerne: Participation
    ) -> list[EventType] | None:
        intent, mots = intent_du(tracker), texte_du(tracker)
        garde = refuse_d_annuler(mots) or veut_garder(mots, concerne.rendez_vous.debut, ouvert.maintenant)
        en_plus = dit_oui(mots) and (les_veut_tous(mots) or l_autre_nomme(tracker, ouvert, concerne))
        if en_plus:
            return _annuler(dispatcher, tracker, ouvert, concerne)
        if not (garde or peut_repondre(tracker, A_LIRE)):
            return None
        if garde or intent == "nier" or dit_non(mots):
            return self.abandonner(dispatcher, tracker, ouvert)
        if fait_une_reserve(mots):
            return _redemander(intent, dispatcher, ouvert, concerne)
        oui = intent in ("affirmer", "annuler_rdv") or dit_oui(mots)
        return _annuler(dispatcher, tracker, ouvert, concerne) if oui else None

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        garde = retenu(tracker, ouvert)
        if garde and veut_annuler(texte_du(tracker)) and les_veut_tous(texte_du(tracker)):
            return attendre_accord(dispatcher, ouvert, garde)
        if garde is None:
            dire(dispatcher, rien_ne_change(ouvert))
        else:
            dire(
                dispatcher,
                Reponse("annulation_gardee", mots_rendez_vous(garde.rendez_vous, ouvert.maintenant)),
            )
        return fermer()


def _autrement_dit(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, concerne: Participation
) -> list[EventType] | None:
    """Another day, another rendez-vous, or that they come: neither a yes nor a no."""
    mots = texte_du(tracker)
    if (d_un_autre := le_jour_d_un_autre(mots, ouvert, [concerne])) is not None:
        dire(dispatcher, d_un_autre)
        return fermer()
    if veut_decaler(mots):
        return _decaler(dispatcher, ouvert, concerne, mots)
    if not dit_oui(mots) and (autre := l_autre_nomme(tracker, ouvert, concerne)):
        return attendre_accord(dispatcher, ouvert, autre)
    if intent_du(tracker) != "confirmer_rdv" or ouvert.allocataire is None:
        return None
    if dit_etre_ailleurs(mots):
        demander_accord(dispatcher, ouvert, concerne)
        return rester("annulation_accord")
    return [*fermer(), *confirmer_la_venue(dispatcher, ouvert, mots)]


def _a_annuler(tracker: Tracker, ouvert: Dossier, parmi: list[Participation]) -> Participation | None:
    """The one that is meant; of all of them, the first: the others are asked about in turn."""
    if les_veut_tous(texte_du(tracker)):
        return parmi[0]
    quand = ouvert.maintenant
    return vise(tracker, ouvert, parmi) or un_autre_que(
        texte_du(tracker), parmi, quand, None, par_son_jour=False
    )


def _redemander(
    intent: str, dispatcher: CollectingDispatcher, ouvert: Dossier, concerne: Participation
) -> list[EventType] | None:
    """« si je suis malade, je préviens comment » cancels nothing, whatever the engine heard."""
    if intent != "annuler_rdv":
        return None
    demander_accord(dispatcher, ouvert, concerne)
    return rester("annulation_accord")


def _decaler(
    dispatcher: CollectingDispatcher, ouvert: Dossier, concerne: Participation | None, mots: str
) -> list[EventType]:
    """« pas annuler, juste décaler »: nothing is cancelled before another time is agreed."""
    if concerne is None:
        return deplacer_le_sien(dispatcher, ouvert, mots)
    return deplacer(dispatcher, ouvert, concerne, mots, ouvert.tour)


def _annuler(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, concerne: Participation
) -> list[EventType]:
    """Effective now, whatever becomes of the questions that follow."""
    assert ouvert.allocataire is not None
    mots = _mots_dits(tracker, ouvert)
    turn = ouvert.conversation_id, ouvert.tour_id
    annuler(ouvert.session, ouvert.allocataire, concerne, mots, *turn, ouvert.maintenant)
    valeurs = mots_rendez_vous(concerne.rendez_vous, ouvert.maintenant)
    if autre := encore_a_annuler(tracker, ouvert, concerne):
        dire(dispatcher, Reponse("annulation_faite", valeurs))
        demander_accord(dispatcher, ouvert, autre)
        return rester("annulation_accord", rdv_vise=autre.id, **_tour_a_retenir(tracker, ouvert))
    if not dit_pourquoi(mots):
        dire(dispatcher, Reponse("annulation_motif", valeurs))
        return demander_le_motif(concerne, GenreSignalement.ANNULATION)
    if concerne.rendez_vous.collectif:
        dire(dispatcher, Reponse("annulation_faite", valeurs))
        return fermer()
    sans = Reponse("annulation_faite_sans_creneau", valeurs)
    return offrir(dispatcher, ouvert, "creneaux_apres_annulation", sans, concerne.rendez_vous, mots)


def _tour_a_retenir(tracker: Tracker, ouvert: Dossier) -> dict[str, str | None]:
    """« oui les deux » says more than the words that asked for one."""
    return {"rdv_tour": ouvert.tour} if les_veut_tous(texte_du(tracker)) else {}


def _mots_dits(tracker: Tracker, ouvert: Dossier) -> str:
    """What was said to cancel, and with the yes when that says more than yes."""
    debut = mots_retenus("rdv_tour", tracker, ouvert)
    fin = texte_du(tracker)
    return f"{debut} {fin}".strip() if dit_pourquoi(fin) else debut
