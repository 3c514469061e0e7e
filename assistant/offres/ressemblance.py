"""How many of a label's words a person's sentence holds, spelling mistakes included."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.conversation.garde.ecriture import lettres, sons
from assistant.offres.mots import plier

RESSEMBLANCE = 82  # rapidfuzz ratio, in percent: "benevola" is bénévolat, "stage" is not "stable"
LETTRES_MINIMUM = 4  # shorter words must be written as they are
_C_DOUX = re.compile(r"c(?=[eiy])|ç")
_SANS_POIDS = re.compile(
    r"(?:a|ai|aux?|avec|ca|ce|ces|dans|des?|du|en|est|et|etre|faire|fait|je|les?|la|ma|me|mes|mon|ne|nos|notre"
    r"|on|ou|par|pas|pour|que|sa|se|ses|son|sur|une?|jour|places?|premiere?s?|mettre|prendre|aller|avoir|\w)"
)


def mots_communs(libelle: str, texte: str) -> int:
    """Counts the words of `libelle` that carry meaning and that `texte` holds too."""
    mots = plier(texte).split()
    return sum(any(_ressemble(utile, mot) for mot in mots) for utile in _utiles(libelle))


def dit_en_entier(libelle: str, texte: str) -> bool:
    """Whether no word of `libelle` that carries meaning is missing from `texte`."""
    mots = plier(texte).split()
    return all(any(_ressemble(utile, mot) for mot in mots) for utile in _utiles(libelle))


def sonnent_pareil(mot: str, autre: str) -> bool:
    """« fransé » is « français »: as written, misspelt, or heard."""
    ecrits = plier(mot), plier(autre)
    return _ressemble(*ecrits) or (min(map(len, ecrits)) >= LETTRES_MINIMUM and _son(mot) == _son(autre))


def mots_pleins(texte: str) -> list[str]:
    """The words that carry meaning, with the accents that say how they sound."""
    return [mot for mot in re.findall(r"[^\W\d_]+", texte) if not _SANS_POIDS.fullmatch(plier(mot))]


@lru_cache(maxsize=1024)
def _son(mot: str) -> str:
    return sons(lettres(_C_DOUX.sub("s", mot.lower())))


@lru_cache(maxsize=256)  # one label is looked for in many texts
def _utiles(libelle: str) -> list[str]:
    return [mot for mot in plier(libelle).split() if not _SANS_POIDS.fullmatch(mot)]


def _ressemble(utile: str, mot: str) -> bool:
    return utile == mot or (len(mot) >= LETTRES_MINIMUM and fuzz.ratio(utile, mot) >= RESSEMBLANCE)
