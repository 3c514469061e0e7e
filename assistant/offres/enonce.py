"""The statement of a search, made once for each shape it may take: making it costs milliseconds."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from pgvector.sqlalchemy import Vector
from sqlalchemy import (
    ARRAY,
    ColumnElement,
    DateTime,
    Double,
    Select,
    String,
    and_,
    bindparam,
    cast,
    func,
    or_,
    select,
    union,
)

from assistant.offres.proximite import proximite_en_base
from assistant.offres.tables import OFFRES
from assistant.offres.tables_index import INDEX

PAR_BESOIN, PAR_NOM = 60, 40
GRATUIT = "gratuit"
JEUNES_SEULEMENT = ["jeunes"]
EN_LIGNE_AUSSI = OFFRES.c.modes_accueil.contains(["a-distance"])
MAINTENANT = bindparam("maintenant", type_=DateTime(timezone=True))
CODES = bindparam("codes", type_=ARRAY(String))


class Forme(NamedTuple):
    """What changes the statement; all else are its values. `besoins`, `sens`: how long these vectors are."""

    besoins: int
    sens: int
    pres_de: bool
    par_son_nom: bool
    gratuit: bool
    en_ligne: bool
    sur_place: bool
    socle_seulement: bool
    sauf: bool
    adulte: bool


@lru_cache
def enonce(forme: Forme) -> Select[Any]:
    """Those worth ranking, with the columns of a Candidate; `candidates` gives its values."""
    trouvees = union(*_routes(forme)).subquery()
    return (
        select(
            OFFRES.c.id,
            OFFRES.c.nom,
            -_besoin(forme),
            -_besoin(forme, "propres"),
            1.0 - _colonne("sens", forme.sens).cosine_distance(bindparam("sens", type_=Vector())),
            OFFRES.c.latitude,
            OFFRES.c.longitude,
            EN_LIGNE_AUSSI,
            and_(OFFRES.c.places.is_not(None), OFFRES.c.places_prises >= OFFRES.c.places),
        )
        .join(trouvees, trouvees.c.id == OFFRES.c.id)
        .join(INDEX, INDEX.c.offre_id == OFFRES.c.id)
    )


def _routes(forme: Forme) -> Iterator[Select[Any]]:
    """Those called so; those that answer the need best, worth less the farther they are."""
    permises = select(OFFRES.c.id).where(*_conditions(forme))
    mots = func.plainto_tsquery("french", bindparam("mots", type_=String))
    yield permises.where(OFFRES.c.vecteur.op("@@")(mots)).limit(PAR_NOM)
    if not forme.par_son_nom:
        utile = _besoin(forme) * proximite_en_base(EN_LIGNE_AUSSI) if forme.pres_de else _besoin(forme)
        indexees = permises.join(INDEX, INDEX.c.offre_id == OFFRES.c.id)
        yield indexees.order_by(utile).limit(PAR_BESOIN)


def _besoin(forme: Forme, lesquels: str = "besoins") -> ColumnElement[float]:
    """Negative, the lower the better, as the index sorts them."""
    besoins = bindparam(lesquels, type_=Vector())
    ecart: ColumnElement[float] = _colonne("besoins", forme.besoins).max_inner_product(besoins)
    return ecart


def _colonne(nom: str, taille: int) -> Any:
    """As the HNSW index is declared: without the cast PostgreSQL does not use it."""
    return cast(INDEX.c[nom], Vector(taille))


def _conditions(forme: Forme) -> Iterator[ColumnElement[bool]]:
    """Facts, never hints: an offer that fails one is not shown."""
    yield OFFRES.c.retiree_le.is_(None)
    yield or_(OFFRES.c.debut.is_(None), OFFRES.c.debut > MAINTENANT)
    yield or_(OFFRES.c.fin_inscription.is_(None), OFFRES.c.fin_inscription > MAINTENANT)
    if forme.gratuit:
        yield OFFRES.c.frais == GRATUIT
    if forme.en_ligne:
        yield EN_LIGNE_AUSSI
    if forme.sur_place:
        yield or_(~EN_LIGNE_AUSSI, OFFRES.c.modes_accueil.contains(["en-presentiel"]))
    if forme.socle_seulement:
        yield OFFRES.c.offre_socle.is_(True)
    if forme.sauf:
        yield OFFRES.c.id.not_in(bindparam("sauf", expanding=True))
    if forme.adulte:
        yield OFFRES.c.publics != JEUNES_SEULEMENT
    if forme.pres_de:
        yield or_(EN_LIGNE_AUSSI, _dans_le_carre())
        yield _ouverte_ici()


def _dans_le_carre() -> ColumnElement[bool]:
    sud, nord, ouest, est = (bindparam(cote, type_=Double) for cote in ("sud", "nord", "ouest", "est"))
    return and_(OFFRES.c.latitude.between(sud, nord), OFFRES.c.longitude.between(ouest, est))


def _ouverte_ici() -> ColumnElement[bool]:
    """The zone is empty, or the whole country, or holds the commune or its département."""
    zone = OFFRES.c.zone_eligibilite
    # not its cardinality: PostgreSQL knows how many rows hold a value, so it joins as fits
    return or_(zone == cast([], ARRAY(String)), zone.overlap(CODES))
