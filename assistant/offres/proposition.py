"""What we answer to a need: up to three offers, the one there is, or a word of what to try."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.offres.besoins import besoins_de
from assistant.offres.demande_en_cours import Recherche
from assistant.offres.detail import pour_un_inconnu, presentation
from assistant.offres.faim import demande_a_manger, ne_peut_attendre
from assistant.offres.lieux import trouver_lieu
from assistant.offres.lignes import lignes
from assistant.offres.mots import plier
from assistant.offres.recherche import OffreTrouvee, chercher
from assistant.offres.suite_lue import lire_suite
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_dit import qui_suit
from assistant.settings import settings

_PARTOUT = re.compile(
    r"\b(?:partout|importe|m en fiche|men fou\w*|(?:sais|sait|ses|c) pas|toute? la gironde)\b"
)
DIT_OU_ALLER = "offres_rien_de_plus_pres"  # says where else to go already
LOIN_KM = 30  # when nothing is nearer, we say so


class Manque(StrEnum):
    """What we have to ask before we can show anything, or what there is none of."""

    BESOIN = "besoin"
    LIEU = "lieu"
    OFFRE = "offre"


@dataclass(frozen=True)
class Proposition:
    reponse: Reponse
    recherche: Recherche
    offres: tuple[str, ...] = ()  # what was shown, in the order of its numbers
    distances: tuple[float | None, ...] = ()  # km, of each
    manque: Manque | None = None
    ensuite: Reponse | None = None  # what else may help, said after it


def proposer(session: Session, recherche: Recherche, maintenant: datetime) -> Proposition:
    """Near the place of the search; asks what, then where, when that is not known."""
    if _est_vague(recherche):
        return Proposition(Reponse("offres_de_quoi"), recherche, manque=Manque.BESOIN)
    trouvees = trouver(session, recherche, maintenant)
    partout = recherche.lieu or recherche.partout or recherche.filtres.en_ligne
    if trouvees and not partout:
        return Proposition(Reponse("offres_ou"), recherche, manque=Manque.LIEU)
    if not trouvees:
        return rien_du_tout(recherche)
    return montrer(trouvees, recherche, maintenant)


def trouver(session: Session, recherche: Recherche, maintenant: datetime) -> list[OffreTrouvee]:
    return chercher(
        session,
        recherche.besoin,
        pres_de=recherche.lieu,
        maintenant=maintenant,
        limite=settings().offers_shown,
        filtres=recherche.filtres,
    )


def montrer(trouvees: Sequence[OffreTrouvee], recherche: Recherche, maintenant: datetime) -> Proposition:
    ids = tuple(trouvee.offre.id for trouvee in trouvees)
    distances = tuple(trouvee.distance_km for trouvee in trouvees)
    if len(trouvees) == 1:
        reponse = presentation(trouvees[0].offre, maintenant.date(), distances[0])
    else:
        entete = _entete(trouvees, recherche)
        reponse = Reponse("offres_trouvees", {"entete": entete, "offres": lignes(trouvees, entete)})
    return Proposition(reponse, recherche, ids, distances)


def rien(recherche: Recherche, cle: str, **valeurs: str) -> Proposition:
    """`cle`: the text that says what there is none of."""
    lieu = {"lieu": recherche.lieu.nom} if recherche.lieu else {}
    return Proposition(Reponse(cle, lieu | valeurs), recherche, manque=Manque.OFFRE)


def rien_du_tout(recherche: Recherche) -> Proposition:
    return rien(recherche, "offres_rien_ici" if recherche.lieu else "offres_rien")


def rien_d_autre(recherche: Recherche) -> Proposition:
    return rien(recherche, "offres_rien_autres")


def avec_une_main_tendue(proposee: Proposition, qui: Allocataire | None, jour: date) -> Proposition:
    """Where there is nothing: the référent of a known person may be told; a stranger hears what to try, and
    whom to call. Nobody who is hungry is left with a list of what is far."""
    referent = {"referent": qui_suit(qui, jour)} if qui else {}
    if proposee.manque is not Manque.OFFRE:
        reponse = proposee.reponse if qui else pour_un_inconnu(proposee.reponse)
        ensuite = Reponse("offres_faim" if qui else "offres_faim_inconnu", referent)
        return replace(proposee, reponse=reponse, ensuite=ensuite if _a_faim_encore(proposee) else None)
    reponse = proposee.reponse
    faim = demande_a_manger(proposee.recherche.besoin) and reponse.cle != DIT_OU_ALLER
    suite = render(f"offres_{'prevenir' if qui else 'autrement'}{'_faim' if faim else ''}", referent)
    return replace(proposee, reponse=Reponse(reponse.cle, reponse.valeurs | {"suite": suite}))


def _a_faim_encore(proposee: Proposition) -> bool:
    """Whether what was found may not feed them today."""
    besoin, sur_place = proposee.recherche.besoin, [km for km in proposee.distances if km is not None]
    if not proposee.offres or not demande_a_manger(besoin):
        return False
    return ne_peut_attendre(besoin) or bool(sur_place and min(sur_place) > LOIN_KM)


def dit_partout(reponse: str) -> bool:
    """« partout », « peu importe », « je sais pas »: no place in particular."""
    return _PARTOUT.search(plier(reponse)) is not None


def partout(recherche: Recherche) -> Recherche:
    return replace(recherche, lieu=None, lieu_dit_au=None, partout=True)


def _est_vague(recherche: Recherche) -> bool:
    """« montre moi les offres », « vous avez quoi a langon »: no need was said."""
    if recherche.entree or besoins_de(recherche.besoin):
        return False
    reste = " ".join(mot for mot in lire_suite(recherche.besoin).reste.split() if not mot.isdigit())
    return not reste or (len(reste.split()) <= 2 and trouver_lieu(reste) is not None)


def _entete(trouvees: Sequence[OffreTrouvee], recherche: Recherche) -> str:
    """Honest about how far one has to go."""
    if recherche.lieu is None:
        return ""
    distances = [trouvee.distance_km for trouvee in trouvees if trouvee.distance_km is not None]
    vues = recherche.filtres.sauf or recherche.vues_plus_pres
    if not distances and all(trouvee.offre.a_distance for trouvee in trouvees):
        sinon = "offres_entete_aussi_a_distance" if vues else "offres_entete_a_distance"
        cle = "offres_entete" if recherche.filtres.en_ligne else sinon
    elif distances and min(distances) > LOIN_KM:
        cle = "offres_entete_plus_loin" if vues else "offres_entete_loin"
    elif distances and distances[0] > LOIN_KM:
        cle = "offres_entete_depuis"
    else:
        cle = "offres_entete"
    return render(cle, {"lieu": recherche.lieu.nom})
