"""What the demo files may say. Days count from the day of seeding."""

from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from assistant.parcours.contrats import EtatAction, GenreContrat
from assistant.parcours.rendez_vous import Mode, Statut

FOLDER = Path(__file__).parent


class Heures(BaseModel):
    jours: list[int]  # 0 is Monday
    debut: time
    fin: time


class AbsenceDemo(BaseModel):
    depuis_jours: int
    encore_jours: int


class CreneauDemo(BaseModel):
    heure: time
    mode: Mode


class ReferentDemo(BaseModel):
    prenom: str
    nom: str
    telephone: str
    structure: str
    heures: list[Heures]
    creneaux: list[CreneauDemo]
    remplacant: str | None = None
    absence: AbsenceDemo | None = None


class RendezVousDemo(BaseModel):
    dans_jours: int
    heure: time
    avec: str
    structure: str
    motif: str
    mode: Mode = Mode.SUR_PLACE
    statut: Statut = Statut.UNKNOWN
    collectif: bool = False
    duree_minutes: int = 45
    a_apporter: str | None = None


class ActionDemo(BaseModel):
    objectif: str
    libelle: str
    etat: EtatAction
    echeance_jours: int | None = None


class ContratDemo(BaseModel):
    """Dated by its signature (`signe_depuis_mois`) or by its end (`fini_dans_jours`)."""

    genre: GenreContrat
    mois: int
    signe_depuis_mois: int | None = None
    fini_dans_jours: int | None = None
    heures_semaine: int = 15
    actions: list[ActionDemo]


class PersonneDemo(BaseModel):
    prenom: str
    nom: str
    telephone: str
    naissance: date
    commune: str
    code_postal: str
    referent: str
    oriente_depuis_jours: int
    rendez_vous: list[RendezVousDemo] = []
    contrat: ContratDemo | None = None
    oppose_depuis_jours: int | None = None


@lru_cache
def lire(nom: str) -> Any:
    return yaml.safe_load((FOLDER / nom).read_text())


def equipe() -> list[ReferentDemo]:
    return [ReferentDemo.model_validate(entree) for entree in lire("equipe.yml")]


def personnes() -> list[PersonneDemo]:
    return [PersonneDemo.model_validate(entree) for entree in lire("personnes.yml")]
