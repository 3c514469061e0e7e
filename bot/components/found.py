"""What a reader of values gives back, and the flat form of a text that all of them read. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("values.yml").read_text(encoding="utf-8"))
NUMBERS: dict[str, int] = WORDS["nombres"]


class Found(NamedTuple):
    """`value`: a rank (the last is -1), minutes, the name of a place or theme, or the words themselves."""

    entity: str
    start: int
    end: int
    value: int | str


def flat(text: str) -> str:
    """No capitals, accents, hyphens or apostrophes, character for character: positions stay true."""
    plain = (unicodedata.normalize("NFD", character)[0].lower()[:1] for character in text)
    return re.sub(r"[-_'’‘`]", " ", "".join(plain))


def any_of(words: Iterable[Any]) -> str:
    """A regular expression for one of these words, the longest first."""
    return "|".join(re.escape(str(word)) for word in sorted(words, key=lambda w: -len(str(w))))


def number(written: str) -> float:
    """ "deux" and "2,5" are numbers."""
    return NUMBERS[written] if written in NUMBERS else float(written.replace(",", "."))
