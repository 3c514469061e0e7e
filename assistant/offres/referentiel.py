"""The ten themes, with what people live, aim at and do, each tied to data.inclusion thématiques."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.offres.ressemblance import mots_communs

FICHIER = Path(__file__).with_name("referentiel.yml")


@dataclass(frozen=True)
class Situation:
    """Something lived, in a person's words."""

    dite: str
    thematiques: frozenset[str]


@dataclass(frozen=True)
class Entree:
    """Something to do, that offers can help with."""

    id: str
    theme: str
    objectif: str
    nom: str  # a few words, for a text message
    fait: str
    mots: str  # by which the action of a contract is known
    thematiques: frozenset[str]


@lru_cache
def themes() -> dict[str, Any]:
    """As written: code of the theme → its name, situations and objectifs."""
    contenu: dict[str, Any] = yaml.safe_load(FICHIER.read_text())
    return contenu


@lru_cache
def situations() -> tuple[Situation, ...]:
    ecrites = (ecrite for theme in themes().values() for ecrite in theme["situations"])
    return tuple(Situation(ecrite["dite"], frozenset(ecrite["thematiques"])) for ecrite in ecrites)


@lru_cache
def entrees() -> dict[str, Entree]:
    return {entree.id: entree for entree in _lire()}


def entree(identifiant: str) -> Entree:
    return entrees()[identifiant]


def entree_de(libelle: str, theme: str) -> Entree | None:
    """The entry that the label of a contract action speaks of, those of its theme first; None: unknown."""
    notes = [
        (mots_communs(une.mots, libelle), une.theme == theme, -place, une)
        for place, une in enumerate(entrees().values())
    ]
    communs, _, _, meilleure = max(notes, key=lambda note: note[:3])
    return meilleure if communs else None


def _lire() -> Iterator[Entree]:
    for theme, contenu in themes().items():
        for objectif in contenu["objectifs"]:
            for ecrite in objectif["actions"]:
                faits = {**ecrite, "thematiques": frozenset(ecrite["thematiques"])}
                yield Entree(theme=theme, objectif=objectif["nom"], **faits)
