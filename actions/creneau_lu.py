"""The readings of an answer to a list of free slots, in turn: the first that has an answer gives it."""

from collections.abc import Callable

from rasa_sdk.events import EventType

from actions.accord_annulation import passer_a_l_autre
from actions.annule import revenir_a_l_annule
from actions.creneau_autre import chercher_autre_chose, chercher_plus_pres, demander_de_confirmer
from actions.creneau_devant import Devant
from actions.creneau_pris import choix_ferme, prendre
from actions.deplacement import deplacer
from actions.dossier import intent_du
from actions.formulaires import REPONSES, peut_repondre
from actions.lequel import a_venir
from actions.retard import dire_le_retard
from assistant.conversation.reponses_courtes import dit_non, politesse
from assistant.offres.mots import plier
from assistant.parcours.agenda.choix import Lu, n_en_veut_aucun, parle_d_une_place, prend_d_abord
from assistant.parcours.agenda.evocation import EN_GROUPE
from assistant.parcours.agenda.intentions import laisse, redit_le_sien, veut_annuler, veut_garder
from assistant.parcours.agenda.retard import seulement_en_retard

A_LIRE = REPONSES | {"deplacer_rdv", "prendre_rdv", "confirmer_rdv"}  # labels an answer to the list may carry


def _de_l_ancien(devant: Devant) -> list[EventType] | None:
    """Of the rendez-vous they have, or cancelled: back to it, late for it, or it stays."""
    mots, garde, ouvert = devant.mots, devant.garde, devant.ouvert
    if garde is None:
        return revenir_a_l_annule(devant.dispatcher, ouvert, mots)
    if seulement_en_retard(mots, ouvert.maintenant):
        return dire_le_retard(devant.dispatcher, ouvert, garde, mots)
    return devant.laisser() if veut_garder(mots, garde.rendez_vous.debut, ouvert.maintenant) else None


def _l_atelier(devant: Devant) -> list[EventType] | None:
    """« moi c'est l'atelier que je change », while another of theirs was being moved."""
    mots, garde, ouvert = devant.mots, devant.garde, devant.ouvert
    if garde is None or garde.rendez_vous.collectif or not EN_GROUPE & set(plier(mots).split()):
        return None
    autres = [p for p in a_venir(ouvert) if p.rendez_vous.collectif]
    if veut_annuler(mots) or len(autres) != 1:
        return None
    return deplacer(devant.dispatcher, ouvert, autres[0], mots, ouvert.tour)


def _d_un_autre(devant: Devant) -> list[EventType] | None:
    if devant.prend:
        return None
    return passer_a_l_autre(devant.dispatcher, devant.tracker, devant.ouvert, devant.garde)


def _n_en_veut_pas(devant: Devant) -> list[EventType] | None:
    aucun = not devant.prend and n_en_veut_aucun(devant.mots)
    return devant.laisser() if aucun or _redit_le_sien(devant) else None


def _redit_le_sien(devant: Devant) -> bool:
    """« non laisse 10h c'est bon », when theirs is at 10:00; a slot of the list they take comes first."""
    if devant.garde is None or (devant.prend and not laisse(devant.mots)):
        return False
    return redit_le_sien(devant.mots, devant.garde.rendez_vous.debut, devant.ouvert.maintenant)


def _trop_loin(devant: Devant) -> list[EventType] | None:
    poli = devant.lu is None and politesse(devant.mots)
    return None if poli or devant.prend else chercher_plus_pres(devant)


def _ce_qui_est_lu(devant: Devant) -> list[EventType] | None:
    if not _repond(devant):
        return None
    if devant.lu is None:
        return devant.laisser() if _renonce(devant) else None
    genre, rang = devant.lu
    if genre is Lu.PRIS:
        return prendre(devant, rang)
    if genre is Lu.A_CONFIRMER:
        return demander_de_confirmer(devant, rang)
    return chercher_autre_chose(devant, genre, devant.mots)


def _repond(devant: Devant) -> bool:
    """Whether these words may be the answer: by what is read in them, else by their label."""
    if devant.lu is None:
        return not politesse(devant.mots) and peut_repondre(devant.tracker, A_LIRE | {"annuler_rdv"})
    dits = devant.mots, devant.proposes, devant.ouvert.maintenant
    if parle_d_une_place(devant.mots, devant.lu[0]) or prend_d_abord(*dits):
        return True
    return peut_repondre(devant.tracker, A_LIRE | {"annuler_rdv"}, lu=True)


def _renonce(devant: Devant) -> bool:
    intent = intent_du(devant.tracker)
    annule = intent == "annuler_rdv" and not a_venir(devant.ouvert)
    return intent == "nier" or dit_non(devant.mots) or annule


LECTURES: tuple[Callable[[Devant], list[EventType] | None], ...] = (
    *(_de_l_ancien, choix_ferme, _l_atelier, _d_un_autre),
    *(_n_en_veut_pas, _trop_loin, _ce_qui_est_lu),
)
