"""Seeds the demo world: what is missing is added, what is there stays."""

from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

from assistant.demo.equipe import semer_creneaux, semer_equipe
from assistant.demo.monde import semer_monde
from assistant.demo.offres import semer_offres
from assistant.demo.personnes import semer_personnes

UN_SEUL_A_LA_FOIS = 20_261  # advisory lock: two seedings at once would both find nothing


def semer(session: Session, aujourd_hui: date) -> None:
    """The demo people, référents, structures, free slots and offers, dated from `aujourd_hui`."""
    reserver(session)
    semer_monde(session)
    semer_equipe(session, aujourd_hui)
    semer_personnes(session, aujourd_hui)
    semer_creneaux(session, aujourd_hui)
    semer_offres(session, aujourd_hui)


def reserver(session: Session) -> None:
    """Waits until no other transaction seeds or resets."""
    session.execute(text("SELECT pg_advisory_xact_lock(:cle)"), {"cle": UN_SEUL_A_LA_FOIS})
