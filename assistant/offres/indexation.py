"""Keeps the search index true: vectors are computed only for offers whose text, or model, changed."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache

import numpy as np
from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from assistant.database import transaction
from assistant.offres.besoins_appris import poids_de, thematiques
from assistant.offres.encodeur import empreinte_du_modele, sens_des_notices
from assistant.offres.notices_apprises import besoins_servis, empreinte_des_notices
from assistant.offres.tables import Offre
from assistant.offres.tables_index import OffreIndexee

PAR_LOT = 256
DECLARE = 0.8  # what a thématique written in the notice is worth; the rest is what the text itself says


def indexer(maintenant: datetime, avancer: Callable[[int], None] | None = None) -> int:
    """How many offers were indexed. Opens a transaction for each lot; `avancer` is told each size."""
    with transaction() as session:
        a_faire = perimees(session)
    for lot in _lots(a_faire):
        with transaction() as session:
            _indexer_le_lot(session, lot)
        if avancer:
            avancer(len(lot))
    with transaction() as session:
        accelerer(session)
    return len(a_faire)


def indexer_tout(session: Session) -> None:
    """The same for a small catalogue, within the caller's transaction."""
    for lot in _lots(perimees(session)):
        _indexer_le_lot(session, lot)


def _lots(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for debut in range(0, len(ids), PAR_LOT):
        yield ids[debut : debut + PAR_LOT]


def perimees(session: Session) -> list[str]:
    """Ids of the offers shown whose vectors are missing or come from other words or models."""
    query = (
        select(Offre.id, Offre.nom, Offre.description, Offre.thematiques, OffreIndexee.empreinte)
        .outerjoin(OffreIndexee, OffreIndexee.offre_id == Offre.id)
        .where(Offre.retiree_le.is_(None))
    )
    return [ligne.id for ligne in session.execute(query) if _empreinte(ligne) != ligne.empreinte]


def accelerer(session: Session) -> None:
    """The HNSW index for today's number of needs; that of another model is dropped first."""
    taille = len(thematiques())
    nom = f"ix_offres_indexees_besoins_{taille}"
    anciens = text("SELECT indexname FROM pg_indexes WHERE indexname LIKE :motif AND indexname <> :nom")
    for (ancien,) in session.execute(anciens, {"motif": "ix_offres_indexees_besoins_%", "nom": nom}):
        session.execute(text(f'DROP INDEX "{ancien}"'))
    session.execute(
        text(
            f"CREATE INDEX IF NOT EXISTS {nom} ON offres_indexees "
            f"USING hnsw ((besoins::vector({taille})) vector_ip_ops)"
        )
    )


def _indexer_le_lot(session: Session, ids: Sequence[str]) -> None:
    offres = session.execute(
        select(Offre.id, Offre.nom, Offre.description, Offre.thematiques)
        .where(Offre.id.in_(ids))
        .order_by(Offre.id)  # the same lot, read again, costs nothing
    ).all()
    lus = _lire(tuple(notice(offre.nom, offre.description) for offre in offres))
    lignes = [
        {
            "offre_id": offre.id,
            "empreinte": _empreinte(offre),
            "sens": sens,
            "besoins": np.maximum(DECLARE * poids_de(offre.thematiques), besoins),
        }
        for offre, sens, besoins in zip(offres, *lus, strict=True)
    ]
    if lignes:
        _remplacer(session, lignes)


def _remplacer(session: Session, lignes: list[dict[str, object]]) -> None:
    ajout = insert(OffreIndexee)
    nouvelles = {nom: ajout.excluded[nom] for nom in ("empreinte", "sens", "besoins")}
    session.execute(ajout.on_conflict_do_update(index_elements=["offre_id"], set_=nouvelles), lignes)


@lru_cache(maxsize=8)
def _lire(notices: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    return sens_des_notices(notices), besoins_servis(notices)


def notice(nom: str, description: str) -> str:
    """What of an offer is read: its name, then what it says of itself."""
    return f"{nom} : {description}" if description else nom


def _empreinte(ligne: object) -> str:
    nom, description, themes = ligne.nom, ligne.description, ligne.thematiques  # type: ignore[attr-defined]
    lu = "\n".join([nom, description, *themes, empreinte_du_modele(), empreinte_des_notices()])
    return hashlib.sha256(lu.encode()).hexdigest()[:16]
