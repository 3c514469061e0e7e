"""Names of days and months, also misspelt or shortened."""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from assistant.offres.mots import plier

JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MOIS = (
    ("janvier", "janv", "jan"),
    ("fevrier", "fevr", "fev"),
    ("mars",),
    ("avril", "avr"),
    ("mai",),
    ("juin",),
    ("juillet", "juil", "juill"),
    ("aout", "out"),
    ("septembre", "sept", "sep"),
    ("octobre", "oct"),
    ("novembre", "nov"),
    ("decembre", "dec"),
)
ASSEZ_PROCHE = 84  # rapidfuzz ratio: "vandredi" and "jedi" pass, "merci" is no Wednesday
LONGUEUR_MINIMALE = 4
AUTRES_MOTS = frozenset({"mari", "vendre", "manche", "nombre", "fermier"})  # as near as a slip of the finger

_RANG_DU_MOIS = {nom: rang for rang, noms in enumerate(MOIS, 1) for nom in noms}
_MOIS_LONGS = [nom for nom in _RANG_DU_MOIS if len(nom) > LONGUEUR_MINIMALE]


@lru_cache(maxsize=2048)
def jour_nomme(mot: str) -> int | None:
    """0 for « lundi », « lundy »; None when the word is no day."""
    if len(mot) < LONGUEUR_MINIMALE or mot in AUTRES_MOTS:
        return None
    trouve = process.extractOne(mot, JOURS, scorer=fuzz.ratio, score_cutoff=ASSEZ_PROCHE)
    return JOURS.index(trouve[0]) if trouve else None


@lru_cache(maxsize=2048)
def mois_nomme(mot: str) -> int | None:
    """1 for « janvier », « janv »; None when the word is no month."""
    if mot in _RANG_DU_MOIS:
        return _RANG_DU_MOIS[mot]
    if len(mot) <= LONGUEUR_MINIMALE or mot in AUTRES_MOTS:
        return None
    trouve = process.extractOne(mot, _MOIS_LONGS, scorer=fuzz.ratio, score_cutoff=ASSEZ_PROCHE)
    return _RANG_DU_MOIS[trouve[0]] if trouve else None


_HEURE = re.compile(r"\d ?(?:h|heures?)\b|\d ?h ?\d|\d[/:]\d")


_DU_JOUR = re.compile(
    r"\d\w*|demain|2main|apres|avant|matin|mat|aprem|laprem|midi|soir|heures?|h|prochaine?|pro|semaine|jour|vers"
)


def est_du_calendrier(mot: str) -> bool:
    return jour_nomme(mot) is not None or mois_nomme(mot) is not None or _DU_JOUR.fullmatch(mot) is not None


def mentionne_le_calendrier(texte: str) -> bool:
    """Whether its figures are those of a day or an hour rather than of a list."""
    mots = plier(texte).split()
    nomme = any(jour_nomme(mot) is not None or mois_nomme(mot) is not None for mot in mots)
    return nomme or _HEURE.search(texte.lower()) is not None
