"""How sure we are of who is writing, and the birth-date check that makes us surer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, IntEnum, auto
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.conversation.tables import Conversation
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.parcours.allocataires import Allocataire, personnes_du_numero
from assistant.privacy.verifications import VerificationIdentite
from assistant.settings import settings


class Niveau(IntEnum):
    INCONNU = 0  # general answers only, and never a hint that somebody is known
    CONNU = 1  # the telephone number is known: appointments in neutral words
    VERIFIE = 2  # and the birth date was given lately: contract, actions, inscriptions


@dataclass(frozen=True)
class Identite:
    niveau: Niveau
    allocataire: Allocataire | None


INCONNUE = Identite(Niveau.INCONNU, None)


class Issue(Enum):
    REUSSIE = auto()
    ERREUR = auto()
    VERROUILLEE = auto()


@dataclass(frozen=True)
class Verification:
    issue: Issue
    essais_restants: int


def identifier(session: Session, conversation_id: UUID, maintenant: datetime) -> Identite:
    """Who writes in this conversation, and how sure that is.

    An unknown or disowned number is nobody; a shared one is the person chosen, while the choice holds.
    """
    conversation = session.get(Conversation, conversation_id)
    if conversation is None:
        return INCONNUE
    personnes = personnes_du_numero(session, conversation.adresse)
    if len(personnes) > 1:
        choisi = _encore_choisi(conversation, maintenant)
        personnes = [personne for personne in personnes if personne.id == choisi]
    if not personnes:
        return INCONNUE
    return Identite(_niveau(session, conversation_id, personnes[0], maintenant), personnes[0])


def _encore_choisi(conversation: Conversation, maintenant: datetime) -> int | None:
    tient = conversation.choisi_jusqu_a is not None and conversation.choisi_jusqu_a > maintenant
    return conversation.allocataire_choisi_id if tient else None


def _niveau(session: Session, conversation_id: UUID, qui: Allocataire, maintenant: datetime) -> Niveau:
    verification = _verification(session, conversation_id, qui)
    if verification is None or verification.reussie_le is None or verification.verrouillee_le:
        return Niveau.CONNU
    tient = timedelta(minutes=settings().identity_minutes)
    return Niveau.VERIFIE if verification.reussie_le + tient > maintenant else Niveau.CONNU


def est_verrouille(session: Session, conversation_id: UUID, allocataire: Allocataire) -> bool:
    verification = _verification(session, conversation_id, allocataire)
    return verification is not None and verification.verrouillee_le is not None


def verifier_naissance(
    session: Session,
    conversation_id: UUID,
    allocataire: Allocataire,
    jour: date | None,
    tour_id: UUID | str | None,
    maintenant: datetime,
) -> Verification:
    """Compares a birth date; the last wrong one allowed locks the check until staff open it again.

    A turn taken up twice counts one try. Locking alerts the référent.
    """
    verification = _verrouillable(session, conversation_id, allocataire)
    if verification.verrouillee_le:
        return Verification(Issue.VERROUILLEE, 0)
    if tour_id is not None and verification.dernier_tour_id == str(tour_id):
        issue = Issue.REUSSIE if verification.reussie_le else Issue.ERREUR
        return Verification(issue, settings().identity_attempts - verification.essais)
    verification.dernier_tour_id = str(tour_id) if tour_id is not None else None
    if jour == allocataire.date_naissance:
        verification.essais, verification.reussie_le = 0, maintenant
        return Verification(Issue.REUSSIE, settings().identity_attempts)
    return _compter_une_erreur(session, verification, allocataire, maintenant)


def _compter_une_erreur(
    session: Session, verification: VerificationIdentite, qui: Allocataire, maintenant: datetime
) -> Verification:
    verification.essais += 1
    verification.reussie_le = None
    restants = settings().identity_attempts - verification.essais
    if restants > 0:
        return Verification(Issue.ERREUR, restants)
    verification.verrouillee_le = maintenant
    cause = verification.dernier_tour_id or str(verification.conversation_id)
    genre = GenreAlerte.IDENTITE_VERROUILLEE
    alerter(session, genre, verification.conversation_id, qui, cause, maintenant)
    return Verification(Issue.VERROUILLEE, 0)


def _verification(session: Session, conversation_id: UUID, qui: Allocataire) -> VerificationIdentite | None:
    return session.scalar(_requete(conversation_id, qui))


def _requete(conversation_id: UUID, qui: Allocataire) -> Select[VerificationIdentite]:
    return select(VerificationIdentite).where(
        VerificationIdentite.conversation_id == conversation_id,
        VerificationIdentite.allocataire_id == qui.id,
    )


def _verrouillable(session: Session, conversation_id: UUID, qui: Allocataire) -> VerificationIdentite:
    session.execute(
        insert(VerificationIdentite)
        .values(conversation_id=conversation_id, allocataire_id=qui.id, essais=0)
        .on_conflict_do_nothing()
    )
    return session.scalars(_requete(conversation_id, qui).with_for_update()).one()
