"""A row of the département's own CSV: a v1 service, and what v1 does not know of dated group offers."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from assistant.clock import PARIS
from assistant.offres.importation.champs import Effectif
from assistant.offres.importation.modeles import Service
from assistant.offres.importation.valeurs import lire_heure, lire_limite, lire_moment, propre

OUI = ("oui", "o", "x", "1", "vrai")
NON = ("non", "n", "", "0", "faux")


def _oui_non(valeur: Any) -> bool:
    reponse = str(valeur or "").strip().lower()
    if reponse not in OUI + NON:
        raise ValueError(reponse)
    return reponse in OUI


class OffreDepartement(Service):
    """A wrong date or number of places rejects the row: people would come on the wrong day."""

    EXIGES = Service.EXIGES | {"debut", "fin", "fin_inscription", "places", "minimum", "offre_socle"}

    offre_socle: Annotated[bool, BeforeValidator(_oui_non)] = False
    debut: datetime | None = None
    fin: datetime | None = None
    fin_inscription: datetime | None = None
    places: Effectif = None
    minimum: Effectif = None

    @field_validator("debut", mode="before")
    @classmethod
    def _debut(cls, valeur: Any) -> datetime | None:
        return lire_moment(valeur) if propre(valeur) else None

    @field_validator("fin", mode="before")
    @classmethod
    def _fin(cls, valeur: Any, info: ValidationInfo) -> datetime | None:
        """An hour alone is that of the same day."""
        if not propre(valeur):
            return None
        debut = _debut_de(info)
        try:
            fin = datetime.combine(debut.date(), lire_heure(valeur), PARIS)
        except ValueError:
            fin = lire_moment(valeur)
        if fin <= debut:
            raise PydanticCustomError("avant_le_debut", "ends before it begins")
        return fin

    @field_validator("fin_inscription", mode="before")
    @classmethod
    def _fin_inscription(cls, valeur: Any, info: ValidationInfo) -> datetime | None:
        """A day alone is that whole day, or until it begins."""
        if not propre(valeur):
            return None
        debut, limite = _debut_de(info), lire_limite(valeur)
        if limite.date() > debut.date():
            raise PydanticCustomError("apres_le_debut", "closes after it begins")
        return min(limite, debut)

    @field_validator("minimum")
    @classmethod
    def _minimum(cls, valeur: int | None, info: ValidationInfo) -> int | None:
        places = info.data.get("places")
        if valeur and places and valeur > places:
            raise PydanticCustomError("plus_que_les_places", "minimum above places")
        return valeur


def _debut_de(info: ValidationInfo) -> datetime:
    debut: datetime | None = info.data.get("debut")
    if debut is None:
        raise PydanticCustomError("sans_debut", "no beginning")
    return debut
