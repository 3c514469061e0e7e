"""Words without their dress: no accents, no capitals, no punctuation."""

import re

from unidecode import unidecode

_SEPARATEURS = re.compile(r"[^a-z0-9]+")


def plier(texte: str) -> str:
    """« L'École, à Saint-Émilion » → « l ecole a saint emilion »"""
    return _SEPARATEURS.sub(" ", unidecode(texte).lower()).strip()
