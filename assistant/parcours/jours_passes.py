"""The day something was done, in the words of whoever did it: always today or before."""

import re
from datetime import date, timedelta

from assistant.offres.mots import plier

_JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SEMAINE_PASSEE = re.compile(r"\bsemaines? (?:derniere|passee|d avant)\b")


def jour_passe(texte: str, aujourd_hui: date) -> date:
    """« hier », « samedi », « la semaine dernière »; today when the text names no day.

    « tous les lundis » names none. Of several days the latest: hours count by week, and people speak
    of the days of one week.
    """
    mots = plier(texte)
    if _SEMAINE_PASSEE.search(mots):
        return aujourd_hui - timedelta(days=7)
    if "avant hier" in mots:
        return aujourd_hui - timedelta(days=2)
    if re.search(r"\b(?:hier|yer|ier)\b", mots):
        return aujourd_hui - timedelta(days=1)
    nommes = [rang for rang, nom in enumerate(_JOURS) if re.search(rf"\b{nom}\b", mots)]
    return aujourd_hui - timedelta(
        days=min(((aujourd_hui.weekday() - rang) % 7 for rang in nommes), default=0)
    )
