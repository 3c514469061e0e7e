"""Knowing more about an offer just shown."""

import re
from collections.abc import Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.inscription import A_REJOINDRE
from actions.offres import A_CHOISIR, PRESENTEE, chercher_et_tendre_la_main, montrer
from actions.offres_montrees import distances, evoquee, la_derniere, montrees_a
from actions.offres_quittees import sur_autre_chose
from actions.recherche import nouvelle
from assistant.content.reponse import Reponse
from assistant.offres.besoins import besoins_de
from assistant.offres.choix import ce_rang_n_existe_pas, offre_au_rang, offre_designee, offre_nommee
from assistant.offres.comparaison import compare, comparer
from assistant.offres.detail import detail, detail_de_chacune, pour_un_inconnu, sans_reponse
from assistant.offres.fiche import interroge_la_fiche
from assistant.offres.mots import plier
from assistant.offres.sujets import sujet_de
from assistant.offres.tables import Offre

_LA_FICHE = re.compile(
    r"\b(?:plus|infos?|informations?|details?|renseignements?|savoir|explique\w*|quoi|koi|presente\w*)\b"
)


class ActionDetailOffre(ActionDossier):
    nom = "action_detail_offre"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        mots, montrees = texte_du(tracker), montrees_a(tracker, ouvert)
        if (ailleurs := sur_autre_chose(dispatcher, tracker, ouvert)) is not None:
            return ailleurs
        if hors_liste := ce_rang_n_existe_pas(montrees, mots):
            dire(dispatcher, hors_liste)
            return [SlotSet("question", A_CHOISIR)]
        if len(montrees) > 1 and compare(mots):
            situees = list(zip(montrees, distances(tracker, montrees), strict=True))
            dire(dispatcher, comparer(situees, mots, ouvert.maintenant.date()))
            return [SlotSet("question", A_CHOISIR)]
        if choisie := offre_au_rang(montrees, mots):
            return detailler(dispatcher, ouvert, choisie, mots)
        derniere = la_derniere(tracker, ouvert)
        if offre := evoquee(tracker, ouvert) or offre_designee(montrees, mots, derniere):
            return _detailler_ou_dire_inconnu(dispatcher, ouvert, offre, derniere, mots)
        if montrees:
            return _detailler_chacune(dispatcher, ouvert, montrees, mots)
        if besoins_de(mots):
            return montrer(dispatcher, chercher_et_tendre_la_main(ouvert, nouvelle(ouvert, mots)))
        dire(dispatcher, Reponse("offre_aucune_montree"))
        return []


def _veut_la_fiche(offre: Offre, mots: str) -> bool:
    """What the notice answers, or all of it; it was read once already."""
    plies = plier(mots)
    return (
        sujet_de(plies) is not None
        or interroge_la_fiche(mots)
        or offre_nommee([offre], mots) is not None
        or _LA_FICHE.search(plies) is not None
    )


def detailler(
    dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre, question: str
) -> list[EventType]:
    reponse = detail(offre, question, ouvert.maintenant.date())
    dire(dispatcher, reponse if ouvert.allocataire else pour_un_inconnu(reponse))
    en_suspens = PRESENTEE if reponse.cle == "offre_presentation" else A_CHOISIR
    return [SlotSet("offre_choisie", offre.id), SlotSet("question", en_suspens)]


def _detailler_ou_dire_inconnu(
    dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre, derniere: Offre | None, mots: str
) -> list[EventType]:
    if derniere and offre.id == derniere.id and not _veut_la_fiche(offre, mots):
        dire(dispatcher, sans_reponse(offre, ouvert.maintenant.date()))
        return [SlotSet("question", A_CHOISIR)]
    return detailler(dispatcher, ouvert, offre, mots)


def _detailler_chacune(
    dispatcher: CollectingDispatcher, ouvert: Dossier, montrees: Sequence[Offre], mots: str
) -> list[EventType]:
    """A line each."""
    if sujet_de(plier(mots)) == "inscription":
        dire(dispatcher, Reponse("inscription_laquelle"))
        return [SlotSet("question", A_REJOINDRE)]
    reponse = detail_de_chacune(montrees, mots, ouvert.maintenant.date()) or Reponse("offre_laquelle")
    dire(dispatcher, reponse)
    return [SlotSet("question", A_CHOISIR)]
