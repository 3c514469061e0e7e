"""When a human will be there, in words one can promise."""

from datetime import datetime, timedelta

from assistant.content.francais import heure_en_francais, jour_en_francais
from assistant.parcours.referents import Referent, prochaine_presence


def quand_en_francais(referent: Referent, maintenant: datetime) -> str:
    """« dans la journée », « demain dès 9h », « dès que possible » when no hours are known."""
    presence = prochaine_presence(referent, maintenant)
    if presence is None:
        return "dès que possible"
    if presence - maintenant < timedelta(minutes=1):
        return "dans la journée"
    jour = jour_en_francais(presence.date(), maintenant.date())
    return f"{jour} dès {heure_en_francais(presence)}"
