"""From a raw row to a model: what is wrong and optional is dropped, what is wrong and needed rejects it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from assistant.offres.importation.modeles import Ligne
from assistant.offres.importation.valeurs import en_liste

RAISONS = ("avant_le_debut", "apres_le_debut", "plus_que_les_places", "sans_debut")
L = TypeVar("L", bound=Ligne)
EXTRAIT = 40  # characters of a wrong value that are shown


@dataclass(frozen=True)
class Defaut:
    champ: str  # of the model; empty: the whole row
    raison: str  # what follows import_ in textes/importation.yml
    valeur: str = ""


class LigneRefusee(ValueError):
    """The row cannot be kept."""

    def __init__(self, defaut: Defaut) -> None:
        super().__init__(defaut.raison)
        self.defaut = defaut


def lire_ligne(modele: type[L], brut: Any) -> tuple[L, list[Defaut]]:
    """The row, and what was dropped from it. Raises LigneRefusee."""
    try:
        return modele.model_validate(brut), []
    except ValidationError as echec:
        erreurs = echec.errors(include_url=False, include_context=False)
    defauts = [_defaut(erreur) for erreur in erreurs]
    for defaut in defauts:
        if not defaut.champ or defaut.champ in modele.EXIGES:
            raise LigneRefusee(defaut)
    ligne, suite = lire_ligne(modele, _sans(brut, erreurs))
    return ligne, defauts + suite


def _defaut(erreur: ErrorDetails) -> Defaut:
    if not erreur["loc"]:
        return Defaut("", "pas_un_objet")
    champ, valeur = str(erreur["loc"][0]), erreur["input"]
    if erreur["type"] in RAISONS:
        return Defaut(champ, erreur["type"])
    if erreur["type"] == "missing" or valeur in (None, "") or not str(valeur).strip():
        return Defaut(champ, "manque")
    return Defaut(champ, "illisible", str(valeur)[:EXTRAIT])


def _sans(brut: Mapping[str, Any], erreurs: Sequence[ErrorDetails]) -> dict[str, Any]:
    """The row without its wrong values; a list loses only the wrong items."""
    reste = dict(brut)
    for champ in {str(erreur["loc"][0]) for erreur in erreurs}:
        rangs = {e["loc"][1] for e in erreurs if e["loc"][0] == champ and len(e["loc"]) > 1}
        if rangs:
            items = en_liste(brut[champ])
            reste[champ] = [item for rang, item in enumerate(items) if rang not in rangs]
        else:
            del reste[champ]
    return reste
