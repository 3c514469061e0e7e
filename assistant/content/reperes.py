"""What every text may name without being given it: whom to call, whom to write to, at the Département."""

from assistant.parcours.numeros import lisible
from assistant.settings import settings


def reperes() -> dict[str, str]:
    return {
        "accueil": lisible(settings().reception_phone),
        "protection_donnees": settings().data_protection_contact,
    }
