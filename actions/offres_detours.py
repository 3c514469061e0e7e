"""What is plainly about the offers shown goes to them, whatever the label."""

import re

from rasa_sdk import Tracker

from actions.aide_du_referent import AIDE
from actions.detours import DETOURS, EVOCATIONS, LISTE, PLUS_TARD
from actions.dossier import NON_COMPRIS, UN_BESOIN, Dossier, intent_du, texte_du
from actions.inscription import INSCRIRE, vers_l_inscription
from actions.interets import des_offres, interet_vise, se_retracte
from actions.menu import CHERCHER
from actions.offres import (
    APRES_DES_OFFRES,
    BREF,
    INTERESSE,
    SUITE,
)
from actions.offres_montrees import evoquee, montrees_a
from actions.offres_suite import tombent_mal
from actions.propos import EN_PASSANT
from actions.recherche import en_cours
from assistant.conversation.rangs import rang_dit
from assistant.conversation.reponses_courtes import est_un_abandon, politesse
from assistant.offres.besoins import besoins_de
from assistant.offres.choix import offre_dite
from assistant.offres.comparaison import compare
from assistant.offres.envie import dit_qu_il_y_va, veut_y_aller
from assistant.offres.fiche import interroge_la_fiche
from assistant.offres.lieux import trouver_lieu
from assistant.offres.lieux_dits import lire_lieux
from assistant.offres.mots import plier
from assistant.offres.recherche import demande_une_aide
from assistant.offres.rejet import (
    ce_qui_est_voulu,
    clauses,
    meme_besoin,
    objecte,
    offres_refusees,
    parle_d_autre_chose,
)
from assistant.offres.suite_lue import (
    AUTRE_SUJET,
    PLUS_PRES,
    SuiteLue,
    Voeu,
    interroge_une_offre,
    lire_suite,
    passe_a_autre_chose,
)
from assistant.offres.sujets import sujet_de
from assistant.parcours.dates_parlees.mots_du_calendrier import mentionne_le_calendrier
from assistant.settings import settings

DETAIL, DESINSCRIRE = "action_detail_offre", "action_desinscrire_offre"
# labels under which a place or a need may come as an answer to a list
A_RELIRE = {
    *NON_COMPRIS,
    *("affirmer", "nier", "choisir", "donner_information", "lieu_rdv", UN_BESOIN),
}
# those under which a remark on what was shown may come
REMARQUES = {"chercher_offre", "detail_offre", "mecontent", "changer_langue", "annuler_rdv", "lieu_rdv"}
SOURDS = {*NON_COMPRIS, "changer_langue"}  # that say nothing of what is wanted
POLIES = {"remercier", "au_revoir", "mecontent"}  # labels whose own answer suits a goodbye
_QUITTE = re.compile(  # « annulez le ménage », « je ne veux plus de Word »; not « je veux plus de choix »
    r"\b(?:annul\w* (?:moi )?(?:(?:le|la|les|l|mon|ma|au|a) |linscription|inscription)"
    r"|(?:ne?|n) (?:veux|veu|voudrais) plus (?:d[eu]?|aller|faire|participer)\b|desinscri\w*)"
)
_LEUR_NUMERO = re.compile(r"\b(?<!par )(?<!au )(?:num|numero|tel|telephone|telefone|phone)\b")
_QUELQU_UN = re.compile(
    r"\b(?:quel ?qu ?un|qq ?u?n|kelkun|(?:une?|la|le|vraie?) (?:personne|humain\w*|conseill\w*|referente?)"
    r"|(?:ma|mon|sa|son) \w+|madame|mme|monsieur|mr)\b"
)
_AILLEURS = PLUS_PRES | {Voeu.AUTRES, Voeu.EN_LIGNE, Voeu.SUR_PLACE, Voeu.PARTOUT}
_DEPLACE = re.compile(r"\b(?:decal|deplac|chang|report|repouss|avanc)\w*")


def _vers_celles_montrees(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« le coup de pouce permis c koi », « je travaille le soir », whatever the label, but for a wish to join
    or to leave.
    """
    mots = plier(texte_du(tracker))
    retire = se_retracte(texte_du(tracker)) and interet_vise(tracker, ouvert) is not None
    dits = des_offres(texte_du(tracker))
    nomme = retire and (besoins_de(dits) or evoquee(tracker, ouvert, dits))
    if retire and (nomme or tracker.get_slot("question") == INTERESSE):
        return DESINSCRIRE
    if _annule_la_choisie(tracker, mots):
        return DESINSCRIRE
    if _prend_la_derniere(tracker):
        return INSCRIRE
    acte = intent_du(tracker) in ("inscrire_offre", "desinscrire_offre") or _QUITTE.search(mots)
    if _demande_ou(tracker, mots) or _interroge_la_derniere(tracker) or _veut_la_joindre(tracker, ouvert):
        return DETAIL
    if acte or AUTRE_SUJET.search(mots) or veut_y_aller(mots):
        return None
    if tombent_mal(tracker, ouvert):
        return SUITE
    offre = evoquee(tracker, ouvert)
    demande = offre is not None and (sujet_de(mots) is not None or interroge_la_fiche(mots))
    if not demande and (suite := _sur_ce_qui_fut_montre(tracker, ouvert)):
        return suite
    if offre is None:
        return None
    cherche = intent_du(tracker) in A_RELIRE and parle_d_autre_chose(texte_du(tracker), [offre])
    return None if cherche else DETAIL


def _demande_ou(tracker: Tracker, mots: str) -> bool:
    """« vous avez pas dit l'adresse », « faut la carte vitale ? »: of the offer on show, and of no day."""
    suit = tracker.get_slot("question") in APRES_DES_OFFRES and intent_du(tracker) in (
        "lieu_rdv",
        "preparer_rdv",
    )
    du_rendez_vous = AUTRE_SUJET.search(mots) or mentionne_le_calendrier(mots)
    return suit and not du_rendez_vous and (sujet_de(mots) is not None or interroge_la_fiche(mots))


def _interroge_la_derniere(tracker: Tracker) -> bool:
    """« c quel jour ? et moi je vien avec bebe on peu ? » of the one just spoken of, and no other need."""
    texte, intent = texte_du(tracker), intent_du(tracker)
    en_parlait = tracker.get_slot("question") in APRES_DES_OFFRES and tracker.get_slot("offre_choisie")
    if not en_parlait or intent not in {*NON_COMPRIS, "preparer_rdv", "lieu_rdv"}:
        return False
    premiere = next(iter(clauses(texte)), "")
    interroge = interroge_une_offre(premiere) or interroge_la_fiche(premiere)
    return interroge and not AUTRE_SUJET.search(plier(texte)) and not lire_suite(texte).voeux & _AILLEURS


def _prend_la_derniere(tracker: Tracker) -> bool:
    """« ok jveu aller. merci c bien »: of the one just spoken of."""
    texte = texte_du(tracker)
    en_parlait = tracker.get_slot("question") in APRES_DES_OFFRES and tracker.get_slot("offre_choisie")
    du_rendez_vous = AUTRE_SUJET.search(plier(texte)) or mentionne_le_calendrier(texte)
    incertain = intent_du(tracker) in {"remercier", "au_revoir", *NON_COMPRIS}
    return bool(en_parlait) and incertain and not du_rendez_vous and dit_qu_il_y_va(texte)


def _veut_la_joindre(tracker: Tracker, ouvert: Dossier) -> bool:
    """« tem telefone ? », « le tel de la mutuelle, pas madame claire »: not the référent's."""
    voulu = plier(ce_qui_est_voulu(texte_du(tracker)))
    if intent_du(tracker) not in {"parler_referent", "coordonnees_referent"} or not _LEUR_NUMERO.search(
        voulu
    ):
        return False
    en_parlait = tracker.get_slot("question") in APRES_DES_OFFRES and tracker.get_slot("offre_choisie")
    return bool(en_parlait and not _QUELQU_UN.search(voulu)) or evoquee(tracker, ouvert) is not None


def _ne_souhaite_rien_d_autre(mots: str) -> bool:
    """« non pas les dettes, je veux le colis »: the one shown, and neither others nor nearer."""
    return objecte(mots) and not lire_suite(mots).voeux & {Voeu.AUTRES, *PLUS_PRES}


def _annule_la_choisie(tracker: Tracker, mots: str) -> bool:
    """« finalement non, annulez » right after we spoke of one offer."""
    de_l_offre = tracker.get_slot("question") in APRES_DES_OFFRES and tracker.get_slot("offre_choisie")
    annule = intent_du(tracker) == "annuler_rdv" and not mentionne_le_calendrier(mots)
    return bool(de_l_offre) and annule and not AUTRE_SUJET.search(mots)


def _sur_ce_qui_fut_montre(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« les vignes c mort », « 18 km c trop loin », « le français je vous dis »: of the search we are in."""
    mots, intent, avant = texte_du(tracker), intent_du(tracker), en_cours(tracker, ouvert)
    montrees = montrees_a(tracker, ouvert)
    if avant is None or not montrees or intent not in A_RELIRE | REMARQUES or politesse(mots):
        return None
    voulu = offre_dite(montrees, ce_qui_est_voulu(mots))
    if tracker.get_slot("question") in APRES_DES_OFFRES and not mots.rstrip().endswith("?"):
        trop_loin = bool(lire_suite(mots).voeux & PLUS_PRES) and evoquee(tracker, ouvert) is not None
        if not voulu and (offres_refusees(mots, montrees) or trop_loin):
            return SUITE
    if voulu and intent == UN_BESOIN and _ne_souhaite_rien_d_autre(mots):
        return DETAIL
    encore = voulu is not None and voulu.id == tracker.get_slot("offre_choisie")
    if intent in SOURDS and (encore or not voulu) and meme_besoin(mots, avant.besoin):
        return SUITE if objecte(mots) else CHERCHER
    return None


def _detour(intent: str, mots: str) -> str | None:
    """What is plainly about the list is read as such, whatever the label."""
    if AUTRE_SUJET.search(mots):
        return None
    if _QUITTE.search(mots) and not est_un_abandon(mots):
        return DESINSCRIRE
    if polie := politesse(mots):
        return None if intent in POLIES else f"action_{polie}"
    if compare(mots) or (interroge_une_offre(mots) and len(mots.split()) <= BREF + 2):
        return DETAIL
    if intent == "deplacer_rdv" and sujet_de(mots) == "quand" and not _DEPLACE.search(mots):
        return DETAIL
    suite = lire_suite(mots)
    if suite.entiere or (suite.voeux and _nomme_un_lieu(suite)):
        return SUITE
    inscription = vers_l_inscription(intent, mots)
    if inscription == INSCRIRE:
        return inscription
    if intent == UN_BESOIN and besoins_de(suite.reste):
        return inscription
    a_relire = intent in A_RELIRE or (intent == "detail_offre" and passe_a_autre_chose(mots))
    return (_relire(mots, suite) if a_relire else None) or inscription


def _detour_plus_tard(intent: str, mots: str) -> str | None:
    """« loin », « autre » once we spoke of something else: nothing but a wish, and no other request."""
    if _QUITTE.search(mots) and not AUTRE_SUJET.search(mots) and intent in {*NON_COMPRIS, "annuler_rdv"}:
        return DESINSCRIRE
    suite, incertain = lire_suite(mots), intent in {*NON_COMPRIS, "nier"}
    nomme_un_lieu = bool(suite.voeux) and _nomme_un_lieu(suite)
    return SUITE if (suite.entiere and incertain) or (nomme_un_lieu and intent in A_RELIRE) else None


def _relire(mots: str, suite: SuiteLue) -> str | None:
    """A number, a need, a place, or a wish among other words."""
    if rang_dit(mots, settings().offers_shown) is not None:
        return DETAIL
    refuse = lire_lieux(mots).refuse is not None
    return SUITE if refuse or _nomme_un_lieu(suite) or suite.voeux or demande_une_aide(mots) else None


def _nomme_un_lieu(suite: SuiteLue) -> bool:
    return len(suite.reste.split()) <= BREF and trouver_lieu(suite.reste) is not None


DETOURS.update(dict.fromkeys(APRES_DES_OFFRES, _detour))
PLUS_TARD.append(("offres_montrees", _detour_plus_tard))
EVOCATIONS.update(dict.fromkeys((*APRES_DES_OFFRES, LISTE, EN_PASSANT, AIDE), _vers_celles_montrees))
