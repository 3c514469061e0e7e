"""Free slots of the référent or the stand-in: found, and taken by one person only."""

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session, joinedload

from assistant.clock import PARIS
from assistant.content.rendering import render
from assistant.parcours.agenda.chemin import chemin
from assistant.parcours.agenda.souhaits import Souhait
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.referents import Referent, interlocuteur
from assistant.parcours.rendez_vous import Creneau, Participation, RendezVous, Statut
from assistant.privacy.audit import consigner
from assistant.settings import settings

COMBIEN = 3
MIDI = 12


def creneaux_libres(
    session: Session,
    qui: Allocataire,
    maintenant: datetime,
    souhait: Souhait | None = None,
    quitte: RendezVous | None = None,
    vus: Collection[datetime] = (),
) -> list[Creneau]:
    """Up to three, soonest first, on different days while the wish allows it, the easiest to get to of a day.

    `quitte`: the rendez-vous they would replace; `vus`: starts not to offer.
    """
    referent, sauf = qui.referent, {*vus, *([quitte.debut] if quitte else [])}
    libres = [
        creneau
        for creneau in session.scalars(_pas_encore_pris(referent, maintenant))
        if interlocuteur(referent, _jour(creneau)).referent.id == creneau.referent_id
        and creneau.debut not in sauf
        and (souhait is None or souhait.admet(creneau))
    ]
    return _espaces(libres, lambda creneau: chemin(creneau, qui, quitte))


def _pas_encore_pris(referent: Referent, maintenant: datetime) -> Select[Creneau]:
    """Those of the référent or the stand-in, soonest first."""
    return (
        select(Creneau)
        .options(joinedload(Creneau.structure))
        .where(
            Creneau.referent_id.in_({referent.id, referent.remplacant_id} - {None}),
            Creneau.rendez_vous_id.is_(None),
            Creneau.debut > maintenant + timedelta(hours=settings().slot_notice_hours),
        )
        .order_by(Creneau.debut)
    )


def _jour(creneau: Creneau) -> date:
    return creneau.debut.astimezone(PARIS).date()


def _espaces(libres: list[Creneau], loin: Callable[[Creneau], float]) -> list[Creneau]:
    """One a day first, mornings and afternoons in turn, then whatever comes soonest."""
    choisis: list[Creneau] = []
    for _, du_jour in groupby(libres, key=_jour):
        apres_midi = len(choisis) % 2 == 1
        choisis.append(min(du_jour, key=lambda c: (loin(c), _l_apres_midi(c) is not apres_midi, c.debut)))
    choisis = choisis[:COMBIEN]
    reste = sorted((c for c in libres if c not in choisis), key=lambda c: (_jour(c), loin(c), c.debut))
    choisis += reste[: COMBIEN - len(choisis)]
    return sorted(choisis, key=lambda creneau: creneau.debut)


def _l_apres_midi(creneau: Creneau) -> bool:
    return creneau.debut.astimezone(PARIS).hour >= MIDI


def reserver(
    session: Session,
    creneau_id: int,
    qui: Allocataire,
    remplace: Participation | None,
    maintenant: datetime,
) -> Participation | None:
    """The new rendez-vous; the one it replaces ends once it exists. None when somebody else was faster.

    Taking the same slot again gives the same rendez-vous.
    """
    creneau = session.get(Creneau, creneau_id, with_for_update=True, populate_existing=True)
    if creneau is None:
        return None
    if creneau.rendez_vous_id is not None:
        return _deja_la_sienne(session, creneau.rendez_vous_id, qui)
    nouvelle = _nouvelle(session, creneau, qui, remplace)
    nouvelle.prise_le = maintenant
    if remplace is not None:
        liberer(session, remplace)
    consigner(session, f"allocataire:{qui.id}", "rendez_vous.prendre", f"creneau:{creneau.id}", maintenant)
    return nouvelle


def liberer(session: Session, participation: Participation) -> None:
    """The person will not come: the slot of a one-to-one rendez-vous is free again."""
    participation.statut = Statut.EXCUSED
    if not participation.rendez_vous.collectif:
        rendu = update(Creneau).where(Creneau.rendez_vous_id == participation.rendez_vous_id)
        session.execute(rendu.values(rendez_vous_id=None))


def _nouvelle(
    session: Session, creneau: Creneau, qui: Allocataire, remplace: Participation | None
) -> Participation:
    rendez_vous = RendezVous(
        referent_id=creneau.referent_id,
        structure_id=creneau.structure_id,
        motif=remplace.rendez_vous.motif if remplace else render("motif_entretien"),
        mode=creneau.mode,
        debut=creneau.debut,
        duree_minutes=creneau.duree_minutes,
        a_apporter=remplace.rendez_vous.a_apporter if remplace else None,
    )
    remplace_id = remplace.id if remplace else None
    participation = Participation(rendez_vous=rendez_vous, allocataire_id=qui.id, remplace_id=remplace_id)
    session.add(participation)
    session.flush()
    creneau.rendez_vous_id = rendez_vous.id
    return participation


def _deja_la_sienne(session: Session, rendez_vous_id: int, qui: Allocataire) -> Participation | None:
    return session.scalar(
        select(Participation).where(
            Participation.rendez_vous_id == rendez_vous_id,
            Participation.allocataire_id == qui.id,
            Participation.statut == Statut.UNKNOWN,
        )
    )
