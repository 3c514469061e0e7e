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
from pathlib import Path

import yaml

from components.found import WORDS as VALUES
from components.glued import Glued
from components.people import WORDS as PEOPLE
from components.phonetics import CLOSE, folded, sounds

WORDS_FILE = Path(__file__).with_name("spelling_words.yml")

FREQUENT = 250  # times in the subtitles the list was counted in, for a word to be heard behind another
USUAL = 5  # times in the examples, for a group of words
SURE = 4  # sounds that leave little doubt
LONG = 6  # letters or sounds that bear one mistake
_PARTS = re.compile(r"['-]")
_SMALL = ("qu", "j", "c", "d", "l", "m", "n", "s", "t")
_VOWEL = tuple("aeiouyhéèêâîôû")
_FAINT = str.maketrans("XZ", "ES", "e")  # what may not be heard is left out
Keys = list[dict[str, str]]


@lru_cache
def french() -> dict[str, int]:
    """Each word of French and its frequency: 140,000, conjugated, with their accents."""
    words: dict[str, int] = json.loads(
        gzip.decompress(files("spellchecker").joinpath("resources/fr.json.gz").read_bytes())
    )
    return words


@lru_cache
def _others() -> frozenset[str]:
    """What the list does not know: newer words, small ones that lost their vowel."""
    return frozenset(yaml.safe_load(WORDS_FILE.read_text(encoding="utf-8"))["mots"]) | {*_SMALL, "jusqu"}


@lru_cache
def _names() -> frozenset[str]:
    """Without accents: the communes and first names the engine knows."""
    known = [folded(name) for name in (*VALUES["lieux"], *PEOPLE["prenoms"])]
    return frozenset(part for name in known for part in re.split(r"[ '-]", name) if len(part) > 3)


@lru_cache(maxsize=20_000)
def is_french(word: str) -> bool:
    """Also "l'adresse" and "rendez-vous", where each part is a word."""
    parts = word.replace("œ", "oe").replace("æ", "ae")
    return word in french() or all(
        part in french() or part in _others() or folded(part) in _names() for part in _PARTS.split(parts)
    )


def usual_words(texts: Iterable[list[str]]) -> dict[str, int]:
    """The French words of texts and how often, and the groups of two or three that come back."""
    words: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for pieces in texts:
        words.update(piece for piece in pieces if piece[0].isalpha() and is_french(piece))
        for size in (2, 3):
            groups.update(" ".join(pieces[i : i + size]) for i in range(len(pieces) - size + 1))
    return dict(words) | {
        group: times
        for group, times in groups.items()
        if times >= USUAL and all(word in words for word in group.split())
    }


class ByEar:
    """Built once for a model: `usual` is what `usual_words` gave for its examples, `typed` what
    `typed_words` gave.
    """

    def __init__(self, usual: Mapping[str, int], typed: Mapping[str, int]) -> None:
        ordered = sorted((word for word in usual if _told(word, usual)), key=lambda word: usual[word])
        words = [word for word in ordered if " " not in word]
        self._usual = usual
        self._glued = Glued(typed)
        self._near = _keys(words)
        self._groups = _keys([word for word in ordered if " " in word])
        self._mistaken = _mistaken([word for word in words if usual[word] >= USUAL])
        self.word = lru_cache(maxsize=20_000)(self._word)
        _far()  # here, not at the first message

    def parted(self, piece: str) -> str:
        """The words that were typed as one, spaced; `piece` itself when it is one word."""
        return piece if is_french(piece) else self._glued.parted(piece)

    def _word(self, piece: str) -> str:
        bare = _PARTS.sub("", piece)
        if len(bare) < 3 or not bare.isalpha() or is_french(piece):
            return piece
        if bare != piece and not self._mistyped(piece):
            return re.sub(r"[^'-]+", lambda part: self.word(part.group()), piece)
        return self._alike(piece) or self._after_a_small_word(piece) or self._mistyped(piece) or piece

    def _alike(self, piece: str) -> str | None:
        keys, ended = _keys_of(piece), _keys_of(piece + "e")
        return (
            _first(self._near, keys, 2)
            or _first(self._near, ended, 3)
            or _first(self._groups, keys, SURE)
            or _first(_far(), keys, 3)
            or _first(_far(), ended, 3)
        )

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
        """One letter or sound too many, too few or wrong, or two swapped: only towards the examples."""
        parts = (*_less(folded(piece)), *_less(sounds(piece).translate(CLOSE)))
        found = {self._mistaken[part] for part in parts if part in self._mistaken}
        return max(found, key=lambda word: self._usual[word], default=None)


def _told(word: str, usual: Mapping[str, int]) -> bool:
    """Glued or elided words ("t'ou") must come back, or a slip would be an example."""
    return word.isalpha() or usual[word] >= USUAL


def _first(known: Keys, keys: tuple[str, ...], least: int) -> str | None:
    for level, key in enumerate(keys):
        if len(key) >= (least if level < 2 else SURE) and (word := known[level].get(key)):
            return word
    return None


@lru_cache
def _far() -> Keys:
    words = [word for word, times in french().items() if times >= FREQUENT]
    return _keys(sorted(words, key=lambda word: french()[word]))


def _keys(words: list[str]) -> Keys:
    """From each way of comparing words, the most frequent word behind a key: the last one wins."""
    lines = "\n".join(words)
    bare = lines.replace("'", "").replace("-", "").replace(" ", "")
    heard = sounds(lines).replace(" ", "")
    levels = (folded(bare), heard, heard.translate(CLOSE), heard.translate(_FAINT))
    return [dict(zip(level.split("\n"), words, strict=False)) for level in levels]


def _keys_of(piece: str) -> tuple[str, ...]:
    heard = sounds(piece)
    bare = folded(piece)
    return (bare if bare == piece else "", heard, heard.translate(CLOSE), heard.translate(_FAINT))


def _mistaken(words: list[str]) -> dict[str, str]:
    """By the letters, then by the sounds, all of them at once: that is ten times quicker."""
    lines = "\n".join(words)
    spelled = (folded(lines).split("\n"), sounds(lines).translate(CLOSE).split("\n"))
    pairs = (pair for signs in spelled for pair in zip(signs, words, strict=False))
    return {part: word for sign, word in pairs for part in _less(sign)}


def _less(signs: str) -> Iterator[str]:
    """The whole, and each time without one sign but the first."""
    if len(signs) >= LONG:
        yield signs
        yield from (signs[:i] + signs[i + 1 :] for i in range(1, len(signs)))
