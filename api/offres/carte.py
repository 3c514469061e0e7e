"""A map drawn here: results around the place searched, without roads and without asking anybody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import atan2, cos, degrees, hypot, radians

COTE = 400  # pixels
MARGE = 30
ECART = 30  # nearer than this, marks would hide each other: they become one
NUMEROS_DITS = 3  # of one mark
RAYONS_KM = (2, 4, 10, 20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600, 1000, 20_000)
KM_PAR_DEGRE = 111.195


@dataclass(frozen=True)
class Point:
    latitude: float
    longitude: float


@dataclass
class Repere:
    """A mark; `numeros` are those of the results it stands for."""

    x: float
    y: float
    numeros: list[int] = field(default_factory=list)

    @property
    def dit(self) -> str:
        """« 1, 4 »; « 1, 4, 5… » for more."""
        dits = ", ".join(map(str, self.numeros[:NUMEROS_DITS]))
        return dits + ("…" if len(self.numeros) > NUMEROS_DITS else "")

    @property
    def largeur(self) -> int:
        return 18 + 8 * len(self.dit)


@dataclass(frozen=True)
class Cercle:
    km: float
    rayon: float  # pixels


@dataclass(frozen=True)
class Carte:
    reperes: list[Repere]
    cercles: list[Cercle]  # the widest first
    cote: int = COTE


def carte(points: Sequence[tuple[int, Point]], centre: Point | None) -> Carte | None:
    """Numbered points around `centre`, or around their own middle; None when there is nothing to show."""
    if not points:
        return None
    milieu = centre or _milieu([point for _, point in points])
    places = [(numero, *_km(milieu, point)) for numero, point in points]
    loin = max(hypot(est, nord) for _, est, nord in places)
    rayon = next(km for km in RAYONS_KM if km >= loin or km == RAYONS_KM[-1])
    pixels = (COTE / 2 - MARGE) / rayon
    reperes: list[Repere] = []
    for numero, est, nord in places:
        _poser(reperes, numero, COTE / 2 + est * pixels, COTE / 2 - nord * pixels)
    return Carte(reperes, [Cercle(rayon, rayon * pixels), Cercle(rayon / 2, rayon * pixels / 2)])


def direction(depuis: Point, vers: Point) -> float:
    """Degrees clockwise from the north."""
    est, nord = _km(depuis, vers)
    return degrees(atan2(est, nord)) % 360


def _km(origine: Point, point: Point) -> tuple[float, float]:
    """How far east and north, on a plane: good enough for the distances people travel."""
    nord = (point.latitude - origine.latitude) * KM_PAR_DEGRE
    est = (point.longitude - origine.longitude) * KM_PAR_DEGRE * cos(radians(origine.latitude))
    return est, nord


def _milieu(points: Sequence[Point]) -> Point:
    latitudes, longitudes = [p.latitude for p in points], [p.longitude for p in points]
    return Point((min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2)


def _poser(reperes: list[Repere], numero: int, x: float, y: float) -> None:
    proche = next((r for r in reperes if hypot(r.x - x, r.y - y) < ECART), None)
    if proche is None:
        proche = Repere(round(x, 1), round(y, 1))
        reperes.append(proche)
    proche.numeros.append(numero)
