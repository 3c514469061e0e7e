"""Linear models over texts, learnt from examples."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from joblib import Parallel, delayed
from joblib.parallel import get_active_backend
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

from assistant.apprentissage.traits import Traits, phrases_dans
from assistant.apprentissage.voisins import Nombres, Voisins, Vrais

TOLERANCE = 0.1


@dataclass(frozen=True)
class Exemple:
    """A text, every label that is right for it, and the name of the file it was read in."""

    texte: str
    etiquettes: frozenset[str]
    fichier: str = ""


class Reglages(NamedTuple):
    """`regularisation`: C of the machines. `nettete`: what their scores are multiplied by, for honest
    probabilities; measured by benchmarks/sharpness, because finding it anew would double every learning.
    `voisinage`: what the nearest examples weigh beside them.
    """

    regularisation: float
    nettete: float
    voisinage: float


class Classeur:
    """Probabilities of labels for a text. Deterministic: same examples, same answers.

    A linear machine for each label knows words and sounds; the nearest examples know what is alike.
    """

    def __init__(self, exemples: Sequence[Exemple], reglages: Reglages) -> None:
        rangement = MultiLabelBinarizer()
        vrais: Vrais = rangement.fit_transform([e.etiquettes for e in exemples])
        self.etiquettes = [str(etiquette) for etiquette in rangement.classes_]
        self._reglages = reglages
        self._traits = Traits()
        lus = self._traits.apprendre([e.texte for e in exemples])
        self._poids, self._seuils = droites(lus, vrais, reglages.regularisation)
        self._voisins = Voisins(phrases_dans(lus), vrais)

    def probabilites(self, textes: Sequence[str]) -> Nombres:
        """Shape (len(textes), len(etiquettes)); each row sums to 1."""
        lus = self._traits.lire(textes)
        marges = self._reglages.nettete * (lus @ self._poids + self._seuils)
        autour = self._reglages.voisinage * self._voisins.log_parts(phrases_dans(lus))
        lues: Nombres = softmax(marges + autour, axis=1)
        return lues


def droites(lus: csr_matrix, vrais: Vrais, regularisation: float) -> tuple[Nombres, Nombres]:
    """Shapes (traits, labels) and (labels,). The examples of a rare label weigh more."""
    # never threads: liblinear draws from one generator a process, they would learn something else each time
    seul = get_active_backend()[0].nesting_level > 0
    lus = lus.astype(np.float64)  # once: each machine would do it for itself, half of its time
    apprises = Parallel(n_jobs=-1, backend="sequential" if seul else "loky")(
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
