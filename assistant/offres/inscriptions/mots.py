"""An offer one joins, in words: its name, its day, its place, whom to call."""

from datetime import datetime

from assistant.clock import PARIS
from assistant.content.francais import heure_en_francais, jour_court, jour_en_francais
from assistant.content.rendering import render
from assistant.offres.detail import nom_court, telephone
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_dit import qui_suit

# A name of these says too much on a screen that others may read.
SENSIBLES = ("sante", "difficultes-financieres")
MOTS_SENSIBLES = ("violence", "handicap", "addiction", "surendettement")


def mots(offre: Offre, maintenant: datetime) -> dict[str, str]:
    """For a person whose identity is checked."""
    return {
        "offre": nom_court(offre),
        "moment": moment(offre, maintenant),
        "ou": _ou(offre),
        "contact": telephone(offre) or render("referent_sans_nom"),
    }


def mots_discrets(offre: Offre, maintenant: datetime) -> dict[str, str]:
    """For an SMS that nobody asked for, or a known number alone."""
    if not _est_sensible(offre):
        return mots(offre, maintenant)
    return mots(offre, maintenant) | {"offre": render("inscription_sans_nom")}


def mots_et_referent(offre: Offre, qui: Allocataire, maintenant: datetime) -> dict[str, str]:
    return mots(offre, maintenant) | {"referent": qui_suit(qui, maintenant.date())}


def moment(offre: Offre, maintenant: datetime) -> str:
    """« mardi 1er décembre à 14h »"""
    if offre.debut is None:
        return render("inscription_sans_date")
    le = jour_en_francais(offre.debut.astimezone(PARIS).date(), maintenant.astimezone(PARIS).date())
    return f"{le} à {heure_en_francais(offre.debut)}"


def jour(offre: Offre) -> str:
    """« mardi 01/12 »: for lists."""
    if offre.debut is None:
        return render("inscription_sans_date")
    return jour_court(offre.debut.astimezone(PARIS).date())


def limite(jusqu_a: datetime) -> str:
    """« mercredi 25/11 à 9h30 »"""
    return f"{jour_court(jusqu_a.astimezone(PARIS).date())} à {heure_en_francais(jusqu_a)}"


def _ou(offre: Offre) -> str:
    if offre.a_distance:
        return render("offre_a_distance")
    return ", ".join(part for part in (offre.adresse, offre.commune) if part) or render(
        "inscription_sans_lieu"
    )


def _est_sensible(offre: Offre) -> bool:
    return any(
        thematique.startswith(SENSIBLES) or any(mot in thematique for mot in MOTS_SENSIBLES)
        for thematique in offre.thematiques
    )
