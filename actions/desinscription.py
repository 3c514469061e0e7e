"""Wanting out: which one, one yes or no, the place goes to the next."""

import re
from collections.abc import Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import ActionDossier
from actions.demande import mots_retenus, retenir
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import REPONSES, Formulaire, fermer, ouvrir, peut_repondre, rester
from actions.inscription import demandeur
from actions.interets import interet_vise, retirer
from actions.offres import INTERESSE
from actions.offres_montrees import deja_montrees, evoquee, la_derniere, montrees_a
from actions.offres_quittees import et_le_rendez_vous
from actions.puis_le_reste import PREVENIR
from actions.reprise import REPRISES, verifier_avant
from assistant.content.reponse import Reponse
from assistant.conversation.accord import fait_une_reserve
from assistant.conversation.reponses_courtes import dit_non, dit_oui
from assistant.offres.choix import offre_au_rang, offre_dite, offre_nommee
from assistant.offres.demandes import desinscription_demandee
from assistant.offres.inscriptions.depart import inscriptions_a_venir, quelle_annuler, quitter
from assistant.offres.inscriptions.mots import mots
from assistant.offres.inscriptions.siennes import rien_ne_fut_demande
from assistant.offres.inscriptions.tables import Inscription
from assistant.offres.mots import plier
from assistant.offres.tables import Offre
from assistant.parcours.agenda.intentions import refuse_d_annuler
from assistant.parcours.contrat_dit import qui_suit

DEMANDE = "desinscrire_offre"
FORMULAIRE = "formulaire_desinscription"
_ANNULE = re.compile(r"\b(?:ann?ul\w*|desinscri\w*)\b")
_QUITTE = re.compile(
    r"\b(?:ann?ul\w*|desinscri\w*|(?:en?lev|retir|ray|effac|sort)\w* (?:moi|mon|m)\b"
    r"|m ?(?:enlev|retir|desinscri|effac)\w*|quit\w*|arr?et\w*|abandon\w*|ren+onc\w*|ma place"
    r"|(?:vien\w*|vais|vai|fai[st]?|ferai|irai|continu\w*|particip\w*|peu[xt]?|veu[xt]?) (?:plus?|pas?)\b"
    r"(?! (?:\w+ )?chang))"
)
A_LIRE = REPONSES | {DEMANDE, "annuler_rdv"}


class ActionDesinscrireOffre(ActionDossier):
    nom = "action_desinscrire_offre"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        """Without a place of ours: the référent is told, as for every offer that Jalon does not count."""
        if refuse_d_annuler(texte_du(tracker)):
            dire(dispatcher, Reponse("desinscription_gardee"))
            return []
        siennes = _siennes(ouvert)
        if interet := _interet(tracker, ouvert, siennes):
            return [*retirer(dispatcher, ouvert, interet), *et_le_rendez_vous(texte_du(tracker))]
        nommee = _nommee(tracker, ouvert, siennes, texte_du(tracker))
        ailleurs = nommee is not None and nommee.id not in {i.offre_id for i in siennes}
        if not siennes and nommee is None and (doute := _doute(tracker, ouvert)):
            return _offrir_de_prevenir(dispatcher, ouvert, doute)
        if not siennes or ailleurs:
            qui, quand = ouvert.allocataire, ouvert.maintenant
            conversation, cause = ouvert.conversation_id, ouvert.cause
            dire(dispatcher, desinscription_demandee(ouvert.session, nommee, qui, conversation, cause, quand))
            return []
        a_verifier = verifier_avant(DEMANDE, dispatcher, ouvert)
        if a_verifier is None:
            return _demander(dispatcher, tracker, ouvert, texte_du(tracker))
        return [retenir("desinscription_tour", ouvert), *a_verifier]


class ValiderFormulaireDesinscription(Formulaire):
    nom = FORMULAIRE

    def extract_desinscription_visee(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Laquelle annuler ? »"""
        if not peut_repondre(tracker, A_LIRE):
            return None
        offre = offre_nommee([i.offre for i in _siennes(ouvert)], texte_du(tracker))
        if offre is None:
            non = dit_non(texte_du(tracker))
            return self.abandonner(dispatcher, tracker, ouvert) if non else None
        (visee,) = (i for i in _siennes(ouvert) if i.offre_id == offre.id)
        _demander_accord(dispatcher, ouvert, offre)
        return rester("desinscription_accord", desinscription_visee=visee.id)

    def extract_desinscription_accord(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType] | None:
        """« Vous ne venez plus ? »"""
        intent, dits = intent_du(tracker), texte_du(tracker)
        if not peut_repondre(tracker, A_LIRE):
            return None
        if intent == "nier" or dit_non(dits) or refuse_d_annuler(dits):
            return self.abandonner(dispatcher, tracker, ouvert)
        if not fait_une_reserve(dits) and (intent in ("affirmer", DEMANDE, "annuler_rdv") or dit_oui(dits)):
            return _quitter(dispatcher, tracker, ouvert)
        return None

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        dire(dispatcher, Reponse("desinscription_gardee"))
        return fermer()


def _siennes(ouvert: Dossier) -> Sequence[Inscription]:
    qui = ouvert.allocataire
    return inscriptions_a_venir(ouvert.session, qui, ouvert.maintenant) if qui else []


def _interet(tracker: Tracker, ouvert: Dossier, siennes: Sequence[Inscription]) -> Offre | None:
    """What was told to the référent, unless a place of theirs is named, or may be meant."""
    leurs = [inscription.offre for inscription in siennes]
    vise = None if offre_dite(leurs, texte_du(tracker)) else interet_vise(tracker, ouvert)
    juste_dit = tracker.get_slot("question") == INTERESSE
    nomme = vise is not None and offre_dite([vise], texte_du(tracker)) is not None
    return vise if not leurs or juste_dit or nomme else None


def _doute(tracker: Tracker, ouvert: Dossier) -> str | None:
    """« annulez le cours » by who asked for none, « je garde claire »; not « je viens plus au cours », which
    may be of one joined elsewhere.
    """
    if (qui := ouvert.allocataire) is None:
        return None
    mots, aucune = plier(texte_du(tracker)), rien_ne_fut_demande(ouvert.session, qui)
    quitte = _QUITTE.search(mots) is not None
    if quitte and not (aucune and _ANNULE.search(mots)):
        return None
    return "desinscription_aucune" if aucune else "desinscription_doute"


def _offrir_de_prevenir(dispatcher: CollectingDispatcher, ouvert: Dossier, cle: str) -> list[EventType]:
    """Nothing is theirs here, or nothing says that they leave it: one yes, before anybody is told."""
    assert ouvert.allocataire is not None
    dire(dispatcher, Reponse(cle, {"referent": qui_suit(ouvert.allocataire, ouvert.maintenant.date())}))
    return [SlotSet("question", PREVENIR)]


def _nommee(tracker: Tracker, ouvert: Dossier, siennes: Sequence[Inscription], dits: str) -> Offre | None:
    """One of theirs first, then of those shown."""
    montrees, leurs = montrees_a(tracker, ouvert), [inscription.offre for inscription in siennes]
    return (
        offre_dite(leurs, dits)
        or offre_au_rang(montrees, dits)
        or evoquee(tracker, ouvert)
        or offre_dite(montrees, dits)
        or offre_dite(deja_montrees(tracker, ouvert), dits)
        or (None if ouvert.allocataire else la_derniere(tracker, ouvert))
    )


def _demander(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, dits: str
) -> list[EventType]:
    siennes = _siennes(ouvert)
    nommee = _nommee(tracker, ouvert, siennes, dits)
    visees = [i for i in siennes if nommee and i.offre_id == nommee.id] or siennes
    if len(visees) == 1:
        _demander_accord(dispatcher, ouvert, visees[0].offre)
        return ouvrir(FORMULAIRE, "desinscription_accord", desinscription_visee=visees[0].id)
    dire(dispatcher, quelle_annuler(siennes))
    return ouvrir(FORMULAIRE, "desinscription_visee", desinscription_visee=None)


def _demander_accord(dispatcher: CollectingDispatcher, ouvert: Dossier, offre: Offre) -> None:
    dire(dispatcher, Reponse("desinscription_accord", mots(offre, ouvert.maintenant)))


def _quitter(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    """The check may have run out while the question waited."""
    a_verifier = verifier_avant(DEMANDE, dispatcher, ouvert)
    if a_verifier is not None:
        return a_verifier or fermer()
    visee = next((i for i in _siennes(ouvert) if i.id == tracker.get_slot("desinscription_visee")), None)
    if visee is None:
        dire(dispatcher, Reponse("desinscription_gardee"))
        return fermer(desinscription_visee=None)
    dire(dispatcher, quitter(ouvert.session, visee, demandeur(ouvert)))
    return fermer(desinscription_visee=None)


def _reprendre(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    if not _siennes(ouvert):
        dire(dispatcher, Reponse("desinscription_gardee"))
        return []
    return _demander(dispatcher, tracker, ouvert, mots_retenus("desinscription_tour", tracker, ouvert))


REPRISES[DEMANDE] = _reprendre
