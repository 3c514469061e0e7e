"""Nothing to eat: a parcel on Wednesday, or thirty kilometres away, is no answer for tonight."""

import re

from assistant.offres.besoins import besoins_de
from assistant.offres.mots import plier

A_MANGER = "equipement-et-alimentation--alimentation"
_PRESSE = re.compile(
    r"\b(?:faim|affame\w*|ce soir|aujourd ?hui|auj|ajd|ce midi|cette semaine|demain|depuis (?:hier|\w+ jours)"
    r"|(?:plus|pu|pas) (?:rien|de quoi)|rien|(?:frigo|placard)s? (?:est |sont |et )?vides?)\b"
)


def demande_a_manger(texte: str) -> bool:
    return A_MANGER in besoins_de(texte)


def ne_peut_attendre(texte: str) -> bool:
    """« plus rien dans le frigo », « pour manger ce soir »; not « une épicerie solidaire »."""
    return demande_a_manger(texte) and _PRESSE.search(plier(texte)) is not None
