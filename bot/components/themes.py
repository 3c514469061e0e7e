"""`theme`: what a need is about, among the ten themes of the référentiel. Words in themes.yml."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from components.found import Found

THEMES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("themes.yml").read_text(encoding="utf-8")
)


def _written(words: list[str]) -> str:
    """The longest first; "logement*" is any word that begins so, and a space is one or more."""
    patterns = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", " +") for word in words)
    return "|".join(sorted(patterns, key=len, reverse=True))


_THEME = re.compile(
    r"\b(?:" + "|".join(f"(?P<{theme}>{_written(words)})" for theme, words in THEMES.items()) + r")\b"
)


def themes(flat: str) -> Iterator[Found]:
    """The value is the name of the theme; one theme may be found several times."""
    for match in _THEME.finditer(flat):
        yield Found("theme", *match.span(), str(match.lastgroup))
