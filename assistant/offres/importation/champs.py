"""The sorts of fields a row has: how each is read, and what it may hold."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from assistant.offres.importation import valeurs
from assistant.offres.importation.valeurs import en_liste, propre, sans_doublon

LONGUEUR_D_UN_IDENTIFIANT = 255
LONGUEUR_D_UN_LIEN = 2083

Identifiant = Annotated[Annotated[str, Field(max_length=LONGUEUR_D_UN_IDENTIFIANT)], BeforeValidator(propre)]
Nom = Annotated[str, BeforeValidator(propre)]
Texte = Annotated[str | None, BeforeValidator(propre)]
Jour = Annotated[date | None, BeforeValidator(valeurs.en_jour)]
Commune = Annotated[str | None, BeforeValidator(propre), AfterValidator(valeurs.en_commune)]
Telephone = Annotated[str | None, BeforeValidator(valeurs.en_telephone)]

_Insee = Annotated[str, Field(pattern=r"^[0-9][0-9AB][0-9]{3}$")]
_Postal = Annotated[str, Field(pattern=r"^[0-9]{5}$")]
_Siret = Annotated[str, Field(pattern=r"^[0-9]{14}$")]
_Adresse = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
_Url = Annotated[str, Field(pattern=r"^https?://\S+$", max_length=LONGUEUR_D_UN_LIEN)]
CodeInsee = Annotated[_Insee | None, BeforeValidator(valeurs.en_code)]
CodePostal = Annotated[_Postal | None, BeforeValidator(valeurs.en_code)]
Siret = Annotated[_Siret | None, BeforeValidator(propre)]
Courriel = Annotated[_Adresse | None, BeforeValidator(propre)]
Lien = Annotated[_Url | None, BeforeValidator(valeurs.en_lien)]

_Nombre = BeforeValidator(valeurs.en_nombre)
Latitude = Annotated[Annotated[float, Field(ge=-90, le=90)] | None, _Nombre]
Longitude = Annotated[Annotated[float, Field(ge=-180, le=180)] | None, _Nombre]
Semaines = Annotated[Annotated[int, Field(ge=1, le=520)] | None, _Nombre]
HeuresParSemaine = Annotated[Annotated[float, Field(ge=0, le=168)] | None, _Nombre]
Effectif = Annotated[Annotated[int, Field(ge=1, le=10_000)] | None, _Nombre]

_Code = Annotated[str, BeforeValidator(valeurs.en_mot)]
_Zone = Annotated[
    Annotated[str, Field(pattern=r"^(?:[0-9][0-9AB]|[0-9]{3}|[0-9][0-9AB][0-9]{3}|[0-9]{9}|france)$")],
    BeforeValidator(valeurs.en_zone),
]
Mot = Annotated[str | None, BeforeValidator(valeurs.en_mot)]
Mots = Annotated[list[_Code], BeforeValidator(en_liste), AfterValidator(sans_doublon)]
Zones = Annotated[list[_Zone], BeforeValidator(en_liste), AfterValidator(sans_doublon)]
