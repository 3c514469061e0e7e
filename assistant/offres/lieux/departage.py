"""Which of several places of one name: the nearest, ours, the largest, or none for sure."""

from math import asin, cos, radians, sin, sqrt

from assistant.offres.lieux.donnees import Lieu
from assistant.offres.lieux.formes import GRANDE_VILLE, Nom
from assistant.offres.lieux.nommes import chez_nous

RAYON_TERRE_KM = 6371
PRES_KM = 60  # farther from the known place than this, nearness settles nothing
DOMINE = 5  # times heavier than the next one: nobody means the other
CHEZ_NOUS, CHEZ_NOUS_EN_BREF = 1000, 50  # a name of the deployment's département weighs so many times more
EN_BREF, GRANDE_EN_BREF = 0.02, 0.5  # « Soignolles » for Soignolles-en-Brie, « Sarlat » for Sarlat-la-Canéda


def departager(noms: list[Nom], pres_de: Lieu | None) -> list[Lieu]:
    """The places the name may mean, the likeliest first; alone when it is clear."""
    poids: dict[str, tuple[float, Lieu]] = {}
    for nom in noms:
        pese = _proximite(nom, pres_de) if pres_de and _a_portee(noms, pres_de) else _poids(nom)
        if pese > poids.get(nom.lieu.code_insee, (0.0, nom.lieu))[0]:
            poids[nom.lieu.code_insee] = pese, nom.lieu
    classes = sorted(poids.values(), key=lambda pese: -pese[0])
    return [lieu for pese, lieu in classes if pese * DOMINE > classes[0][0]]


def distance_km(a: Lieu, b: Lieu) -> float:
    """Great circle, in kilometres."""
    lat_a, lat_b = radians(a.latitude), radians(b.latitude)
    d_lat, d_lon = lat_b - lat_a, radians(b.longitude - a.longitude)
    corde = sin(d_lat / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(d_lon / 2) ** 2
    return 2 * RAYON_TERRE_KM * asin(sqrt(corde))


def _a_portee(noms: list[Nom], pres_de: Lieu) -> bool:
    return any(distance_km(nom.lieu, pres_de) <= PRES_KM for nom in noms)


def _proximite(nom: Nom, pres_de: Lieu) -> float:
    return (sqrt(nom.population) + 30) / (distance_km(nom.lieu, pres_de) + 3) ** 3


def _poids(nom: Nom) -> float:
    ici = chez_nous(nom)
    if nom.entier:
        return (nom.population + 1) * (CHEZ_NOUS if ici else 1)
    en_bref = GRANDE_EN_BREF if ici or nom.population >= GRANDE_VILLE else EN_BREF
    return (nom.population + 1) * en_bref * (CHEZ_NOUS_EN_BREF if ici else 1)
