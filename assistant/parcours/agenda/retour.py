"""The rendez-vous a person had before moving it: found again, and taken back while it still can be."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.parcours.agenda.creneaux import liberer
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import (
    Creneau,
    Participation,
    RendezVous,
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
    creneau = _creneau(session, avant.rendez_vous)
    bientot = maintenant + timedelta(hours=settings().slot_notice_hours)
    if avant.rendez_vous.debut <= bientot or (creneau is not None and creneau.rendez_vous_id is not None):
        return False
    liberer(session, present)
    present.remplace_id = None
    avant.statut, avant.prise_le, avant.remplace_id = Statut.UNKNOWN, maintenant, present.id
    if creneau is not None:
        creneau.rendez_vous_id = avant.rendez_vous_id
    objet = f"rendez_vous:{avant.rendez_vous_id}"
    consigner(session, f"allocataire:{qui.id}", "rendez_vous.reprendre", objet, maintenant)
    return True


def _creneau(session: Session, rendez_vous: RendezVous) -> Creneau | None:
    """The slot it came from, if it came from one: nobody else takes it meanwhile."""
    return session.scalar(
        select(Creneau)
        .where(Creneau.referent_id == rendez_vous.referent_id, Creneau.debut == rendez_vous.debut)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
