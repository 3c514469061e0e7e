"""From a need in one's own words to the thématiques of data.inclusion that answer it.

Learnt from exemples/*.tsv (the thématiques that help, then a text); `aucune` is what no offer answers.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.apprentissage.appris import Appris
from assistant.apprentissage.classeur import Classeur, Reglages

EXEMPLES = Path(__file__).parent / "exemples"
AUCUNE = "aucune"
BESOINS = Appris(
    "besoins",
    sorted(EXEMPLES.glob("*.tsv")),
    Classeur,
    Reglages(regularisation=0.5, nettete=5.3, voisinage=0.2),
)

# one message in a hundred that asks for nothing is so taken for a need, and is shown offers
SANS_OFFRE_AU_PLUS, SUR_AU_MOINS = 0.01, 0.3

Poids = NDArray[np.float32]


class Besoin(NamedTuple):
    """`poids`: what each of `thematiques()` counts for, in their order; `aucun`: how probable it is that no
    offer answers.
    """

    poids: Poids
    aucun: float


@lru_cache
def thematiques() -> tuple[str, ...]:
    """Those the examples know, in the order of every array of weights."""
    return tuple(sorted(frozenset().union(*ensembles_appris()) - {AUCUNE}))


@lru_cache(maxsize=64)  # several steps of a turn ask it of the same message
def besoin_dit(texte: str) -> Besoin:
    """What `texte` asks for."""
    probables = BESOINS.modele.probabilites([texte])[0]
    dehors = BESOINS.modele.etiquettes.index(AUCUNE)
    return Besoin(np.delete(probables, dehors).astype(np.float32), float(probables[dehors]))


def se_dit_clairement(texte: str) -> bool:
    """Whether `texte` surely says a need, whatever else it was taken for."""
    besoin = besoin_dit(texte)
    return besoin.aucun < SANS_OFFRE_AU_PLUS and float(besoin.poids.max()) > SUR_AU_MOINS


def poids_lus(textes: Sequence[str]) -> Poids:
    """What each text is about: an array of shape (len(textes), len(thematiques())), its rows sum to 1."""
    probables = BESOINS.modele.probabilites(textes)
    gardes = np.delete(probables, BESOINS.modele.etiquettes.index(AUCUNE), axis=1)
    parts: Poids = (gardes / gardes.sum(axis=1, keepdims=True)).astype(np.float32)
    return parts


def poids_de(themes: Sequence[str] | frozenset[str]) -> Poids:
    """Full weight on each of these thématiques; those unknown are left out."""
    return np.array([float(theme in themes) for theme in thematiques()], dtype=np.float32)


def ensembles_appris() -> list[frozenset[str]]:
    """Of each example, the thématiques that help together."""
    return [exemple.etiquettes for exemple in BESOINS.exemples]
