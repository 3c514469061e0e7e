"""What is being looked for, between turns: the slot keeps turns and facts, the record keeps the words."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from rasa_sdk import Tracker

from actions.dossier import Dossier
from assistant.conversation.paroles import paroles
from assistant.offres.demande_en_cours import Recherche, filtres_du_slot
from assistant.offres.faute_de_frappe import sans_faute_de_frappe
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu, trouver_lieu
from assistant.offres.lieux_dits import lire_lieux
from assistant.offres.referentiel import entree
from assistant.offres.refus import besoins_refuses, sans_les_refus
from assistant.offres.rejet import ce_qui_est_voulu
from assistant.parcours.ages import age_le
from assistant.privacy.identite import Niveau

RECHERCHE = "recherche"


def domicile(ouvert: Dossier) -> Lieu | None:
    """The person's town; None for a number nobody has."""
    qui = ouvert.allocataire
    return trouver_lieu(f"{qui.code_postal} {qui.commune}") if qui else None


def nouvelle(ouvert: Dossier, mots: str, *, en_suite: bool = False) -> Recherche:
    """Near the place the words ask for, else near home; `en_suite`: they answer what was shown."""
    chez_soi = domicile(ouvert)
    dit = lire_lieux(mots, chez_soi).voulu
    filtres = Filtres(age=_age(ouvert), refuses=besoins_refuses(mots))
    au = ouvert.tour
    besoin, la = _besoin(mots, en_suite=en_suite), au if dit else None
    return Recherche(besoin, dit or chez_soi, False, filtres, None, au, la, en_suite)


def pour_une_action(ouvert: Dossier, quoi: str) -> Recherche:
    """`quoi`: an entry of the référentiel, for an action of the contract."""
    voulue = entree(quoi)
    filtres = Filtres(themes=voulue.thematiques, age=_age(ouvert))
    return Recherche(voulue.nom, domicile(ouvert), filtres=filtres, entree=voulue.id)


def en_cours(tracker: Tracker, ouvert: Dossier) -> Recherche | None:
    """What the list just shown answered; None when nothing was looked for."""
    garde: dict[str, Any] | None = tracker.get_slot(RECHERCHE)
    if garde is None:
        return None
    dit_au, partout, lieu_dit_au = garde["dite_au"], garde["partout"], garde["lieu_dit_au"]
    lieu = _lieu_dit(ouvert, lieu_dit_au) if lieu_dit_au else domicile(ouvert)
    dits = paroles(ouvert.session, UUID(dit_au)) if dit_au else ""
    filtres = filtres_du_slot(garde, age=_age(ouvert), refuses=besoins_refuses(dits))
    en_suite = bool(garde.get("en_suite"))
    besoin = _besoin(dits, en_suite=en_suite)
    if garde["entree"]:
        voulue = entree(garde["entree"])
        besoin, filtres = voulue.nom, replace(filtres, themes=voulue.thematiques)
    ou = None if partout else lieu
    return Recherche(besoin, ou, partout, filtres, garde["entree"], dit_au, lieu_dit_au, en_suite)


def _besoin(mots: str, *, en_suite: bool) -> str:
    voulus = sans_les_refus(mots)
    return sans_faute_de_frappe((ce_qui_est_voulu(voulus) or mots) if en_suite else voulus)


def _lieu_dit(ouvert: Dossier, tour: str) -> Lieu | None:
    return lire_lieux(paroles(ouvert.session, UUID(tour)), domicile(ouvert)).voulu


def _age(ouvert: Dossier) -> int | None:
    """Known only of a person whose birth date was checked: it must show in nothing said to another."""
    if ouvert.identite.niveau is not Niveau.VERIFIE or ouvert.allocataire is None:
        return None
    return age_le(ouvert.maintenant.date(), ouvert.allocataire.date_naissance)
