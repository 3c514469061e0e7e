"""The offers worth ranking: filters are facts of SQL, then those that answer the need, or are called so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from numpy.typing import NDArray
from sqlalchemy import text
from sqlalchemy.orm import Session

from assistant.offres.besoins_appris import Poids
from assistant.offres.distances import carre
from assistant.offres.enonce import Forme, enonce
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu
from assistant.offres.proximite import position

FRANCE = ("france", "FR", "fr")
AGE_DES_JEUNES = 30  # "jeunes" of data.inclusion stop before


@dataclass(frozen=True)
class Demande:
    """A need read once: the weights of the thématiques, the vector, and the words that carry meaning."""

    besoins: Poids  # with those of its neighbours
    propres: Poids  # the need itself
    sens: NDArray[Any]
    mots: str
    par_son_nom: bool = False  # no need was understood: only an offer called so can be meant


@dataclass(frozen=True)
class Candidate:
    id: str
    nom: str
    besoin: float  # how much it answers of the need, or of its neighbours
    en_propre: float  # of the need itself
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
    valeurs = {
        "besoins": demande.besoins,
        "propres": demande.propres,
        "sens": demande.sens,
        "mots": demande.mots,
        "maintenant": maintenant,
        "sauf": list(filtres.sauf),
        **(_autour_de(pres_de, rayon_km) if pres_de else {}),
    }
    lignes = session.execute(enonce(_forme(demande, pres_de, filtres)), valeurs)
    return [Candidate(*ligne) for ligne in lignes]


def _forme(demande: Demande, pres_de: Lieu | None, filtres: Filtres) -> Forme:
    return Forme(
        besoins=len(demande.besoins),
        sens=len(demande.sens),
        pres_de=pres_de is not None,
        par_son_nom=demande.par_son_nom,
        gratuit=filtres.gratuit,
        en_ligne=filtres.en_ligne,
        sur_place=filtres.sur_place,
        socle_seulement=filtres.socle_seulement,
        sauf=bool(filtres.sauf),
        adulte=filtres.age is not None and filtres.age >= AGE_DES_JEUNES,
    )


def _autour_de(lieu: Lieu, rayon_km: float) -> dict[str, Any]:
    sud, nord, ouest, est = carre(lieu, rayon_km)
    departement = lieu.code_insee[:3] if lieu.code_insee.startswith("97") else lieu.code_insee[:2]
    codes = [lieu.code_insee, departement, *FRANCE]
    return {"sud": sud, "nord": nord, "ouest": ouest, "est": est, "codes": codes, **position(lieu)}
