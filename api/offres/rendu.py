"""Templates, how pages write dates and distances, and the headers they all leave with."""

from datetime import date, datetime
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.offres.libelles import libelle, thematique_dite
from assistant.clock import PARIS
from assistant.content.francais import date_en_francais, heure_en_francais

HEADERS = {
    "Cache-Control": "no-store",  # places left change
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def page(modele: str, statut: int = 200, **valeurs: Any) -> HTMLResponse:
    return HTMLResponse(_environment.get_template(modele).render(valeurs), statut, headers=HEADERS)


def _jour(moment: datetime | date) -> str:
    """« mardi 24 novembre 2026 »: whoever opens the page, whenever."""
    jour = moment.astimezone(PARIS).date() if isinstance(moment, datetime) else moment
    return f"{format_date(jour, 'EEEE', locale='fr')} {date_en_francais(jour)}"


def _km(distance: float) -> str:
    """« 3 km »"""
    return f"{format_decimal(round(distance), locale='fr')} km"


_environment = Environment(
    loader=PackageLoader("api.offres"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters |= {
    "jour": _jour,
    "heure": heure_en_francais,
    "date": date_en_francais,
    "km": _km,
    "nombre": lambda valeur: format_decimal(valeur, locale="fr"),
    "type_dit": lambda mot: libelle(mot, "types"),
    "public_dit": lambda mot: libelle(mot, "publics"),
    "thematique_dite": thematique_dite,
}
