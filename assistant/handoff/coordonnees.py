"""Who the référent is and how to reach them, today."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from assistant.content.francais import heure_en_francais
from assistant.content.reponse import Reponse
from assistant.handoff.horaires import quand_en_francais
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.jours_ouvres import est_ferie
from assistant.parcours.numeros import lisible
from assistant.parcours.referents import PlageHoraire, Referent, interlocuteur
from assistant.parcours.structures import structure_nommee


def coordonnees(qui: Allocataire, maintenant: datetime) -> Reponse:
    """Of the stand-in too, when the référent is away. Hours of today while some are left, else the next."""
    present = interlocuteur(qui.referent, maintenant.date())
    referent = present.referent
    plages = _plages_restantes(referent, maintenant)
    cle = ("referent_remplace" if present.remplace else "referent") + ("" if plages else "_plus_tard")
    valeurs = qui_appeler(qui, maintenant) | {
        "lieu": referent.structure.nom,
        "horaires": " et ".join(_en_francais(plage) for plage in plages),
        "quand": quand_en_francais(referent, maintenant),
    }
    if present.remplace:
        valeurs["absent"] = present.remplace.nom_complet
    return Reponse(cle, valeurs)


def accueil(session: Session, qui: Allocataire | None, texte: str) -> Reponse:
    """« c koi le numero de la mds » : the one whose town is named, else the one where the référent works."""
    lieu = structure_nommee(session, texte) or (qui.referent.structure if qui else None)
    if lieu is None or lieu.telephone is None:
        return Reponse("accueil_departement")
    return Reponse("accueil_structure", {"lieu": lieu.nom, "telephone": lisible(lieu.telephone)})


def qui_appeler(qui: Allocataire, maintenant: datetime) -> dict[str, str]:
    """The référent or the stand-in, and their number, as texts name them."""
    referent = interlocuteur(qui.referent, maintenant.date()).referent
    return {"referent": referent.nom_complet, "telephone": lisible(referent.telephone)}


def _plages_restantes(referent: Referent, maintenant: datetime) -> list[PlageHoraire]:
    jour: date = maintenant.date()
    if referent.absent_le(jour) or est_ferie(jour):
        return []
    restantes = [p for p in referent.plages if p.jour == jour.weekday() and p.fin > maintenant.time()]
    return sorted(restantes, key=lambda plage: plage.debut)


def _en_francais(plage: PlageHoraire) -> str:
    return f"{heure_en_francais(plage.debut)}-{heure_en_francais(plage.fin)}"
