"""What is said of a rendez-vous in passing: is it still on, do not cancel it."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.accord_annulation import attendre_accord
from actions.annule import la_derniere_annulee, revenir_a_l_annule
from actions.deplacement import deplacer
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.lequel import a_venir
from actions.places import poser
from actions.propos import REPONDENT
from actions.rendez_vous import LISTE, dont_il_parle, retenir_le_dit
from actions.retard import retard_annonce
from assistant.content.reponse import Reponse
from assistant.conversation.propos import dit
from assistant.offres.mots import plier
from assistant.parcours.agenda.ailleurs import dit_etre_ailleurs, manque_a
from assistant.parcours.agenda.consultation import (
    detail_rendez_vous,
    rendez_vous_consultes,
    rendez_vous_en_groupe,
)
from assistant.parcours.agenda.deplacement import obstacle
from assistant.parcours.agenda.intentions import refuse_d_annuler, veut_annuler, veut_decaler
from assistant.parcours.agenda.lequel import de_ce_jour
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.propositions import proposer
from assistant.parcours.dates_parlees import moment_parle
from assistant.parcours.rendez_vous import Mode, Participation

ANNULATIONS = {"formulaire_annulation", "formulaire_desinscription", "formulaire_motif"}
_CHERCHE = re.compile(r"\b(?:cherch\w*|trouv\w*|inscri\w*|voudrais|(?:d|un|une) autres?|y a|ya)\b")
_TOUJOURS = re.compile(r"\b(?:toujours?|tjrs?|tjs|encore|bien)\b")
_DU_SIEN = re.compile(r"\b(?:mon|notre|l autre|lautre) (?:rdv|rendez vous|atelier|reunion)\b")


def _tient(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« c'est toujours vendredi ? »: what it is, said again."""
    if tracker.active_loop.get("name") == "formulaire_motif" or _refuse_un_moment(tracker, ouvert):
        return None
    if ouvert.allocataire is None or not a_venir(ouvert) or _nomme_un_autre_jour(tracker, ouvert):
        return None
    if (parle := dont_il_parle(tracker, ouvert)) is not None:
        dire(dispatcher, _detail(parle, ouvert))
        return retenir_le_dit(tracker, parle)
    dire(dispatcher, rendez_vous_consultes(ouvert.session, ouvert.allocataire, ouvert.maintenant))
    return [SlotSet("question", LISTE)]


def _refuse_un_moment(tracker: Tracker, ouvert: Dossier) -> bool:
    """« c'est jeudi que je peux pas » asks for another day."""
    moment = moment_parle(texte_du(tracker), ouvert.maintenant)
    return moment is not None and bool(moment.sauf_jours or moment.sauf_heures)


def _nomme_un_autre_jour(tracker: Tracker, ouvert: Dossier) -> bool:
    """« c mercredi », for a Tuesday just taken or amid a list, wishes for Wednesday."""
    mots, debuts = texte_du(tracker), [p.rendez_vous.debut for p in a_venir(ouvert)]
    ailleurs = de_ce_jour(mots, debuts, ouvert.maintenant) == []
    return ailleurs and _TOUJOURS.search(plier(mots)) is None


def _pas_annule(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« ne l'annulez pas »: nothing is, or the one cancelled is put back."""
    mots, en_cours = texte_du(tracker), tracker.active_loop.get("name")
    if not en_cours and (annule := revenir_a_l_annule(dispatcher, ouvert, mots)) is not None:
        return annule
    if en_cours in ANNULATIONS or (en_cours and la_derniere_annulee(ouvert)):
        return None  # the form reads it
    if ouvert.allocataire is None or not refuse_d_annuler(mots):
        return None
    if veut_decaler(mots) or not (siens := a_venir(ouvert)):
        return None
    parle = dont_il_parle(tracker, ouvert)
    if parle is None:
        dire(dispatcher, rendez_vous_consultes(ouvert.session, ouvert.allocataire, ouvert.maintenant))
        return [SlotSet("question", LISTE)] if len(siens) > 1 else []
    dire(dispatcher, Reponse("rdv_maintenu", mots_rendez_vous(parle.rendez_vous, ouvert.maintenant)))
    return retenir_le_dit(tracker, parle)


def _en_groupe(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« et l'atelier pour faire le cv ? », by who has one to come; not of the offers on screen."""
    mots = plier(texte_du(tracker))
    if (
        ouvert.allocataire is None
        or tracker.active_loop.get("name")
        or _CHERCHE.search(_DU_SIEN.sub(" ", mots))
    ):
        return None
    if tracker.get_slot("offres_montrees") and not _DU_SIEN.search(mots):
        return None
    parle = dont_il_parle(tracker, ouvert)
    if parle is None or not (parle.rendez_vous.collectif or _DU_SIEN.search(mots)):
        return None
    if veut_annuler(mots):
        return attendre_accord(dispatcher, ouvert, parle)
    dire(dispatcher, _detail(parle, ouvert))
    return retenir_le_dit(tracker, parle)


def _ailleurs(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« je serai au tribunal » at that time: never a yes. Another time, or to cancel what has a fixed one."""
    if ouvert.allocataire is None or tracker.active_loop.get("name"):
        return None
    mots, siens = texte_du(tracker), a_venir(ouvert)
    if dit("rdv_retard", mots) and (en_retard := retard_annonce(dispatcher, tracker, ouvert)) is not None:
        return en_retard
    if (manque := manque_a(mots, siens, ouvert.maintenant)) is None:
        return _rappeler_le_sien(dispatcher, tracker, ouvert)
    if manque.rendez_vous.collectif:
        return attendre_accord(dispatcher, ouvert, manque)
    if obstacle(manque, ouvert.maintenant):
        return deplacer(dispatcher, ouvert, manque, mots, ouvert.tour)
    proposition = proposer(ouvert.session, ouvert.allocataire, [], ouvert.maintenant, manque.rendez_vous)
    return poser(dispatcher, ouvert, proposition, manque, mots, cle="creneaux_a_la_place")


def _rappeler_le_sien(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """Heard as a yes, they are told when theirs is: whether they can come is theirs to say."""
    assert ouvert.allocataire is not None
    siens = a_venir(ouvert)
    if intent_du(tracker) != "confirmer_rdv" or not siens or not dit_etre_ailleurs(texte_du(tracker)):
        return None
    dire(dispatcher, rendez_vous_consultes(ouvert.session, ouvert.allocataire, ouvert.maintenant))
    return [SlotSet("question", LISTE)] if len(siens) > 1 else retenir_le_dit(tracker, siens[0])


def _a_ce_jour(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« à lundi alors », by who is expected that day."""
    parle = dont_il_parle(tracker, ouvert)
    if parle is None or not de_ce_jour(texte_du(tracker), [parle.rendez_vous.debut], ouvert.maintenant):
        return None
    dire(dispatcher, Reponse("rdv_a_ce_jour", mots_rendez_vous(parle.rendez_vous, ouvert.maintenant)))
    return retenir_le_dit(tracker, parle)


def _redira(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« je vous redis si ma mère peut les garder »: heard, and nothing changes meanwhile."""
    return _dire_du_rendez_vous("rdv_redira", dispatcher, tracker, ouvert)


def _perd_sa_place(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« si je change je perds ma place ? »: nothing is lost before another is taken."""
    return _dire_du_rendez_vous("rdv_perd_place", dispatcher, tracker, ouvert)


def _courrier(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    return _dire_du_rendez_vous("rdv_courrier", dispatcher, tracker, ouvert)


def _est_ouvert(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« le bureau est ouvert samedi ? », by who is expected there that day."""
    parle = dont_il_parle(tracker, ouvert)
    if parle is None or parle.rendez_vous.mode is not Mode.SUR_PLACE:
        return None
    if not de_ce_jour(texte_du(tracker), [parle.rendez_vous.debut], ouvert.maintenant):
        return None
    return _dire_du_rendez_vous("rdv_ouvert", dispatcher, tracker, ouvert)


def _decaler(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« … c chaud, on peut decaler encore », at the end of a story the engine did not make out."""
    if ouvert.allocataire is None or tracker.active_loop.get("name") or not veut_decaler(texte_du(tracker)):
        return None
    return [FollowupAction("action_deplacer_rdv")]


def _dire_du_rendez_vous(
    cle: str, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    if ouvert.allocataire is None or not (siens := a_venir(ouvert)):
        return None
    parle = dont_il_parle(tracker, ouvert) or siens[0]
    dire(dispatcher, Reponse(cle, mots_rendez_vous(parle.rendez_vous, ouvert.maintenant)))
    return retenir_le_dit(tracker, parle)


def _detail(parle: Participation, ouvert: Dossier) -> Reponse:
    dire_le = rendez_vous_en_groupe if parle.rendez_vous.collectif else detail_rendez_vous
    return dire_le(parle.rendez_vous, ouvert.maintenant)


REPONDENT.update(
    {
        "rdv_ailleurs": _ailleurs,
        "rdv_tient": _tient,
        "rdv_remettre": _pas_annule,
        "rdv_pas_annule": _pas_annule,
        "rdv_groupe": _en_groupe,
        "rdv_a_ce_jour": _a_ce_jour,
        "rdv_redira": _redira,
        "rdv_perd_place": _perd_sa_place,
        "rdv_courrier": _courrier,
        "rdv_ouvert": _est_ouvert,
        "rdv_decaler": _decaler,
    }
)
