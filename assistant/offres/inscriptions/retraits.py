"""An offer left the catalogue before it began: whoever joined, or waits, is told and may look elsewhere."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from assistant.offres.inscriptions.depart import clore
from assistant.offres.inscriptions.envoi import ecrire, retenir_la_conversation
from assistant.offres.inscriptions.places import relire
from assistant.offres.inscriptions.tables import VIVANTES, EtatInscription, Inscription
from assistant.offres.tables import Offre

CERTAIN_APRES = timedelta(days=1)  # an export may lack an offer once, and have it again the next morning
TOUT_DE_SUITE = timedelta(days=2)  # before it begins: waiting would send people to a closed door


def concernees(maintenant: datetime) -> Select[Any]:
    return (
        select(Inscription.id)
        .join(Inscription.offre)
        .where(
            Inscription.etat.in_(VIVANTES),
            or_(Offre.debut.is_(None), Offre.debut > maintenant),
            Offre.retiree_le.is_not(None),
            or_(Offre.retiree_le <= maintenant - CERTAIN_APRES, Offre.debut <= maintenant + TOUT_DE_SUITE),
        )
        .order_by(Inscription.id)
    )


def annoncer(session: Session, inscription_id: int, maintenant: datetime) -> None:
    inscription = session.get_one(Inscription, inscription_id)
    retenir_la_conversation(session, inscription.conversation_id)
    offre = relire(session, inscription)
    if inscription.etat not in VIVANTES or offre.retiree_le is None:
        return
    clore(session, offre, inscription, EtatInscription.ANNULEE, maintenant)
    qui, ou = inscription.allocataire, inscription.conversation_id
    ecrire(session, ou, qui, offre, "inscription_offre_retiree", maintenant)
