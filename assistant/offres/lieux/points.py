"""Where a commune is, out of what its mairie and its shape say (PostGIS's hexadecimal WKB)."""

import struct
from collections.abc import Iterator
from math import isnan

from assistant.offres.lieux.donnees import Point

_SRID = 0x20000000
_MARGE = 0.02  # degrees, about 2 km: farther outside its commune, a mairie was misplaced


def lieu_de_la_mairie(mairie: str, contour: str) -> Point | None:
    """The mairie, which is where the town is; the middle of the commune when that is unknown or wrong."""
    sommets = list(_sommets(contour))
    if not sommets:
        return next(_sommets(mairie), None)
    latitudes, longitudes = [p[0] for p in sommets], [p[1] for p in sommets]
    for latitude, longitude in _sommets(mairie):
        dedans_ns = min(latitudes) - _MARGE <= latitude <= max(latitudes) + _MARGE
        if dedans_ns and min(longitudes) - _MARGE <= longitude <= max(longitudes) + _MARGE:
            return latitude, longitude
    return (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2


def _sommets(wkb: str) -> Iterator[Point]:
    """Every vertex of a point or of (multi)polygons, no unknown (NaN) ones."""
    if wkb in ("", "\\N"):
        return
    octets = bytes.fromhex(wkb)
    yield from ((lat, lon) for lat, lon in _lire(octets, 0)[0] if not (isnan(lat) or isnan(lon)))


def _lire(octets: bytes, debut: int) -> tuple[list[Point], int]:
    ordre = "<" if octets[debut] else ">"
    genre = struct.unpack_from(f"{ordre}I", octets, debut + 1)[0]
    debut += 9 if genre & _SRID else 5
    if genre & 0xFF == 1:
        longitude, latitude = struct.unpack_from(f"{ordre}dd", octets, debut)
        return [(latitude, longitude)], debut + 16
    combien = struct.unpack_from(f"{ordre}I", octets, debut)[0]
    debut += 4
    points: list[Point] = []
    for _ in range(combien):
        lus, debut = _lire(octets, debut) if genre & 0xFF == 6 else _anneau(octets, debut, ordre)
        points += lus
    return points, debut


def _anneau(octets: bytes, debut: int, ordre: str) -> tuple[list[Point], int]:
    combien = struct.unpack_from(f"{ordre}I", octets, debut)[0]
    lus = struct.unpack_from(f"{ordre}{2 * combien}d", octets, debut + 4)
    return list(zip(lus[1::2], lus[::2], strict=True)), debut + 4 + 16 * combien
