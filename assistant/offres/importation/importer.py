"""From an open file to the catalogue, batch by batch."""

from collections.abc import Callable
from datetime import datetime
from typing import IO

from assistant.database import transaction
from assistant.offres.importation.bilan import Bilan
from assistant.offres.importation.ecriture import ecrire
from assistant.offres.importation.fichier import FichierInterrompu, FichierRefuse, par_lots
from assistant.offres.importation.formes import Forme
from assistant.offres.importation.passage import Passage
from assistant.offres.importation.retrait import retirer_les_absentes
from assistant.offres.tables import Offre

LOT = 500  # rows a transaction: what came before a crash stays


def importer(
    fichier: IO[bytes],
    forme: Forme,
    maintenant: datetime,
    signaler: Callable[[str], None],
    *,
    complet: bool | None = None,
) -> Bilan:
    """Opens its own transactions. `signaler` gets a French sentence per refused row.

    A file that breaks off keeps what was read and withdraws nothing. Raises FichierRefuse when there
    is nothing to read. `complet`: see retirer_les_absentes.
    """
    passage = Passage(forme, signaler)
    try:
        _lire_tout(fichier, passage)
    except FichierInterrompu as interruption:
        passage.bilan.interruption = str(interruption)
    else:
        if forme.table is Offre:
            with transaction() as session:
                retirer_les_absentes(session, passage, maintenant, complet)
    if not passage.bilan.lues:
        raise FichierRefuse("import_vide")
    return passage.bilan


def _lire_tout(fichier: IO[bytes], passage: Passage) -> None:
    for lot in par_lots(passage.forme.lire(fichier), LOT):
        lignes = passage.lire(lot)
        with transaction() as session:
            ecrire(session, passage.forme.table, lignes, passage.bilan)
