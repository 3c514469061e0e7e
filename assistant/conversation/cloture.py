"""The transaction that ends a turn: its state and its replies in the outbox, or neither."""

import re
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.clock import now
from assistant.content.rendering import render
from assistant.conversation.assemblage import assembler
from assistant.conversation.garde.verdict import Verdict
from assistant.conversation.outbox import envoyer
from assistant.conversation.tables import Conversation, EtatTour, MessageSortant
from assistant.conversation.tours import TourReclame, clore
from assistant.metrics import TOURS
from assistant.parcours.allocataires import personnes_du_numero

_SE_DIT = re.compile(r"\b(?:[Jj]e suis|[Ii]ci) (?:Jalon|un robot)\b")  # the answer itself says who answers


def clore_avec(
    session: Session, tour: TourReclame, verdict: Verdict, etat: EtatTour = EtatTour.REPONDU
) -> None:
    """Raises BailPerdu when another worker has the turn."""
    maintenant = now()
    clore(session, tour, etat, maintenant, verdict.regle)
    messages = assembler(verdict.textes, _presentation(session, tour, verdict, maintenant))
    for rang, corps in enumerate(messages, _deja_dits(session, tour)):
        envoyer(
            session,
            tour.conversation_id,
            corps,
            maintenant,
            tour_id=tour.id,
            rang=rang,
            malgre_opposition=verdict.malgre_opposition,
        )
    TOURS.labels(regle=verdict.regle or "moteur", etat=etat).inc()


def _presentation(session: Session, tour: TourReclame, verdict: Verdict, maintenant: datetime) -> str | None:
    """Who answers, said once, after the first answer that is no STOP's and no danger's: those leave alone.

    A number that nobody has is given the one to call: we can pass nothing on for it.
    """
    if not tour.a_presenter or not verdict.textes or verdict.malgre_opposition:
        return None
    conversation = session.get_one(Conversation, tour.conversation_id)
    conversation.presentee_le = maintenant
    if any(_SE_DIT.search(texte) for texte in verdict.textes):
        return None
    connu = personnes_du_numero(session, conversation.adresse)
    return render("presentation" if connu else "presentation_inconnu")


def _deja_dits(session: Session, tour: TourReclame) -> int:
    """Messages this turn already led to: only a replayed one has any (the honest sentence)."""
    if not tour.repris:
        return 0
    query = select(func.count(MessageSortant.id)).where(MessageSortant.tour_id == tour.id)
    return session.scalar(query) or 0
