"""Signs of life of the worker, which has no port to ask."""

from datetime import datetime, timedelta

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.conversation.tables import Battement

VIVANT_DEPUIS = timedelta(seconds=30)


def battre(session: Session, partie: str, maintenant: datetime) -> None:
    row = insert(Battement).values(partie=partie, vu_le=maintenant)
    session.execute(row.on_conflict_do_update(index_elements=["partie"], set_={"vu_le": row.excluded.vu_le}))


def bat_encore(session: Session, partie: str, maintenant: datetime) -> bool:
    battement = session.get(Battement, partie)
    return battement is not None and maintenant - battement.vu_le < VIVANT_DEPUIS
