"""An offer without coordinates is at its commune's: near enough to be found from next door."""

from functools import lru_cache

from assistant.offres.importation.modeles import Service
from assistant.offres.lieux import Lieu, candidats
from assistant.offres.mots import plier


def situer(service: Service) -> Service:
    """With the coordinates of its commune where it has none; as it is when the commune is in doubt."""
    if service.latitude is not None or not service.commune:
        return service
    lieu = _commune(service.commune, service.code_postal or "", service.code_insee)
    if lieu is None:
        return service
    return service.model_copy(update={"latitude": lieu.latitude, "longitude": lieu.longitude})


@lru_cache(4096)
def _commune(nom: str, code_postal: str, code_insee: str | None) -> Lieu | None:
    """By its INSEE code, else by its postcode and its name, else the only one of exactly this name."""
    possibles = {lieu.code_insee: lieu for lieu in reversed(candidats(f"{code_postal} {nom}"))}
    if code_insee:
        return possibles.get(code_insee)
    if not code_postal:
        possibles = {code: lieu for code, lieu in possibles.items() if plier(lieu.nom) == plier(nom)}
    return next(iter(possibles.values())) if len(possibles) == 1 else None
