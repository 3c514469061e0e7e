"""A birth date in the many ways people write one. The French order, day first, unless the year leads."""

import re
from datetime import date

from text_to_num import alpha2digit

from assistant.offres.mots import plier
from assistant.parcours.dates_parlees.mots_du_calendrier import mois_nomme

AGE_MINIMAL = 15  # years: decides the century of a two-digit year

_SEPT = re.compile(r"(?<=\d )sept\b")  # before "sept" is read as the number 7
_CHIFFRES = re.compile(r"\b(\d{1,2}) ?(?:er)? (\d{1,2}) (\d{4}|\d{2})\b")
_COLLES = re.compile(r"\b(\d{2})(\d{2})(\d{4}|\d{2})\b")
_ANNEE_D_ABORD = re.compile(r"\b(\d{4}) (\d{1,2}) (\d{1,2})\b")
_MOIS_EN_LETTRES = re.compile(r"\b(\d{1,2}) ?(?:er|e)? (?:du |de )?([a-z]+) (?:de |en )?(\d{4}|\d{2})\b")
_ANNEE_PUIS_MOIS = re.compile(r"\b(\d{4}) (?:le )?(\d{1,2}) ?(?:er)? ([a-z]+)\b")


def naissance_impossible(texte: str, aujourd_hui: date) -> bool:
    """« 31/02/1990 », « 12/04/2091 »: written as a date, and nobody was born on it."""
    mots = _mots(texte)
    ecrite = _CHIFFRES.search(mots) or _ANNEE_D_ABORD.search(mots) or _avec_un_mois(_MOIS_EN_LETTRES, 2, mots)
    return ecrite is not None and naissance_parlee(texte, aujourd_hui) is None


def naissance_parlee(texte: str, aujourd_hui: date) -> date | None:
    """The birth date a message gives; None when it gives none that exists in the past."""
    mots = _mots(texte)
    if trouve := _ANNEE_D_ABORD.search(mots):
        return _date(trouve[3], int(trouve[2]), trouve[1], aujourd_hui)
    if trouve := _CHIFFRES.search(mots) or _COLLES.search(mots):
        return _date(trouve[1], int(trouve[2]), trouve[3], aujourd_hui)
    if trouve := _avec_un_mois(_MOIS_EN_LETTRES, 2, mots):
        return _date(trouve[1], mois_nomme(trouve[2]), trouve[3], aujourd_hui)
    if trouve := _avec_un_mois(_ANNEE_PUIS_MOIS, 3, mots):
        return _date(trouve[2], mois_nomme(trouve[3]), trouve[1], aujourd_hui)
    return None


def _mots(texte: str) -> str:
    en_toutes_lettres = _SEPT.sub("septembre", texte.lower().replace("premier", "1er"))
    return plier(alpha2digit(en_toutes_lettres, "fr", 0))


def _avec_un_mois(patron: re.Pattern[str], groupe: int, mots: str) -> re.Match[str] | None:
    return next((t for t in patron.finditer(mots) if mois_nomme(t[groupe])), None)


def _date(jour: str, mois: int | None, annee: str, aujourd_hui: date) -> date | None:
    try:
        trouvee = date(_annee(annee, aujourd_hui), mois or 0, int(jour))
    except ValueError:
        return None
    return trouvee if trouvee <= aujourd_hui else None


def _annee(ecrite: str, aujourd_hui: date) -> int:
    if len(ecrite) == 4:
        return int(ecrite)
    siecle = aujourd_hui.year // 100 * 100
    recente = siecle + int(ecrite)
    return recente if recente <= aujourd_hui.year - AGE_MINIMAL else recente - 100
