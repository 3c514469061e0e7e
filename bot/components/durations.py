"""`duree` in minutes ("2h30", "deux heures et demie", "45 min") and `heure` as written ("14h", "9:30").

"10h" alone may be either: both are given, the dialogue knows which it asked for.
"""

import re
from collections.abc import Iterator

from components.found import NUMBERS, Found, any_of, number

OPENING_HOURS = range(7, 22)
_HOURS = re.compile(
    r"(?P<clock>\b(?:a|vers|avant|apres|jusqu a|des|entre|pour|plutot) +)?"
    rf"(?<![\w/])(?P<time>(?P<hours>\d{{1,3}}(?:[.,]5)?|{any_of(NUMBERS)}) ?(?:h|heures?|heur|hrs?)(?![a-z])"
    r"(?: ?(?P<minutes>[0-5]\d)\b|(?P<half> *et demie?)|(?P<quarter> *et quart))?)"
    r"(?P<spent> +(?:de|d) +[a-z])?"
)
_MINUTES = re.compile(rf"(?<!\w)(?P<minutes>\d{{1,3}}|{any_of(NUMBERS)}) ?(?:min|minutes?|mn)\b")
_PARTS = {"trois quarts d heure": 45, "3 quarts d heure": 45, "demi heure": 30, "quart d heure": 15}
_PART = re.compile(rf"\b(?:{any_of(_PARTS)})\b")
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)|(?<!apres )\bmidi\b")


def durations(flat: str) -> Iterator[Found]:
    """Durations in minutes, and the hours of the day, which look the same."""
    for match in _HOURS.finditer(flat):
        hours = number(match["hours"])
        if not match["clock"]:
            yield Found("duree", *match.span("time"), _minutes(match, hours))
        if match["clock"] or (hours in OPENING_HOURS and not match["spent"]):
            yield Found("heure", *match.span("time"), match["time"])
    for match in _MINUTES.finditer(flat):
        yield Found("duree", *match.span(), int(number(match["minutes"])))
    for match in _PART.finditer(flat):
        yield Found("duree", *match.span(), _PARTS[match[0]])
    for match in _CLOCK.finditer(flat):
        yield Found("heure", *match.span(), match[0])


def _minutes(match: re.Match[str], hours: float) -> int:
    more = 30 if match["half"] else 15 if match["quarter"] else int(match["minutes"] or 0)
    return round(hours * 60) + more
