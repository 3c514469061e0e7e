"""The rendez-vous just taken or moved, and the one before: « pardon, mercredi », « gardez celui d'avant »."""

import re
from collections.abc import Sequence
from datetime import datetime

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.detours import DETOURS, EVOCATIONS_PARTOUT
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import fermer
from actions.lequel import a_venir
from actions.puis_le_reste import D_ABORD
from actions.rendez_vous import DIT, DUREE, PRIS
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.mots import plier
from assistant.parcours.agenda.consultation import detail_rendez_vous
from assistant.parcours.agenda.deplacement import JUSTE_PRIS
from assistant.parcours.agenda.intentions import dit_garder, redemande, veut_garder, veut_l_ancien
from assistant.parcours.agenda.lequel import nomme
from assistant.parcours.agenda.mots import court, mots_rendez_vous
from assistant.parcours.agenda.retour import Deplacement, dernier_deplacement, reprendre
from assistant.parcours.dates_parlees import moment_cite, moment_parle
from assistant.parcours.dates_parlees.mots_du_calendrier import mentionne_le_calendrier
from assistant.parcours.rendez_vous import Participation

REPRENDRE = "reprendre_l_ancien"  # « Remettre celui d'avant ? »
CHANGER = "changer_de_jour"  # « Voulez-vous changer de jour ? »
_CORRECTION = re.compile(
    r"^(?:non|nan|pardon|oups?|desolee?|enfin|finalement|plutot|(?:je )?(?:me (?:suis )?|m )tromp\w*)\b"
    r"|\b(?:plutot|tromp\w*|pas? (?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain))\b"
)
# « 9h30 ??? j'ai dit pas avant 10h », just after it was taken
_PAS_CE_QUE_J_AI_DIT = re.compile(
    r"\bj ?(?:ai|avais|avai) (?:bien )?(?:di[ts]?|ecri[ts]?|demande|precise)"
    r"(?: que)? (?:\w+ ){0,2}(?:pas?|apres|a partir)\b"
)
_C_EST_BON = re.compile(  # « c'est bon ou pas ? »
    r"^(?:bon |alors |donc |et )?(?:c|ce|c est|ca) (?:bon|ok|fait|note) (?:ou|alors|du coup|hein)\b"
)
_EST_CE_NOTE = re.compile(  # « oui. et pour vendredi vous avez noté ? »
    r"\b(?:avez|ave|as|est|ete|bien|c) (?:bien |ca |tout )?(?:note|enregistre|pris en compte)\w*\b"
)
_CONTENT = re.compile(r"\b(?:bon|merci|va|parfait|rien|nickel|tout)\b")  # « non c'est bon »


def revenir_a_l_ancien(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, *, a_l_heure: bool = True
) -> list[EventType] | None:
    """Taken back as they say, or offered; None when they speak of something else, or nothing was moved."""
    deplace = _deplace(ouvert)
    if deplace and _garde_le_jour_d_avant(mots, deplace, ouvert):
        return _rendre(dispatcher, ouvert, deplace)
    if deplace is None or not veut_l_ancien(mots):
        return offrir_l_ancien(dispatcher, ouvert, mots, a_l_heure=a_l_heure)
    cite = moment_cite(mots, ouvert.maintenant)
    if cite is not None and not nomme(cite, deplace.avant.rendez_vous.debut):
        return None
    return _rendre(dispatcher, ouvert, deplace)


def offrir_l_ancien(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, *, a_l_heure: bool = True
) -> list[EventType] | None:
    """One yes or no when the day they name, and the hour if `a_l_heure`, are those they moved away from."""
    deplace, dit = _deplace(ouvert), moment_parle(mots, ouvert.maintenant)
    if deplace is not None and _le_redemande(mots, deplace, ouvert):
        return _proposer_de_rendre(dispatcher, ouvert, deplace)
    if deplace is None or dit is None or dit.sauf_jours or dit.sauf_heures:
        return None
    avant, present = deplace.avant.rendez_vous, deplace.present.rendez_vous
    precis = dit.jours and (dit.heures or not a_l_heure)
    if not precis or not nomme(dit, avant.debut) or nomme(dit, present.debut):
        return None
    return _proposer_de_rendre(dispatcher, ouvert, deplace)


def _proposer_de_rendre(
    dispatcher: CollectingDispatcher, ouvert: Dossier, deplace: Deplacement
) -> list[EventType]:
    avant, present = deplace.avant.rendez_vous, deplace.present.rendez_vous
    valeurs = mots_rendez_vous(present, ouvert.maintenant) | {"avant": court(avant)}
    dire(dispatcher, Reponse("rdv_ancien_accord", valeurs))
    return fermer(question=REPRENDRE)


def _le_redemande(mots: str, deplace: Deplacement, ouvert: Dossier) -> bool:
    """« 9h30 non. Rendez-moi le 14h30 »."""
    voulu = redemande(mots, ouvert.maintenant)
    if voulu is None or nomme(voulu, deplace.present.rendez_vous.debut):
        return False
    return nomme(voulu, deplace.avant.rendez_vous.debut)


def _garde_le_jour_d_avant(mots: str, deplace: Deplacement, ouvert: Dossier) -> bool:
    """« non attendez, je garde vendredi », once it was moved to Monday; « je garde vendredi » is asked."""
    cite = moment_cite(mots, ouvert.maintenant)
    if cite is None or not cite.jours or nomme(cite, deplace.present.rendez_vous.debut):
        return False
    se_ravise = dit_garder(mots) and _CORRECTION.search(plier(mots)) is not None
    return se_ravise and veut_garder(mots, deplace.avant.rendez_vous.debut, ouvert.maintenant)


def _deplace(ouvert: Dossier) -> Deplacement | None:
    qui = ouvert.allocataire
    return dernier_deplacement(ouvert.session, qui, ouvert.maintenant) if qui else None


def _rendre(dispatcher: CollectingDispatcher, ouvert: Dossier, deplace: Deplacement) -> list[EventType]:
    assert ouvert.allocataire is not None
    if reprendre(ouvert.session, ouvert.allocataire, deplace, ouvert.maintenant):
        valeurs = mots_rendez_vous(deplace.avant.rendez_vous, ouvert.maintenant)
        dire(dispatcher, Reponse("rdv_ancien_repris", valeurs))
        return fermer()
    valeurs = mots_rendez_vous(deplace.present.rendez_vous, ouvert.maintenant)
    dire(dispatcher, Reponse("rdv_ancien_perdu", valeurs))
    return fermer(question=CHANGER, rdv_tour=None)


def _reprendre_si_oui(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    mots, deplace = texte_du(tracker), _deplace(ouvert)
    if deplace is None:
        return None
    if intent_du(tracker) == "nier" or dit_non(mots):
        return _rendre_ou_garder(dispatcher, ouvert, oui=False)
    if accepte(mots):
        return _rendre(dispatcher, ouvert, deplace)
    return [FollowupAction("action_deplacer_rdv")] if mentionne_le_calendrier(mots) else None


def _corriger(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« mercredi », just after « C'est noté » for a Tuesday; « oui mardi » is no correction."""
    mots = texte_du(tracker)
    deplace = _deplace(ouvert)
    if deplace and (veut_l_ancien(mots) or _le_redemande(mots, deplace, ouvert)):
        return [FollowupAction("action_deplacer_rdv")]
    if "?" in mots and _EST_CE_NOTE.search(plier(mots)) and (siens := a_venir(ouvert)):
        return _redire_le_pris(dispatcher, ouvert, siens, tracker.get_slot("question"))
    if not (mentionne_le_calendrier(mots) or veut_l_ancien(mots)):
        return _rappeler_le_sien(dispatcher, ouvert, mots, tracker.get_slot("question"))
    present = _nomme(mots, ouvert)
    if _PAS_CE_QUE_J_AI_DIT.search(plier(mots)):
        return [FollowupAction("action_deplacer_rdv")]
    if present is None or (present.rendez_vous.collectif and _CORRECTION.search(plier(mots))):
        return [FollowupAction("action_deplacer_rdv")]
    dire(dispatcher, detail_rendez_vous(present.rendez_vous, ouvert.maintenant))
    return []


def _rappeler_le_sien(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, question: str | None
) -> list[EventType] | None:
    """« ok » may still be thought over; « non finalement » must not pass for a cancellation."""
    if accepte(mots) and not _C_EST_BON.search(plier(mots)):
        dire(dispatcher, Reponse("entendu"))
        return [SlotSet("question", question)]
    if _C_EST_BON.search(plier(mots)) and (siens := a_venir(ouvert)):
        return _redire_le_pris(dispatcher, ouvert, siens, question)
    if question == DIT or not dit_non(mots) or _CONTENT.search(plier(mots)) or not (siens := a_venir(ouvert)):
        return None
    dire(dispatcher, Reponse("rdv_deja_prevu", mots_rendez_vous(siens[0].rendez_vous, ouvert.maintenant)))
    return [SlotSet("question", CHANGER), SlotSet("rdv_tour", None)]


def _redire_le_pris(
    dispatcher: CollectingDispatcher, ouvert: Dossier, siens: Sequence[Participation], question: str | None
) -> list[EventType]:
    pris = vient_d_etre_pris(siens, ouvert.maintenant) or siens[0]
    dire(dispatcher, detail_rendez_vous(pris.rendez_vous, ouvert.maintenant))
    return [SlotSet("question", question)]


def le_juste_pris(mots: str, parmi: Sequence[Participation], maintenant: datetime) -> Participation | None:
    """« mince je me suis trompé, j'avais dit lundi » is of the one just taken, whatever else they have."""
    return vient_d_etre_pris(parmi, maintenant) if _CORRECTION.search(plier(mots)) else None


def vient_d_etre_pris(parmi: Sequence[Participation], maintenant: datetime) -> Participation | None:
    pris = [p for p in parmi if p.prise_le and maintenant - p.prise_le < JUSTE_PRIS]
    return max(pris, key=lambda p: p.prise_le or maintenant, default=None)


def _nomme(mots: str, ouvert: Dossier) -> Participation | None:
    """One of theirs, when it is what they wish for."""
    dit = moment_parle(mots, ouvert.maintenant)
    if dit is None or dit.sauf_jours or dit.sauf_heures:
        return None
    return next((p for p in a_venir(ouvert) if nomme(dit, p.rendez_vous.debut)), None)


def _se_corrige(intent: str, mots: str) -> str | None:
    """« pardon, mercredi », « non, celui d'avant », whatever the engine heard."""
    if DUREE.search(mots):
        return "action_preparer_rdv"
    if _C_EST_BON.search(mots):
        return "action_reponse_seule"
    corrige = _CORRECTION.search(mots) or _PAS_CE_QUE_J_AI_DIT.search(mots)
    autre_jour = mentionne_le_calendrier(mots) and corrige and intent != "annuler_rdv"
    return "action_reponse_seule" if autre_jour or veut_l_ancien(mots) else None


def _rendre_ou_garder(dispatcher: CollectingDispatcher, ouvert: Dossier, oui: bool) -> list[EventType] | None:
    if (deplace := _deplace(ouvert)) is None:
        return None
    if oui:
        return _rendre(dispatcher, ouvert, deplace)
    valeurs = mots_rendez_vous(deplace.present.rendez_vous, ouvert.maintenant)
    dire(dispatcher, Reponse("creneau_rdv_garde", valeurs))
    return []


def _l_ancien_redemande(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« oui remettre mercredi 10h », whatever was spoken of since, and whatever the engine heard."""
    mots = texte_du(tracker)
    deplace = None if dit_non(mots) else _deplace(ouvert)
    if tracker.get_slot("question") == REPRENDRE and accepte(mots):
        return "action_reponse_seule"
    return "action_deplacer_rdv" if deplace and _le_redemande(mots, deplace, ouvert) else None


def _oui_a_l_ancien(intent: str, mots: str) -> str | None:
    return "action_reponse_seule" if accepte(mots) else None


EVOCATIONS_PARTOUT.append(_l_ancien_redemande)
D_ABORD[REPRENDRE] = _rendre_ou_garder
DETOURS[REPRENDRE] = _oui_a_l_ancien
SUITES[PRIS] = SUITES[DIT] = _corriger
SUITES[REPRENDRE] = _reprendre_si_oui
DETOURS[PRIS] = DETOURS[DIT] = _se_corrige
