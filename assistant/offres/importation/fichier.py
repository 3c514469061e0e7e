"""What both sorts of files give: numbered raw rows, or a reason why there are none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.content.catalogue import texte


@dataclass(frozen=True)
class Brute:
    numero: int  # of the element in a JSON list, of the line in a CSV; from 1
    contenu: Any
    defaut: str = ""  # why the row cannot even be read, as lecture.Defaut names it


class FichierRefuse(Exception):
    """Nothing in it can be imported; its text says why, in French."""

    def __init__(self, cle: str, **valeurs: object) -> None:
        super().__init__(phrase(cle, **valeurs))


class FichierInterrompu(Exception):
    """It broke off after some rows, which are good; its text says where, in French."""

    def __init__(self, cle: str, **valeurs: object) -> None:
        super().__init__(phrase(cle, **valeurs))


def phrase(cle: str, **valeurs: object) -> str:
    """A text for the screen of staff: accents and guillemets stay as written."""
    return texte(cle).formes[0].format_map(valeurs)


def par_lots(lignes: Iterator[Brute], taille: int) -> Iterator[list[Brute]]:
    """What came before an interruption is given first, then the interruption goes on."""
    lot: list[Brute] = []
    try:
        for ligne in lignes:
            lot.append(ligne)
            if len(lot) == taille:
                yield lot
                lot = []
    except FichierInterrompu:
        yield lot
        raise
    yield lot
