"""French as it is texted → French as it is written, for the featurizers only. Pure: no Rasa here.

`written_out` undoes the spellings listed in spelling.yml, small words that lost their apostrophe
("l adresse", "jarrive") and letters held down ("merciiii"). What is still unknown is read by ear
(spelling_by_ear.py); a word that exists in French, and a name, are never changed.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from components.people import WORDS as PEOPLE
from components.phonetics import folded
from components.spelling_by_ear import ByEar

RENDEZ_VOUS = ("rendez vous", "rendez-vous")
TITLES = frozenset(PEOPLE["civilites"])
LEXICON_FILE = Path(__file__).with_name("spelling.yml")
_PIECE = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?|([^\w\s])\1*")
_HELD = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
_ELIDABLE = ("qu", "j", "c", "d", "l", "m", "n", "s", "t")
_VOWEL = re.compile(r"[aeiouyh]")
_JE_STUCK = re.compile(r"j[bcdfgklmnpqrstvz]\w")
_TO_BE = re.compile(r"(est|etait|etaient|etais)$")


class Lexicon(NamedTuple):
    words: dict[str, str]
    after_je: dict[str, str]
    elided: dict[str, str]


@lru_cache
def lexicon() -> Lexicon:
    data = yaml.safe_load(LEXICON_FILE.read_text(encoding="utf-8"))
    return Lexicon(data["mots"], data["apres_je"], {folded(word): word for word in data["elident"]})


def written_out(text: str, ear: ByEar | None = None) -> str:
    """The sentence a careful writer would have sent, in lower case; same text in, same text out.

    `ear`: the one that knows the words of the examples, if any.
    """
    heard = _heard(listed(text), _names(_pieces(text)), ear or _without_examples())
    return " ".join(heard).replace(*RENDEZ_VOUS)


def listed(text: str) -> list[str]:
    """The words of the text, where only the spellings of spelling.yml are undone."""
    return " ".join(_written([piece.lower() for piece in _pieces(text)])).split()


def _pieces(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return [found.group() for found in _PIECE.finditer(_HELD.sub(r"\1", text))]


@lru_cache
def _without_examples() -> ByEar:
    return ByEar({}, {})


def _names(typed: list[str]) -> set[str]:
    """The words with a capital inside a sentence, and what follows "madame"."""
    pairs = list(zip(typed, typed[1:], strict=False))
    capitals = {word.lower() for before, word in pairs if word.istitle() and before not in ".!?…"}
    return capitals | {word.lower() for before, word in pairs if folded(before) in TITLES}


def _heard(words: list[str], names: set[str], ear: ByEar) -> Iterator[str]:
    for word in words:
        heard = word if word in names else ear.word(word)
        if heard != word:
            yield _found(lexicon().words, heard) or heard
        elif word in names or (parts := ear.parted(word)) == word:
            yield word
        else:
            yield from _heard(listed(parts), names, ear)


def _written(pieces: list[str]) -> list[str]:
    words: list[str] = []
    while pieces:
        taken, word = _next(pieces, words[-1] if words else "")
        words.append(word)
        pieces = pieces[taken:]
    return words


def _next(pieces: list[str], before: str) -> tuple[int, str]:
    """How many pieces the next word takes, and the word."""
    piece, after = pieces[0], pieces[1] if len(pieces) > 1 else ""
    if (piece, after) == ("c", "t"):
        return 2, "c'était"
    if piece == "j" and (verb := _found(lexicon().after_je, after)):
        return 2, f"je {verb}"
    if (_TO_BE if piece == "c" else _VOWEL).match(folded(after)) and piece in _ELIDABLE:
        return 2, f"{piece}'{lexicon().elided.get(folded(after), after)}"
    return 1, _word(piece, before)


def _word(piece: str, before: str) -> str:
    if before == "je" and (verb := _found(lexicon().after_je, piece)):
        return verb
    if word := _found(lexicon().words, piece):
        return word
    if _JE_STUCK.match(piece):
        return f"je {_found(lexicon().after_je, piece[1:]) or piece[1:]}"
    return _elision_restored(piece)


def _found(spellings: dict[str, str], piece: str) -> str | None:
    """As typed, else without its accents ("jé" is not "je", but "vénir" may be "venir")."""
    return spellings.get(piece) or spellings.get(folded(piece))


def _elision_restored(piece: str) -> str:
    key = folded(piece)
    for small in _ELIDABLE:
        if key.startswith(small) and (rest := key[len(small) :]) in lexicon().elided:
            return f"{small}'{lexicon().elided[rest]}"
    return piece
