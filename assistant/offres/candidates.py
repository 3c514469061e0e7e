"""The offers worth ranking: filters are facts of SQL, then the nearest by need, by meaning and by words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from numpy.typing import NDArray
from pgvector.sqlalchemy import Vector
from sqlalchemy import ColumnElement, Select, Text, and_, any_, cast, func, literal, or_, select, text, union
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from assistant.offres.besoins_appris import Poids
from assistant.offres.distances import carre
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu
from assistant.offres.tables import Offre
from assistant.offres.tables_index import OffreIndexee

PAR_BESOIN, PAR_SENS, PAR_MOTS = 120, 40, 40
DITES_AU_PLUS = 1_000  # ranked among: a word said by more offers than that tells none from another
GRATUIT, EN_LIGNE = "gratuit", "a-distance"
FRANCE = ("france", "FR", "fr")
# a word of the name counts ten of the description
RANG_DES_MOTS: ColumnElement[list[float]] = text("'{0, 0.1, 0.1, 1}'::float4[]")  # type: ignore[assignment]


@dataclass(frozen=True)
class Demande:
    """A need read once: the weights of the thématiques, the vector, and the words that carry meaning."""

    besoins: Poids
    sens: NDArray[Any]
    mots: str


@dataclass(frozen=True)
class Candidate:
    id: str
    nom: str
    besoin: float  # how much of the need it answers
    proche: float  # cosine between its words and the person's
    mots: float  # rank of the words in common, the name counting most
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
    session.execute(text("SET LOCAL hnsw.iterative_scan = relaxed_order"))
    besoin = _colonne("besoins", len(demande.besoins)).max_inner_product(demande.besoins)
    ecart = _colonne("sens", len(demande.sens)).cosine_distance(demande.sens)
    tsquery = cast(func.replace(cast(func.plainto_tsquery("french", demande.mots), Text), "&", "|"), TSQUERY)
    permises = _permises(pres_de, rayon_km, maintenant, filtres)
    trouvees = union(
        _ids(permises).order_by(besoin).limit(PAR_BESOIN),
        _ids(permises).order_by(ecart).limit(PAR_SENS),
        _les_mieux_dites([*permises, Offre.vecteur.op("@@")(tsquery)], tsquery),
    ).subquery()
    query = (
        select(
            Offre.id,
            Offre.nom,
            -besoin,
            1 - ecart,
            _rang(Offre.vecteur, tsquery),
            Offre.latitude,
            Offre.longitude,
            literal(EN_LIGNE) == any_(Offre.modes_accueil),
            and_(Offre.places.is_not(None), Offre.places_prises >= Offre.places),
        )
        .join(trouvees, trouvees.c.id == Offre.id)
        .join(OffreIndexee, OffreIndexee.offre_id == Offre.id)
    )
    return [Candidate(*ligne) for ligne in session.execute(query)]


def _colonne(nom: str, taille: int) -> Any:
    """As the HNSW index is declared: without the cast PostgreSQL does not use it."""
    return cast(getattr(OffreIndexee, nom), Vector(taille))


def _ids(permises: list[ColumnElement[bool]]) -> Select[str]:
    return select(Offre.id).join(OffreIndexee, OffreIndexee.offre_id == Offre.id).where(*permises)


def _les_mieux_dites(conditions: list[ColumnElement[bool]], tsquery: ColumnElement[Any]) -> Select[str]:
    dites = select(Offre.id, Offre.vecteur).where(*conditions).limit(DITES_AU_PLUS).subquery()
    return select(dites.c.id).order_by(_rang(dites.c.vecteur, tsquery).desc()).limit(PAR_MOTS)


def _rang(vecteur: Any, tsquery: ColumnElement[Any]) -> ColumnElement[float]:
    return func.ts_rank_cd(RANG_DES_MOTS, vecteur, tsquery)


def _permises(
    pres_de: Lieu | None, rayon_km: float, maintenant: datetime, filtres: Filtres
) -> list[ColumnElement[bool]]:
    """Facts, never hints: an offer that fails one is not shown."""
    en_ligne = literal(EN_LIGNE) == any_(Offre.modes_accueil)
    conditions: list[ColumnElement[bool]] = [
        Offre.retiree_le.is_(None),
        or_(Offre.debut.is_(None), Offre.debut > maintenant),
        or_(Offre.fin_inscription.is_(None), Offre.fin_inscription > maintenant),
    ]
    if filtres.gratuit:
        conditions.append(Offre.frais == GRATUIT)
    if filtres.en_ligne:
        conditions.append(en_ligne)
    if filtres.socle_seulement:
        conditions.append(Offre.offre_socle.is_(True))
    if filtres.sauf:
        conditions.append(Offre.id.not_in(filtres.sauf))
    if filtres.age is not None and filtres.age >= AGE_DES_JEUNES:
        conditions.append(Offre.publics != JEUNES_SEULEMENT)
    if pres_de:
        conditions += [or_(en_ligne, _dans_le_carre(pres_de, rayon_km)), _ouverte_a(pres_de)]
    return conditions


AGE_DES_JEUNES = 30  # "jeunes" of data.inclusion stop before
JEUNES_SEULEMENT = ["jeunes"]


def _dans_le_carre(lieu: Lieu, rayon_km: float) -> ColumnElement[bool]:
    sud, nord, ouest, est = carre(lieu, rayon_km)
    return and_(Offre.latitude.between(sud, nord), Offre.longitude.between(ouest, est))


def _ouverte_a(lieu: Lieu) -> ColumnElement[bool]:
    """The zone is empty, or the whole country, or holds the commune or its département."""
    departement = lieu.code_insee[:3] if lieu.code_insee.startswith("97") else lieu.code_insee[:2]
    codes = [lieu.code_insee, departement, *FRANCE]
    return or_(func.cardinality(Offre.zone_eligibilite) == 0, Offre.zone_eligibilite.overlap(codes))
