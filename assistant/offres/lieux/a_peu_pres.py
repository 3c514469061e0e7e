"""Names that sound or look like what was written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from assistant.offres.lieux.contexte import AUTOUR, attendu, nu, surement_attendu
from assistant.offres.lieux.donnees import mots_ordinaires
from assistant.offres.lieux.ecriture import abreger, coller, sons
from assistant.offres.lieux.formes import ARTICLES, GRANDE_VILLE, Nom
from assistant.offres.lieux.nommes import chez_nous, connu, suites
from assistant.offres.lieux.repertoire import attaque, ecrits, entendus
from assistant.offres.mots import plier

MOTS_AU_PLUS = 6
LETTRES, LETTRES_EN_PASSANT, SONS = 4, 5, 3  # shorter texts resemble too many names
_DOUBLES = re.compile(r"(.)\1")
ECART = 2  # sounds more or less
ESSAIS = 12
SEUIL = 83.0  # of 100: « libourn » is at 93 of Libourne
SEUIL_AILLEURS = 90.0  # for a place few know
SEUIL_MOTS = 93.0  # for everyday words: « la teste de buche »
LETTRES_MOTS = 10  # of everyday words, at least so many
LETTRES_INCONNUES, PART_INCONNUE = 5, 0.4  # of several words, so much at least is no everyday word
PART_DES_SONS = 0.7
LETTRES_UNE_FAUTE, LETTRES_AILLEURS, LETTRES_DEUX_FAUTES = 5, 6, 9  # « bordeuax » is a slip
PAR_FAUTE = 7.0
PLUS_GRAND = 10  # times as many people
TOUT_ENTIER = 92.0
CHEZ_NOUS, EN_BREF = 6.0, -4.0  # points for our département, for a name cut short


def familier(nom: Nom) -> bool:
    return nom.population >= GRANDE_VILLE or chez_nous(nom)


@dataclass(frozen=True)
class Essai:
    note: float
    nom: Nom


def ressemblants(mots: list[str]) -> list[Nom]:
    """The names most like a bare answer, or like what follows « à », « vers »."""
    essais = [essai for debut, fin in suites(mots) for essai in _essayer(mots, debut, fin)]
    meilleur = max((essai.note for essai in essais), default=0.0)
    return [essai.nom for essai in essais if essai.note == meilleur]


def homophones(nom: Nom) -> list[Nom]:
    """The communes of our département which sound just the same and are much larger."""
    memes = entendus().noms.get(sons(nom.mots), ())
    plus_grands = [n for n in memes if chez_nous(n) and n.population > PLUS_GRAND * nom.population]
    return [n for n in plus_grands if n.mots == abreger(plier(n.lieu.nom))]


def tout_entier(mots: list[str]) -> list[Nom]:
    """The name the whole text nearly is: « meun sur loire »."""
    essais = [essai for essai in _essayer(mots, 0, len(mots)) if essai.note >= TOUT_ENTIER]
    return [essai.nom for essai in essais if essai.note == max(autre.note for autre in essais)]


def _essayer(mots: list[str], debut: int, fin: int) -> Iterator[Essai]:
    suite = mots[debut:fin]
    avant = debut - 1 if debut and mots[debut - 1] in ARTICLES else debut
    seul = nu(mots, debut, fin)
    if not (seul or attendu(mots, avant)) or len(suite) > MOTS_AU_PLUS or suite[0] in AUTOUR:
        return
    partout = seul or surement_attendu(mots, avant)
    seuil = _seuil(suite, _est_un_mot if partout else _sonne_comme_un_mot)
    ecrit, son = coller(suite), sons(" ".join(suite))
    if len(ecrit) >= (LETTRES if partout else LETTRES_EN_PASSANT):
        proches = [nom for nom in _proches(ecrit, son) if familier(nom) or (partout and not nom.mot)]
        notes = [(_note(ecrit, son, nom), nom) for nom in proches]
        yield from (Essai(note + _points(nom), nom) for note, nom in notes if note > seuil)


def _seuil(suite: list[str], ordinaire: Callable[[str], bool]) -> float:
    """What everyday words must reach, that a name would not."""
    lettres = len(coller(suite))
    inconnues = len(coller([mot for mot in suite if not ordinaire(mot)]))
    if inconnues == lettres or inconnues >= max(LETTRES_INCONNUES, PART_INCONNUE * lettres):
        return 0.0
    return SEUIL_MOTS if lettres >= LETTRES_MOTS else 101.0


def _est_un_mot(mot: str) -> bool:
    return mot.isdigit() or not mots_ordinaires().isdisjoint((mot, _DOUBLES.sub(r"\1", mot)))


def _sonne_comme_un_mot(mot: str) -> bool:
    """« a fère », « a la semène » within a sentence."""
    return _est_un_mot(mot) or sons(mot) in _sons_ordinaires()


@lru_cache
def _sons_ordinaires() -> frozenset[str]:
    return frozenset(sons("\n".join(mots_ordinaires())).split("\n"))


def _proches(ecrit: str, son: str) -> list[Nom]:
    """Names whose sounds are near, or whose letters nearly are."""
    tailles = range(len(son) - ECART, len(son) + ECART + 1) if len(son) >= SONS else ()
    choix = [c for taille in tailles for c in entendus().rangees.get((attaque(son), taille), ())]
    sonnent = process.extract(son, choix, scorer=fuzz.ratio, score_cutoff=70, limit=ESSAIS)
    fautes = 1 if len(ecrit) < LETTRES_DEUX_FAUTES else 2
    voisins = [v for taille in range(-fautes, fautes + 1) for v in _voisins(ecrit[0], len(ecrit) + taille)]
    ecrivent = process.extract(ecrit, voisins, scorer=OSA.distance, score_cutoff=fautes, limit=ESSAIS)
    noms = [nom for candidat, *_ in sonnent for nom in entendus().noms[candidat]]
    return noms + [nom for lettres, *_ in ecrivent for nom in ecrits()[lettres]]


def _note(ecrit: str, son: str, nom: Nom) -> float:
    """Mostly how it sounds, then how it is written, or the slips of a finger; 0 when it is too far."""
    lettres = nom.mots.replace(" ", "")
    sonne = PART_DES_SONS * fuzz.ratio(son, sons(nom.mots)) + (1 - PART_DES_SONS) * fuzz.ratio(ecrit, lettres)
    if sonne >= (SEUIL if connu(nom) else SEUIL_AILLEURS) and (connu(nom) or len(ecrit) >= LETTRES_AILLEURS):
        return sonne
    fautes = OSA.distance(ecrit, lettres)
    assez_long = len(ecrit) >= (LETTRES_UNE_FAUTE if connu(nom) else LETTRES_AILLEURS)
    permises = assez_long + (len(ecrit) >= LETTRES_DEUX_FAUTES)
    return 100 - PAR_FAUTE * fautes if fautes <= permises else 0.0


def _voisins(lettre: str, taille: int) -> list[str]:
    return [*_par_lettre().get((lettre, taille), ()), *_par_lettre().get(("", taille), ())]


@lru_cache
def _par_lettre() -> dict[tuple[str, int], list[str]]:
    """Written names, by first letter and length; known ones under no letter: it may be wrong."""
    par_lettre: dict[tuple[str, int], list[str]] = {}
    for lettres, noms in ecrits().items():
        initiale = "" if any(connu(nom) for nom in noms) else lettres[0]
        par_lettre.setdefault((initiale, len(lettres)), []).append(lettres)
    return par_lettre


def _points(nom: Nom) -> float:
    """The larger and the nearer, the likelier."""
    return log10(nom.population + 1) + CHEZ_NOUS * chez_nous(nom) + (0.0 if nom.entier else EN_BREF)
