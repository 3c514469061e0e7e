"""A linear model over texts, learnt from examples once and kept beside the data under their fingerprint."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import joblib
import numpy as np
from filelock import FileLock
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.apprentissage.phrases import empreinte_encodeur
from assistant.apprentissage.traits import Traits

VERSION = "1"  # of the features: another one learns anew
REGULARISATION = 20
ITERATIONS = 60


@dataclass(frozen=True)
class Exemple:
    texte: str
    etiquette: str


class Classeur:
    """Probabilities of labels for a text. Deterministic: same examples, same answers."""

    def __init__(self, traits: Traits, modele: LogisticRegression) -> None:
        self._traits = traits
        self._modele = modele
        self.etiquettes: list[str] = [str(e) for e in modele.classes_]

    @classmethod
    def apprendre(cls, exemples: Sequence[Exemple], poids: Mapping[str, float] | str) -> Self:
        """`poids`: how much an error on each label costs, or "balanced"."""
        textes = [exemple.texte for exemple in exemples]
        traits = Traits().apprendre(textes)
        modele = LogisticRegression(C=REGULARISATION, max_iter=ITERATIONS, class_weight=poids)
        return cls(traits, modele.fit(traits.lire(textes), [e.etiquette for e in exemples]))

    def probabilites(self, textes: Sequence[str]) -> NDArray[np.float64]:
        """Shape (len(textes), len(etiquettes)); each row sums to 1."""
        lues: NDArray[np.float64] = self._modele.predict_proba(self._traits.lire(textes))
        return lues


def garde_ou_appris(
    nom: str, dossier: Path, exemples: Sequence[Exemple], poids: Mapping[str, float] | str
) -> Classeur:
    """The model kept in `dossier` for exactly these examples; learnt now, once, when there is none.

    The files are written by this very function: joblib is safe on them.
    """
    fichier = dossier / f"{nom}-{_empreinte(exemples, poids)}.joblib"
    dossier.mkdir(parents=True, exist_ok=True)
    with FileLock(fichier.with_suffix(".lock")):
        if fichier.exists():
            lu: Classeur = joblib.load(fichier)
            return lu
        appris = Classeur.apprendre(exemples, poids)
        en_cours = fichier.with_suffix(".tmp")
        joblib.dump(appris, en_cours)
        en_cours.rename(fichier)
    return appris


def _empreinte(exemples: Sequence[Exemple], poids: Mapping[str, float] | str) -> str:
    digest = hashlib.sha256(f"{VERSION} {empreinte_encodeur()} {poids}".encode())
    for exemple in exemples:
        digest.update(f"{exemple.etiquette}\t{exemple.texte}\n".encode())
    return digest.hexdigest()[:16]
