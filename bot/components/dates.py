"""`date`: the words of a day, as written. Only the actions know what day today is."""

import re
from collections.abc import Iterator

from components.found import WORDS, Found, any_of

_MONTH = rf"(?:{any_of(WORDS['mois'])})"
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_PART = r"(?:matin|midi|aprem|apres midi|soir)"
_DATE = re.compile(
    rf"\b(?:(?:apres )?demain|aujourd ?hui|avant hier|hier|ce {_PART}"
    rf"|(?:ce )?{_DAY}(?: (?:prochaine?|derniere?|en 8|pro|passe))?(?: \d{{1,2}}\b(?! ?h))?(?: {_MONTH})?"
    rf"|(?:la )?semaine (?:prochaine|pro|derniere|d apres)|(?:le )?mois prochain"
    rf"|\d{{1,2}}(?:[/.]| )\d{{1,2}}(?:[/.]| )(?:19|20)?\d\d|\d{{1,2}}/\d{{1,2}}"
    rf"|(?:le )?(?:\d{{1,2}}|1er) {_MONTH}(?: (?:19|20)?\d\d\b)?"
    rf"|le \d{{1,2}}(?! ?(?:h|:|\d|/|eme|e\b)))"
    rf"(?: (?:au |dans l )?{_PART})?\b"
)


def dates(flat: str) -> Iterator[Found]:
    for match in _DATE.finditer(flat):
        yield Found("date", *match.span(), match[0])
