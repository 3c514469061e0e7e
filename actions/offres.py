"""Offers: looking for one, knowing more."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.demande import mots_retenus, retenir
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, ouvrir
from actions.menu import BESOIN
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.besoins import besoins_de
from assistant.offres.choix import offre_designee, offre_nommee, offres_montrees
from assistant.offres.detail import detail
from assistant.offres.lieux import trouver_lieu
from assistant.offres.proposition import (
    Manque,
    Proposition,
    dit_partout,
    proposer,
    proposer_partout,
    proposer_pres_de,
)
from assistant.offres.tables import Offre

FORMULAIRE = "formulaire_lieu"
RECHERCHE = "recherche_tour"
A_CHOISIR = "offre_a_choisir"  # the light question a list leaves open
BREF = 5  # words: so short, a place is the answer to "where", whatever the label


class ActionChercherOffre(ActionDossier):
    nom = "action_chercher_offre"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        return _chercher(dispatcher, ouvert, texte_du(tracker))


class ValiderFormulaireLieu(Formulaire):
    nom = FORMULAIRE

    def extract_offre_lieu(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Dans quelle commune cherchez-vous ? »"""
        reponse = texte_du(tracker)
        if intent_du(tracker) not in REPONSES and len(reponse.split()) > BREF:
            return None
        besoin, quand = mots_retenus(RECHERCHE, tracker, ouvert), ouvert.maintenant
        if lieu := trouver_lieu(reponse):
            return _conclure(montrer(dispatcher, proposer_pres_de(ouvert.session, besoin, lieu, quand)))
        if dit_partout(reponse):
            return _conclure(montrer(dispatcher, proposer_partout(ouvert.session, besoin, quand)))
        return self.abandonner(dispatcher, tracker, ouvert) if dit_non(reponse) else None

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, Reponse("offres_abandon"))
        return fermer()


class ActionDetailOffre(ActionDossier):
    nom = "action_detail_offre"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        mots, montrees = texte_du(tracker), montrees_a(tracker, ouvert)
        if offre := offre_designee(montrees, mots, tracker.get_slot("offre_choisie")):
            return _detailler(dispatcher, ouvert, offre, mots)
        if montrees:
            dire(dispatcher, Reponse("offre_laquelle"))
            return [SlotSet("question", A_CHOISIR)]
        if besoins_de(mots):
            return _chercher(dispatcher, ouvert, mots)
        dire(dispatcher, Reponse("offre_aucune_montree"))
        return []


def proposition(ouvert: Dossier, besoin: str) -> Proposition:
    domicile = ouvert.allocataire.commune if ouvert.allocataire else None
    return proposer(ouvert.session, besoin, domicile, ouvert.maintenant)


def _chercher(dispatcher: CollectingDispatcher, ouvert: Dossier, besoin: str) -> list[EventType]:
    return [retenir(RECHERCHE, ouvert), *montrer(dispatcher, proposition(ouvert, besoin))]


def montrer(dispatcher: CollectingDispatcher, trouvees: Proposition) -> list[EventType]:
    """Shows what was found, or asks. A list of numbers takes the place of any form; a question does not."""
    dire(dispatcher, trouvees.reponse)
    if trouvees.manque is Manque.LIEU:
        return ouvrir(FORMULAIRE, "offre_lieu")
    if ids := list(trouvees.offres):
        seule = ids[0] if len(ids) == 1 else None
        return fermer(offres_montrees=ids, offre_choisie=seule, question=A_CHOISIR)
    # what is needed, or another commune, may follow
    return [SlotSet("question", BESOIN if trouvees.manque is Manque.BESOIN else A_CHOISIR)]


def _conclure(events: list[EventType]) -> list[EventType]:
    """The place was given: the form ends, whatever was found."""
    return events if any(event["event"] == "active_loop" for event in events) else [*fermer(), *events]


def montrees_a(tracker: Tracker, ouvert: Dossier) -> list[Offre]:
    return offres_montrees(ouvert.session, tracker.get_slot("offres_montrees") or [])


def _detailler(
    dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre, question: str
) -> list[EventType]:
    dire(dispatcher, detail(offre, question, ouvert.maintenant.date()))
    return [SlotSet("offre_choisie", offre.id), SlotSet("question", A_CHOISIR)]


def _choisir(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« 2 », « la derniere », « a libourne », « permis », « non », after a list."""
    mots = texte_du(tracker)
    if offre := offre_nommee(montrees_a(tracker, ouvert), mots):
        return _detailler(dispatcher, ouvert, offre, mots)
    if lieu := trouver_lieu(mots):
        besoin = mots_retenus(RECHERCHE, tracker, ouvert)
        return montrer(dispatcher, proposer_pres_de(ouvert.session, besoin, lieu, ouvert.maintenant))
    if besoins_de(mots):
        return _chercher(dispatcher, ouvert, mots)
    if dit_non(mots):
        dire(dispatcher, Reponse("offres_abandon"))
        return [SlotSet("question", None)]
    return None


SUITES[A_CHOISIR] = _choisir
