"""How long something took, as people write it: « 4h », « deux heures et demie », « de 14h à 17h »."""

import re

from assistant.offres.mots import plier
from assistant.settings import settings

_UNITES = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_EN_LETTRES = {mot: str(nombre) for nombre, mot in enumerate(_UNITES.split())} | {"une": "1", "vingt": "20"}
_MOT = re.compile(rf"\b(?:{'|'.join(_EN_LETTRES)})\b")
_TIRET = re.compile(r"(?<=[hH\d])\s*[-–>]+\s*(?=\d)")  # "14h-17h" is a span, not 31 hours

_H = r"(?:h|hr|heures?|heurs?|eures?|eurs?)(?![a-z])"
_PATRON = (
    rf"\b(?P<h>\d\d?)(?P<et_demie> 5)? ?{_H}"
    r"(?: ?(?P<m>[0-5]\d)(?!\d)(?: ?mi?n\w*)?"
    r"| (?:et )?(?P<demi>demie?)\b| (?:et )?(?:1 )?(?P<quart>quart)\b)?"
    r"|\b(?P<min>\d{1,3}) ?mi?n(?:utes?)?\b"
    rf"|\b(?:1 )?(?P<part>3 quarts?|demie?|quart) (?:d )?{_H}"
)
_DUREE = re.compile(_PATRON)
_NIEE = re.compile(rf"\bpas (?:{_PATRON})")
_REMPLACEE = re.compile(rf"\b(?:pas|lieu de|plutot que|dit|mis|note|ecrit|declare) (?:{_PATRON})")
_NOMBRE_NIE = re.compile(rf"\b(?:pas|et non|lieu de|plutot que) (\d\d?)(?: ?{_H})?(?! ?\d|\w)")
_PLAGE = re.compile(
    rf"\b(?:de (?P<de>\d\d?)|(?P<debut>\d\d?) ?{_H}(?: ?(?P<dm>[0-5]\d))?) (?:a|jusqu a) "
    rf"(?:(?P<midi>midi)\b|(?P<fin>\d\d?)\b(?: ?{_H})?|(?P<fh>\d\d?) ?h ?(?P<fm>[0-5]\d)?\b)"
)
_MOMENT = re.compile(r"\b(?:a|vers|avant|apres|depuis|jusqu a) \d\d? ?h ?(?:[0-5]\d)?\b")
_TOTAL = re.compile(r"\bsoit (?P<apres>.+)|(?P<avant>.+) (?:en tout|au total)\b")


def minutes_dites(texte: str) -> int | None:
    """The minutes a sentence speaks of, its several durations added up; None when it names none.

    A span of hours counts ("8h à midi" is 240), a time of day does not ("à 14h"), nor what is denied
    ("pas 4h, 3h"); a total the person gives ("soit 14h", "7h en tout") wins over its parts.
    """
    phrase = _PLAGE.sub(_en_duree, _prepare(texte))
    phrase = _NIEE.sub(" ", _MOMENT.sub(" ", phrase))
    return sum(_minutes(trouvee) for trouvee in _DUREE.finditer(_le_total(phrase))) or None


def durees_dites(texte: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The words as they are read, and where each duration begins and ends in them, with its minutes."""
    phrase = _PLAGE.sub(_en_duree, _prepare(texte))
    return phrase, [(duree.start(), duree.end(), _minutes(duree)) for duree in _DUREE.finditer(phrase)]


def minutes_repondues(texte: str) -> int | None:
    """As `minutes_dites`, when we had asked how many hours: there a bare number is hours."""
    if (minutes := minutes_dites(texte)) is not None:
        return minutes
    nombre = re.fullmatch(r"(?:\D*\b)?(\d\d?)(?: (5))?", _prepare(texte))
    heures = int(nombre[1]) * 60 + (30 if nombre[2] else 0) if nombre else 0
    return heures if 0 < heures <= 24 * 60 else None


def minutes_corrigees(texte: str) -> int | None:
    """As `minutes_repondues`, of one who takes another back: « j'ai dit 5h mais c'est 3h » is 180."""
    return minutes_repondues(_NOMBRE_NIE.sub(" ", _REMPLACEE.sub(" ", _prepare(texte))))


def minutes_niees(texte: str) -> int | None:
    """« c'est 6h PAS 12 » is 720: what was read, and is wrong."""
    trouvee = _NOMBRE_NIE.search(_prepare(texte))
    return int(trouvee[1]) * 60 if trouvee else None


def minutes_plausibles(minutes: int | None) -> int | None:
    return minutes if minutes and minutes <= settings().declared_hours_at_most * 60 else None


def _prepare(texte: str) -> str:
    return _MOT.sub(lambda mot: _EN_LETTRES[mot[0]], plier(_TIRET.sub(" à ", texte)))


def _le_total(phrase: str) -> str:
    total = _TOTAL.search(phrase)
    if total is None:
        return phrase
    if total["apres"]:
        return total["apres"]
    durees = list(_DUREE.finditer(total["avant"]))
    return durees[-1][0] if durees else phrase


def _minutes(duree: re.Match[str]) -> int:
    if duree["min"]:
        return int(duree["min"])
    if duree["part"]:
        return {"3": 45, "d": 30, "q": 15}[duree["part"][0]]
    reste = 30 if duree["demi"] or duree["et_demie"] else 15 if duree["quart"] else int(duree["m"] or 0)
    return int(duree["h"]) * 60 + reste


def _en_duree(plage: re.Match[str]) -> str:
    debut = int(plage["de"] or plage["debut"]) * 60 + int(plage["dm"] or 0)
    fin = 12 * 60 if plage["midi"] else int(plage["fin"] or plage["fh"]) * 60 + int(plage["fm"] or 0)
    return f"{fin - debut} min" if fin > debut else plage[0]
