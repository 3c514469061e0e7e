"""What nearness is worth: one curve, in Python for the ranking, in SQL to keep the best of thousands."""

from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, case, func

from assistant.offres.distances import KM_PAR_DEGRE
from assistant.offres.lieux import Lieu
from assistant.offres.tables import OFFRES

DEMI_DISTANCE_KM = 25  # an offer this far is worth half
A_DISTANCE = 0.6  # what an offer by telephone or internet is worth beside one at the door


def proximite(distance_km: float | None, en_ligne: bool) -> float:
    """1 at the door, 0 when nobody can get there."""
    sur_place = 0 if distance_km is None else 1 / (1 + distance_km / DEMI_DISTANCE_KM)
    return max(sur_place, A_DISTANCE if en_ligne else 0)


def proximite_en_base(lieu: Lieu, en_ligne: ColumnElement[bool]) -> ColumnElement[Any]:
    """The same for each offer, on a flat map: within a region it differs from the sphere by metres."""
    nord = (OFFRES.c.latitude - lieu.latitude) * KM_PAR_DEGRE
    est = (OFFRES.c.longitude - lieu.longitude) * KM_PAR_DEGRE * cos(radians(lieu.latitude))
    sur_place = 1 / (1 + func.sqrt(nord * nord + est * est) / DEMI_DISTANCE_KM)
    return func.greatest(func.coalesce(sur_place, 0), case((en_ligne, A_DISTANCE), else_=0))
