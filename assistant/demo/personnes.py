"""The demo people, each with their rendez-vous and contrat. Whoever is there already is left as they are."""

from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.conversation.consentements import exprimer
from assistant.demo.equipe import referents_par_nom
from assistant.demo.modele import ActionDemo, ContratDemo, PersonneDemo, RendezVousDemo, personnes
from assistant.parcours.allocataires import Allocataire, Telephone
from assistant.parcours.contrats import ActionContrat, Contrat, Objectif
from assistant.parcours.rendez_vous import Participation, RendezVous
from assistant.parcours.structures import Structure


def semer_personnes(session: Session, aujourd_hui: date) -> None:
    for entree in personnes():
        if trouver(session, entree) is None:
            _semer_personne(session, entree, aujourd_hui)
            session.flush()


def trouver(session: Session, entree: PersonneDemo) -> Allocataire | None:
    """The demo person in the database: same names, same birth date."""
    return session.scalar(
        select(Allocataire).where(
            Allocataire.prenom == entree.prenom,
            Allocataire.nom == entree.nom,
            Allocataire.date_naissance == entree.naissance,
        )
    )


def _semer_personne(session: Session, entree: PersonneDemo, aujourd_hui: date) -> None:
    allocataire = Allocataire(
        prenom=entree.prenom,
        nom=entree.nom,
        date_naissance=entree.naissance,
        commune=entree.commune,
        code_postal=entree.code_postal,
        referent=referents_par_nom(session)[entree.referent],
        oriente_le=aujourd_hui - timedelta(days=entree.oriente_depuis_jours),
        telephones=[session.merge(Telephone(numero=entree.telephone))],
    )
    session.add(allocataire)
    for rendez_vous in entree.rendez_vous:
        session.add(_rendez_vous(session, rendez_vous, allocataire, aujourd_hui))
    session.flush()
    if entree.contrat:
        session.add(_contrat(session, entree.contrat, allocataire, aujourd_hui))
    if entree.oppose_depuis_jours is not None:
        le = datetime.combine(aujourd_hui - timedelta(days=entree.oppose_depuis_jours), time(12), PARIS)
        exprimer(session, entree.telephone, accepte=False, source="demo", le=le)


def _rendez_vous(
    session: Session, entree: RendezVousDemo, allocataire: Allocataire, aujourd_hui: date
) -> RendezVous:
    jour = aujourd_hui + timedelta(days=entree.dans_jours)
    return RendezVous(
        referent=referents_par_nom(session)[entree.avec],
        structure=session.scalars(select(Structure).where(Structure.nom == entree.structure)).one(),
        debut=datetime.combine(jour, entree.heure, PARIS),
        participations=[Participation(allocataire=allocataire, statut=entree.statut)],
        **entree.model_dump(include={"motif", "mode", "collectif", "duree_minutes", "a_apporter"}),
    )


def _contrat(session: Session, entree: ContratDemo, allocataire: Allocataire, aujourd_hui: date) -> Contrat:
    debut, fin = _dates(entree, aujourd_hui)
    return Contrat(
        allocataire_id=allocataire.id,
        genre=entree.genre,
        debut=debut,
        fin=fin,
        signe_le=debut,
        heures_semaine=entree.heures_semaine,
        actions=[
            _action(session, rang, action, aujourd_hui) for rang, action in enumerate(entree.actions, 1)
        ],
    )


def _dates(entree: ContratDemo, aujourd_hui: date) -> tuple[date, date]:
    duree = relativedelta(months=entree.mois)
    if entree.signe_depuis_mois is not None:
        debut = aujourd_hui - relativedelta(months=entree.signe_depuis_mois)
        return debut, debut + duree
    fin = aujourd_hui + timedelta(days=entree.fini_dans_jours or 0)
    return fin - duree, fin


def _action(session: Session, rang: int, entree: ActionDemo, aujourd_hui: date) -> ActionContrat:
    objectif = session.scalars(select(Objectif).where(Objectif.libelle == entree.objectif)).one()
    return ActionContrat(
        rang=rang,
        objectif_id=objectif.id,
        libelle=entree.libelle,
        etat=entree.etat,
        echeance=entree.echeance_jours and aujourd_hui + timedelta(days=entree.echeance_jours),
    )
