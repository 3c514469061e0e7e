"""Offers as a numbered list: a line each, in one segment where that can be."""

from collections.abc import Sequence

from assistant.content.francais import liste_numerotee
from assistant.content.rendering import render
from assistant.offres.detail import LARGEUR_DU_NOM, a_distance, nom_court
from assistant.offres.recherche import OffreTrouvee
from assistant.sms_text.gsm7 import segments

COURT = 27  # characters of a name: three lines of this, each with a town, often hold in one segment


def lignes(trouvees: Sequence[OffreTrouvee], entete: str) -> str:
    """« 1. Garage solidaire, Langon (3 km) »; near a place, shorter where that saves a segment."""
    ecritures = [_liste(trouvees, LARGEUR_DU_NOM, avec_ville=True)]
    if entete:
        ecritures += [_liste(trouvees, largeur, avec_ville=False) for largeur in (LARGEUR_DU_NOM, COURT)]
    return next((ecrite for ecrite in ecritures if _tient(ecrite, entete)), ecritures[0])


def _liste(trouvees: Sequence[OffreTrouvee], largeur: int, *, avec_ville: bool) -> str:
    return liste_numerotee(
        [_ligne(trouvee, nom_court(trouvee.offre, largeur), avec_ville=avec_ville) for trouvee in trouvees]
    )


def _tient(liste: str, entete: str) -> bool:
    return segments(render("offres_trouvees", {"entete": entete, "offres": liste})) == 1


def _ligne(trouvee: OffreTrouvee, nom: str, *, avec_ville: bool) -> str:
    offre = trouvee.offre
    ville = f", {offre.commune}" if offre.commune and avec_ville and not offre.a_distance else ""
    precisions = ", ".join(
        part for part in (_ou(trouvee), render("offre_complet") if offre.complete else "") if part
    )
    entre_parentheses = f" ({precisions})" if precisions else ""
    return render("offre_ligne", {"nom": nom, "ville": ville, "entre_parentheses": entre_parentheses})


def _ou(trouvee: OffreTrouvee) -> str:
    if trouvee.offre.a_distance:
        return a_distance(trouvee.offre)
    km = trouvee.distance_km
    return "" if km is None else render("offre_km", {"km": str(max(1, round(km)))})
