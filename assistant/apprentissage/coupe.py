"""Words glued together (« jenaimardevivre ») cut where the words of the examples meet.

Own code: the libraries that part glued words know English, or French as it is spelt in books.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import category, normalize

MOT = re.compile(r"[^\W\d_]+")
LONG = 9  # letters: a shorter unknown word is a misspelt one
VUS = 2  # times in the examples: once may be a slip
PIECE_AU_PLUS = 14  # letters
PAR_MOT = 1.0  # what each cut costs
TRES_LONG = 13  # letters: few words are so long
CHER, TRES_CHER = 2.4, 3.2  # a letter: dearer, and for a very long word, it is one that we do not know
ELIDES = frozenset("acdjlmnosty")


class Coupe:
    """Learns the words of texts; reads others with their glued words parted."""

    def __init__(self, textes: Iterable[str]) -> None:
        vus = Counter(nu(mot) for texte in textes for mot in MOT.findall(texte))
        total = sum(vus.values())
        self._couts = {
            mot: math.log(total / fois) + PAR_MOT
            for mot, fois in vus.items()
            if fois >= VUS and (len(mot) > 1 or mot in ELIDES)
        }

    def couper(self, texte: str) -> str:
        return MOT.sub(lambda mot: self._parts(mot[0]), texte)

    def _parts(self, mot: str) -> str:
        lu = nu(mot)
        if len(lu) < LONG or lu in self._couts:
            return mot
        meilleurs = [(0.0, 0)]  # for each beginning of the word, its cost and where its last piece begins
        for fin in range(1, len(lu) + 1):
            debuts = range(max(0, fin - PIECE_AU_PLUS), fin)
            meilleurs.append(min((meilleurs[d][0] + self._couts.get(lu[d:fin], math.inf), d) for d in debuts))
        if meilleurs[-1][0] > len(lu) * (CHER if len(lu) < TRES_LONG else TRES_CHER):
            return mot
        return " ".join(_morceaux(lu, [debut for _, debut in meilleurs]))


def nu(mot: str) -> str:
    """Without capitals nor accents."""
    return "".join(lettre for lettre in normalize("NFKD", mot).casefold() if category(lettre) != "Mn")


def _morceaux(mot: str, debuts: list[int]) -> list[str]:
    fin, morceaux = len(mot), list[str]()
    while fin:
        morceaux.insert(0, mot[debuts[fin] : fin])
        fin = debuts[fin]
    return morceaux
