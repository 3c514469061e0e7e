"""The French word behind an unknown one: the same letters but for the accents, else the same sounds.

The words of the examples go first, then the more frequent in French. A word that exists, and a word
nothing sounds like, stay as they are. Pure: no Rasa here.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from components.phonetics import folded, sounds

FREQUENT = 150  # times in the subtitles the list was counted in, for a word to be heard behind another
USUAL = 4  # times in the examples, for a group of words
SURE = 4  # sounds that leave little doubt
LONG = 6  # letters or sounds that bear one mistake
_PARTS = re.compile(r"['-]")
_SMALL = ("qu", "j", "c", "d", "l", "m", "n", "s", "t")
_VOWEL = tuple("aeiouyhéèêâîôû")
# In turn: é for e, s for z; then what may not be heard
_CLOSE = str.maketrans("eXZ", "EES")
_FAINT = str.maketrans("XZ", "ES", "e")
Keys = list[dict[str, str]]


@lru_cache
def french() -> dict[str, int]:
    """Each word of French and its frequency: 140,000, conjugated, with their accents."""
    words: dict[str, int] = json.loads(
        gzip.decompress(files("spellchecker").joinpath("resources/fr.json.gz").read_bytes())
    )
    return words


@lru_cache(maxsize=20_000)
def is_french(word: str) -> bool:
    """Also "l'adresse" and "rendez-vous": each part is a word, or a small one that lost its vowel."""
    return word in french() or all(
        part in french() or part in (*_SMALL, "jusqu") for part in _PARTS.split(word)
    )


def usual_words(texts: Iterable[str]) -> dict[str, int]:
    """The French words of the examples and how often, and the groups of two or three that come back."""
    words: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for text in texts:
        pieces = text.split()
        words.update(piece for piece in pieces if piece[0].isalpha() and is_french(piece))
        for size in (2, 3):
            groups.update(" ".join(pieces[i : i + size]) for i in range(len(pieces) - size + 1))
    return dict(words) | {
        group: times
        for group, times in groups.items()
        if times >= USUAL and all(word in words for word in group.split())
    }


class ByEar:
    """Built once for a model: `usual` is what `usual_words` gave for its examples."""

    def __init__(self, usual: Mapping[str, int]) -> None:
        ordered = sorted(usual, key=lambda word: usual[word])
        words = [word for word in ordered if " " not in word]
        self._usual = usual
        self._near = _keys(words)
        self._groups = _keys([word for word in ordered if " " in word])
        self._one_mistake = {
            part: word for word in words if usual[word] > 2 for part in _without_one(folded(word))
        }
        self.word = lru_cache(maxsize=20_000)(self._word)

    def _word(self, piece: str) -> str:
        if len(piece) < 3 or not piece.isalpha() or is_french(piece):
            return piece
        return self._alike(piece) or self._after_a_small_word(piece) or self._mistyped(piece) or piece

    def _alike(self, piece: str) -> str | None:
        for level, key in enumerate(_keys_of(piece)):
            least = SURE if level > 1 else 2
            if len(key) >= least and (word := self._near[level].get(key)):
                return word
            if len(key) >= max(least, 3) and (word := _far()[level].get(key)):
                return word
            if level and len(key) >= SURE and (word := self._groups[level].get(key)):
                return word
        return None

    def _after_a_small_word(self, piece: str) -> str | None:
        """ "dlopital": the small word before lost its apostrophe, and the rest is heard."""
        for small in _SMALL:
            rest = piece.removeprefix(small)
            if rest != piece and len(rest) > 3 and rest.startswith(_VOWEL):
                word = rest if is_french(rest) else self._alike(rest)
                if word and word.startswith(_VOWEL):
                    return f"{small}'{word}"
        return None

    def _mistyped(self, piece: str) -> str | None:
        """One letter too many, too few, for another, or two in the wrong order: only towards the examples."""
        letters = folded(piece)
        found = {self._one_mistake[part] for part in _without_one(letters) if part in self._one_mistake}
        return max(found, key=lambda word: self._usual[word], default=None)


@lru_cache
def _far() -> Keys:
    words = [word for word, times in french().items() if times >= FREQUENT]
    return _keys(sorted(words, key=lambda word: french()[word]))


def _keys(words: list[str]) -> Keys:
    """From each way of comparing words, the most frequent word behind a key: the last one wins."""
    lines = "\n".join(words)
    bare = lines.replace("'", "").replace("-", "").replace(" ", "")
    heard = sounds(lines).replace(" ", "")
    levels = (folded(bare), heard, heard.translate(_CLOSE), heard.translate(_FAINT))
    return [dict(zip(level.split("\n"), words, strict=True)) for level in levels]


def _keys_of(piece: str) -> tuple[str, ...]:
    heard = sounds(piece)
    bare = folded(piece)
    return (bare if bare == piece else "", heard, heard.translate(_CLOSE), heard.translate(_FAINT))


def _without_one(letters: str) -> Iterator[str]:
    if len(letters) >= LONG:
        yield letters
        for i in range(1, len(letters)):
            yield letters[:i] + letters[i + 1 :]
