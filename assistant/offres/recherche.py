"""From words to offers. The interface stays; what is behind will become a semantic search."""

from dataclasses import dataclass
from datetime import datetime
from math import asin, cos, radians, sin, sqrt

from sqlalchemy import ColumnElement, Text, cast, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session, joinedload

from assistant.offres.besoins import besoins_de, mots_utiles, pertinence
from assistant.offres.lieux import Lieu
from assistant.offres.tables import Offre

RAYON_KM = 50
DEMI_DISTANCE_KM = 25  # an offer this far is worth half
A_DISTANCE = 0.6  # what an offer by telephone or internet is worth beside one at the door
COMPLETE = 0.5
# a word of the name counts ten of the description
POIDS: ColumnElement[list[float]] = literal_column("'{0, 0.1, 0.1, 1}'::float4[]")
MINIMUM = 0.7  # a family of needs named, or a word of the name
PART_DU_MEILLEUR = 0.4


@dataclass(frozen=True)
class OffreTrouvee:
    offre: Offre
    score: float  # higher is better; comparable within one search only
    distance_km: float | None  # None: no place given, or the offer has none


def chercher(
    session: Session,
    texte: str,
    *,
    pres_de: Lieu | None,
    maintenant: datetime,
    limite: int = 3,
    socle_seulement: bool = False,
) -> list[OffreTrouvee]:
    """The offers that answer a need said in one's own words, best first; empty when nothing fits.

    Near a place, only those within RAYON_KM or at a distance. Group offers that have begun are left
    out; full ones come lower.
    """
    adaptees = _adaptees(session, texte, maintenant, socle_seulement)
    if pres_de:
        adaptees = [(offre, valeur) for offre, valeur in adaptees if _accessible(offre, pres_de)]
    meilleure = max((valeur for _, valeur in adaptees), default=0)
    trouvees = [
        _trouvee(offre, valeur, pres_de)
        for offre, valeur in adaptees
        if valeur >= max(MINIMUM, PART_DU_MEILLEUR * meilleure)
    ]
    return sorted(trouvees, key=lambda t: (-t.score, t.offre.id))[:limite]


def _adaptees(
    session: Session, texte: str, maintenant: datetime, socle_seulement: bool
) -> list[tuple[Offre, float]]:
    """Every offer still open with what it is worth for these words, wherever it is.

    Words of the name alone decide only where no need was recognised.
    """
    besoins = besoins_de(texte)
    mots = cast(
        func.replace(cast(func.plainto_tsquery("french", mots_utiles(texte)), Text), "&", "|"), TSQUERY
    )
    query = (
        select(Offre, func.ts_rank_cd(POIDS, Offre.vecteur, mots))
        .where(or_(Offre.debut.is_(None), Offre.debut > maintenant))
        .options(joinedload(Offre.structure))
    )
    if socle_seulement:
        query = query.where(Offre.offre_socle)
    return [
        (offre, convient + min(rang, 1.0))
        for offre, rang in session.execute(query)
        if (convient := pertinence(besoins, offre.thematiques)) or not besoins
    ]


def _accessible(offre: Offre, lieu: Lieu) -> bool:
    distance = _distance_km(lieu, offre)
    return "a-distance" in offre.modes_accueil or (distance is not None and distance <= RAYON_KM)


def _trouvee(offre: Offre, valeur: float, pres_de: Lieu | None) -> OffreTrouvee:
    distance = _distance_km(pres_de, offre) if pres_de else None
    score = valeur * (COMPLETE if offre.complete else 1)
    if pres_de:
        score *= A_DISTANCE if distance is None else 1 / (1 + distance / DEMI_DISTANCE_KM)
    return OffreTrouvee(offre, round(score, 4), distance)


def _distance_km(lieu: Lieu, offre: Offre) -> float | None:
    """As the crow flies; None for an offer at a distance or without coordinates."""
    if offre.a_distance or offre.latitude is None or offre.longitude is None:
        return None
    lat1, lat2 = radians(lieu.latitude), radians(offre.latitude)
    demi_lat, demi_lon = (lat2 - lat1) / 2, radians(offre.longitude - lieu.longitude) / 2
    corde = sin(demi_lat) ** 2 + cos(lat1) * cos(lat2) * sin(demi_lon) ** 2
    return round(2 * 6371 * asin(sqrt(corde)), 1)
