"""One cell or JSON value, made clean: None when there is nothing, ValueError when it cannot be read."""

import re
from datetime import datetime, time
from typing import Any

from pydantic import ValidationInfo

from assistant.clock import PARIS
from assistant.offres.importation.vocabulaires import reconnaitre
from assistant.parcours.numeros import en_e164

LONGUEUR_MAXIMUM = 10_000  # v1's own limit for a description
NUMERO_COURT = re.compile(r"[1-9]\d{2,3}")  # 115, 3949
ENTRE_DEUX_NUMEROS = re.compile(r"\s*(?:[/;,|]|\bou\b)\s*")
PETITS_MOTS = re.compile(r"(?<=[ '-])(?:De|Du|Des|D|L|La|Le|Les|En|Et|Sur|Sous|Aux?|À|Lès)(?=[ '-])")
JOUR = ("%d/%m/%Y", "%Y-%m-%d")
HEURE = ("%H:%M", "%Hh%M", "%Hh", "%H:%M:%S")
FIN_DE_JOURNEE = time(23, 59)


def propre(valeur: Any) -> Any:
    """Text without the blanks around it, at most as long as v1 allows; the empty one is None."""
    if not isinstance(valeur, str):
        return valeur
    valeur.encode()  # PostgreSQL takes no half of a character
    return valeur.replace("\0", "").strip()[:LONGUEUR_MAXIMUM] or None


def en_code(valeur: Any) -> Any:
    """Spreadsheets eat the zero in front of a postcode."""
    return str(valeur).strip().upper().zfill(5) if propre(valeur) is not None else None


def en_telephone(valeur: Any) -> Any:
    """The first number of the cell, in E.164; short numbers stay as they are."""
    if (texte := propre(valeur)) is None:
        return None
    chiffres = re.sub(r"[\s.]", "", str(texte))
    if NUMERO_COURT.fullmatch(chiffres):
        return chiffres
    return en_e164(ENTRE_DEUX_NUMEROS.split(str(texte))[0])


def en_zone(valeur: Any) -> Any:
    texte = propre(valeur)
    if not isinstance(texte, str):
        return texte
    return texte.lower() if texte.isalpha() else texte.upper()


def en_lien(valeur: Any) -> Any:
    texte = propre(valeur)
    return f"https://{texte}" if isinstance(texte, str) and texte.startswith("www.") else texte


def en_commune(valeur: str | None) -> str | None:
    """« SAINT-DENIS-D'OLÉRON » → « Saint-Denis-d'Oléron »"""
    if valeur is None or not valeur.isupper():
        return valeur
    return PETITS_MOTS.sub(lambda mot: mot.group().lower(), valeur.title())


def en_jour(valeur: Any) -> Any:
    """A day; exports also write it with an hour."""
    texte = propre(valeur)
    if not isinstance(texte, str) or "/" not in texte:
        return texte[:10] if isinstance(texte, str) else texte
    return datetime.strptime(texte[:10], JOUR[0]).date()  # noqa: DTZ007 - a day has no zone


def en_nombre(valeur: Any) -> Any:
    texte = propre(valeur)
    return texte.replace(",", ".").replace(" ", "") if isinstance(texte, str) else texte


def en_liste(valeur: Any) -> Any:
    """Null is nothing; a cell holds several values with | or , between them."""
    texte = propre(valeur)
    if isinstance(texte, str):
        return [part.strip() for part in re.split(r"[|,;\n]", texte) if part.strip()]
    return [] if texte is None else texte


def sans_doublon(valeurs: list[str]) -> list[str]:
    return sorted(set(valeurs))


def en_mot(valeur: Any, info: ValidationInfo) -> str | None:
    """The value's code in v1's vocabulary for this field."""
    texte = propre(valeur)
    if texte is None:
        return None
    if not isinstance(texte, str) or (code := reconnaitre(str(info.field_name), texte)) is None:
        raise ValueError(texte)
    return code


def lire_moment(valeur: str) -> datetime:
    """« 24/11/2026 14:00 » or « 2026-11-24T14h », in Paris. ValueError otherwise, or without an hour."""
    jour, _, heure = valeur.strip().replace("T", " ", 1).partition(" ")
    return datetime.combine(_lire(jour, JOUR).date(), lire_heure(heure), PARIS)


def lire_limite(valeur: str) -> datetime:
    """As lire_moment; a day alone lasts until its last minute."""
    try:
        return datetime.combine(_lire(valeur.strip(), JOUR).date(), FIN_DE_JOURNEE, PARIS)
    except ValueError:
        return lire_moment(valeur)


def lire_heure(valeur: str) -> time:
    return _lire(valeur.strip(), HEURE).time()


def _lire(valeur: str, formats: tuple[str, ...]) -> datetime:
    for attendu in formats:
        try:
            return datetime.strptime(valeur, attendu)  # noqa: DTZ007 - its callers add Paris
        except ValueError:
            continue
    raise ValueError(valeur)
