"""What a person says they did: noted at once when it is clear, else one question."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.demande import mots_retenus, retenir
from actions.detours import DETOURS, EVOCATIONS_PARTOUT, PLUS_TARD
from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, intent_du, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, ouvrir
from actions.reprise import REPRISES, verifier_avant
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.rangs import rang_dit, rang_en_tete
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.mots import plier
from assistant.parcours.actions_contrat import AU_PLUS
from assistant.parcours.declarations import (
    action_faite,
    corriger,
    declarer,
    declarer_hors_contrat,
    dit_aucune,
    est_une_correction,
    preciser_action,
    preciser_heures,
    se_dit_fait,
    se_reprend,
)
from assistant.parcours.declarations_notees import Declaration, Manque, Suite
from assistant.parcours.declarations_reprises import action_reprise, reprendre_fini
from assistant.parcours.durees import (
    minutes_corrigees,
    minutes_dites,
    minutes_plausibles,
    minutes_repondues,
)
from assistant.privacy.identite import Niveau

INTENT = "declarer_action"
FORMULAIRE = "formulaire_declaration"
ACTIONS = "actions_listees"  # the light question a list of actions leaves open: « le 2 c'est fait »
NOTEES, A_CORRIGER = "heures_notees", "heures_a_corriger"  # the light questions hours leave open
_FAIT = re.compile(r"\b(?:faite?s?|fini\w*|termine\w*|valide\w*)\b")
_CONDUIRE = re.compile(r"\b(?:route|permis|voiture|conduite|auto ?ecole)\b")
# What the engine takes « le code, je l'ai eu » for.
PRIS_POUR_AUTRE_CHOSE = NON_COMPRIS | {
    *("activer_espace", "demander_document", "detail_offre", "inscrire_offre", "desinscrire_offre"),
    *("donner_information", "affirmer", "nier", "mecontent", "repeter", "remercier", "question_droits"),
}
# What it takes « le code c'est pas fini, corrigez » for.
PRIS_POUR_UNE_AUTRE = PRIS_POUR_AUTRE_CHOSE | {
    *("consulter_actions", "consulter_cer", "modifier_cer", "expliquer_cer", "question_recours"),
    *("mauvais_numero", "question_sanction", "desinscrire_offre"),
}
BREF = 5  # words: so short, an answer in the words of the list is an answer whatever its label


class ActionDeclarerAction(ActionDossier):
    nom = "action_declarer_action"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        attente = verifier_avant(INTENT, dispatcher, ouvert)
        if attente is not None:
            return [retenir("demande_tour", ouvert), *attente]
        mots = texte_du(tracker)
        if (reprise := reprendre_fini(ouvert.session, _dite(ouvert, mots))) is not None:
            return [retenir("demande_tour", ouvert), *_suivre(dispatcher, reprise)]
        vient_de_noter = tracker.get_slot("question") in (NOTEES, A_CORRIGER)
        if (vient_de_noter and est_une_correction(mots)) or (tracker.get_slot(NOTEES) and se_reprend(mots)):
            corrigees = _corriger(dispatcher, tracker, ouvert)
            if corrigees is not None:
                return corrigees
        dite = _dite(ouvert, mots)
        sans_heures = tracker.get_slot("question") == ACTIONS and minutes_dites(mots) is None
        listee = sans_heures and preciser_action(ouvert.session, dite, mots)
        return [
            retenir("demande_tour", ouvert),
            *_suivre(dispatcher, listee or declarer(ouvert.session, dite)),
        ]


class ValiderFormulaireDeclaration(Formulaire):
    nom = FORMULAIRE

    def extract_declaration_action(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« De quelle action parlez-vous ? »"""
        reponse = texte_du(tracker)
        if intent_du(tracker) not in REPONSES | {INTENT} and len(reponse.split()) > BREF:
            return None
        if (attente := verifier_avant(INTENT, dispatcher, ouvert)) is not None:
            return attente
        dite = _dite(ouvert, mots_retenus("demande_tour", tracker, ouvert))
        suite = preciser_action(ouvert.session, dite, reponse)
        if suite is None and dit_aucune(reponse):
            suite = declarer_hors_contrat(ouvert.session, dite)
        return _suivre(dispatcher, suite) if suite else None

    def extract_declaration_minutes(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Combien d'heures ? »"""
        reponse = texte_du(tracker)
        reprend = action_reprise(ouvert.session, _dite(ouvert, reponse)) is not None
        if intent_du(tracker) not in REPONSES | {INTENT} and not reprend:
            return None
        if (attente := verifier_avant(INTENT, dispatcher, ouvert)) is not None:
            return attente
        if (reprise := reprendre_fini(ouvert.session, _dite(ouvert, reponse))) is not None:
            return _suivre(dispatcher, reprise)
        if minutes := minutes_plausibles(minutes_repondues(reponse)):
            dite = _dite(ouvert, f"{mots_retenus('demande_tour', tracker, ouvert)} {reponse}")
            action_id = tracker.get_slot("declaration_action")
            return _suivre(dispatcher, preciser_heures(ouvert.session, dite, minutes, action_id))
        return self.abandonner(dispatcher, tracker, ouvert) if dit_non(reponse) else None

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        heures = tracker.get_slot("requested_slot") == "declaration_minutes"
        dire(dispatcher, Reponse("declaration_sans_heures" if heures else "declaration_abandonnee"))
        return fermer()


def _dite(ouvert: Dossier, mots: str) -> Declaration:
    assert ouvert.allocataire is not None
    return Declaration(ouvert.allocataire, mots, ouvert.conversation_id, ouvert.cause, ouvert.maintenant)


def _suivre(dispatcher: CollectingDispatcher, suite: Suite) -> list[EventType]:
    dire(dispatcher, suite.reponse)
    if suite.manque is Manque.ACTION:
        return ouvrir(FORMULAIRE, "declaration_action", declaration_action=None)
    if suite.manque is Manque.HEURES:
        return ouvrir(FORMULAIRE, "declaration_minutes", declaration_action=suite.action_id)
    if suite.manque is Manque.TOTAL:
        return fermer(question=A_CORRIGER, heures_notees=suite.heures_id)
    if suite.heures_id:
        return fermer(question=NOTEES, heures_notees=suite.heures_id)
    return fermer()


def _corriger(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« non 3h », or « non » alone, after hours were noted."""
    if ouvert.identite.niveau is not Niveau.VERIFIE:
        return None
    reponse = texte_du(tracker)
    minutes = minutes_plausibles(minutes_corrigees(reponse))
    demandee = tracker.get_slot("question") == A_CORRIGER
    if minutes and (demandee or est_une_correction(reponse) or se_reprend(reponse)):
        heures_id = int(tracker.get_slot(NOTEES) or 0)
        dite = _dite(ouvert, reponse)
        return _suivre(dispatcher, corriger(ouvert.session, dite, heures_id, minutes, demandee=demandee))
    if dit_non(reponse):
        dire(dispatcher, Reponse("declaration_que_corriger"))
        return [SlotSet("question", A_CORRIGER)]
    return None


def _reprendre(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    return _suivre(
        dispatcher, declarer(ouvert.session, _dite(ouvert, mots_retenus("demande_tour", tracker, ouvert)))
    )


def _detour(intent: str, mots: str) -> str | None:
    """« je me suis trompé c'est 1h » after hours were noted, when its label is lost."""
    perdu = intent in NON_COMPRIS | {"mecontent", "repeter"}
    dit_combien = minutes_plausibles(minutes_repondues(mots)) is not None
    corrige = (est_une_correction(mots) and (perdu or dit_combien)) or se_reprend(mots)
    return "action_declarer_action" if corrige else None


def _apres_la_liste(intent: str, mots: str) -> str | None:
    """« le premier c'est fait », whatever the engine heard."""
    perdu = intent in NON_COMPRIS | {"choisir", "donner_information", "affirmer", "detail_offre"}
    rangs = rang_dit(mots, AU_PLUS), rang_en_tete(mots, AU_PLUS)
    dite_faite = _FAIT.search(mots) and rangs != (None, None)
    return "action_declarer_action" if perdu and dite_faite else None


def _detour_plus_tard(intent: str, mots: str) -> str | None:
    """« c'était 4h pas 6 » once we spoke of something else."""
    perdu = intent in NON_COMPRIS | {"mecontent", "repeter", "modifier_cer", "donner_information"}
    return "action_declarer_action" if perdu and se_reprend(mots) else None


def _une_des_siennes(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« et le code eu !!! »: done, and a word of one of their own open actions; no password then."""
    mots, qui = texte_du(tracker), ouvert.allocataire
    if qui is None or intent_du(tracker) not in PRIS_POUR_UNE_AUTRE:
        return None
    if action_reprise(ouvert.session, _dite(ouvert, mots)):
        return f"action_{INTENT}"
    fait = intent_du(tracker) in PRIS_POUR_AUTRE_CHOSE and se_dit_fait(mots)
    conduire = intent_du(tracker) == "activer_espace" and _CONDUIRE.search(plier(mots))  # no password
    if not (fait or conduire) or not action_faite(ouvert.session, qui, mots, ouvert.maintenant):
        return None
    return f"action_{INTENT}" if fait else "action_consulter_actions"


EVOCATIONS_PARTOUT.append(_une_des_siennes)
REPRISES[INTENT] = _reprendre
DETOURS[ACTIONS] = _apres_la_liste
DETOURS[NOTEES] = DETOURS[A_CORRIGER] = _detour
PLUS_TARD.append((NOTEES, _detour_plus_tard))
SUITES[NOTEES] = SUITES[A_CORRIGER] = _corriger
