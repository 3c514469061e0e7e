"""What nearness is worth: one curve, in Python for the ranking, in SQL to keep the best of thousands."""

from math import cos, radians

from sqlalchemy import BindParameter, ColumnElement, Double, bindparam, case, func, literal

from assistant.offres.distances import KM_PAR_DEGRE
from assistant.offres.lieux import Lieu
from assistant.offres.tables import OFFRES

DEMI_DISTANCE_KM = 25.0  # an offer this far is worth half
A_DISTANCE = 0.6  # what an offer by telephone or internet is worth beside one at the door


def proximite(distance_km: float | None, en_ligne: bool) -> float:
    """1 at the door, 0 when nobody can get there."""
    sur_place = 0 if distance_km is None else 1 / (1 + distance_km / DEMI_DISTANCE_KM)
    return max(sur_place, A_DISTANCE if en_ligne else 0)


def proximite_en_base(en_ligne: ColumnElement[bool]) -> ColumnElement[float]:
    """The same for each offer, from a `position`, on a flat map: within a region it differs from the sphere
    by metres. All are floats, and said to be: between unknown types a division would be one of decimals.
    """
    nord = (OFFRES.c.latitude - _reel("latitude")) * KM_PAR_DEGRE
    est = (OFFRES.c.longitude - _reel("longitude")) * _reel("km_par_degre_vers_l_est")
    distance: ColumnElement[float] = func.sqrt(nord * nord + est * est, type_=Double())
    sur_place = literal(DEMI_DISTANCE_KM, Double()) / (distance + DEMI_DISTANCE_KM)
    return func.greatest(func.coalesce(sur_place, 0.0), case((en_ligne, A_DISTANCE), else_=0.0))


def position(lieu: Lieu) -> dict[str, float]:
    return {
        "latitude": lieu.latitude,
        "longitude": lieu.longitude,
        "km_par_degre_vers_l_est": KM_PAR_DEGRE * cos(radians(lieu.latitude)),
    }


def _reel(nom: str) -> BindParameter[float]:
    return bindparam(nom, type_=Double())
