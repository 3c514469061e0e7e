"""Places people name: communes of Gironde, however they spell them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz, process

from assistant.offres.mots import plier

COMMUNES = Path(__file__).parent / "communes.yml"
CODE_POSTAL = re.compile(r"\b\d{5}\b")
SAINT = re.compile(r"\bst(e?)\b")
AVANT_UN_LIEU = re.compile(r"(a|au|de|d|du|en|habite|pres|proche|sur|vers|cote|environs)")
MOTS_DU_NOM = 5  # Saint-André-de-Cubzac has four
LETTRES_MINIMUM = 5  # shorter words resemble too many others
RESSEMBLANCE = 85  # of 100; "canton" is at 83 of Lanton, "libourn" at 93 of Libourne


@dataclass(frozen=True)
class Lieu:
    nom: str
    code_insee: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Commune:
    rang: int  # by population
    lieu: Lieu
    codes_postaux: frozenset[str]
    noms: frozenset[str]  # folded
    mot_courant: bool


def candidats(texte: str) -> list[Lieu]:
    """Every commune the text may mean, the most populous first; more than one: ambiguous."""
    trouvees = _par_code_postal(texte) or _par_nom(texte) or _par_ressemblance(texte)
    return [commune.lieu for commune in sorted(trouvees, key=lambda c: c.rang)]


def trouver_lieu(texte: str) -> Lieu | None:
    """The commune named in a sentence or a bare answer (postcode, nickname, misspelling), if any."""
    return next(iter(candidats(texte)), None)


@lru_cache
def communes() -> tuple[Commune, ...]:
    contenu = yaml.safe_load(COMMUNES.read_text())
    return tuple(_commune(rang, nom, entree) for rang, (nom, entree) in enumerate(contenu.items()))


def _commune(rang: int, nom: str, entree: dict[str, Any]) -> Commune:
    return Commune(
        rang,
        Lieu(nom, entree["insee"], entree["lat"], entree["lon"]),
        frozenset(entree["postes"]),
        frozenset({*_formes(plier(nom)), *map(plier, entree.get("surnoms", ()))}),
        entree.get("mot", False),
    )


def _formes(nom: str) -> Iterator[str]:
    """The whole name, « Saint-X » of « Saint-X-de-Y », and the name without its article."""
    yield nom
    premier, *reste = nom.split()
    if premier in ("saint", "sainte"):
        yield f"{premier} {reste[0]}"
    if premier in ("le", "la") and len(reste[0]) >= LETTRES_MINIMUM:
        yield " ".join(reste)


@lru_cache
def _index() -> dict[str, set[Commune]]:
    index: dict[str, set[Commune]] = {}
    for commune in communes():
        for nom in commune.noms:
            index.setdefault(nom, set()).add(commune)
    return index


def _par_code_postal(texte: str) -> set[Commune]:
    codes = set(CODE_POSTAL.findall(texte))
    return {commune for commune in communes() if codes & commune.codes_postaux}


def _par_nom(texte: str) -> set[Commune]:
    """The longest name said in full. A name that is also a word needs « à » before it, or nothing around."""
    mots = _mots(texte)
    for debut, fin in _suites(mots):
        trouvees = _index().get(" ".join(mots[debut:fin]), set())
        if trouvees := {c for c in trouvees if not c.mot_courant or _attendu(mots, debut, fin)}:
            return trouvees
    return set()


def _par_ressemblance(texte: str) -> set[Commune]:
    """The name most like a bare answer, or like what follows « à », « vers »…"""
    mots = _mots(texte)
    noms = [
        nom
        for nom, trouvees in _index().items()
        if len(nom) >= LETTRES_MINIMUM and not any(c.mot_courant for c in trouvees)
    ]
    suites = [" ".join(mots[debut:fin]) for debut, fin in _suites(mots) if _attendu(mots, debut, fin)]
    essais = [
        process.extractOne(suite, noms, scorer=fuzz.ratio, score_cutoff=RESSEMBLANCE)
        for suite in suites
        if len(suite) >= LETTRES_MINIMUM
    ]
    meilleur = max((essai for essai in essais if essai), key=lambda essai: essai[1], default=None)
    return _index()[meilleur[0]] if meilleur else set()


def _mots(texte: str) -> list[str]:
    return SAINT.sub(r"saint\1", plier(texte)).split()


def _suites(mots: list[str]) -> Iterator[tuple[int, int]]:
    """Every run of words, the longest first."""
    for longueur in range(min(MOTS_DU_NOM, len(mots)), 0, -1):
        for debut in range(len(mots) - longueur + 1):
            yield debut, debut + longueur


def _attendu(mots: list[str], debut: int, fin: int) -> bool:
    return bool(AVANT_UN_LIEU.fullmatch(mots[debut - 1])) if debut else fin == len(mots)
