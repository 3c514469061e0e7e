"""When, where, with whom, what to bring."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from assistant.content.francais import duree_en_francais, liste_numerotee
from assistant.content.reponse import Reponse
from assistant.handoff.coordonnees import qui_appeler
from assistant.parcours.agenda.mots import adresse_en_francais, ligne_rendez_vous, mots_rendez_vous
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import Mode, Participation, RendezVous, participations_a_venir

Detail = Callable[[RendezVous, datetime], Reponse]


def rendez_vous_consultes(session: Session, qui: Allocataire, maintenant: datetime) -> Reponse:
    return _un_ou_plusieurs(session, qui, maintenant, detail_rendez_vous)


def rendez_vous_prepare(rendez_vous: RendezVous, maintenant: datetime) -> Reponse:
    """What to bring, and how long it lasts."""
    valeurs = mots_rendez_vous(rendez_vous, maintenant)
    cle = "rdv_preparer" if rendez_vous.a_apporter else "rdv_preparer_rien"
    return Reponse(cle, valeurs | {"duree": duree_en_francais(rendez_vous.duree_minutes)})


def rendez_vous_en_groupe(rendez_vous: RendezVous, maintenant: datetime) -> Reponse:
    duree = duree_en_francais(rendez_vous.duree_minutes)
    return Reponse("rdv_groupe", mots_rendez_vous(rendez_vous, maintenant) | {"duree": duree})


def lieu_consulte(session: Session, qui: Allocataire, maintenant: datetime) -> Reponse:
    """The address and how to get there: of the next rendez-vous, else of where the référent works."""
    a_venir = participations_a_venir(session, qui.id, maintenant)
    lieux = {p.rendez_vous.structure_id for p in a_venir if p.rendez_vous.mode is Mode.SUR_PLACE}
    if len(lieux) > 1:
        return _liste(a_venir, maintenant)
    if a_venir:
        return lieu_rendez_vous(a_venir[0].rendez_vous, maintenant)
    structure = qui.referent.structure
    valeurs = {"lieu": structure.nom, "adresse": adresse_en_francais(structure)}
    return Reponse("rdv_lieu_structure", valeurs | {"referent": qui.referent.nom_complet})


def rendez_vous_a_propos(
    session: Session, qui: Allocataire, propos: str, maintenant: datetime
) -> Reponse | None:
    """Who calls, coming with somebody, without what to bring; None when theirs is not of that kind."""
    for rendez_vous in (p.rendez_vous for p in participations_a_venir(session, qui.id, maintenant)):
        if _CONCERNE[propos](rendez_vous):
            return Reponse(propos, mots_rendez_vous(rendez_vous, maintenant) | qui_appeler(qui, maintenant))
    return None


_CONCERNE: dict[str, Callable[[RendezVous], bool]] = {
    "rdv_qui_appelle": lambda rendez_vous: rendez_vous.mode is Mode.TELEPHONE,
    "rdv_ensemble": lambda rendez_vous: True,
    "rdv_accompagne": lambda rendez_vous: rendez_vous.mode is Mode.SUR_PLACE,
    "rdv_sans_piece": lambda rendez_vous: rendez_vous.a_apporter is not None,
    "rdv_piece_perimee": lambda rendez_vous: rendez_vous.mode is Mode.SUR_PLACE,
    "rdv_empechement": lambda rendez_vous: True,
}


def detail_rendez_vous(rendez_vous: RendezVous, maintenant: datetime) -> Reponse:
    suite = "_apporter" if rendez_vous.a_apporter else ""
    return Reponse(f"rdv_{rendez_vous.mode}{suite}", mots_rendez_vous(rendez_vous, maintenant))


def lieu_rendez_vous(rendez_vous: RendezVous, maintenant: datetime) -> Reponse:
    valeurs = mots_rendez_vous(rendez_vous, maintenant)
    if rendez_vous.mode is not Mode.SUR_PLACE:
        return Reponse(f"rdv_lieu_{rendez_vous.mode}", valeurs)
    structure = rendez_vous.structure
    valeurs |= {"adresse": adresse_en_francais(structure), "acces": structure.acces or ""}
    return Reponse("rdv_lieu_acces" if structure.acces else "rdv_lieu", valeurs)


def _un_ou_plusieurs(session: Session, qui: Allocataire, maintenant: datetime, detail: Detail) -> Reponse:
    a_venir = participations_a_venir(session, qui.id, maintenant)
    if not a_venir:
        return Reponse("rdv_aucun")
    if len(a_venir) > 1:
        return _liste(a_venir, maintenant)
    return detail(a_venir[0].rendez_vous, maintenant)


def _liste(a_venir: list[Participation], maintenant: datetime) -> Reponse:
    lignes = [ligne_rendez_vous(p.rendez_vous, maintenant) for p in a_venir]
    return Reponse("rdv_plusieurs", {"rendez_vous": liste_numerotee(lignes)})
