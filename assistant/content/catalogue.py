"""The texts Jalon says, by key, as written in textes/*.yml.

A text is a map with `texte` and, where a full sentence may need a second segment, `court`. Where saying it
again would leave a person where they were, `encore` lists what to say next instead: another way.
Values are named in braces: `{jour}`. `exemples.yml` gives the longest likely value of each name.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "textes"


class TexteInconnu(KeyError):
    """No text has this key: the caller asked for something nobody wrote."""


@dataclass(frozen=True)
class Texte:
    cle: str
    formes: tuple[str, ...]  # the wording we prefer first, then shorter ones
    encore: tuple[str, ...] = ()  # what is said in its place to whoever has just read it


@lru_cache
def catalogue() -> dict[str, Texte]:
    """Every text by key; ValueError when a key is written twice."""
    textes: dict[str, Texte] = {}
    for fichier in sorted(FOLDER.glob("*.yml")):
        for cle, entree in yaml.safe_load(fichier.read_text()).items():
            if cle in textes:
                raise ValueError(f"text {cle} is written twice, the second time in {fichier.name}")
            formes = tuple(entree[forme] for forme in ("texte", "court") if forme in entree)
            textes[cle] = Texte(cle, formes, tuple(entree.get("encore", ())))
    return textes


def texte(cle: str) -> Texte:
    try:
        return catalogue()[cle]
    except KeyError:
        raise TexteInconnu(cle) from None


def exemples() -> dict[str, str]:
    """The longest likely value of each name used in braces."""
    contenu: dict[str, str] = yaml.safe_load((FOLDER.parent / "exemples.yml").read_text())
    return contenu
