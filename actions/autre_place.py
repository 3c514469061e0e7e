"""« nn en fait 3 », « plutôt le 1 », just after « 2 » was taken: another line of the very same list."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.ancien import vient_d_etre_pris
from actions.creneau_devant import Devant
from actions.creneau_pris import prendre
from actions.detours import EVOCATIONS_PARTOUT
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.lequel import a_venir
from actions.propos import EN_PASSANT
from actions.rendez_vous import DIT, PRIS
from actions.suites import TOUJOURS
from assistant.conversation.accord import fait_une_reserve
from assistant.conversation.rangs import rang_dit
from assistant.offres.mots import plier
from assistant.parcours.agenda.consultation import detail_rendez_vous
from assistant.parcours.dates_parlees.mots_du_calendrier import mentionne_le_calendrier
from assistant.parcours.rendez_vous import Participation

_ENCORE_LA = (PRIS, DIT, EN_PASSANT)  # light questions after which the list is not yet forgotten

_REPRISE = re.compile(
    r"\b(?:en fait|enfin|pardon|oups?|mince|zut|merde|desolee?|dsl|attend\w*|excuse\w*(?: moi)?|erreur"
    r"|(?:je (?:me (?:suis |sui )?|m )|jme (?:suis |sui )?)tromp\w*|j ?(?:ai|avais) (?:dit|di|mal \w+|tape)"
    r"|je (?:voulais|voulai)(?: dire| di| mettre)?|(?:c |c est |ce n est )?pas? (?:le )?[1-9]"
    r"|au lieu du [1-9]|que je (?:voulais|veux))\b"
)
_PLUTOT = re.compile(r"^(?:ah |oh |mais |euh )*(?:non|nan|nn)\b|\b(?:plutot|finalement|mieux|prefere)\b")


def _prendre_l_autre(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """The one just taken gives way; when the other is gone, it stays and others are offered."""
    devant = _juste_apres(dispatcher, tracker, ouvert)
    if devant is None or devant.garde is None or (rang := _rang(devant)) is None:
        return None
    if devant.proposes[rang].rendez_vous_id == devant.garde.rendez_vous_id:
        dire(dispatcher, detail_rendez_vous(devant.garde.rendez_vous, ouvert.maintenant))
        return [SlotSet("question", PRIS)]
    events = prendre(devant, rang)
    _remplace_ce_qui_fut_quitte(devant.garde, ouvert)
    return events


def _juste_apres(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> Devant | None:
    """The list that was just chosen from, and what was taken of it."""
    if ouvert.allocataire is None or tracker.active_loop.get("name"):
        return None
    if tracker.get_slot("question") not in _ENCORE_LA or not tracker.get_slot("creneaux_proposes"):
        return None
    pris = vient_d_etre_pris(a_venir(ouvert), ouvert.maintenant)
    devant = Devant(dispatcher, tracker, ouvert, texte_du(tracker), pris)
    siens = [c for c in devant.proposes if pris and c.rendez_vous_id == pris.rendez_vous_id]
    return devant if siens else None


def _rang(devant: Devant) -> int | None:
    """The line named; once something else was spoken of, only where they take a word back."""
    mots = plier(devant.mots)
    se_reprend = _REPRISE.search(mots) or _PLUTOT.search(mots)
    if not se_reprend and devant.tracker.get_slot("question") != PRIS:
        return None
    if fait_une_reserve(devant.mots) or mentionne_le_calendrier(devant.mots):
        return None
    combien = len(devant.proposes)
    rang = rang_dit(_REPRISE.sub(" ", mots), combien)
    return rang if rang is not None else rang_dit(mots, combien)


def _remplace_ce_qui_fut_quitte(laisse: Participation, ouvert: Dossier) -> None:
    """« remettez comme c'était » is of what they had before the list, not of the line they took back."""
    nouveau = vient_d_etre_pris(a_venir(ouvert), ouvert.maintenant)
    if nouveau is not None and nouveau.remplace_id == laisse.id and laisse.remplace_id:
        nouveau.remplace_id = laisse.remplace_id


def _vers_l_autre_place(tracker: Tracker, ouvert: Dossier) -> str | None:
    devant = _juste_apres(CollectingDispatcher(), tracker, ouvert)
    return "action_reponse_seule" if devant is not None and _rang(devant) is not None else None


TOUJOURS.append(_prendre_l_autre)
EVOCATIONS_PARTOUT.append(_vers_l_autre_place)
