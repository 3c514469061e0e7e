"""Dates, hours and lists as one says them in French."""

from datetime import date, datetime, time, timedelta

from babel.dates import format_date

from assistant.clock import PARIS


def jour_en_francais(jour: date, aujourd_hui: date) -> str:
    """« aujourd'hui », « demain », « mardi 24 novembre » (the year only when it is another one)."""
    if jour == aujourd_hui:
        return "aujourd'hui"
    if jour == aujourd_hui + timedelta(days=1):
        return "demain"
    patron = "EEEE d MMMM" if jour.year == aujourd_hui.year else "EEEE d MMMM y"
    return str(format_date(jour, patron, locale="fr")).replace(" 1 ", " 1er ")


def jour_court(jour: date) -> str:
    """« mardi 24/11 »: for lists, where every character counts."""
    return str(format_date(jour, "EEEE dd/MM", locale="fr"))


def jour_abrege(jour: date) -> str:
    """« mar. 24/11 »: where even that is too long."""
    return str(format_date(jour, "EEE dd/MM", locale="fr"))


def a_la_commune(nom: str) -> str:
    """« à Langon », « au Bouscat », « aux Billaux »"""
    for article, contracte in (("Le ", "au "), ("Les ", "aux ")):
        if nom.startswith(article):
            return contracte + nom.removeprefix(article)
    return f"à {nom}"


def date_en_francais(jour: date) -> str:
    """« 24 novembre 2026 »"""
    texte = str(format_date(jour, "d MMMM y", locale="fr"))
    return f"1er{texte[1:]}" if texte.startswith("1 ") else texte


def heure_en_francais(moment: datetime | time) -> str:
    """« 9h », « 14h30 », in Paris."""
    local = moment.astimezone(PARIS) if isinstance(moment, datetime) else moment
    return f"{local.hour}h{local.minute:02d}" if local.minute else f"{local.hour}h"


def duree_en_francais(minutes: int) -> str:
    """« 45 min », « 4h », « 2h30 »"""
    heures, reste = divmod(minutes, 60)
    if not heures and reste:
        return f"{reste} min"
    return f"{heures}h{reste:02d}" if reste else f"{heures}h"


def liste_numerotee(elements: list[str]) -> str:
    """« 1. … » a line each."""
    return "\n".join(f"{rang}. {element}" for rang, element in enumerate(elements, 1))
