"""After a list of offers: « plus », « moins loin », « gratuit », « et a libourne ? », whatever the label."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.detours import DETOURS, EVOCATIONS, LISTE, PLUS_TARD
from actions.dire import dire
from actions.dossier import NON_COMPRIS, UN_BESOIN, Dossier, intent_du, texte_du
from actions.inscription import INSCRIRE, vers_l_inscription, veut_y_aller
from actions.offres import (
    A_CHOISIR,
    APRES_DES_OFFRES,
    BREF,
    PRESENTEE,
    RIEN,
    SUITE,
    chercher_ce_qui_est_dit,
    montrer,
)
from actions.offres_detail import detailler
from actions.offres_montrees import distances, evoquee, la_derniere, montrees_a
from actions.recherche import domicile, en_cours
from actions.referent import prevenir
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.rangs import rang_dit
from assistant.conversation.reponses_courtes import dit_non, dit_oui, est_un_abandon, politesse
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.besoins import besoins_de
from assistant.offres.choix import ce_rang_n_existe_pas, offre_designee, offre_nommee
from assistant.offres.comparaison import compare
from assistant.offres.demande_en_cours import Recherche
from assistant.offres.lieux import trouver_lieu
from assistant.offres.lieux_dits import lire_lieux
from assistant.offres.moments import a_lieu, moment_refuse
from assistant.offres.mots import plier
from assistant.offres.proposition import Manque, Proposition, avec_une_main_tendue, proposer
from assistant.offres.recherche import demande_une_aide
from assistant.offres.suite import Montrees, ce_qui_manque, suivre
from assistant.offres.suite_lue import (
    AUTRE_SUJET,
    SuiteLue,
    Voeu,
    interroge_une_offre,
    lire_suite,
    passe_a_autre_chose,
)
from assistant.offres.tables import Offre
from assistant.settings import settings

DETAIL, DESINSCRIRE = "action_detail_offre", "action_desinscrire_offre"
_LU = re.compile(r"(?:ok+|okay|oki|dac+|d ?ac+ord?|dakor|c est bon|c bon|si)\b")
# labels under which a place or a need may come as an answer to a list
A_RELIRE = {
    *NON_COMPRIS,
    *("affirmer", "nier", "choisir", "donner_information", "lieu_rdv", UN_BESOIN),
}
POLIES = {"remercier", "au_revoir", "mecontent"}  # labels whose own answer suits a goodbye
_QUITTE = re.compile(  # « annulez le ménage », « je ne veux plus de Word »; not « je veux plus de choix »
    r"\b(?:annul\w* (?:moi )?(?:(?:le|la|les|l|mon|ma|au|a) |linscription|inscription)"
    r"|(?:ne?|n) (?:veux|veu|voudrais) plus (?:d[eu]?|aller|faire|participer)\b|desinscri\w*)"
)
_DEMANDE = re.compile(r"(?:\?|\b(?:hein|nan|non|nn|c ca|c'est ça))$", re.IGNORECASE)
SUR_UNE_OFFRE = {Voeu.GRATUIT, Voeu.MOINS_CHER, Voeu.EN_LIGNE}


class ActionSuiteOffre(ActionDossier):
    nom = SUITE

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        mots = texte_du(tracker)
        suite, avant = lire_suite(mots), en_cours(tracker, ouvert)
        if offre := _interrogee(tracker, ouvert, suite) or _nommee(tracker, ouvert, suite):
            return detailler(dispatcher, ouvert, offre, mots)
        if avant is None or (besoins_de(suite.reste) and not _tombent_mal(tracker, ouvert)):
            return chercher_ce_qui_est_dit(dispatcher, tracker, ouvert)
        return _poursuivre(dispatcher, tracker, ouvert, avant)


def _interrogee(tracker: Tracker, ouvert: Dossier, suite: SuiteLue) -> Offre | None:
    """« gratuit ? », « gratuit hein » about the one we spoke of is a question; « gratuit » is a wish."""
    mots, derniere = texte_du(tracker), la_derniere(tracker, ouvert)
    question = suite.entiere and suite.voeux <= SUR_UNE_OFFRE and _DEMANDE.search(mots.rstrip(" !."))
    return offre_designee(montrees_a(tracker, ouvert), mots, derniere) if derniere and question else None


def _nommee(tracker: Tracker, ouvert: Dossier, suite: SuiteLue) -> Offre | None:
    """« le garage »: a word of the need, but the name of one just shown."""
    mots = texte_du(tracker)
    if suite.voeux or passe_a_autre_chose(mots) or trouver_lieu(suite.reste):
        return None
    return offre_nommee(montrees_a(tracker, ouvert), mots)


def _poursuivre(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, avant: Recherche
) -> list[EventType]:
    mots, vues = texte_du(tracker), _vues(tracker, ouvert)
    suivie = suivre(avant, mots, vues, domicile(ouvert), ouvert.tour)
    trouvees = proposer(ouvert.session, suivie, ouvert.maintenant)
    if trouvees.manque is Manque.OFFRE:
        return _rien_de_plus(dispatcher, ouvert, ce_qui_manque(suivie, avant, mots, vues))
    return montrer(dispatcher, trouvees)


def _rien_de_plus(
    dispatcher: CollectingDispatcher, ouvert: Dossier, proposee: Proposition
) -> list[EventType]:
    """What was shown before still holds: « la 2 » is still the second."""
    jour = ouvert.maintenant.date()
    dire(dispatcher, avec_une_main_tendue(proposee, ouvert.allocataire, jour).reponse)
    return [SlotSet("question", RIEN)]


def _vues(tracker: Tracker, ouvert: Dossier) -> Montrees:
    montrees = montrees_a(tracker, ouvert)
    situees = zip(montrees, distances(tracker, montrees), strict=True)
    return Montrees(tuple(situees), tracker.get_slot("offre_choisie"))


def _choisir(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« 2 », « la derniere », « permis », « non », after a list."""
    mots, montrees = texte_du(tracker), montrees_a(tracker, ouvert)
    if offre := offre_nommee(montrees, mots):
        return detailler(dispatcher, ouvert, offre, mots)
    if hors_liste := ce_rang_n_existe_pas(montrees, mots):
        dire(dispatcher, hors_liste)
        return [SlotSet("question", A_CHOISIR)]
    if dit_non(mots):
        dire(dispatcher, Reponse("offres_abandon"))
        return [SlotSet("question", None)]
    return None


def _accepter_la_presentee(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« oui » to « pour y aller, répondez INSCRIVEZ-MOI »; « ok » only says that it was read."""
    mots = texte_du(tracker)
    if dit_oui(mots) and not _LU.match(plier(mots)):
        return [FollowupAction(INSCRIRE)]
    return _choisir(dispatcher, tracker, ouvert)


def _apres_rien(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« oui »: the référent is told."""
    if ouvert.allocataire and (intent_du(tracker) == "affirmer" or dit_oui(texte_du(tracker))):
        dire(dispatcher, prevenir(ouvert, GenreAlerte.PARLER))
        return [SlotSet("question", None)]
    return _choisir(dispatcher, tracker, ouvert)


def _vers_celles_montrees(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« le coup de pouce permis c koi », « je travaille le soir », whatever the label, but for a wish to join
    or to leave.
    """
    mots = plier(texte_du(tracker))
    acte = intent_du(tracker) in ("inscrire_offre", "desinscrire_offre") or _QUITTE.search(mots)
    if acte or AUTRE_SUJET.search(mots) or veut_y_aller(mots):
        return None
    if _tombent_mal(tracker, ouvert):
        return SUITE
    return DETAIL if evoquee(tracker, ouvert) else None


def _tombent_mal(tracker: Tracker, ouvert: Dossier) -> bool:
    """Whether one of the list takes place when the person says that they cannot come."""
    moment = moment_refuse(texte_du(tracker))
    return moment is not None and any(a_lieu(offre, moment) for offre in montrees_a(tracker, ouvert))


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


SUITES.update({A_CHOISIR: _choisir, PRESENTEE: _accepter_la_presentee, RIEN: _apres_rien})
DETOURS.update(dict.fromkeys(APRES_DES_OFFRES, _detour))
PLUS_TARD.append(("offres_montrees", _detour_plus_tard))
EVOCATIONS.update(dict.fromkeys((*APRES_DES_OFFRES, LISTE), _vers_celles_montrees))
