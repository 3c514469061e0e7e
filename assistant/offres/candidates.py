"""The offers worth ranking: filters are facts of SQL, then those that answer the need, or are called so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from numpy.typing import NDArray
from pgvector.sqlalchemy import Vector
from sqlalchemy import ColumnElement, Select, and_, cast, func, or_, select, text, union
from sqlalchemy.orm import Session

from assistant.offres.besoins_appris import Poids
from assistant.offres.distances import carre
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu
from assistant.offres.proximite import proximite_en_base
from assistant.offres.tables import OFFRES
from assistant.offres.tables_index import INDEX

PAR_BESOIN, PAR_NOM = 60, 40
GRATUIT = "gratuit"
EN_LIGNE_AUSSI = OFFRES.c.modes_accueil.contains(["a-distance"])
FRANCE = ("france", "FR", "fr")


@dataclass(frozen=True)
class Demande:
    """A need read once: the weights of the thématiques, the vector, and the words that carry meaning."""

    besoins: Poids
    sens: NDArray[Any]
    mots: str
    par_son_nom: bool = False  # no need was understood: only an offer called so can be meant


@dataclass(frozen=True)
class Candidate:
    id: str
    nom: str
    besoin: float  # how much of the need it answers
    proche: float  # cosine between its words and the person's
    latitude: float | None
    longitude: float | None
    en_ligne: bool
    complete: bool


def candidates(
    session: Session,
    demande: Demande,
    pres_de: Lieu | None,
    rayon_km: float,
    maintenant: datetime,
    filtres: Filtres,
) -> list[Candidate]:
    """Unordered, without repetition."""
    if pres_de is None:  # else the filters leave few enough to compare them all
        session.execute(text("SET LOCAL hnsw.iterative_scan = relaxed_order"))
    ecart = _colonne("sens", len(demande.sens)).cosine_distance(demande.sens)
    permises = select(OFFRES.c.id).where(*_permises(pres_de, rayon_km, maintenant, filtres))
    trouvees = union(*_routes(permises, demande, pres_de)).subquery()
    query = (
        select(
            OFFRES.c.id,
            OFFRES.c.nom,
            -_besoin(demande),
            1 - ecart,
            OFFRES.c.latitude,
            OFFRES.c.longitude,
            EN_LIGNE_AUSSI,
            and_(OFFRES.c.places.is_not(None), OFFRES.c.places_prises >= OFFRES.c.places),
        )
        .join(trouvees, trouvees.c.id == OFFRES.c.id)
        .join(INDEX, INDEX.c.offre_id == OFFRES.c.id)
    )
    return [Candidate(*ligne) for ligne in session.execute(query)]


def _routes(permises: Select[str], demande: Demande, pres_de: Lieu | None) -> Iterator[Select[str]]:
    """Those called so; those that answer the need best, worth less the farther they are."""
    nommees = OFFRES.c.vecteur.op("@@")(func.plainto_tsquery("french", demande.mots))
    yield permises.where(nommees).limit(PAR_NOM)
    if not demande.par_son_nom:
        utile = _besoin(demande)
        if pres_de:
            utile = utile * proximite_en_base(pres_de, EN_LIGNE_AUSSI)
        indexees = permises.join(INDEX, INDEX.c.offre_id == OFFRES.c.id)
        yield indexees.order_by(utile).limit(PAR_BESOIN)


def _besoin(demande: Demande) -> ColumnElement[float]:
    """Negative, the lower the better, as the index sorts them."""
    ecart: ColumnElement[float] = _colonne("besoins", len(demande.besoins)).max_inner_product(demande.besoins)
    return ecart


def _colonne(nom: str, taille: int) -> Any:
    """As the HNSW index is declared: without the cast PostgreSQL does not use it."""
    return cast(INDEX.c[nom], Vector(taille))


def _permises(
    pres_de: Lieu | None, rayon_km: float, maintenant: datetime, filtres: Filtres
) -> list[ColumnElement[bool]]:
    """Facts, never hints: an offer that fails one is not shown."""
    conditions: list[ColumnElement[bool]] = [
        OFFRES.c.retiree_le.is_(None),
        or_(OFFRES.c.debut.is_(None), OFFRES.c.debut > maintenant),
        or_(OFFRES.c.fin_inscription.is_(None), OFFRES.c.fin_inscription > maintenant),
    ]
    if filtres.gratuit:
        conditions.append(OFFRES.c.frais == GRATUIT)
    if filtres.en_ligne:
        conditions.append(EN_LIGNE_AUSSI)
    if filtres.socle_seulement:
        conditions.append(OFFRES.c.offre_socle.is_(True))
    if filtres.sauf:
        conditions.append(OFFRES.c.id.not_in(filtres.sauf))
    if filtres.age is not None and filtres.age >= AGE_DES_JEUNES:
        conditions.append(OFFRES.c.publics != JEUNES_SEULEMENT)
    if pres_de:
        conditions += [or_(EN_LIGNE_AUSSI, _dans_le_carre(pres_de, rayon_km)), _ouverte_a(pres_de)]
    return conditions


AGE_DES_JEUNES = 30  # "jeunes" of data.inclusion stop before
JEUNES_SEULEMENT = ["jeunes"]


def _dans_le_carre(lieu: Lieu, rayon_km: float) -> ColumnElement[bool]:
    sud, nord, ouest, est = carre(lieu, rayon_km)
    return and_(OFFRES.c.latitude.between(sud, nord), OFFRES.c.longitude.between(ouest, est))


def _ouverte_a(lieu: Lieu) -> ColumnElement[bool]:
    """The zone is empty, or the whole country, or holds the commune or its département."""
    departement = lieu.code_insee[:3] if lieu.code_insee.startswith("97") else lieu.code_insee[:2]
    codes = [lieu.code_insee, departement, *FRANCE]
    return or_(func.cardinality(OFFRES.c.zone_eligibilite) == 0, OFFRES.c.zone_eligibilite.overlap(codes))
