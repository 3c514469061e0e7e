"""What an action needs to know of the turn it answers, inside one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from rasa_sdk import Tracker
from sqlalchemy.orm import Session

from assistant.clock import now
from assistant.database import transaction
from assistant.parcours.allocataires import Allocataire
from assistant.privacy.identite import Identite, Niveau, identifier

TOUR_DES_MOTS = "tour_des_mots"  # metadata: the earlier turn whose words are answered now


@dataclass(frozen=True)
class Dossier:
    session: Session
    conversation_id: UUID
    tour_id: UUID | None
    identite: Identite
    maintenant: datetime
    tour_des_mots: UUID | None = None

    @property
    def allocataire(self) -> Allocataire | None:
        """The person, at level 1 or more; None at level 0."""
        return self.identite.allocataire

    def verifie(self) -> "Dossier":
        """The same, once the birth date was right in this very turn."""
        return replace(self, identite=Identite(Niveau.VERIFIE, self.allocataire))

    @property
    def tour(self) -> str | None:
        """The turn that said what is answered, as a slot can hold it."""
        dite_au = self.tour_des_mots or self.tour_id
        return str(dite_au) if dite_au else None

    @property
    def cause(self) -> UUID:
        """What an alert is about: this turn."""
        return self.tour_id or self.conversation_id


@contextmanager
def dossier(tracker: Tracker) -> Iterator[Dossier]:
    """Commits when the block ends, rolls back when it raises."""
    conversation_id = UUID(tracker.sender_id)
    maintenant = now()
    with transaction() as session:
        identite = identifier(session, conversation_id, maintenant)
        tours = _tour(tracker, "tour"), _tour(tracker, TOUR_DES_MOTS)
        yield Dossier(session, conversation_id, tours[0], identite, maintenant, tours[1])


def _tour(tracker: Tracker, cle: str) -> UUID | None:
    """`tour`: the turn the latest message belongs to, as whoever posted it to Rasa said."""
    tour = (tracker.latest_message.get("metadata") or {}).get(cle)
    return UUID(tour) if tour else None


def texte_du(tracker: Tracker) -> str:
    return tracker.latest_message.get("text") or ""


ASSEZ_SUR = 0.6  # confidence of a label
NON_COMPRIS = frozenset({"nlu_fallback", "hors_sujet"})  # labels that say no request of ours
UN_BESOIN = "chercher_offre"  # the label of what help nearby may answer


def est_sur(tracker: Tracker) -> bool:
    intent = tracker.latest_message.get("intent") or {}
    return float(intent.get("confidence") or 0) >= ASSEZ_SUR


def intent_du(tracker: Tracker) -> str:
    return tracker.latest_message.get("intent", {}).get("name") or ""
