"""« la moins chère des deux ? », « laquelle est la plus près ? »: each named, with its price or its way."""

import re
from collections.abc import Sequence
from datetime import date
from textwrap import shorten

from assistant.content.francais import liste_numerotee
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.offres.detail import a_distance, nom_court, valeurs
from assistant.offres.mots import plier
from assistant.offres.tables import Offre

LARGEUR_DU_NOM, LARGEUR = 24, 40  # characters: three lines in two segments, two in one
_LAQUELLE = r"(?:la|le|les|a|du)?(?:quel+e?s?|kel+e?s?|ke?l)"
_COTE = r"(?:gratui\w*|gratos|payant\w*|cher\w*|coute\w*|loin\w*|pres|proches?|mieux|courte?)"
_ENTRE = r"(?:entre (?:les |la |le )?|des |les )(?:deux|trois|quatre|[2345])"
_COMPARE = re.compile(
    rf"\b(?:{_LAQUELLE}\b.*\b{_COTE}|{_COTE}\b.*\b(?:{_ENTRE}|(?:la|le)(?:quel|kel)\w*)"
    rf"|entre (?:les )?(?:deux|trois|[23])\b.*\b{_COTE}|(?:la|le|les) (?:moins|plus) {_COTE}(?! possible)"
    rf"|diff?(?:erence\w*|erance\w*|s)?\b.*\b(?:entre|deux|trois|[23]))\b"
)
_PRIX = re.compile(r"\b(?:gratui\w*|gratos|payant\w*|cher\w*|coute\w*|prix)\b")
_CHEMIN = re.compile(r"\b(?:loin\w*|pres|proches?|courte?|distance)\b")


def compare(texte: str) -> bool:
    """Whether the offers shown are set against one another."""
    return _COMPARE.search(plier(texte)) is not None


def comparer(situees: Sequence[tuple[Offre, float | None]], question: str, jour: date) -> Reponse:
    """A line each: what is asked, or both the price and the way."""
    mots = plier(question)
    prix, chemin = _PRIX.search(mots) is not None, _CHEMIN.search(mots) is not None
    tout = prix == chemin
    lignes = [_ligne(o, km, jour, prix=prix or tout, chemin=chemin or tout) for o, km in situees]
    return Reponse("offres_de_chacune", {"offres": liste_numerotee(lignes)})


def _ligne(offre: Offre, km: float | None, jour: date, *, prix: bool, chemin: bool) -> str:
    dits = [_chemin(offre, km)] if chemin else []
    dits += [valeurs(offre, jour)["prix"]] if prix else []
    valeur = shorten(", ".join(dits), LARGEUR, placeholder="...")
    return render("offre_comparee", {"offre": nom_court(offre, LARGEUR_DU_NOM), "valeur": valeur})


def _chemin(offre: Offre, km: float | None) -> str:
    if offre.a_distance:
        return a_distance(offre)
    if km is None:
        return offre.commune or render("offre_ou_inconnu")
    return render("offre_km", {"km": str(max(1, round(km)))})
