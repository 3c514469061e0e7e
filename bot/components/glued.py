"""Words written as one (« jepeupavenir ») → where each begins. Pure: no Rasa here.

Own code: the libraries that part glued words know English, or French as it is spelt in books. The engine's
environment does not see assistant/apprentissage/coupe.py: tests/bot/test_glued.py keeps both alike. Here a
dictionary guards the words of French, so shorter ones are looked at.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from components.phonetics import folded

LONG = 7  # letters: a shorter unknown word is a misspelt one
SEEN = 2  # times in the examples: once may be a slip
PIECE_AT_MOST = 14  # letters
EACH = 1.0  # what each cut costs
VERY_LONG = 13  # letters: few words are so long
DEAR, VERY_DEAR = 2.4, 3.2  # a letter: dearer, and for a very long word, it is one that we do not know
ALONE = frozenset("acdjlmnosty")
_WORD = re.compile(r"[^\W\d_]+")


def typed_words(texts: Iterable[str]) -> dict[str, int]:
    """The words of texts as they were typed, without accents, and how often."""
    words = Counter(word for text in texts for word in _WORD.findall(folded(text.lower())))
    return {
        word: times for word, times in words.items() if times >= SEEN and (len(word) > 1 or word in ALONE)
    }


class Glued:
    """Built once for a model: `typed` is what `typed_words` gave for its examples."""

    def __init__(self, typed: Mapping[str, int]) -> None:
        total = sum(typed.values())
        self._costs = {word: math.log(total / times) + EACH for word, times in typed.items()}

    def parted(self, word: str) -> str:
        """The words in `word`, spaced; `word` itself when it is one, or unlike any."""
        letters = folded(word)
        if len(letters) < LONG or not letters.isalpha() or letters in self._costs:
            return word
        best = [(0.0, 0)]  # for each beginning, its cost and where its last piece begins
        for end in range(1, len(letters) + 1):
            starts = range(max(0, end - PIECE_AT_MOST), end)
            best.append(min((best[s][0] + self._costs.get(letters[s:end], math.inf), s) for s in starts))
        if best[-1][0] > len(letters) * (DEAR if len(letters) < VERY_LONG else VERY_DEAR):
            return word
        return " ".join(_pieces(letters, [start for _, start in best]))


def _pieces(letters: str, starts: list[int]) -> list[str]:
    end, pieces = len(letters), []
    while end:
        pieces.insert(0, letters[starts[end] : end])
        end = starts[end]
    return pieces
