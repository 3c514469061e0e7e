"""Templates, and how the phone writes dates, delays and shares."""

from datetime import datetime
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.telephone.numeros import lisible
from assistant.clock import PARIS
from assistant.content.francais import heure_en_francais, jour_en_francais

MINUTE = 60


def page(**values: Any) -> str:
    return _environment.get_template("telephone.html").render(values)


def _instant(moment: datetime) -> str:
    """« 14:02 », as telephones write it."""
    return moment.astimezone(PARIS).strftime("%H:%M")


def _rendez_vous(moment: datetime) -> str:
    """« jeu. 26 nov. à 10h »"""
    jour = format_date(moment.astimezone(PARIS), "EEE d MMM", locale="fr")
    return f"{jour} à {heure_en_francais(moment)}"


def _delai(seconds: float) -> str:
    """« 2,4 s », « 3 min »"""
    if seconds < MINUTE:
        return f"{format_decimal(round(seconds, 1), '0.0', locale='fr')} s"
    return f"{round(seconds / MINUTE)} min"


_environment = Environment(
    loader=PackageLoader("api.telephone"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters |= {
    "lisible": lisible,
    "instant": _instant,
    "rendez_vous": _rendez_vous,
    "delai": _delai,
    "jour": jour_en_francais,
    "date_courte": lambda jour: format_date(jour, "d MMM y", locale="fr"),
    "part": lambda share: format_percent(share, "#,##0.0 %", locale="fr"),
    "paris": lambda moment: moment.astimezone(PARIS).date(),
}
