"""What was shown in this conversation, and what a message may mean of it."""

import re
from collections.abc import Iterator, Sequence

from rasa_sdk import Tracker

from actions.dossier import Dossier, texte_du
from assistant.offres.besoins import besoins_de, repondent
from assistant.offres.choix import offres_montrees
from assistant.offres.demande_en_cours import Recherche
from assistant.offres.distances import distance_km
from assistant.offres.evocation import offre_evoquee
from assistant.offres.proposition import LOIN_KM
from assistant.offres.rejet import ce_qui_est_voulu, clauses
from assistant.offres.tables import Offre

_C_QUOI = re.compile(r"\b(?:c|cest|c est|ces) (?:quoi|koi)$")


def montrees_a(tracker: Tracker, ouvert: Dossier) -> list[Offre]:
    """The list before the person, in the order of its numbers."""
    return offres_montrees(ouvert.session, tracker.get_slot("offres_montrees") or [])


def deja_montrees(tracker: Tracker, ouvert: Dossier) -> list[Offre]:
    """All that was shown in this conversation, the latest first."""
    poses = [event["value"] or [] for event in tracker.events if event.get("name") == "offres_montrees"]
    ids = dict.fromkeys(une for montrees in reversed(poses) for une in montrees)
    return offres_montrees(ouvert.session, list(ids))


def vues_pres(tracker: Tracker, ouvert: Dossier, recherche: Recherche) -> bool:
    """Whether an offer that answers it was shown nearer than what we call far."""
    if (lieu := recherche.lieu) is None:
        return False
    besoins = besoins_de(recherche.besoin)
    distances = (
        distance_km(lieu, offre.latitude, offre.longitude)
        for offre in deja_montrees(tracker, ouvert)
        if repondent(offre.thematiques, besoins) and not offre.a_distance
    )
    return any(km is not None and km <= LOIN_KM for km in distances)


def la_derniere(tracker: Tracker, ouvert: Dossier) -> Offre | None:
    """The one last spoken of, of this list or of another."""
    choisie = tracker.get_slot("offre_choisie")
    return next(iter(offres_montrees(ouvert.session, [choisie])), None) if choisie else None


def evoquee(tracker: Tracker, ouvert: Dossier, mots: str | None = None) -> Offre | None:
    """« le cours de libourne », « le coup de pouce permis c koi »: of this list, else of those before."""
    km = _distances_dites(tracker)
    situees = [(offre, km.get(offre.id)) for offre in deja_montrees(tracker, ouvert)]
    ici, dit = montrees_a(tracker, ouvert), texte_du(tracker) if mots is None else mots
    voulu = ce_qui_est_voulu(dit) or dit  # « pas nounou. le cours de lormont quel jour »
    entieres = (offre_evoquee(ici, situees, partie) for partie in (voulu, *_questions(dit)))
    return next((offre for offre in entieres if offre), None)


def _questions(texte: str) -> list[str]:
    """« je suis un homme. le groupe a bazas c'est quoi, un truc de psy ? » asks of one amid a remark."""
    parties = clauses(texte)
    return [partie for partie in parties if len(parties) > 1 and _C_QUOI.search(partie)]


def a_montre(tracker: Tracker) -> bool:
    """Whether any offer was shown in this conversation."""
    return any(event.get("name") == "offres_montrees" and event["value"] for event in tracker.events)


def distances(tracker: Tracker, montrees: Sequence[Offre]) -> list[float | None]:
    """Of each, in km, as the list said."""
    dites = tracker.get_slot("offres_distances") or []
    par_id = dict(zip(tracker.get_slot("offres_montrees") or [], dites, strict=False))
    return [par_id.get(offre.id) for offre in montrees]


def _distances_dites(tracker: Tracker) -> dict[str, float | None]:
    """Of every offer shown, as the last list that holds it said."""
    return dict(_listes(tracker))


def _listes(tracker: Tracker) -> Iterator[tuple[str, float | None]]:
    ids: list[str] = []
    for event in tracker.events:
        if event.get("name") == "offres_montrees":
            ids = event["value"] or []
        elif event.get("name") == "offres_distances":
            yield from zip(ids, event["value"] or [], strict=False)
