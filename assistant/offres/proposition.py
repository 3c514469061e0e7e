"""What we answer to a need: up to three offers, the one there is, or a word of what to try."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from assistant.content.francais import liste_numerotee
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.offres.besoins import besoins_de
from assistant.offres.detail import nom_court, presentation
from assistant.offres.lieux import Lieu, trouver_lieu
from assistant.offres.mots import plier
from assistant.offres.recherche import OffreTrouvee, chercher
from assistant.settings import settings

_PARTOUT = re.compile(
    r"\b(?:partout|importe|m en fiche|men fou\w*|(?:sais|sait|ses|c) pas|toute? la gironde)\b"
)
A_COTE_KM = 2  # nearer than this the distance says nothing


class Manque(StrEnum):
    """What we have to ask before we can show anything."""

    BESOIN = "besoin"
    LIEU = "lieu"


@dataclass(frozen=True)
class Proposition:
    reponse: Reponse
    offres: tuple[str, ...] = ()  # what was shown, in the order of its numbers
    manque: Manque | None = None


def proposer(session: Session, besoin: str, domicile: str | None, maintenant: datetime) -> Proposition:
    """Near the place named in `besoin`, else near home; asks what, then where, when that is not known."""
    lieu = trouver_lieu(besoin) or (trouver_lieu(domicile) if domicile else None)
    trouvees = _chercher(session, besoin, lieu, maintenant)
    if not trouvees and not besoins_de(besoin):
        return Proposition(Reponse("offres_de_quoi"), manque=Manque.BESOIN)
    if trouvees and lieu is None:
        return Proposition(Reponse("offres_ou"), manque=Manque.LIEU)
    return _montrer(trouvees, lieu, maintenant)


def proposer_pres_de(session: Session, besoin: str, lieu: Lieu, maintenant: datetime) -> Proposition:
    """The same need, near the place the person gave when asked or instead of the first."""
    return _montrer(_chercher(session, besoin, lieu, maintenant), lieu, maintenant)


def proposer_partout(session: Session, besoin: str, maintenant: datetime) -> Proposition:
    return _montrer(_chercher(session, besoin, None, maintenant), None, maintenant)


def dit_partout(reponse: str) -> bool:
    """« partout », « peu importe », « je sais pas »: no place in particular."""
    return _PARTOUT.search(plier(reponse)) is not None


def _chercher(session: Session, besoin: str, lieu: Lieu | None, maintenant: datetime) -> list[OffreTrouvee]:
    return chercher(session, besoin, pres_de=lieu, maintenant=maintenant, limite=settings().offers_shown)


def _montrer(trouvees: Sequence[OffreTrouvee], lieu: Lieu | None, maintenant: datetime) -> Proposition:
    if not trouvees:
        return Proposition(Reponse("offres_rien_ici", {"lieu": lieu.nom}) if lieu else Reponse("offres_rien"))
    ids = tuple(trouvee.offre.id for trouvee in trouvees)
    if len(trouvees) == 1:
        return Proposition(presentation(trouvees[0].offre, maintenant.date()), ids)
    valeurs = {"offres": liste_numerotee([_ligne(trouvee) for trouvee in trouvees])}
    if lieu is None:
        return Proposition(Reponse("offres_trouvees", valeurs), ids)
    return Proposition(Reponse("offres_trouvees_ici", valeurs | {"lieu": lieu.nom}), ids)


def _ligne(trouvee: OffreTrouvee) -> str:
    """« Garage solidaire, Langon (12 km) »"""
    offre, km = trouvee.offre, trouvee.distance_km
    nom = nom_court(offre)
    if offre.complete:
        return render("offre_ligne_complete", {"nom": nom, "ville": offre.commune or ""})
    if offre.a_distance or not offre.commune:
        return render("offre_ligne_a_distance", {"nom": nom})
    cle = "offre_ligne_km" if km is not None and km >= A_COTE_KM else "offre_ligne"
    return render(cle, {"nom": nom, "ville": offre.commune, "km": str(round(km or 0))})
