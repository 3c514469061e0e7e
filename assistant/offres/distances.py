"""As the crow flies."""

from math import asin, cos, radians, sin, sqrt

from assistant.offres.lieux import Lieu

RAYON_TERRE_KM = 6371
KM_PAR_DEGRE = 111.2


def distance_km(lieu: Lieu, latitude: float | None, longitude: float | None) -> float | None:
    """None when the other end has no coordinates."""
    if latitude is None or longitude is None:
        return None
    lat1, lat2 = radians(lieu.latitude), radians(latitude)
    demi_lat, demi_lon = (lat2 - lat1) / 2, radians(longitude - lieu.longitude) / 2
    corde = sin(demi_lat) ** 2 + cos(lat1) * cos(lat2) * sin(demi_lon) ** 2
    return round(2 * RAYON_TERRE_KM * asin(sqrt(corde)), 1)


def carre(lieu: Lieu, rayon_km: float) -> tuple[float, float, float, float]:
    """South, north, west and east of the square that holds the circle."""
    lat = rayon_km / KM_PAR_DEGRE
    lon = lat / max(cos(radians(lieu.latitude)), 0.1)
    return lieu.latitude - lat, lieu.latitude + lat, lieu.longitude - lon, lieu.longitude + lon
