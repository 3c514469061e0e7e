"""The catalogue, field for field as data.inclusion v1 describes services and structures.

What v1 does not know comes last in Offre: the socle, the places of dated group offers, and what the
import remembers. Real files leave much unknown: no date, no thematique, an empty description.
"""

from datetime import date, datetime

from sqlalchemy import Computed, Connection, ForeignKey, Index, String, event
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from assistant.database import Base
from assistant.offres.mots import plier

Mots = ARRAY(String)
VECTEUR = (
    "setweight(to_tsvector('french', nom_plie), 'A') || setweight(to_tsvector('french', texte_plie), 'C')"
)


class StructureOffre(Base):
    __tablename__ = "structures_offre"

    id: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    nom: Mapped[str]  # empty while only its offers came, without it
    date_maj: Mapped[date | None]
    description: Mapped[str | None]
    siret: Mapped[str | None]
    adresse: Mapped[str | None]
    complement_adresse: Mapped[str | None]
    commune: Mapped[str | None]
    code_postal: Mapped[str | None]
    code_insee: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    telephone: Mapped[str | None]
    courriel: Mapped[str | None]
    site_web: Mapped[str | None]
    horaires_accueil: Mapped[str | None]
    accessibilite_lieu: Mapped[str | None]
    reseaux_porteurs: Mapped[list[str]] = mapped_column(Mots, default=list)
    lien_source: Mapped[str | None]

    empreinte: Mapped[str | None]  # of the imported row; None: not imported, or not yet


class Offre(Base):
    __tablename__ = "offres"
    __table_args__ = (
        Index("ix_offres_vecteur", "vecteur", postgresql_using="gin"),
        Index("ix_offres_position", "latitude", "longitude"),
        Index("ix_offres_modes_accueil", "modes_accueil", postgresql_using="gin"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    structure_id: Mapped[str] = mapped_column(
        ForeignKey("structures_offre.id", ondelete="CASCADE"), index=True
    )
    nom: Mapped[str]
    description: Mapped[str]  # empty when the source gave none
    date_maj: Mapped[date | None]
    thematiques: Mapped[list[str]] = mapped_column(Mots, default=list)
    type: Mapped[str | None]
    frais: Mapped[str | None]
    frais_precisions: Mapped[str | None]
    publics: Mapped[list[str]] = mapped_column(Mots, default=list)
    publics_precisions: Mapped[str | None]
    conditions_acces: Mapped[str | None]
    adresse: Mapped[str | None]
    complement_adresse: Mapped[str | None]
    commune: Mapped[str | None]
    code_postal: Mapped[str | None]
    code_insee: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    contact_nom_prenom: Mapped[str | None]
    telephone: Mapped[str | None]
    courriel: Mapped[str | None]
    modes_accueil: Mapped[list[str]] = mapped_column(Mots, default=list)
    modes_mobilisation: Mapped[list[str]] = mapped_column(Mots, default=list)
    mobilisable_par: Mapped[list[str]] = mapped_column(Mots, default=list)
    mobilisation_precisions: Mapped[str | None]
    lien_mobilisation: Mapped[str | None]
    lien_source: Mapped[str | None]
    horaires_accueil: Mapped[str | None]
    zone_eligibilite: Mapped[list[str]] = mapped_column(Mots, default=list)
    nombre_semaines: Mapped[int | None]
    volume_horaire_hebdomadaire: Mapped[float | None]

    offre_socle: Mapped[bool] = mapped_column(default=False)  # open before the first rendez-vous
    debut: Mapped[datetime | None]  # dated group offers only, as the five below
    fin: Mapped[datetime | None]
    fin_inscription: Mapped[datetime | None]  # nobody joins after; None: until it begins
    places: Mapped[int | None]
    places_prises: Mapped[int] = mapped_column(default=0)
    minimum: Mapped[int | None]  # it takes place from so many participants

    empreinte: Mapped[str | None]  # of the imported row; None: not imported
    retiree_le: Mapped[datetime | None]  # no longer in its source's file: kept, shown to nobody

    # folded below, at each write: PostgreSQL has no unaccent here
    nom_plie: Mapped[str]
    texte_plie: Mapped[str]
    vecteur: Mapped[str] = mapped_column(TSVECTOR, Computed(VECTEUR, persisted=True), deferred=True)

    structure: Mapped[StructureOffre] = relationship()

    @property
    def par_referent_seulement(self) -> bool:
        return bool(self.mobilisable_par) and "usagers" not in self.mobilisable_par

    @property
    def a_distance(self) -> bool:
        return self.modes_accueil == ["a-distance"]

    @property
    def complete(self) -> bool:
        return self.places is not None and self.places_prises >= self.places


OFFRES = Offre.__table__  # statements of a search are made sooner from the table than from the class


@event.listens_for(Offre, "before_insert")
@event.listens_for(Offre, "before_update")
def _plier(_mapper: Mapper[Offre], _connection: Connection, offre: Offre) -> None:
    offre.nom_plie, offre.texte_plie = plies(offre.nom, offre.description, offre.publics_precisions)


def plies(nom: str, description: str, publics_precisions: str | None) -> tuple[str, str]:
    """What `nom_plie` and `texte_plie` hold; for writes that do not go through Offre objects."""
    return plier(nom), plier(f"{description} {publics_precisions or ''}")
