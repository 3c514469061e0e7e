"""A freed place, offered by SMS to the first who waits: what they answer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.reponse import Reponse
from assistant.offres.inscriptions.demande import Demandeur, donner_la_place
from assistant.offres.inscriptions.depart import clore
from assistant.offres.inscriptions.mots import mots_discrets
from assistant.offres.inscriptions.places import relire
from assistant.offres.inscriptions.tables import EtatInscription, Inscription


def en_suspens(session: Session, allocataire_id: int) -> Inscription | None:
    """The freed place this person was told of and has not answered."""
    return session.scalar(
        select(Inscription).where(
            Inscription.allocataire_id == allocataire_id,
            Inscription.etat == EtatInscription.PROPOSEE,
            Inscription.annoncee_le.is_not(None),
        )
    )


def annoncee_le(
    session: Session, conversation_id: UUID, allocataire_id: int, le: datetime
) -> Inscription | None:
    """The freed place announced here, to this person, in that SMS; whatever became of it since."""
    return session.scalar(
        select(Inscription).where(
            Inscription.conversation_id == conversation_id,
            Inscription.allocataire_id == allocataire_id,
            Inscription.annoncee_le == le,
        )
    )


def repondre(session: Session, inscription: Inscription, de: Demandeur, *, oui: bool) -> Reponse:
    """« oui » while the place is held takes it; « non » passes it on at once; later it is too late."""
    offre = relire(session, inscription)
    valeurs = mots_discrets(offre, de.maintenant)
    if inscription.etat is EtatInscription.INSCRITE:
        return Reponse("place_prise", valeurs)
    if inscription.etat is not EtatInscription.PROPOSEE or est_passee(inscription, de.maintenant):
        return Reponse("place_trop_tard" if oui else "place_refusee", valeurs)
    if oui:
        donner_la_place(session, offre, inscription, de)
        return Reponse("place_prise", valeurs)
    clore(session, offre, inscription, EtatInscription.ANNULEE, de.maintenant)
    return Reponse("place_refusee", valeurs)


def est_passee(inscription: Inscription, maintenant: datetime) -> bool:
    return inscription.jusqu_a is not None and inscription.jusqu_a <= maintenant
