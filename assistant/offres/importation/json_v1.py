"""A data.inclusion export: one JSON list, read one element at a time however large the file is."""

from collections.abc import Iterator
from typing import IO

import ijson

from assistant.offres.importation.fichier import Brute, FichierInterrompu, FichierRefuse

BOM = b"\xef\xbb\xbf"
DEBUT = 4096  # bytes in which a file must have begun


def lire_json(fichier: IO[bytes]) -> Iterator[Brute]:
    """Raises FichierRefuse before the first element, FichierInterrompu after it."""
    _se_placer(fichier)
    numero = 0
    try:
        for numero, element in enumerate(ijson.items(fichier, "item"), 1):
            yield Brute(numero, element)
    except (ijson.JSONError, UnicodeDecodeError):
        if not numero:
            raise FichierRefuse("import_pas_json") from None
        raise FichierInterrompu("import_json_interrompu", numero=numero) from None


def _se_placer(fichier: IO[bytes]) -> None:
    """Past the byte order mark, at a list."""
    debut = fichier.read(DEBUT)
    fichier.seek(len(BOM) if debut.startswith(BOM) else 0)
    premier = debut.removeprefix(BOM).lstrip()[:1]
    if not premier:
        raise FichierRefuse("import_vide")
    if premier != b"[":
        raise FichierRefuse("import_pas_une_liste" if premier == b"{" else "import_pas_json")
