"""`lieu`: a commune of Gironde, by its name or what people call it."""

import re
from collections.abc import Iterator

from components.found import WORDS, Found, any_of, flat

_NAMES: dict[str, str] = {flat(name): name for name in WORDS["lieux"]} | WORDS["surnoms"]
_SAINTS = re.compile(r"\bst(e?)\b")
_PLACE = re.compile(rf"\b(?:{any_of(_NAMES)})\b")


def places(text: str) -> Iterator[Found]:
    """Reads a flat text. "st andre" is "saint andre": positions are counted back to what was written."""
    saints = [match.end() for match in _SAINTS.finditer(text)]
    spelled = _SAINTS.sub(r"saint\1", text)
    for match in _PLACE.finditer(spelled):
        start, end = (_back(position, saints) for position in match.span())
        yield Found("lieu", start, end, _NAMES[match[0]])


def _back(position: int, saints: list[int]) -> int:
    """ "saint" is three letters longer than "st"."""
    for end in saints:
        if end + 3 <= position:
            position -= 3
    return position
