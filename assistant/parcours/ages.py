"""How old somebody is."""

from datetime import date


def age_le(jour: date, naissance: date) -> int:
    """Whole years lived on that day."""
    return jour.year - naissance.year - ((jour.month, jour.day) < (naissance.month, naissance.day))
