"""What needs a checked identity: asked for first, taken up again once the birth date is right."""

from collections.abc import Callable

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier
from actions.formulaires import ouvrir
from assistant.content.catalogue import catalogue
from assistant.content.reponse import Reponse
from assistant.handoff.coordonnees import qui_appeler
from assistant.privacy.identite import Niveau, est_verrouille

Reprise = Callable[[CollectingDispatcher, Tracker, Dossier], list[EventType]]

# By intent. Each theme adds its own: REPRISES["consulter_cer"] = … at the end of its module.
# The latest message is then the birth date: what the first message said must be in slots.
REPRISES: dict[str, Reprise] = {}


def verifier_avant(demande: str, dispatcher: CollectingDispatcher, ouvert: Dossier) -> list[EventType] | None:
    """None at level 2: go on. Otherwise says what is needed, and returns the events the action returns.

    At level 0: the general answer. At level 1: the birth date is asked (formulaire_identite), then
    REPRISES[demande] runs in the turn of the right date. Locked: the person to call.
    """
    if ouvert.identite.niveau is Niveau.VERIFIE:
        return None
    if ouvert.allocataire is None:
        propre = f"identite_inconnue_{demande}"
        dire(dispatcher, Reponse(propre if propre in catalogue() else "identite_inconnue"))
        return []
    if est_verrouille(ouvert.session, ouvert.conversation_id, ouvert.allocataire):
        dire(dispatcher, Reponse("identite_verrouillee", qui_appeler(ouvert.allocataire, ouvert.maintenant)))
        return []
    dire(dispatcher, Reponse("identite_demande"))
    return ouvrir("formulaire_identite", "naissance", demande=demande)


def reprendre(
    demande: str, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType]:
    """Runs what was asked before the check; when that is forgotten, asks what it was."""
    if demande not in REPRISES:
        dire(dispatcher, Reponse("identite_reussie"))
        return []
    return REPRISES[demande](dispatcher, tracker, ouvert)
