"""French public holidays."""

from datetime import date

import holidays

_FRANCE = holidays.country_holidays("FR")


def est_ferie(jour: date) -> bool:
    return jour in _FRANCE
