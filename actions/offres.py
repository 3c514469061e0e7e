"""Offers: looking for one, and where."""

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.detours import mot_seul
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, ouvrir
from actions.menu import BESOIN
from actions.offres_montrees import montrees_a, vues_pres
from actions.recherche import RECHERCHE, en_cours, nouvelle, pour_une_action
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.demande_en_cours import Recherche
from assistant.offres.lieux import Lieu, trouver_lieu
from assistant.offres.lieux_dits import lire_lieux
from assistant.offres.mots import plier
from assistant.offres.pour_le_contrat import offres_du_contrat
from assistant.offres.proposition import (
    Manque,
    Proposition,
    avec_une_main_tendue,
    dit_partout,
    partout,
    proposer,
    rien_d_autre,
    rien_du_tout,
)
from assistant.offres.refus import ne_cherche_rien
from assistant.offres.rejet import (
    demande_un_autre_besoin,
    objecte,
    offres_refusees,
    parle_d_autre_chose,
    redemande,
)
from assistant.offres.suite_lue import Voeu, lire_suite, ne_dit_que_plus_pres
from assistant.privacy.identite import Niveau

FORMULAIRE = "formulaire_lieu"
SUITE = "action_suite_offre"
A_CHOISIR = "offre_a_choisir"  # the light question a list leaves open
PRESENTEE = "offre_presentee"  # that of one sheet: « pour y aller, répondez INSCRIVEZ-MOI »
RIEN = "offre_introuvable"  # the light question when there is nothing: shall the référent be told?
INTERESSE, RETIRE = "interet_dit", "interet_retire"  # the référent was told of one; was told no
CONTRAT = "offres_du_contrat"  # slot: the entry of the référentiel we said has offers
APRES_DES_OFFRES = (A_CHOISIR, PRESENTEE, RIEN, INTERESSE, RETIRE)
_DECU = re.compile(
    r"\b(?:(?<!ai )(?<!g )rien(?! a voir)|aucune?|toujours|deja (?:vu|dit|envoye)|les? memes?|pareil)\b"
)
_DES_GENS = ("gens", "cours", "cour", "personnes", "monde", "vrai", "vraie", "groupe")
COMME_ON_VEUT = {Voeu.GRATUIT, Voeu.MOINS_CHER, Voeu.EN_LIGNE, Voeu.SUR_PLACE}  # the same may be so
BREF = 5  # words: so short, a place is the answer to "where", whatever the label


class ActionChercherOffre(ActionDossier):
    nom = "action_chercher_offre"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        if mot_seul(texte_du(tracker)) == self.nom and (quoi := _du_contrat(tracker, ouvert)):
            return montrer(dispatcher, chercher_et_tendre_la_main(ouvert, pour_une_action(ouvert, quoi)))
        avant = en_cours(tracker, ouvert)
        if avant and (ne_dit_que_plus_pres(texte_du(tracker)) or _precise(avant, texte_du(tracker))):
            return [FollowupAction(SUITE)]
        if avant and objecte_a(tracker, ouvert, avant):
            return [SlotSet("question", tracker.get_slot("question")), FollowupAction(SUITE)]
        return chercher_ce_qui_est_dit(dispatcher, tracker, ouvert)


class ValiderFormulaireLieu(Formulaire):
    nom = FORMULAIRE
    rien_n_est_en_jeu = True

    def extract_offre_lieu(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Dans quelle commune cherchez-vous ? »"""
        reponse, recherche = texte_du(tracker), en_cours(tracker, ouvert)
        if recherche is None or (intent_du(tracker) not in REPONSES and len(reponse.split()) > BREF):
            return None
        if lieu := lire_lieux(reponse).voulu or _au_dernier_mot(reponse):
            la = replace(recherche, lieu=lieu, lieu_dit_au=ouvert.tour, partout=False)
            return _conclure(montrer(dispatcher, chercher_et_tendre_la_main(ouvert, la)))
        if dit_partout(reponse) or lire_suite(reponse).voeux:
            return _conclure(montrer(dispatcher, _avec_les_voeux(ouvert, partout(recherche), reponse)))
        return self.abandonner(dispatcher, tracker, ouvert) if dit_non(reponse) else None

    def renonce(self, mots: str) -> bool:
        """« mais je cherche rien, pourquoi une commune »"""
        return super().renonce(mots) or ne_cherche_rien(mots)

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, Reponse("offres_abandon"))
        return fermer()

    def passe_a_autre_chose(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
        """« j'ai peur qu'ils coupent l'argent » looks for no place."""
        return any((m["response"] or "").startswith("utter_droits_") for m in dispatcher.messages)


def _au_dernier_mot(reponse: str) -> Lieu | None:
    """« je t'ai dit lespare », when a place is what we asked for."""
    mots = plier(reponse).split()
    assez_long = mots and len(mots) <= BREF and len(mots[-1]) >= BREF
    return trouver_lieu(f"a {mots[-1]}") if assez_long else None


def chercher_ce_qui_est_dit(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType]:
    """Right after a list, another need is for the same place; so is one of a person we know no home of."""
    mots, avant = texte_du(tracker), en_cours(tracker, ouvert)
    suit_une_liste = avant is not None and tracker.get_slot("question") in APRES_DES_OFFRES
    recherche = nouvelle(ouvert, mots, en_suite=suit_une_liste and objecte(mots))
    if recherche.en_suite:
        recherche = recherche.sans(offres_refusees(mots, montrees_a(tracker, ouvert)))
    refuse = avant is not None and lire_lieux(mots).refusent(avant.lieu)
    garde = recherche.lieu_dit_au is None and (recherche.lieu is None or suit_une_liste)
    if avant and garde and not refuse:
        recherche = replace(recherche, lieu=avant.lieu, lieu_dit_au=avant.lieu_dit_au, partout=avant.partout)
    proposee = _avec_les_voeux(
        ouvert, replace(recherche, vues_plus_pres=vues_pres(tracker, ouvert, recherche))
    )
    if encore_les_memes(tracker, proposee, avant):
        jour = ouvert.maintenant.date()
        decu = _DECU.search(plier(mots)) is not None
        vide = rien_du_tout(recherche) if decu else rien_d_autre(recherche)
        proposee = avec_une_main_tendue(vide, ouvert.allocataire, jour)
    return montrer(dispatcher, proposee)


def objecte_a(tracker: Tracker, ouvert: Dossier, avant: Recherche) -> bool:
    """Right after offers, « 18 km c trop loin », « j'ai pas internet »: of them, whatever it names."""
    mots = texte_du(tracker)
    suit = tracker.get_slot("question") in APRES_DES_OFFRES
    return suit and objecte(mots) and not veut_autre_chose(tracker, ouvert, avant)


def veut_autre_chose(tracker: Tracker, ouvert: Dossier, avant: Recherche) -> bool:
    """Than what was looked for; or than what was shown, when the search named several needs."""
    mots = texte_du(tracker)
    return demande_un_autre_besoin(mots, avant.besoin) or parle_d_autre_chose(
        mots, montrees_a(tracker, ouvert)
    )


def _precise(avant: Recherche, mots: str) -> bool:
    """« un cours avec des gens, pas sur internet »: nothing that the search before did not say."""
    suite = lire_suite(mots)
    dits = {*plier(avant.besoin).split(), *_DES_GENS}
    return Voeu.SUR_PLACE in suite.voeux and set(suite.reste.split()) <= dits


def encore_les_memes(tracker: Tracker, proposee: Proposition, avant: Recherche | None) -> bool:
    """« a bdx ya rien du tout alors »: what was just shown is not sent again, unless it is asked for."""
    mots, vues = texte_du(tracker), set(tracker.get_slot("offres_montrees") or [])
    if not proposee.offres or not set(proposee.offres) <= vues:
        return False
    if _DECU.search(plier(mots)):
        return True
    lieu = proposee.recherche.lieu
    ailleurs = avant is None or (lieu is not None and lieu != avant.lieu and len(vues) > 1)
    if ailleurs or set(proposee.offres) != vues or lire_suite(mots).voeux & COMME_ON_VEUT:
        return False
    return objecte(mots) or not redemande(mots, avant.besoin if avant else "")


def proposition(ouvert: Dossier, besoin: str) -> Proposition:
    return chercher_et_tendre_la_main(ouvert, nouvelle(ouvert, besoin))


def chercher_et_tendre_la_main(ouvert: Dossier, recherche: Recherche) -> Proposition:
    proposee = proposer(ouvert.session, recherche, ouvert.maintenant)
    return avec_une_main_tendue(proposee, ouvert.allocataire, ouvert.maintenant.date())


def montrer(dispatcher: CollectingDispatcher, trouvees: Proposition) -> list[EventType]:
    """Shows what was found, or asks. A list of numbers takes the place of any form; a question does not."""
    dire(dispatcher, trouvees.reponse)
    if trouvees.ensuite:
        dire(dispatcher, trouvees.ensuite)
    garde = trouvees.recherche.en_slot()
    if trouvees.manque is Manque.LIEU:
        return ouvrir(FORMULAIRE, "offre_lieu", **{RECHERCHE: garde})
    if trouvees.manque is Manque.BESOIN:
        return [SlotSet("question", BESOIN)]
    if trouvees.manque is Manque.OFFRE:
        poses: dict[str, Any] = {
            "offres_montrees": [],
            "offre_choisie": None,
            RECHERCHE: garde,
            "question": RIEN,
        }
        return [SlotSet(nom, valeur) for nom, valeur in poses.items()]
    ids = list(trouvees.offres)
    return fermer(
        offres_montrees=ids,
        offres_distances=list(trouvees.distances),
        offre_choisie=ids[0] if len(ids) == 1 else None,
        question=PRESENTEE if len(ids) == 1 else A_CHOISIR,
        **{RECHERCHE: garde},
    )


def _conclure(events: list[EventType]) -> list[EventType]:
    """The place was given: the form ends, whatever was found."""
    return events if any(event["event"] == "active_loop" for event in events) else [*fermer(), *events]


def _du_contrat(tracker: Tracker, ouvert: Dossier) -> str | None:
    """OFFRES: those we spoke of, else those for an action of a checked person's contract."""
    if annoncee := tracker.get_slot(CONTRAT):
        return str(annoncee)
    if ouvert.identite.niveau is not Niveau.VERIFIE or ouvert.allocataire is None:
        return None
    trouvees = offres_du_contrat(ouvert.session, ouvert.allocataire, ouvert.maintenant, pousse=False)
    return trouvees.entree.id if trouvees else None


def _avec_les_voeux(ouvert: Dossier, recherche: Recherche, mots: str | None = None) -> Proposition:
    """« un cours gratuit en ligne »: as wished, else what there is."""
    voeux = lire_suite(mots or recherche.besoin).voeux
    voulue = recherche.avec(
        gratuit=Voeu.GRATUIT in voeux,
        en_ligne=Voeu.EN_LIGNE in voeux and Voeu.SUR_PLACE not in voeux,
        sur_place=Voeu.SUR_PLACE in voeux,
    )
    trouvees = chercher_et_tendre_la_main(ouvert, voulue)
    if trouvees.manque is not Manque.OFFRE or voulue.filtres == recherche.filtres:
        return trouvees
    return chercher_et_tendre_la_main(ouvert, recherche)
