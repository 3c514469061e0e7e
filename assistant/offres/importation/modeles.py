"""A row of data.inclusion v1, structure or service, as we keep it."""

from hashlib import blake2b
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, Field, model_validator

from assistant.offres.importation.champs import (
    CodeInsee,
    CodePostal,
    Commune,
    Courriel,
    HeuresParSemaine,
    Identifiant,
    Jour,
    Latitude,
    Lien,
    Longitude,
    Mot,
    Mots,
    Nom,
    Semaines,
    Siret,
    Telephone,
    Texte,
    Zones,
)
from assistant.offres.importation.valeurs import propre


class Ligne(BaseModel):
    """What both share. A wrong value of an EXIGES field rejects the row; any other is dropped."""

    EXIGES: ClassVar[frozenset[str]] = frozenset({"id", "source", "nom"})

    id: Identifiant
    source: Identifiant
    nom: Nom
    date_maj: Jour = None
    description: Texte = None
    adresse: Texte = None
    complement_adresse: Texte = None
    commune: Commune = None
    code_postal: CodePostal = None
    code_insee: CodeInsee = None
    latitude: Latitude = None
    longitude: Longitude = None
    telephone: Telephone = None
    courriel: Courriel = None
    horaires_accueil: Texte = None
    lien_source: Lien = None

    @model_validator(mode="before")
    @classmethod
    def _source_de_l_identifiant(cls, brut: Any) -> Any:
        """v1 writes identifiers « source--reference »."""
        if isinstance(brut, dict) and not brut.get("source") and "--" in str(brut.get("id")):
            return brut | {"source": str(brut["id"]).partition("--")[0]}
        return brut

    @model_validator(mode="after")
    def _deux_coordonnees(self) -> Self:
        """Half a point is none, and nobody helps anyone at 0, 0."""
        if None in (self.latitude, self.longitude) or self.latitude == self.longitude == 0:
            self.latitude = self.longitude = None
        return self

    @property
    def empreinte(self) -> str:
        """Changes when, and only when, what we would write changes."""
        return blake2b(self.model_dump_json().encode(), digest_size=16).hexdigest()


class Structure(Ligne):
    siret: Siret = None
    site_web: Lien = None
    accessibilite_lieu: Lien = None
    reseaux_porteurs: Mots = []


class Service(Ligne):
    EXIGES = Ligne.EXIGES | {"structure_id"}

    structure_id: Identifiant
    structure_nom: Annotated[Texte, Field(exclude=True)] = None  # v1 gives it in another file
    description: Annotated[str, BeforeValidator(lambda valeur: propre(valeur) or "")] = ""
    thematiques: Mots = []
    type: Mot = None
    frais: Mot = None
    frais_precisions: Texte = None
    publics: Mots = []
    publics_precisions: Texte = None
    conditions_acces: Texte = None
    contact_nom_prenom: Texte = None
    modes_accueil: Mots = []
    modes_mobilisation: Mots = []
    mobilisable_par: Mots = []
    mobilisation_precisions: Texte = None
    lien_mobilisation: Lien = None
    zone_eligibilite: Zones = []
    nombre_semaines: Semaines = None
    volume_horaire_hebdomadaire: HeuresParSemaine = None
