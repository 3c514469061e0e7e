"""Places: every change is made under the lock of the offer's row, so that none is given twice."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from assistant.offres.inscriptions.tables import VIVANTES, EtatInscription, Inscription
from assistant.offres.tables import Offre
from assistant.settings import settings


def se_reserve(offre: Offre) -> bool:
    """Whether Jalon counts its places; the others are joined by calling whoever offers them."""
    return offre.debut is not None or offre.places is not None


def passe_par_jalon(offre: Offre) -> bool:
    """Whether joining is done here: a place to take, or a request to send to the référent."""
    return se_reserve(offre) or offre.par_referent_seulement


def verrouiller(session: Session, offre_id: str) -> Offre:
    """The offer as it is now; nobody else changes its places before this transaction ends."""
    query = select(Offre).where(Offre.id == offre_id).with_for_update(of=Offre, key_share=True)
    return session.scalars(query.execution_options(populate_existing=True)).one()


def vivante(session: Session, offre_id: str, allocataire_id: int) -> Inscription | None:
    """Read afresh: under the offer's lock it is what it is."""
    query = select(Inscription).where(
        Inscription.offre_id == offre_id,
        Inscription.allocataire_id == allocataire_id,
        Inscription.etat.in_(VIVANTES),
    )
    return session.scalar(query.execution_options(populate_existing=True))


def relire(session: Session, inscription: Inscription) -> Offre:
    """Locks the offer, then reads the row again: it may have changed while we waited."""
    offre = verrouiller(session, inscription.offre_id)
    session.refresh(inscription)
    return offre


def quelqu_un_attend(session: Session, offre: Offre) -> bool:
    return bool(session.scalar(select(exists().where(*_en_attente(offre)))))


def rang_dans_l_attente(session: Session, inscription: Inscription) -> int:
    """1 is the next to be offered a place."""
    query = select(func.count(Inscription.id)).where(
        Inscription.offre_id == inscription.offre_id,
        Inscription.etat == EtatInscription.EN_ATTENTE,
        Inscription.id <= inscription.id,
    )
    return session.scalar(query) or 1


def inscrire(session: Session, offre: Offre, inscription: Inscription, maintenant: datetime) -> None:
    """Under the lock, with a place free; that of a person to whom one was offered is already counted."""
    if inscription.etat is not EtatInscription.PROPOSEE:
        offre.places_prises += 1
    inscription.etat = EtatInscription.INSCRITE
    inscription.inscrite_le = maintenant
    session.add(inscription)
    session.flush()


def passer_la_place(session: Session, offre: Offre, maintenant: datetime) -> None:
    """Under the lock: a place given back is held for the first who waits, else free again."""
    session.flush()
    suivante = session.scalar(
        select(Inscription).where(*_en_attente(offre)).order_by(Inscription.id).limit(1)
    )
    if suivante is None or not temps_de_proposer(offre, maintenant):
        offre.places_prises = max(offre.places_prises - 1, 0)
    else:
        suivante.etat = EtatInscription.PROPOSEE
        suivante.proposee_le = maintenant
    session.flush()


def temps_de_proposer(offre: Offre, maintenant: datetime) -> bool:
    delai = timedelta(hours=settings().slot_notice_hours)
    return offre.retiree_le is None and (offre.debut is None or offre.debut - delai > maintenant)


def _en_attente(offre: Offre) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Inscription.offre_id == offre.id, Inscription.etat == EtatInscription.EN_ATTENTE
