"""The référents: hours, absence, stand-in, and the times they offer over the coming weeks."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.demo.modele import CreneauDemo, ReferentDemo, equipe
from assistant.parcours.jours_ouvres import est_ferie
from assistant.parcours.referents import Absence, PlageHoraire, Referent
from assistant.parcours.rendez_vous import Creneau, RendezVous
from assistant.parcours.structures import Structure

SEMAINES = 5
DUREE = timedelta(minutes=45)


def semer_equipe(session: Session, aujourd_hui: date) -> None:
    for entree in equipe():
        _semer_referent(session, entree, aujourd_hui)
    session.flush()


def referents_par_nom(session: Session) -> dict[str, Referent]:
    numeros = [entree.telephone for entree in equipe()]
    query = select(Referent).where(Referent.telephone.in_(numeros))
    return {referent.nom_complet: referent for referent in session.scalars(query)}


def _semer_referent(session: Session, entree: ReferentDemo, aujourd_hui: date) -> None:
    referents = referents_par_nom(session)
    referent = referents.get(f"{entree.prenom} {entree.nom}")
    if referent and referent.plages:
        return
    referent = referent or Referent(prenom=entree.prenom, nom=entree.nom, telephone=entree.telephone)
    referent.structure = session.scalars(select(Structure).where(Structure.nom == entree.structure)).one()
    referent.remplacant = referents[entree.remplacant] if entree.remplacant else None
    referent.plages = [
        PlageHoraire(jour=jour, debut=h.debut, fin=h.fin) for h in entree.heures for jour in h.jours
    ]
    referent.absences = list(_absences(entree, aujourd_hui))
    session.add(referent)


def _absences(entree: ReferentDemo, aujourd_hui: date) -> Iterator[Absence]:
    if absence := entree.absence:
        yield Absence(
            debut=aujourd_hui - timedelta(days=absence.depuis_jours),
            fin=aujourd_hui + timedelta(days=absence.encore_jours),
        )


def semer_creneaux(session: Session, aujourd_hui: date) -> None:
    """Free slots from tomorrow on, where the référent works and is not taken."""
    referents = referents_par_nom(session)
    for entree in equipe():
        _semer_creneaux_de(session, referents[f"{entree.prenom} {entree.nom}"], entree.creneaux, aujourd_hui)
    session.flush()


def _semer_creneaux_de(
    session: Session, referent: Referent, offerts: list[CreneauDemo], aujourd_hui: date
) -> None:
    connus = set(session.scalars(select(Creneau.debut).where(Creneau.referent_id == referent.id)))
    pris = list(session.scalars(select(RendezVous).where(RendezVous.referent_id == referent.id)))
    jours = [aujourd_hui + timedelta(days=n) for n in range(1, 7 * SEMAINES + 1)]
    session.add_all(
        Creneau(
            referent_id=referent.id,
            structure_id=referent.structure_id,
            mode=offert.mode,
            debut=debut,
            duree_minutes=DUREE // timedelta(minutes=1),
        )
        for jour in jours
        for offert in offerts
        if (debut := datetime.combine(jour, offert.heure, PARIS)) not in connus
        and _travaille(referent, debut)
        and not any(_se_croisent(rendez_vous, debut) for rendez_vous in pris)
    )


def _travaille(referent: Referent, debut: datetime) -> bool:
    jour, fin = debut.date(), debut + DUREE
    return not (est_ferie(jour) or referent.absent_le(jour)) and any(
        plage.jour == jour.weekday() and plage.debut <= debut.time() and fin.time() <= plage.fin
        for plage in referent.plages
    )


def _se_croisent(rendez_vous: RendezVous, debut: datetime) -> bool:
    fin = rendez_vous.debut + timedelta(minutes=rendez_vous.duree_minutes)
    return rendez_vous.debut < debut + DUREE and debut < fin
