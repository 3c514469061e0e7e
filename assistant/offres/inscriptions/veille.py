"""The round: what silence, time and the calendar do to inscriptions. Everything is found in rows.

A round that is lost, late or made twice changes nothing: each step looks only for what is still to do,
in a transaction of its own, and looks again once it holds the row.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from assistant.conversation.initiative import est_permis
from assistant.journal import journal
from assistant.offres.inscriptions import attente, decisions, rappels, retraits

Ouvrir = Callable[[], AbstractContextManager[Session]]


@dataclass(frozen=True)
class Phase:
    """`lesquelles`: the identifiers concerned now; `faire`: what is done with one of them."""

    lesquelles: Callable[[datetime], Select[Any]]
    faire: Callable[[Session, Any, datetime], None]
    ecrit: bool = True  # to people: at allowed hours only


PHASES = (
    Phase(attente.sans_reponse, attente.expirer, ecrit=False),
    Phase(attente.commencees, attente.finir, ecrit=False),
    Phase(attente.agrandies, attente.offrir_les_places, ecrit=False),
    Phase(retraits.concernees, retraits.annoncer),
    Phase(attente.a_annoncer, attente.annoncer),
    Phase(rappels.incertaines, rappels.dire_l_incertitude),
    Phase(rappels.prochaines, rappels.rappeler),
    Phase(decisions.a_annoncer, decisions.annoncer),
)


def veiller(ouvrir: Ouvrir, maintenant: datetime) -> None:
    for phase in PHASES:
        if phase.ecrit and not est_permis(maintenant):
            continue
        with ouvrir() as session:
            concernees = session.scalars(phase.lesquelles(maintenant)).all()
        for une in concernees:
            _faire(phase, une, ouvrir, maintenant)


def _faire(phase: Phase, une: int | str, ouvrir: Ouvrir, maintenant: datetime) -> None:
    """One that fails must not hold up the others; the next round finds it again."""
    try:
        with ouvrir() as session:
            phase.faire(session, une, maintenant)
    except Exception as echec:
        journal.error("inscriptions.echec", etape=phase.faire.__name__, genre=type(echec).__name__)
