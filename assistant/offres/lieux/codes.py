"""Places given as numbers: postcodes, arrondissements, départements."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.offres.lieux.donnees import Commune, Lieu, communes, entrees
from assistant.offres.lieux.ecriture import abreger
from assistant.offres.lieux.formes import Nom
from assistant.offres.mots import plier

DEPARTEMENTS = Path(__file__).parent / "departements.yml"
_CODE_POSTAL = re.compile(r"(?<!\d)(\d{2}) ?(\d{3})(?! ?(?:\d|€|euro|eur\b|km\b))")
_ARRONDISSEMENT = re.compile(
    r"\b(paris|lyon|marseille)(?: dans)?(?: le)? (\d{1,2})(?: ?(?:er|e|em|eme|ieme))?\b"
)
_NUMERO = re.compile(r"\b(?:\d{2}|2[ab]|97\d)\b")


def du_code_postal(texte: str) -> list[Nom]:
    """The communes of every postcode written; of Paris, Lyon or Marseille, where the arrondissement is."""
    codes = {"".join(code) for code in _CODE_POSTAL.findall(texte)}
    return [_nom(entree) for code in codes for entree in _par_code_postal().get(code, ())]


def de_l_arrondissement(mots: list[str]) -> list[Nom]:
    if dit := _ARRONDISSEMENT.search(" ".join(mots)):
        return [_nom(e) for e in _arrondissements() if plier(e.lieu.nom).startswith(f"{dit[1]} {dit[2]}e")]
    return []


def des_departements(mots: list[str]) -> set[str]:
    """« 93 », « dans la Drôme », « La Réunion »: the codes of the départements the text names."""
    phrase = f" {' '.join(mots)} "
    nommes = {code for code, nom in _departements().items() if f" {nom} " in phrase}
    return nommes | {numero.upper() for numero in _NUMERO.findall(phrase)}


@lru_cache
def _departements() -> dict[str, str]:
    return {code: plier(nom) for code, nom in yaml.safe_load(DEPARTEMENTS.read_text()).items()}


@lru_cache
def _par_code_postal() -> dict[str, list[Commune]]:
    par_code: dict[str, list[Commune]] = {}
    precis = {code for arrondissement in _arrondissements() for code in arrondissement.codes_postaux}
    for entree in entrees():
        for code in entree.codes_postaux:
            if code not in precis or entree in _arrondissements():
                par_code.setdefault(code, []).append(entree)
    return par_code


@lru_cache
def _arrondissements() -> tuple[Commune, ...]:
    return tuple(entree for entree in entrees() if entree.dans and "Arrondissement" in entree.lieu.nom)


def _nom(entree: Commune) -> Nom:
    """An arrondissement goes by the name and code of its town."""
    ville = communes()[entree.dans].lieu if entree.dans else entree.lieu
    lieu = Lieu(ville.nom, ville.code_insee, entree.lieu.latitude, entree.lieu.longitude)
    return Nom(
        abreger(plier(entree.lieu.nom)), lieu, entree.departement, entree.population, entier=True, mot=False
    )
