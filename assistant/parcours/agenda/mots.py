"""A rendez-vous or a free slot in French words, as the texts name them."""

from collections.abc import Sequence
from datetime import datetime

from assistant.clock import PARIS
from assistant.content.francais import (
    a_la_commune,
    heure_en_francais,
    jour_abrege,
    jour_court,
    jour_en_francais,
    liste_numerotee,
)
from assistant.content.rendering import render
from assistant.parcours.rendez_vous import Creneau, Mode, RendezVous
from assistant.parcours.structures import Structure


def mots_rendez_vous(rendez_vous: RendezVous, maintenant: datetime) -> dict[str, str]:
    return {
        **_quand(rendez_vous, maintenant),
        "lieu": rendez_vous.structure.nom,
        "referent": rendez_vous.referent.nom_complet,
        "a_apporter": rendez_vous.a_apporter or "",
    }


def ligne_rendez_vous(rendez_vous: RendezVous, maintenant: datetime) -> str:
    """One line of a list: « samedi 28/11 à 9h, MDS La Teste »."""
    genre = "collectif" if rendez_vous.collectif else rendez_vous.mode
    return render(f"ligne_rendez_vous_{genre}", _court(rendez_vous) | {"lieu": rendez_vous.structure.nom})


def creneaux_en_francais(creneaux: Sequence[Creneau]) -> dict[str, str]:
    """The numbered lines and the town people would go to: said once when it is that of all, else beside."""
    communes = [c.structure.commune if c.mode is Mode.SUR_PLACE else None for c in creneaux]
    lignes = [_ligne(creneau, avec_lieu=len(set(communes)) > 1) for creneau in creneaux]
    partout = communes[0] if len(set(communes)) == 1 else None
    endroit = f" {a_la_commune(partout)}" if partout else ""
    return {"creneaux": liste_numerotee(lignes), "endroit": endroit}


def _ligne(creneau: Creneau, *, avec_lieu: bool) -> str:
    if not avec_lieu:
        return render(f"ligne_creneau_{creneau.mode}", _court(creneau))
    jour = jour_abrege(creneau.debut.astimezone(PARIS).date())
    valeurs = _court(creneau) | {"jour": jour, "lieu": creneau.structure.commune}
    suffixe = "_lieu" if creneau.mode is Mode.SUR_PLACE else ""
    return render(f"ligne_creneau_{creneau.mode}{suffixe}", valeurs)


def court(objet: RendezVous | datetime) -> str:
    """« jeudi 26/11 à 10h »"""
    return render("moment_court", _court(objet))


def adresse_en_francais(structure: Structure) -> str:
    return f"{structure.adresse}, {structure.commune}"


def _quand(objet: RendezVous, maintenant: datetime) -> dict[str, str]:
    jour = objet.debut.astimezone(PARIS).date()
    return {"jour": jour_en_francais(jour, maintenant.date()), "heure": heure_en_francais(objet.debut)}


def _court(objet: RendezVous | Creneau | datetime) -> dict[str, str]:
    debut = objet if isinstance(objet, datetime) else objet.debut
    return {"jour": jour_court(debut.astimezone(PARIS).date()), "heure": heure_en_francais(debut)}
