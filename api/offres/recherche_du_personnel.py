"""What staff searched for, and what was found: the dialogue's own search, numbered and placed on a map."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from fastapi import Query
from sqlalchemy.orm import Session

from api.offres.carte import Carte, Point, carte, direction
from api.offres.libelles import direction_dite
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu, candidats
from assistant.offres.recherche import OffreTrouvee, chercher

CARACTERES_AU_PLUS = 300
MONTREES = 20
_INVISIBLES = re.compile(r"[\x00-\x1f\x7f]+")


class Erreur(StrEnum):
    """The words are in templates/catalogue.html."""

    LONG = "long"
    LIEU = "lieu"


@dataclass(frozen=True)
class Criteres:
    besoin: str
    pres_de: str
    gratuit: bool
    en_ligne: bool
    commune: str  # the code of the one meant, of several with the same name

    @property
    def vides(self) -> bool:
        return not (self.besoin or self.pres_de)


@dataclass(frozen=True)
class Resultat:
    numero: int
    trouvee: OffreTrouvee
    direction: str  # « au nord-est », from the place searched; empty without one


@dataclass(frozen=True)
class Trouvailles:
    resultats: list[Resultat]
    lieu: Lieu | None
    homonymes: list[Lieu]
    carte: Carte | None


def criteres(
    besoin: Annotated[str, Query()] = "",
    pres_de: Annotated[str, Query()] = "",
    gratuit: Annotated[str, Query()] = "",
    en_ligne: Annotated[str, Query()] = "",
    commune: Annotated[str, Query()] = "",
) -> Criteres:
    """From the address of the page: anything may be written there."""
    return Criteres(propre(besoin), propre(pres_de), bool(gratuit), bool(en_ligne), commune)


def propre(saisi: str) -> str:
    """Without what cannot be seen: PostgreSQL refuses a NUL."""
    return _INVISIBLES.sub(" ", saisi).strip()


def erreur(demande: Criteres) -> Erreur | None:
    if len(demande.besoin) > CARACTERES_AU_PLUS or len(demande.pres_de) > CARACTERES_AU_PLUS:
        return Erreur.LONG
    return Erreur.LIEU if demande.pres_de and not candidats(demande.pres_de) else None


def trouver(session: Session, demande: Criteres, maintenant: datetime) -> Trouvailles:
    """For criteria without an error."""
    lieux = _lieux(demande)
    lieu = next(iter(lieux), None)
    filtres = Filtres(gratuit=demande.gratuit, en_ligne=demande.en_ligne)
    gardees = chercher(
        session, demande.besoin, pres_de=lieu, maintenant=maintenant, limite=MONTREES, filtres=filtres
    )
    centre = Point(lieu.latitude, lieu.longitude) if lieu else None
    points = [(numero, point) for numero, trouvee in enumerate(gardees, 1) if (point := _point(trouvee))]
    resultats = [
        Resultat(numero, trouvee, _direction(centre, trouvee)) for numero, trouvee in enumerate(gardees, 1)
    ]
    return Trouvailles(resultats, lieu, lieux[1:], carte(points, centre))


def _lieux(demande: Criteres) -> list[Lieu]:
    """The commune meant first, then the most populous; none where no place was asked for."""
    lieux = candidats(demande.pres_de) if demande.pres_de else []
    return sorted(lieux, key=lambda lieu: lieu.code_insee != demande.commune)


def _point(trouvee: OffreTrouvee) -> Point | None:
    offre = trouvee.offre
    if offre.a_distance or offre.latitude is None or offre.longitude is None:
        return None
    return Point(offre.latitude, offre.longitude)


def _direction(centre: Point | None, trouvee: OffreTrouvee) -> str:
    point = _point(trouvee)
    if centre is None or point is None or not trouvee.distance_km:
        return ""
    return direction_dite(direction(centre, point))
