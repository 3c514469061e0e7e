"""Offers that are no longer in the file of their source.

A file is taken for the whole of each source it holds: what is missing is withdrawn. Unless that would
take away too much to be true, which is how an extract or half an export looks: then nothing is, and
the person is asked.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.offres.importation.ecriture import retirer
from assistant.offres.importation.passage import Passage
from assistant.offres.tables import Offre

PART_AU_PLUS = 0.3  # of a source's offers
TOUJOURS_PERMIS = 20  # in small catalogues a share says little


def retirer_les_absentes(
    session: Session, passage: Passage, maintenant: datetime, complet: bool | None
) -> None:
    """`complet`: the person says the file is whole (True) or an extract (False); None: nobody said."""
    if complet is False:
        return
    for source in sorted(passage.sources):
        visibles = _visibles(session, source)
        absentes = sorted(visibles - passage.vus)
        if complet or len(absentes) <= max(TOUJOURS_PERMIS, PART_AU_PLUS * len(visibles)):
            retirer(session, absentes, maintenant)
            passage.bilan.retirees += len(absentes)
        else:
            passage.bilan.retraits_suspendus[source] = len(absentes)


def _visibles(session: Session, source: str) -> set[str]:
    return set(session.scalars(select(Offre.id).where(Offre.source == source, Offre.retiree_le.is_(None))))
