"""Days counted from today."""

from datetime import date, timedelta

from assistant.parcours.dates_parlees.moment import Jours

UNE_SEMAINE = timedelta(days=7)
ENCORE_CETTE_ANNEE = timedelta(days=90)  # a date without a year that passed less long ago is of this year


def dans(combien: int, unite: str, aujourd_hui: date) -> Jours:
    if unite.startswith("s"):
        debut = aujourd_hui + combien * UNE_SEMAINE
        return Jours(debut - timedelta(days=debut.weekday()), debut + timedelta(days=6 - debut.weekday()))
    if unite == "mois":
        debut = aujourd_hui + timedelta(days=30 * combien)
        return Jours(debut - timedelta(days=7), debut + timedelta(days=7))
    if combien in (8, 15):  # "dans huit jours" is a week
        combien -= 1
    return un(aujourd_hui + timedelta(days=combien))


def un(jour: date) -> Jours:
    return Jours(jour, jour)


def prochain(jours: Jours) -> date:
    """The first of these days."""
    jour = jours.du
    while jours.semaine and jour.weekday() not in jours.semaine:
        jour += timedelta(days=1)
    return jour


def prochain_quantieme(jour: int, aujourd_hui: date) -> date | None:
    """The next 3rd of a month, today included."""
    for mois in range(aujourd_hui.month, aujourd_hui.month + 3):
        trouve = _existante(jour, (mois - 1) % 12 + 1, aujourd_hui.year + (mois - 1) // 12)
        if trouve and trouve >= aujourd_hui:
            return trouve
    return None


def prochaine_date(jour: int, mois: int, annee: str | None, aujourd_hui: date) -> date | None:
    if annee:
        return _existante(jour, mois, int(annee))
    cette_annee = _existante(jour, mois, aujourd_hui.year)
    if cette_annee and cette_annee >= aujourd_hui - ENCORE_CETTE_ANNEE:
        return cette_annee
    return _existante(jour, mois, aujourd_hui.year + 1)


def _existante(jour: int, mois: int, annee: int) -> date | None:
    try:
        return date(annee, mois, jour)
    except ValueError:
        return None
