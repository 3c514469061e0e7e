"""A linear model over texts, learnt from examples once and kept beside the data under their fingerprint."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import joblib
import numpy as np
from filelock import FileLock
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from scipy.special import log_softmax, softmax
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from assistant.apprentissage.phrases import empreinte_encodeur
from assistant.apprentissage.traits import Traits

VERSION = "2"  # of the features and the model: another one learns anew
TOLERANCE = 0.01


@dataclass(frozen=True)
class Exemple:
    texte: str
    etiquette: str


class Classeur:
    """Probabilities of labels for a text. Deterministic: same examples, same answers."""

    def __init__(self, traits: Traits, modele: LinearSVC, nettete: float) -> None:
        self._traits = traits
        self._poids = (nettete * modele.coef_.T).astype(np.float32)
        self._seuils = (nettete * modele.intercept_).astype(np.float32)
        self.etiquettes: list[str] = [str(e) for e in modele.classes_]

    @classmethod
    def apprendre(cls, exemples: Sequence[Exemple], regularisation: float) -> Self:
        """A linear support vector machine, then the sharpness that makes a fifth kept aside likeliest."""
        textes, etiquettes = [e.texte for e in exemples], np.array([e.etiquette for e in exemples])
        traits = Traits().apprendre(textes)
        lus = traits.lire(textes)
        nettete = _nettete(_modele(regularisation), lus, etiquettes)
        return cls(traits, _modele(regularisation).fit(lus, etiquettes), nettete)

    def probabilites(self, textes: Sequence[str]) -> NDArray[np.float32]:
        """Shape (len(textes), len(etiquettes)); each row sums to 1."""
        lues: NDArray[np.float32] = softmax(self._traits.lire(textes) @ self._poids + self._seuils, axis=1)
        return lues


def _modele(regularisation: float) -> LinearSVC:
    return LinearSVC(C=regularisation, class_weight="balanced", tol=TOLERANCE, random_state=0)


def _nettete(modele: LinearSVC, lus: csr_matrix, etiquettes: NDArray[np.str_]) -> float:
    vus, gardes = next(StratifiedKFold(5, shuffle=True, random_state=0).split(lus, etiquettes))
    modele.fit(lus[vus], etiquettes[vus])
    notes = modele.decision_function(lus[gardes])
    vrais = np.searchsorted(modele.classes_, etiquettes[gardes])

    def surprise(nettete: float) -> float:
        return float(-log_softmax(nettete * notes, axis=1)[np.arange(len(vrais)), vrais].mean())

    return float(minimize_scalar(surprise, bounds=(0.5, 20), method="bounded").x)


def garde_ou_appris(nom: str, dossier: Path, exemples: Sequence[Exemple], regularisation: float) -> Classeur:
    """The model kept in `dossier` for exactly these examples; learnt now, once, when there is none.

    The files are written by this very function: joblib is safe on them.
    """
    fichier = fichier_du_modele(nom, dossier, exemples, regularisation)
    dossier.mkdir(parents=True, exist_ok=True)
    with FileLock(fichier.with_suffix(".lock")):
        if fichier.exists():
            lu: Classeur = joblib.load(fichier)
            return lu
        appris = Classeur.apprendre(exemples, regularisation)
        en_cours = fichier.with_suffix(".tmp")
        joblib.dump(appris, en_cours)
        en_cours.rename(fichier)
        for ancien in set(dossier.glob(f"{nom}-*.joblib")) - {fichier}:
            ancien.unlink(missing_ok=True)
    return appris


def fichier_du_modele(nom: str, dossier: Path, exemples: Sequence[Exemple], regularisation: float) -> Path:
    """Where the model of exactly these examples is, or would be."""
    return dossier / f"{nom}-{empreinte(exemples, regularisation)}.joblib"


def empreinte(exemples: Sequence[Exemple], regularisation: float) -> str:
    """Names what would be learnt: another example, encoder or version gives another."""
    digest = hashlib.sha256(f"{VERSION} {regularisation} {empreinte_encodeur()}".encode())
    for exemple in exemples:
        digest.update(f"{exemple.etiquette}\t{exemple.texte}\n".encode())
    return digest.hexdigest()[:16]
