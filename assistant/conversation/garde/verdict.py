"""What the guard reads, and its two ways out."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Self

from sqlalchemy.orm import Session

from assistant.conversation.tables import Conversation
from assistant.conversation.tours import TourReclame
from assistant.parcours.allocataires import Allocataire, personnes_du_numero


@dataclass(frozen=True)
class Lecture:
    """A turn being read, in an open transaction."""

    session: Session
    conversation: Conversation
    tour: TourReclame
    maintenant: datetime

    @property
    def numero(self) -> str:
        return self.conversation.adresse

    @cached_property
    def personnes(self) -> list[Allocataire]:
        """Those the number may speak for."""
        return personnes_du_numero(self.session, self.numero)

    @classmethod
    def de(cls, session: Session, tour: TourReclame, maintenant: datetime) -> Self:
        return cls(session, session.get_one(Conversation, tour.conversation_id), tour, maintenant)


@dataclass(frozen=True)
class Verdict:
    """The turn ends here with these texts (none: silence)."""

    textes: list[str]
    regle: str | None = None
    malgre_opposition: bool = False  # leaves even to a number that asked for silence


@dataclass(frozen=True)
class PourLeMoteur:
    """The engine answers, reading `texte`; `nouvelle_personne`: it must first forget who wrote before.

    `danger_possible`: the numbers to call follow its answer, in French and `dans_sa_langue`. `d_abord`: what
    comes before its answer, and goes alone when it does not come.
    """

    texte: str
    nouvelle_personne: bool = False
    danger_possible: bool = False
    dans_sa_langue: tuple[str, ...] = ()
    d_abord: Verdict | None = None
