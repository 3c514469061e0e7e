"""Wanting in: which offer, who asks, one yes or no."""

import re
from collections.abc import Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.detours import DETOURS
from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, intent_du, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, ouvrir, peut_repondre
from actions.menu import BESOIN
from actions.offres import A_CHOISIR, BREF, INTERESSE, montrer, proposition
from actions.offres_montrees import deja_montrees, evoquee, la_derniere, montrees_a
from actions.reprise import REPRISES, verifier_avant
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte, fait_une_reserve, reponse_et_reste
from assistant.conversation.reponses_courtes import dit_non, dit_oui
from assistant.offres.besoins import besoins_de
from assistant.offres.besoins_appris import se_dit_clairement
from assistant.offres.choix import offre_au_rang, offre_designee, offre_dite, offre_nommee, offres_montrees
from assistant.offres.demandes import inscription_demandee
from assistant.offres.detail import detail
from assistant.offres.envie import demande_l_inscription, dit_l_inscription, veut_y_aller
from assistant.offres.inscriptions.demande import Accord, Demandeur, Suite, accepter, se_renseigner
from assistant.offres.inscriptions.place_liberee import en_suspens, repondre
from assistant.offres.inscriptions.places import passe_par_jalon
from assistant.offres.mots import plier
from assistant.offres.proposition import Proposition
from assistant.offres.recherche import demande_une_aide
from assistant.offres.rejet import ce_qui_est_accepte, clauses
from assistant.offres.ressemblance import dit_en_entier
from assistant.offres.suite_lue import mots_de_poids
from assistant.offres.sujets import sujet_de
from assistant.offres.tables import Offre

DEMANDE = "inscrire_offre"
FORMULAIRE = "formulaire_inscription"
INSCRIRE = "action_inscrire_offre"
A_LIRE = REPONSES | {DEMANDE, "confirmer_rdv"}
_RENDEZ_VOUS = re.compile(r"\b(?:rdv|rdvs|rd v|r d v|(?:ran|ren)\w* ?vous?)\b")
_INSCRIRE = re.compile(r"\b(?:m |s )?inscri\w*")
A_REJOINDRE = "offre_a_rejoindre"  # the light question « laquelle ? »
SANS_QUESTION = ""  # a bare answer while we asked nothing


class ActionInscrireOffre(ActionDossier):
    nom = INSCRIRE

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        mots, montrees = texte_du(tracker), montrees_a(tracker, ouvert)
        acte = ce_qui_est_accepte(mots)
        if nommee := _nommee(tracker, ouvert, montrees, acte):
            return _inscrire(dispatcher, ouvert, nommee, mots)
        if autres := _proposees(ouvert, acte, montrees):
            return _inscrire_a_une_autre(dispatcher, ouvert, acte, autres)
        if offre := offre_designee(montrees, acte, la_derniere(tracker, ouvert)):
            return _inscrire(dispatcher, ouvert, offre, mots)
        dire(dispatcher, Reponse("inscription_laquelle" if montrees else "offre_aucune_montree"))
        return [SlotSet("question", A_REJOINDRE)] if montrees else []


class ValiderFormulaireInscription(Formulaire):
    nom = FORMULAIRE

    def extract_inscription_accord(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Voulez-vous une place ? »"""
        intent, mots = intent_du(tracker), texte_du(tracker)
        if _en_nomme_une_autre(tracker, ouvert) or not peut_repondre(tracker, A_LIRE):
            return None
        if intent == "nier" or dit_non(mots):
            return self.abandonner(dispatcher, tracker, ouvert)
        if not fait_une_reserve(mots) and (intent in ("affirmer", DEMANDE, "confirmer_rdv") or dit_oui(mots)):
            return _accepter(dispatcher, tracker, ouvert)
        if (lue := reponse_et_reste(mots)) and lue[0]:
            return _accepter_et_repondre(dispatcher, tracker, ouvert, lue[1])
        return None

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, Reponse("inscription_abandon"))
        return fermer(question=A_CHOISIR)


def _nommee(tracker: Tracker, ouvert: Dossier, montrees: Sequence[Offre], acte: str) -> Offre | None:
    """« INSCRIVEZ-MOI 1 », « à la petite crèche »; what is only a condition names none."""
    nu = _INSCRIRE.sub(" ", plier(texte_du(tracker)))
    return (
        offre_au_rang(montrees, texte_du(tracker))
        or offre_au_rang(montrees, nu)
        or evoquee(tracker, ouvert, acte)
        or offre_nommee(montrees, acte)
        or offre_dite(deja_montrees(tracker, ouvert), acte)
    )


def demandeur(ouvert: Dossier) -> Demandeur:
    assert ouvert.allocataire is not None
    return Demandeur(ouvert.allocataire, ouvert.conversation_id, ouvert.cause, ouvert.maintenant)


def _inscrire(
    dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre, mots: str = ""
) -> list[EventType]:
    """Where Jalon has no places to give: whom to call, the référent told. Else a checked person is asked.
    What `mots` ask of the offer beside (« et c'est où ») is answered too.
    """
    choisie = SlotSet("offre_choisie", offre.id)
    qui, quand = ouvert.allocataire, ouvert.maintenant
    if qui is None or not passe_par_jalon(offre):
        conversation, cause = ouvert.conversation_id, ouvert.cause
        dire(dispatcher, inscription_demandee(ouvert.session, offre, qui, conversation, cause, quand))
        if question := ce_qui_est_demande(mots):
            dire(dispatcher, detail(offre, question, quand.date()))
        return [choisie, SlotSet("question", A_CHOISIR if qui is None else INTERESSE)]
    a_verifier = verifier_avant(DEMANDE, dispatcher, ouvert)
    return [choisie, *(a_verifier if a_verifier is not None else _demander(dispatcher, ouvert, offre))]


def ce_qui_est_demande(mots: str) -> str | None:
    """« inscris moi. et c'est où exactement » → « et c est ou exactement »"""
    return next((dite for dite in clauses(mots) if fait_une_reserve(dite) and sujet_de(dite)), None)


def _demander(dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre) -> list[EventType]:
    return _dire_et_attendre(dispatcher, se_renseigner(ouvert.session, offre, demandeur(ouvert)))


def _accepter(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    """The check may have run out while the question waited."""
    choisie, accord = tracker.get_slot("offre_choisie"), tracker.get_slot("inscription_objet")
    if not choisie or not accord:
        return fermer()
    a_verifier = verifier_avant(DEMANDE, dispatcher, ouvert)
    if a_verifier is not None:
        return a_verifier or fermer()
    suite = accepter(ouvert.session, choisie, Accord(accord), demandeur(ouvert))
    return _dire_et_attendre(dispatcher, suite)


def _accepter_et_repondre(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, question: str
) -> list[EventType]:
    """« ouais go. mais comment j'y vais »: what may be undone is done, and the question answered."""
    events, offre = _accepter(dispatcher, tracker, ouvert), la_derniere(tracker, ouvert)
    if offre and sujet_de(plier(question)):
        dire(dispatcher, detail(offre, question, ouvert.maintenant.date()))
    return events


def _dire_et_attendre(dispatcher: CollectingDispatcher, suite: Suite) -> list[EventType]:
    dire(dispatcher, suite.reponse)
    if suite.accord is None:
        return fermer(inscription_objet=None)
    return ouvrir(FORMULAIRE, "inscription_accord", inscription_objet=str(suite.accord))


def _reprendre(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    """The birth date was right: the offer asked for is in its slot."""
    montrees = offres_montrees(ouvert.session, [tracker.get_slot("offre_choisie") or ""])
    if not montrees:
        dire(dispatcher, Reponse("offre_aucune_montree"))
        return []
    return _inscrire(dispatcher, ouvert, montrees[0])


def _en_nomme_une_autre(tracker: Tracker, ouvert: Dossier) -> bool:
    """« inscris moi plutot a la 2 »: its own rule answers."""
    if intent_du(tracker) != DEMANDE:
        return False
    nommee = offre_nommee(montrees_a(tracker, ouvert), texte_du(tracker))
    return nommee is not None and nommee.id != tracker.get_slot("offre_choisie")


def _proposees(ouvert: Dossier, mots: str, montrees: Sequence[Offre]) -> Proposition | None:
    """What an offer never shown is looked for by; « vas y inscris moi », « a ca plutot » name none."""
    mots = _INSCRIRE.sub(" ", plier(mots))
    reste = mots_de_poids(mots)
    if not besoins_de(mots) and not (reste and se_dit_clairement(reste)):
        return None
    proposees = proposition(ouvert, mots)
    deja = set(proposees.offres) & {offre.id for offre in montrees}
    return proposees if proposees.offres and not deja else None


def _inscrire_a_une_autre(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, proposees: Proposition
) -> list[EventType]:
    """« inscris moi a l'atelier cv », never shown: the one it names in full, else those to choose from."""
    offres = offres_montrees(ouvert.session, proposees.offres)
    citees = [offre for offre in offres if dit_en_entier(offre.nom, mots)]
    if offre := offre_nommee(citees, mots):
        return _inscrire(dispatcher, ouvert, offre)
    return montrer(dispatcher, proposees)


def _rejoindre(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« 2 », « la derniere », after « laquelle ? »."""
    offre = offre_nommee(montrees_a(tracker, ouvert), texte_du(tracker))
    return _inscrire(dispatcher, ouvert, offre) if offre else None


def _repondre_a_la_place(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« oui », « non » to a freed place after we spoke of something else; else the guard has read it."""
    mots, qui = texte_du(tracker), ouvert.allocataire
    inscription = en_suspens(ouvert.session, qui.id) if qui else None
    if inscription is None or not (accepte(mots) or dit_non(mots)):
        return None
    dire(dispatcher, repondre(ouvert.session, inscription, demandeur(ouvert), oui=not dit_non(mots)))
    return []


def vers_l_inscription(intent: str, mots: str) -> str | None:
    """« c est ou », « je veux y aller », « garage » after offers are about offers, whatever the label."""
    if _RENDEZ_VOUS.search(mots):
        return None
    if demande_l_inscription(mots):
        return INSCRIRE
    if intent in ("affirmer", "confirmer_rdv", "prendre_rdv") and veut_y_aller(mots):
        return INSCRIRE
    if intent in NON_COMPRIS and dit_l_inscription(mots):
        return INSCRIRE
    if intent in ("consulter_rdv", "lieu_rdv", "preparer_rdv") and len(mots.split()) <= BREF:
        return "action_detail_offre"
    return "action_chercher_offre" if intent in NON_COMPRIS and demande_une_aide(mots) else None


def _un_besoin_nomme(intent: str, mots: str) -> str | None:
    """We asked for one: what names a need is one."""
    return "action_chercher_offre" if intent in NON_COMPRIS and besoins_de(mots) else None


REPRISES[DEMANDE] = _reprendre
SUITES[A_REJOINDRE] = _rejoindre
SUITES[SANS_QUESTION] = _repondre_a_la_place
DETOURS[A_REJOINDRE] = vers_l_inscription
DETOURS[BESOIN] = _un_besoin_nomme
