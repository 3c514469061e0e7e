"""After a list of offers: « plus », « moins loin », « gratuit », « et a libourne ? »."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.offres import (
    RIEN,
    SUITE,
    chercher_ce_qui_est_dit,
    encore_les_memes,
    montrer,
    objecte_a,
    veut_autre_chose,
)
from actions.offres_detail import detailler
from actions.offres_montrees import distances, la_derniere, montrees_a
from actions.recherche import domicile, en_cours
from assistant.offres.besoins import besoins_de
from assistant.offres.choix import offre_designee, offre_nommee, offres_montrees
from assistant.offres.demande_en_cours import Recherche
from assistant.offres.distances import distance_km
from assistant.offres.lieux import trouver_lieu
from assistant.offres.moments import a_lieu, moment_refuse
from assistant.offres.proposition import (
    Manque,
    Proposition,
    avec_une_main_tendue,
    proposer,
    rien_d_autre,
    rien_du_tout,
    trouver,
)
from assistant.offres.rejet import objecte, offres_refusees, parle_d_autre_chose
from assistant.offres.suite import Montrees, ce_qui_manque, suivre
from assistant.offres.suite_lue import (
    SuiteLue,
    Voeu,
    lire_suite,
    passe_a_autre_chose,
)
from assistant.offres.tables import Offre

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
        if avant is None or _cherche_autre_chose(tracker, ouvert, suite, avant):
            return chercher_ce_qui_est_dit(dispatcher, tracker, ouvert)
        return _poursuivre(dispatcher, tracker, ouvert, avant)


def _cherche_autre_chose(tracker: Tracker, ouvert: Dossier, suite: SuiteLue, avant: Recherche) -> bool:
    if objecte_a(tracker, ouvert, avant) or tombent_mal(tracker, ouvert):
        return False
    mots = texte_du(tracker)
    return bool(besoins_de(suite.reste)) or (objecte(mots) and veut_autre_chose(tracker, ouvert, avant))


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
    if offres_refusees(mots, montrees_a(tracker, ouvert)):
        return None
    nommee = offre_nommee(montrees_a(tracker, ouvert), mots)
    return None if nommee and parle_d_autre_chose(mots, [nommee]) else nommee


def _poursuivre(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, avant: Recherche
) -> list[EventType]:
    mots, vues = texte_du(tracker), _vues(tracker, ouvert)
    suivie = suivre(avant, mots, vues, domicile(ouvert), ouvert.tour)
    trouvees = proposer(ouvert.session, suivie, ouvert.maintenant)
    if trouvees.manque is Manque.OFFRE:
        connues = _connues(ouvert, avant, vues)
        return _rien_de_plus(dispatcher, ouvert, ce_qui_manque(suivie, avant, mots, connues))
    if encore_les_memes(tracker, trouvees, avant):
        vide = rien_d_autre(suivie) if objecte(mots) else rien_du_tout(suivie)
        return _rien_de_plus(dispatcher, ouvert, vide)
    return montrer(dispatcher, avec_une_main_tendue(trouvees, ouvert.allocataire, ouvert.maintenant.date()))


def _connues(ouvert: Dossier, avant: Recherche, vues: Montrees) -> Montrees:
    """All that was shown for this need, and what the search finds: « le plus près » is true over them."""
    if avant.lieu is None:
        return vues
    trouvees = trouver(ouvert.session, avant.avec(rayon_km=None, sauf=frozenset()), ouvert.maintenant)
    ids = [*vues.ids, *avant.filtres.sauf, *(trouvee.offre.id for trouvee in trouvees)]
    sur_place = [offre for offre in offres_montrees(ouvert.session, ids) if not offre.a_distance]
    situees = [(offre, distance_km(avant.lieu, offre.latitude, offre.longitude)) for offre in sur_place]
    return Montrees(tuple(situees), vues.choisie)


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


def tombent_mal(tracker: Tracker, ouvert: Dossier) -> bool:
    """Whether one of the list takes place when the person says that they cannot come."""
    moment = moment_refuse(texte_du(tracker))
    return moment is not None and any(a_lieu(offre, moment) for offre in montrees_a(tracker, ouvert))
