"""How hard a free slot is to get to, for a person and beside the rendez-vous it would replace."""

from functools import lru_cache

from assistant.offres.distances import distance_km
from assistant.offres.lieux import Lieu, trouver_lieu
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import Creneau, Mode, RendezVous

A_PORTEE_KM = 40.0  # farther than this, a call is worth more than the journey
COMME_AVANT, PRES, SANS_ROUTE = 0.0, 1.0, 2.0  # then the kilometres


def chemin(creneau: Creneau, qui: Allocataire, quitte: RendezVous | None) -> float:
    """The less, the better: as the one that is left, near home, without a journey, then ever farther."""
    if quitte is not None and creneau.mode == quitte.mode and _meme_endroit(creneau, quitte):
        return COMME_AVANT
    if creneau.mode is not Mode.SUR_PLACE:
        return SANS_ROUTE
    structure = creneau.structure
    chez_soi, la_bas = _lieu(qui.code_postal, qui.commune), _lieu(structure.code_postal, structure.commune)
    if chez_soi is None or la_bas is None:
        return PRES
    km = distance_km(chez_soi, la_bas.latitude, la_bas.longitude)
    return PRES if km is None or km <= A_PORTEE_KM else km


def _meme_endroit(creneau: Creneau, quitte: RendezVous) -> bool:
    return creneau.mode is not Mode.SUR_PLACE or creneau.structure_id == quitte.structure_id


@lru_cache
def _lieu(code_postal: str, commune: str) -> Lieu | None:
    return trouver_lieu(f"{code_postal} {commune}")
