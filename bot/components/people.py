"""`personne`: a named référent. No surname is known here, only what comes before one (people.yml)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from components.found import Found, any_of

WORDS: dict[str, list[Any]] = yaml.safe_load(
    Path(__file__).with_name("people.yml").read_text(encoding="utf-8")
)
_WORD = rf"(?!(?:{any_of(WORDS['pas_un_nom'] + WORDS['civilites'])})\b)[a-z]{{3,}}"
_FIRST = rf"(?:{any_of(WORDS['prenoms'])})"
_SHOWN = re.compile(
    rf"(?<!\w)(?:(?P<title>{any_of(WORDS['civilites'])})\b\.?|{any_of(WORDS['avant'])}\b) +"
    rf"(?P<name>{_WORD}(?: {_WORD})?)"
)
_FULL = re.compile(rf"(?<!\w)(?<!saint )(?<!st )(?P<name>{_FIRST}(?: {_FIRST})? {_WORD})\b")
_FIRST_ALONE = re.compile(_FIRST)
_MISTER = ("M.", "M ")  # "m'appeler" is no title


def people(text: str, flat: str) -> Iterator[Found]:
    """`flat`: the flat form of `text`, where names have their capitals. The value has no title."""
    shouted = text.isupper()
    capitals = {w.start() for w in re.finditer(r"\w+", flat) if not shouted and text[w.start()].isupper()}
    full = (match.span("name") for match in _FULL.finditer(flat))
    spans = {span for span in full if _evenly_written(flat, span, capitals)}
    for match in _SHOWN.finditer(flat):
        start, end = _sure_part(text, flat, match, capitals)
        if start < end and not any(start < after and before < end for before, after in spans):
            spans.add((start, end))
    for start, end in sorted(spans):
        yield Found("personne", start, end, text[start:end])


def _evenly_written(flat: str, span: tuple[int, int], capitals: set[int]) -> bool:
    """ "Claire Dubois" and "claire dubois", not "Claire demande"."""
    words = [span[0] + word.start() for word in re.finditer(r"[a-z]+", flat[slice(*span)])]
    return len({word in capitals for word in words}) == 1


def _sure_part(text: str, flat: str, match: re.Match[str], capitals: set[int]) -> tuple[int, int]:
    """After a title, the first word whatever its letters; else a word with a capital or a listed first name.
    Empty when nothing is sure.
    """
    start, end = match.span("name")
    words = list(re.finditer(r"[a-z]+", flat[start:end]))
    sure = [start + word.start() in capitals or bool(_FIRST_ALONE.fullmatch(word[0])) for word in words]
    titled = match["title"] and (
        match["title"] != "m" or text[match.start() : match.end("title") + 1] in _MISTER
    )
    if not (titled or (sure[0] and match["title"] != "m")):
        return start, start
    return start, start + words[len(words) > 1 and sure[1]].end()
