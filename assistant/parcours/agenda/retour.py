"""The rendez-vous a person moved or cancelled: found again, and taken back while it still can be."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.parcours.agenda.creneaux import liberer
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import (
    Creneau,
    GenreSignalement,
    Participation,
    RendezVous,
    Signalement,
    Statut,
    participations_a_venir,
)
from assistant.privacy.audit import consigner
from assistant.settings import settings

DELAI = timedelta(days=1)


@dataclass(frozen=True)
class Deplacement:
    """`avant` was left for `present`."""

    avant: Participation
    present: Participation


def dernier_deplacement(session: Session, qui: Allocataire, maintenant: datetime) -> Deplacement | None:
    """The latest of this last day, when the person has not cancelled since."""
    deplaces = [
        Deplacement(avant, present)
        for present in participations_a_venir(session, qui.id, maintenant)
        if present.prise_le is not None and maintenant - present.prise_le <= DELAI
        if (avant := session.get(Participation, present.remplace_id or 0)) is not None
        and avant.statut is Statut.EXCUSED
    ]
    return max(deplaces, key=lambda deplace: deplace.present.prise_le or maintenant, default=None)


def reprendre(session: Session, qui: Allocataire, deplace: Deplacement, maintenant: datetime) -> bool:
    """As it was before the move, which can itself be taken up again; False when its time is gone."""
    avant, present = deplace.avant, deplace.present
    if not _occuper(session, avant, maintenant):
        return False
    liberer(session, present)
    present.remplace_id = None
    avant.prise_le, avant.remplace_id = maintenant, present.id
    _consigner(session, qui, avant, maintenant)
    return True


def derniere_annulation(session: Session, qui: Allocataire, maintenant: datetime) -> Participation | None:
    """What they cancelled this last day, when it is still to come and nothing stands in its place."""
    annulee = session.scalar(
        select(Participation)
        .join(Signalement, Signalement.participation_id == Participation.id)
        .where(
            Participation.allocataire_id == qui.id,
            Participation.statut == Statut.EXCUSED,
            Signalement.genre == GenreSignalement.ANNULATION,
            Signalement.recu_le >= maintenant - DELAI,
        )
        .order_by(Signalement.recu_le.desc())
        .limit(1)
    )
    if annulee is None or annulee.rendez_vous.debut <= maintenant:
        return None
    meme_genre = annulee.rendez_vous.collectif
    a_venir = participations_a_venir(session, qui.id, maintenant)
    remplacee = any(p.prise_le and p.rendez_vous.collectif is meme_genre for p in a_venir)
    return None if remplacee else annulee


def retablir(session: Session, qui: Allocataire, annulee: Participation, maintenant: datetime) -> bool:
    """False when its time is gone."""
    if not _occuper(session, annulee, maintenant):
        return False
    _consigner(session, qui, annulee, maintenant)
    return True


def _occuper(session: Session, avant: Participation, maintenant: datetime) -> bool:
    creneau = _creneau(session, avant.rendez_vous)
    bientot = maintenant + timedelta(hours=settings().slot_notice_hours)
    if avant.rendez_vous.debut <= bientot or (creneau is not None and creneau.rendez_vous_id is not None):
        return False
    avant.statut = Statut.UNKNOWN
    if creneau is not None:
        creneau.rendez_vous_id = avant.rendez_vous_id
    return True


def _consigner(session: Session, qui: Allocataire, avant: Participation, maintenant: datetime) -> None:
    objet = f"rendez_vous:{avant.rendez_vous_id}"
    consigner(session, f"allocataire:{qui.id}", "rendez_vous.reprendre", objet, maintenant)


def _creneau(session: Session, rendez_vous: RendezVous) -> Creneau | None:
    """The slot it came from, if it came from one: nobody else takes it meanwhile."""
    return session.scalar(
        select(Creneau)
        .where(Creneau.referent_id == rendez_vous.referent_id, Creneau.debut == rendez_vous.debut)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
