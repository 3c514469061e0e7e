"""What the examples nearest in meaning were said to be: lives that a straight line cannot part.

A few lines of numpy rather than an index: among 70,000 examples one look costs a millisecond.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import softmax

from assistant.apprentissage.fils import un_seul_fil

Vrais = NDArray[np.int_]  # shape (texts, labels): 1 where the label is right
Nombres = NDArray[np.float32]

AXES_COMPARES = 64  # the main ones: a quarter of the memory, the same answers
COMBIEN, CHALEUR = 15, 0.05  # neighbours heard; how much farther ones still weigh
A_LA_FOIS = 64  # texts: their likenesses with all examples, and the ranks of these, fit in 60 MB
PRESQUE_RIEN = 1e-9  # a sentence that is the mean of all is like none
PLANCHER = 0.003  # what no neighbour says is not impossible


class Voisins:
    """Labels of the examples around a sentence vector, the nearest weighing most."""

    def __init__(self, phrases: Nombres, vrais: Vrais) -> None:
        """`phrases`: shape (examples, axes), the main axes first; `vrais`: shape (examples, labels)."""
        self._connues = _reduites(phrases)
        self._parts = csr_matrix(vrais / vrais.sum(axis=1, keepdims=True), dtype=np.float32)

    def log_parts(self, phrases: Nombres) -> Nombres:
        """Logarithms of the share of each label among the neighbours: shape (len(phrases), labels)."""
        parts = np.zeros((len(phrases), self._parts.shape[1]), dtype=np.float32)
        for debut in range(0, len(phrases), A_LA_FOIS):
            lot = slice(debut, debut + A_LA_FOIS)
            parts[lot] = self._parts_autour(phrases[lot])
        return np.log(parts + PLANCHER)

    def _parts_autour(self, phrases: Nombres) -> Nombres:
        with un_seul_fil():
            proches = _reduites(phrases) @ self._connues.T
        combien = min(COMBIEN, len(self._connues))
        voisins = np.argpartition(proches, -combien, axis=1)[:, -combien:]
        poids = softmax(np.take_along_axis(proches, voisins, axis=1) / CHALEUR, axis=1)
        return np.stack([poids[rang] @ self._parts[voisins[rang]] for rang in range(len(phrases))])


def _reduites(phrases: Nombres) -> Nombres:
    axes = phrases[:, :AXES_COMPARES]
    unitaires: Nombres = axes / np.maximum(np.linalg.norm(axes, axis=1, keepdims=True), PRESQUE_RIEN)
    return unitaires
