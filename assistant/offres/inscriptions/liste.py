"""Who comes: what an organiser may see, and no more."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.offres.inscriptions.tables import EtatInscription, Inscription
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.numeros import lisible
from assistant.parcours.referents import interlocuteur


@dataclass(frozen=True)
class Participant:
    """No family name, no number of their own: the référent (or the stand-in) is the one to call."""

    prenom: str
    referent: str
    telephone_referent: str


@dataclass(frozen=True)
class Liste:
    """`prises` also counts those who signed up elsewhere: only the organiser knows them."""

    offre: Offre
    participants: list[Participant]
    en_attente: int

    @property
    def prises(self) -> int:
        return self.offre.places_prises


def liste(session: Session, offre_id: str, maintenant: datetime) -> Liste | None:
    """None when there is no such offer. By first name."""
    offre = session.get(Offre, offre_id)
    if offre is None:
        return None
    query = (
        select(Allocataire)
        .join(Inscription, Inscription.allocataire_id == Allocataire.id)
        .where(Inscription.offre_id == offre_id, Inscription.etat == EtatInscription.INSCRITE)
        .order_by(Allocataire.prenom, Allocataire.id)
    )
    attente = select(func.count(Inscription.id)).where(
        Inscription.offre_id == offre_id, Inscription.etat == EtatInscription.EN_ATTENTE
    )
    participants = [_participant(qui, maintenant) for qui in session.scalars(query)]
    return Liste(offre, participants, session.scalar(attente) or 0)


def _participant(qui: Allocataire, maintenant: datetime) -> Participant:
    referent = interlocuteur(qui.referent, maintenant.date()).referent
    return Participant(qui.prenom, referent.nom_complet, lisible(referent.telephone))
