"""Knowing more about an offer just shown."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.offres import A_CHOISIR, chercher_et_tendre_la_main, montrees_a, montrer
from actions.recherche import nouvelle
from assistant.content.reponse import Reponse
from assistant.offres.besoins import besoins_de
from assistant.offres.choix import offre_designee, offre_nommee
from assistant.offres.detail import detail, detail_de_chacune, sans_reponse
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
        choisie = tracker.get_slot("offre_choisie")
        if offre := offre_designee(montrees, mots, choisie):
            if offre.id == choisie and not _veut_la_fiche(offre, mots):
                dire(dispatcher, sans_reponse(offre, ouvert.maintenant.date()))
                return [SlotSet("question", A_CHOISIR)]
            return detailler(dispatcher, ouvert, offre, mots)
        if montrees:
            de_chacune = detail_de_chacune(montrees, mots, ouvert.maintenant.date())
            dire(dispatcher, de_chacune or Reponse("offre_laquelle"))
            return [SlotSet("question", A_CHOISIR)]
        if besoins_de(mots):
            return montrer(dispatcher, chercher_et_tendre_la_main(ouvert, nouvelle(ouvert, mots)))
        dire(dispatcher, Reponse("offre_aucune_montree"))
        return []


def _veut_la_fiche(offre: Offre, mots: str) -> bool:
    """What the notice answers, or all of it; it was read once already."""
    plies = plier(mots)
    return (
        sujet_de(plies) is not None
        or offre_nommee([offre], mots) is not None
        or _LA_FICHE.search(plies) is not None
    )


def detailler(
    dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre, question: str
) -> list[EventType]:
    dire(dispatcher, detail(offre, question, ouvert.maintenant.date()))
    return [SlotSet("offre_choisie", offre.id), SlotSet("question", A_CHOISIR)]
