"""Opening hours written for machines (OpenStreetMap's opening_hours), said in French."""

import re

_JOURS = dict(
    zip(
        ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "jours fériés"),
        strict=True,
    )
)
_UN_JOUR = "|".join(_JOURS)
_PLAGE = r"\d{1,2}:\d\d-\d{1,2}:\d\d"
_REGLE = re.compile(
    rf"(?P<jours>(?:{_UN_JOUR})(?:[-,](?:{_UN_JOUR}))*)\s+(?P<heures>off|closed|{_PLAGE}(?:,\s*{_PLAGE})*)"
)


def horaires_en_francais(horaires: str) -> list[str]:
    """« Mo-Fr 09:00-12:30; PH off » → « du lundi au vendredi : 9h-12h30 », « jours fériés : fermé ».

    Anything beyond that simple form is given as it was written.
    """
    regles = [regle.strip() for regle in horaires.split(";") if regle.strip()]
    lues = [_REGLE.fullmatch(regle) for regle in regles]
    if None in lues:
        return [horaires.strip()]
    return [f"{_jours(lue['jours'])} : {_heures(lue['heures'])}" for lue in lues if lue]


def _jours(jours: str) -> str:
    return ", ".join(map(_suite, jours.split(",")))


def _suite(jours: str) -> str:
    premier, _, dernier = jours.partition("-")
    return f"du {_JOURS[premier]} au {_JOURS[dernier]}" if dernier else _JOURS[premier]


def _heures(heures: str) -> str:
    if heures in ("off", "closed"):
        return "fermé"
    plages = (plage.strip().split("-") for plage in heures.split(","))
    return " et ".join(f"{_heure(debut)}-{_heure(fin)}" for debut, fin in plages)


def _heure(heure: str) -> str:
    heures, minutes = heure.split(":")
    return f"{int(heures)}h" if minutes == "00" else f"{int(heures)}h{minutes}"
