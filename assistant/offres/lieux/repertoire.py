"""Every name of every place, by what is written and by what is heard."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.offres.lieux.donnees import Commune, Lieu, communes, entrees, mots_ordinaires
from assistant.offres.lieux.ecriture import abreger, sons
from assistant.offres.lieux.formes import ARTICLES, GRANDE_VILLE, Nom, debuts, entiers
from assistant.offres.mots import plier, plier_lignes

CELEBRE = 50_000  # people: « Cannes » is then the town
MOTS_MALGRE_TOUT = frozenset({"tours", "le tampon", "le port"})
_ARTICLES = tuple(f"{article} " for article in ARTICLES)
SURNOMS = Path(__file__).parent / "surnoms.yml"


@dataclass(frozen=True)
class Entendus:
    """By sounds, no spaces."""

    noms: dict[str, list[Nom]]
    rangees: dict[tuple[str, int], list[str]]  # sounds, by the first one and how many


@lru_cache
def ecrits() -> dict[str, list[Nom]]:
    """By letters, no spaces."""
    par_lettres: dict[str, list[Nom]] = {}
    for nom in _tous():
        par_lettres.setdefault(nom.mots.replace(" ", ""), []).append(nom)
    return par_lettres


@lru_cache
def entendus() -> Entendus:
    """Only made when something is misspelt."""
    par_sons: dict[str, list[Nom]] = {}
    rangees: dict[tuple[str, int], list[str]] = {}
    for nom, son in zip(_tous(), sons("\n".join(nom.mots for nom in _tous())).split("\n"), strict=True):
        if son not in par_sons:
            rangees.setdefault((attaque(son), len(son)), []).append(son)
        par_sons.setdefault(son, []).append(nom)
    return Entendus(par_sons, rangees)


@lru_cache
def _tous() -> list[Nom]:
    replies = abreger("\n".join(plier_lignes([entree.lieu.nom for entree in entrees()]))).split("\n")
    des_communes = [
        nom
        for entree, replie in zip(entrees(), replies, strict=True)
        for nom in _noms(entree, replie.split())
    ]
    return des_communes + list(_surnoms())


def attaque(son: str) -> str:
    """What a name begins with; so many begin with « saint » that it is the sound after it."""
    return son[:3] if son.startswith("s2") else son[:1]


def _noms(entree: Commune, mots: list[str]) -> Iterator[Nom]:
    """Of a commune; of one that merged into another, only the whole name, for the new one."""
    if entree.dans:
        if "Arrondissement" in entree.lieu.nom or entree.lieu.nom == communes()[entree.dans].lieu.nom:
            return
        entree = _devenue(entree)
    for ecrit in entiers(mots):
        yield _nom(ecrit, entree, entier=True)
    if "ç" in entree.lieu.nom:
        yield _nom(abreger(plier(entree.lieu.nom.replace("ç", "ss"))), entree, entier=True)
    for ecrit in () if entree.dans else debuts(mots, entree.population):
        court = _nom(ecrit, entree, entier=False)
        if not court.mot or entree.population >= GRANDE_VILLE:
            yield court


def _devenue(ancienne: Commune) -> Commune:
    """The commune of today, where the old one was."""
    lieu, aujourd_hui = ancienne.lieu, communes()[ancienne.dans].lieu
    ou = Lieu(aujourd_hui.nom, aujourd_hui.code_insee, lieu.latitude, lieu.longitude)
    return Commune(ou, frozenset(), ancienne.population, ancienne.dans)


def _surnoms() -> Iterator[Nom]:
    for code, entree in yaml.safe_load(SURNOMS.read_text()).items():
        commune = communes()[code]
        for surnom in entree.get("surnoms", ()):
            yield from _quartier(surnom, commune, [])
        for quartier, point in entree.get("quartiers", {}).items():
            yield from _quartier(quartier, commune, point or [])


def _quartier(nom: str, commune: Commune, point: list[float]) -> Iterator[Nom]:
    """Known as its commune, where it is itself when that is written."""
    ou = Lieu(commune.lieu.nom, commune.lieu.code_insee, *point) if point else commune.lieu
    la = Commune(ou, frozenset(), commune.population, commune.lieu.code_insee)
    mots = abreger(plier(nom)).split()
    for ecrit in {*entiers(mots), " ".join(mots[1:] if mots[0] in ARTICLES else mots)}:
        yield _nom(ecrit, la, entier=True)


def _nom(ecrit: str, ou: Commune, *, entier: bool) -> Nom:
    seul = ecrit.split(" ", 1)[-1] if ecrit.startswith(_ARTICLES) else ecrit
    mot = seul in mots_ordinaires()
    celebre = entier and not ou.dans and ou.population >= CELEBRE and ecrit not in MOTS_MALGRE_TOUT
    return Nom(ecrit, ou.lieu, ou.departement, ou.population, entier, mot and not celebre)
