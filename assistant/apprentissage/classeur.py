"""Linear models over texts, learnt from examples."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

from assistant.apprentissage.traits import Traits

TOLERANCE = 0.01

Vrais = NDArray[np.int_]  # shape (texts, labels): 1 where the label is right
Nombres = NDArray[np.float32]


@dataclass(frozen=True)
class Exemple:
    """A text and every label that is right for it."""

    texte: str
    etiquettes: frozenset[str]


class Reglages(NamedTuple):
    """`regularisation`: C of the machines. `nettete`: what their scores are multiplied by, for honest
    probabilities; measured by benchmarks/sharpness, because finding it anew would double every learning.
    """

    regularisation: float
    nettete: float


class Classeur:
    """Probabilities of labels for a text. Deterministic: same examples, same answers."""

    def __init__(self, traits: Traits, poids: Nombres, seuils: Nombres, etiquettes: list[str]) -> None:
        self._traits = traits
        self._poids = poids
        self._seuils = seuils
        self.etiquettes = etiquettes

    @classmethod
    def apprendre(cls, exemples: Sequence[Exemple], reglages: Reglages) -> Self:
        """A linear machine for each label."""
        textes, rangement = [e.texte for e in exemples], MultiLabelBinarizer()
        vrais: Vrais = rangement.fit_transform([e.etiquettes for e in exemples])
        traits = Traits()
        poids, seuils = droites(traits.apprendre(textes), vrais, reglages.regularisation)
        nettete = reglages.nettete
        return cls(traits, nettete * poids, nettete * seuils, [str(e) for e in rangement.classes_])

    def probabilites(self, textes: Sequence[str]) -> Nombres:
        """Shape (len(textes), len(etiquettes)); each row sums to 1."""
        lues: Nombres = softmax(self._traits.lire(textes) @ self._poids + self._seuils, axis=1)
        return lues


def droites(lus: csr_matrix, vrais: Vrais, regularisation: float) -> tuple[Nombres, Nombres]:
    """Shapes (traits, labels) and (labels,). The examples of a rare label weigh more."""
    # processes: liblinear draws from one generator a process, threads would learn something else each time
    apprises = Parallel(n_jobs=-1)(
        delayed(_droite)(lus, colonne, vrais.shape, regularisation) for colonne in vrais.T
    )
    poids = np.stack(
        [droite.coef_[0] for droite in apprises], axis=1, dtype=np.float32
    )  # a text reads few rows
    return poids, np.concatenate([droite.intercept_ for droite in apprises], dtype=np.float32)


def _droite(lus: csr_matrix, vraie: Vrais, taille: tuple[int, ...], regularisation: float) -> LinearSVC:
    rare = taille[0] / (taille[1] * vraie.sum())
    droite = LinearSVC(C=regularisation, class_weight={0: 1, 1: rare}, tol=TOLERANCE, random_state=0)
    return droite.fit(lus, vraie)
