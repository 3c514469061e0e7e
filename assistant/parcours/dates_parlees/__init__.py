"""Days, parts of a day, hours and birth dates as people write them, relative to now, in Europe/Paris."""

from assistant.parcours.dates_parlees.lecture import moment_cite, moment_parle, moment_quitte
from assistant.parcours.dates_parlees.moment import Heures, Jours, Moment
from assistant.parcours.dates_parlees.naissance import naissance_impossible, naissance_parlee

__all__ = [
    "Heures",
    "Jours",
    "Moment",
    "moment_cite",
    "moment_parle",
    "moment_quitte",
    "naissance_impossible",
    "naissance_parlee",
]
