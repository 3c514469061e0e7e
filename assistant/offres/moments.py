"""When a person cannot come: « non je travaille le soir », and the offers that take place then."""

import re
from enum import StrEnum

from assistant.clock import PARIS
from assistant.offres.mots import plier
from assistant.offres.tables import Offre


class Moment(StrEnum):
    MATIN = "matin"
    APRES_MIDI = "apres_midi"
    SOIR = "soir"
    WEEK_END = "week_end"


MIDI, SOIREE = 12, 18  # hours
SAMEDI = 5
_DITS = {
    Moment.MATIN: r"(?:matins?|matinees?)",
    Moment.APRES_MIDI: r"(?:apres? midi|aprem|aprems)",
    Moment.SOIR: r"(?:soirs?|soirees?|nuits?)",
    Moment.WEEK_END: r"(?:week ?ends?|wk|samedis?|dimanches?)",
}
_TRAVAILLE = r"(?:travail(?:le)?|boss?e?|taff?e?)"
_OCCUPE = rf"{_TRAVAILLE}(?! pas| plus)|occupee?|au (?:travail|taf|boulot)"
_PAS = r"(?<!travail )(?<!travaille )(?<!bosse )(?<!taffe )(?:pas|jamais)"
_PRISE = rf"(?:{_OCCUPE}|{_PAS})"
_IMPOSSIBLE = rf"(?:{_OCCUPE}|{_PAS}|impossible|mort)"
_REFUSES = {
    moment: re.compile(
        rf"\b{_PRISE}(?: (?!mais|plutot)\w+){{0,3}}? (?:le|les|du|de|l)? ?{dit}\b"
        rf"|\b(?:le|les) {dit}(?: (?!mais|plutot)\w+){{0,3}}? {_IMPOSSIBLE}\b"
    )
    for moment, dit in _DITS.items()
}


_UN_MOMENT = re.compile(
    "|".join(_DITS.values()) + r"|jours?|heures?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|tot|tard"
)


def est_un_moment(mot: str) -> bool:
    """« soir », « samedi »: said of anything."""
    return _UN_MOMENT.fullmatch(plier(mot)) is not None


def moment_refuse(texte: str) -> Moment | None:
    """The time of day or week that `texte` says is taken."""
    mots = plier(texte)
    return next((moment for moment, motif in _REFUSES.items() if motif.search(mots)), None)


def a_lieu(offre: Offre, moment: Moment) -> bool:
    """By its date, else by its name; an offer of the evening's needs (a nanny) is not held in the evening."""
    if offre.debut is None:
        return re.search(rf"\bdu {_DITS[moment]}\b", plier(offre.nom)) is not None
    debut = offre.debut.astimezone(PARIS)
    if moment is Moment.WEEK_END:
        return debut.weekday() >= SAMEDI
    heures = {Moment.MATIN: (0, MIDI), Moment.APRES_MIDI: (MIDI, SOIREE), Moment.SOIR: (SOIREE, 24)}
    des, avant = heures[moment]
    return des <= debut.hour < avant
