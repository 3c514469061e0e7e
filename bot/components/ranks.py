"""`rang`: which of the numbered things. "1", "le 2", "la deuxieme", "le dernier" (-1)."""

import re
from collections.abc import Iterator

from components.found import NUMBERS, WORDS, Found, any_of

RANKS: dict[str, int] = WORDS["rangs"]
LAST_OFFERED = 9
_COUNTED = (
    rf"h\b|hr|heure|min|mn\b|[:/%€]|[.,]\d|e\b|euro|ans?\b|mois|jour|sem|fois|annee|{any_of(WORDS['mois'])}"
)
_FIGURE = r"\d+(?: ?(?:eme|em|nde?|e)\b)?"
_POINTED = re.compile(
    rf"(?:(?:^\W*|\b(?:le|la|l|au|du|celui|celle) +)(?P<ordinal>{any_of(RANKS)}|\d ?(?:eme|em|nde?|e)\b)"
    rf"|\b(?:le|la|numero|num|n°|choix|option) +(?P<named>{any_of(NUMBERS)}|{_FIGURE})"
    rf"|\b(?:au|du|creneau|offre|rdv|plutot) +(?P<figure>{_FIGURE}))\b(?! *(?:{_COUNTED}))"
)
_ALONE = re.compile(
    rf"^\W*(?:ok |oui |alors |donc )?(?P<alone>{any_of(NUMBERS)}|{_FIGURE})\W*"
    r"(?:svp|stp|merci|s il vous plait)?\W*$"
)


def ranks(flat: str) -> Iterator[Found]:
    """Ranks up to LAST_OFFERED; a number that counts something else ("le 3 mars", "2h") is none."""
    for match in [*_POINTED.finditer(flat), *_ALONE.finditer(flat)]:
        name = str(match.lastgroup)
        rank = _rank(match[name])
        if rank:
            yield Found("rang", *match.span(name), rank)


def _rank(word: str) -> int:
    """0 for a number too great to be a rank."""
    figures = re.match(r"\d*", word)
    rank = RANKS.get(word) or NUMBERS.get(word) or int(figures[0] if figures else 0)
    return rank if rank <= LAST_OFFERED else 0
