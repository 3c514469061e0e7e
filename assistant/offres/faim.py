"""Nothing to eat: a parcel on Wednesday, or thirty kilometres away, is no answer for tonight."""

import re

from assistant.offres.besoins import besoins_de
from assistant.offres.mots import plier

A_MANGER = "equipement-et-alimentation--alimentation"
_PRESSE = re.compile(
    r"\b(?:faim|affame\w*|ce soir|aujourd ?hui|auj|ajd|ce midi|cette semaine|demain|depuis (?:hier|\w+ jours)"
    r"|(?:plus|pu|pas) (?:rien|de quoi)|rien|(?:frigo|placard)s? (?:est |sont |et )?vides?)\b"
)
_NE_MANGE_PAS = re.compile(
    r"\b(?:faim|affame\w*|nourrir|(?:frigo|placard)s? (?:est |sont )?vides?"
    r"|dans (?:le|mon|les) (?:frigo|placard)s?"
    r"|(?:rien|pas|plus|pu|pour|de quoi) (?:a |pour )?(?:manger|bouffer)"
    r"|(?:mange|manges|mangent|mangera|mangeons|bouffe)(?: (?:pas?|plus|pu|rien)\b)(?! (?:de|d|du|la|a)\b))\b"
)


def demande_a_manger(texte: str) -> bool:
    return A_MANGER in besoins_de(texte)


def ne_peut_attendre(texte: str) -> bool:
    """« plus rien dans le frigo », « pour manger ce soir »; not « une épicerie solidaire »."""
    return demande_a_manger(texte) and _PRESSE.search(plier(texte)) is not None


def dit_ne_pas_manger(texte: str) -> bool:
    """Amid another request: « rien reçu du rsa, vendredi on mange pas »."""
    return _NE_MANGE_PAS.search(plier(texte)) is not None
