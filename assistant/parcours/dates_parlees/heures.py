"""Hours and parts of a day named in a folded piece of text."""

import re
from datetime import time

from assistant.parcours.dates_parlees.moment import Heures

_H = r"(\d{1,2}) ?(?:h|hr|heures?|eures?)(?: ?([0-5]\d))?(?: et (demie?|quart))?"
_HEURE = rf"(?:{_H}\b|\b(midi)(?: et (demie?|quart))?)"
_ENTRE = re.compile(
    r"\b(?:entre|de) (\d{1,2}|midi) ?(?:h|heures?)?(?: ?([0-5]\d))? (?:et|a) (\d{1,2}|midi) ?(?:h|heures?)?"
    r"(?: ?([0-5]\d))?\b"
)
_APRES = re.compile(rf"\b(?:apres|apre|a partir de|des|pas avant|finis? a|termine a|sors a) {_HEURE}")
_PLUS_TARD_QUE = re.compile(rf"\bplus tard (?:que|qu|q) {_HEURE}")
_AVANT = re.compile(rf"\b(?:avant|jusqu a|plus tot que) {_HEURE}")
_SEULE = re.compile(_HEURE)
_BARE = re.compile(r"\b(?:a|vers) (\d{1,2})(?: ?([0-5]\d))?\b(?! (?:jours?|km|min))")

_APRES_MIDI = re.compile(r"\bl?apre?s? ?midi\b")
_PARTIES = (
    (re.compile(r"\bfin de mat\w*"), Heures(time(10, 30), time(12, 30))),
    (re.compile(r"\bdebut d? ?(?:l )?(?:aprem|apres ?midi)"), Heures(time(13), time(15))),
    (re.compile(r"\bfin d? ?(?:de )?(?:l )?(?:aprem|apres ?midi|journee)"), Heures(time(15, 30), time.max)),
    (re.compile(r"\bmat(?:in|ine|inee|1)?\b"), Heures(time.min, time(12, 30))),
    (
        re.compile(r"\bl?(?:aprem|apre?m|apm|aprem|apres?m(?:idi)?|apre?s? midi)\b"),
        Heures(time(12), time(19)),
    ),
    (re.compile(r"\bsoir\w*"), Heures(time(17), time.max)),
)
_MATIN = re.compile(r"\bmat(?:in)?\b")
PREMIERE_HEURE_PLAUSIBLE = 7  # nobody is received at "2h": it is 14h


def heures_nommees(mots: str) -> list[Heures]:
    """Spans of the day, in the order: between, after, before, at, parts of the day."""
    mots = _APRES_MIDI.sub("aprem", mots)
    if trouve := _ENTRE.search(mots):
        return [Heures(_de_entre(trouve[1], trouve[2]), _de_entre(trouve[3], trouve[4]))]
    if trouve := _PLUS_TARD_QUE.search(mots):
        return [Heures(de=_lue(trouve, mots).replace(second=1))]
    if trouve := _APRES.search(mots):
        return [Heures(de=_lue(trouve, mots))]
    if trouve := _AVANT.search(mots):
        return [Heures(a=_lue(trouve, mots))]
    exactes = [_autour(_lue(t, mots), precise=_a_des_minutes(t)) for t in _SEULE.finditer(mots)]
    if not exactes and (nue := _BARE.search(mots)) and PREMIERE_HEURE_PLAUSIBLE <= int(nue[1]) < 24:
        exactes = [_autour(_time(int(nue[1]), int(nue[2] or 0)), precise=bool(nue[2]))]
    return exactes or _parties(mots)


def _parties(mots: str) -> list[Heures]:
    nommees = []
    for patron, heures in _PARTIES:
        if patron.search(mots):
            nommees.append(heures)
            mots = patron.sub(" ", mots)
    return nommees


def _lue(trouve: re.Match[str], mots: str) -> time:
    heure, minutes, fraction, midi, fraction_midi = trouve.groups()[-5:]
    reste = {"q": 15, "d": 30}.get((fraction or fraction_midi or " ")[0], int(minutes or 0))
    return _time(12 if midi else int(heure), reste, matin=_MATIN.search(mots) is not None)


def _a_des_minutes(trouve: re.Match[str]) -> bool:
    _, minutes, fraction, _, fraction_midi = trouve.groups()[-5:]
    return any((minutes, fraction, fraction_midi))


def _de_entre(heure: str, minutes: str | None) -> time:
    return _time(12 if heure == "midi" else int(heure), int(minutes or 0))


def _time(heure: int, minutes: int, *, matin: bool = False) -> time:
    if heure < PREMIERE_HEURE_PLAUSIBLE and not matin:
        heure += 12
    return time(min(heure, 23), minutes)


def _autour(debut: time, *, precise: bool) -> Heures:
    """« 14h » is any start before 15h; « 14h30 » the half hour it opens."""
    minutes = debut.hour * 60 + debut.minute + (30 if precise else 60)
    return Heures(debut, time(minutes // 60, minutes % 60) if minutes < 24 * 60 else time.max)
