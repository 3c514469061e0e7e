"""Short links to the page of an offer: few characters in a text, no outside shortener, an end."""

import re
import secrets
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.offres.tables import Offre
from assistant.offres.tables_liens import LienOffre
from assistant.settings import settings

PREFIXE = "/o/"
ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"  # nothing one takes for another; no vowel, so no word
LONGUEUR = 7  # 13 thousand million codes: with 10,000 links alive a guess finds one in a million tries
_CODE = re.compile(f"[{ALPHABET}]{{{LONGUEUR}}}")


def lien_de(session: Session, offre_id: str, maintenant: datetime) -> str:
    """The address of the offer's page, good for at least half of `offer_link_days`.

    The same link is given while it holds that long. Rows are never updated: turns that name the same
    offers wait for no lock of each other.
    """
    duree = timedelta(days=settings().offer_link_days)
    query = (
        select(LienOffre.code)
        .where(LienOffre.offre_id == offre_id, LienOffre.expire_le >= maintenant + duree / 2)
        .order_by(LienOffre.expire_le.desc(), LienOffre.code)
        .limit(1)
    )
    code = session.scalar(query) or _nouveau(session, offre_id, maintenant, maintenant + duree)
    return f"{settings().base_url}{PREFIXE}{code}"


def offre_du_lien(session: Session, code: str, maintenant: datetime) -> Offre | None:
    """None for a code nobody gave or that has expired. Withdrawn and past offers are still found."""
    lien = _lien(session, code)
    return lien.offre if lien and lien.expire_le > maintenant else None


def lien_connu(session: Session, code: str) -> bool:
    """Whether the code was ever given, expired or not."""
    return _lien(session, code) is not None


def _lien(session: Session, code: str) -> LienOffre | None:
    ecrit = code.lower()  # copied by hand, it may come in capitals
    return session.get(LienOffre, ecrit) if _CODE.fullmatch(ecrit) else None


def _nouveau(session: Session, offre_id: str, maintenant: datetime, expire_le: datetime) -> str:
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LONGUEUR))
        query = (
            insert(LienOffre)
            .values(code=code, offre_id=offre_id, cree_le=maintenant, expire_le=expire_le)
            .on_conflict_do_nothing(index_elements=[LienOffre.code])
            .returning(LienOffre.code)
        )
        if session.scalar(query):
            return code
