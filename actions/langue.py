"""Whoever writes in another language learns in it, once, how to reach a person: our answers are in French."""

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from assistant.content.catalogue import catalogue
from assistant.content.rendering import render
from assistant.content.reperes import reperes
from assistant.content.reponse import Reponse
from assistant.conversation.demandes_etrangeres import demande_une_personne
from assistant.conversation.garde.danger_en_sa_langue import cite_un_numero, danger_recent, numero_en
from assistant.conversation.langue_du_fil import langue_sure
from assistant.conversation.langues import langue_ecrite
from assistant.conversation.numeros_expliques import est_une_explication
from assistant.conversation.redites import dites_recemment
from assistant.handoff.coordonnees import qui_appeler

_DU_DANGER = ("danger_langue_", "abri_langue_")
_LANGUE, _APPEL, _INCONNU = "langue_", "_appel", "_inconnu"


def ajouter_sa_langue(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> None:
    """After an answer in French to « Bom dia, tenho uma reunião »; not twice in one conversation."""
    if not dispatcher.messages or any(map(est_une_explication, _cles(dispatcher))):
        return
    mots = texte_du(tracker)
    langue = langue_sure(mots)
    _redire_le_numero(dispatcher, tracker, ouvert, langue)
    if langue and not _est_dite(dispatcher) and _deja_dite(ouvert) is None:
        dire(dispatcher, je_n_ecris_qu_en_francais(langue, ouvert))


def je_n_ecris_qu_en_francais(langue: str, ouvert: Dossier) -> Reponse:
    """And how to reach a person: a number that nobody has is given the one to call."""
    return Reponse(f"{_LANGUE}{langue}{'' if ouvert.allocataire else _INCONNU}")


def est_deja_dite(ouvert: Dossier) -> bool:
    return _deja_dite(ouvert) is not None


def _redire_le_numero(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier, langue: str | None
) -> None:
    """« i dont understand french. 115 they speak english ? », after the numbers of a danger."""
    mots = texte_du(tracker)
    dite = any(cle.startswith(_DU_DANGER) for cle in _cles(dispatcher))
    demande = cite_un_numero(mots) or intent_du(tracker) == "changer_langue"
    if langue is None or dite or not demande:
        return
    if danger := danger_recent(ouvert.session, ouvert.conversation_id, ouvert.maintenant):
        dire(dispatcher, numero_en(langue, danger))


def appeler_dans_sa_langue(tracker: Tracker, ouvert: Dossier) -> Reponse | None:
    """HUMAIN after « Sorry, I only write in French »: whom to call, in the same language."""
    mots = texte_du(tracker)
    langue = langue_ecrite(mots) or demande_une_personne(mots) or _deja_dite(ouvert)
    if langue is None:
        return None
    qui = ouvert.allocataire
    telephone = qui_appeler(qui, ouvert.maintenant)["telephone"] if qui else reperes()["accueil"]
    return Reponse(f"{_LANGUE}{langue}{_APPEL}", {"telephone": telephone})


def _est_dite(dispatcher: CollectingDispatcher) -> bool:
    return any(cle.startswith(_LANGUE) for cle in _cles(dispatcher))


def _cles(dispatcher: CollectingDispatcher) -> list[str]:
    return [(message["response"] or "").removeprefix("utter_") for message in dispatcher.messages]


def _deja_dite(ouvert: Dossier) -> str | None:
    """The language this conversation was answered in."""
    dites = "\n".join(dites_recemment(ouvert.session, ouvert.conversation_id, ouvert.maintenant))
    lignes = (cle for cle in catalogue() if cle.startswith(_LANGUE) and not cle.endswith(_APPEL))
    dite = next((cle for cle in lignes if render(cle) in dites), None)
    return dite.removeprefix(_LANGUE).removesuffix(_INCONNU) if dite else None
