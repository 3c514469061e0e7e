"""What is amiss in the catalogue: notes on offers, and the list of those that have some."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import select
from sqlalchemy.orm import Session, defer, joinedload

from assistant.content.rendering import render
from assistant.offres.qualite import notes
from assistant.offres.tables import Offre

PAR_PAGE = 50
CHIFFRES_AU_PLUS = 6  # of a page number


@dataclass(frozen=True)
class Note:
    cle: str
    dite: str


@dataclass(frozen=True)
class AvecNotes:
    offre: Offre
    notes: list[Note]


@dataclass(frozen=True)
class ARevoir:
    """One page of the list. `comptes`: how many offers have each note, the most frequent first."""

    offres: list[AvecNotes]
    note: Note | None  # the only one shown
    comptes: list[tuple[Note, int]]
    au_total: int  # with any note, or with this one
    rang: int
    pages: int


def notes_dites(offre: Offre, maintenant: datetime) -> list[Note]:
    return [_note(cle) for cle in notes(offre, maintenant)]


def notes_par_offre(offres: Iterable[Offre], maintenant: datetime) -> dict[str, list[Note]]:
    return {offre.id: notes_dites(offre, maintenant) for offre in offres}


def a_revoir(session: Session, cle: str, rang: str, maintenant: datetime) -> ARevoir:
    """Offers still in the catalogue that have notes, or the note `cle`; an unknown one counts for none."""
    par_offre = [(offre, trouvees) for offre in _offres(session) if (trouvees := notes(offre, maintenant))]
    comptes = Counter(une for _, trouvees in par_offre for une in trouvees)
    voulue = cle if cle in comptes else None
    retenues = [(offre, trouvees) for offre, trouvees in par_offre if voulue is None or voulue in trouvees]
    pages = max(ceil(len(retenues) / PAR_PAGE), 1)
    page = min(_entier(rang), pages)
    montrees = retenues[(page - 1) * PAR_PAGE : page * PAR_PAGE]
    return ARevoir(
        [AvecNotes(offre, list(map(_note, trouvees))) for offre, trouvees in montrees],
        _note(voulue) if voulue else None,
        [(_note(une), combien) for une, combien in comptes.most_common()],
        len(retenues),
        page,
        pages,
    )


def _note(cle: str) -> Note:
    return Note(cle, render(cle))


def _entier(rang: str) -> int:
    return max(int(rang), 1) if rang.isascii() and rang.isdecimal() and len(rang) <= CHIFFRES_AU_PLUS else 1


def _offres(session: Session) -> Iterable[Offre]:
    query = (
        select(Offre)
        .where(Offre.retiree_le.is_(None))
        .options(joinedload(Offre.structure), defer(Offre.texte_plie))
        .order_by(Offre.nom_plie, Offre.id)
    )
    return session.scalars(query)
