"""A second reading, by an encoder of a hundred languages, of what the first cannot read: texts not in French.

It was taught sixteen languages; people also write in Ukrainian, Dari, Albanian, Tigrinya…
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import SVC

from assistant.apprentissage.appris import Appris
from assistant.apprentissage.cent_langues import empreinte_de_toute_langue, vecteurs_de_toute_langue
from assistant.apprentissage.classeur import Exemple
from assistant.offres.mots import plier

RIEN = "rien"
FRANCAIS = Path(__file__).with_name("exemples_detresse.tsv")
AUTRES_LANGUES = Path(__file__).with_name("exemples_autres_langues.tsv")
LETTRES_LUES = 1000  # 0.3 s; of a longer text, as many of its beginning as of its end
ECHELLE = 8  # unit vectors of this encoder are all close to one another


class Reglages(NamedTuple):
    """Chosen on texts that taught nothing. `etrangers`: examples of each side, danger or not, in other
    languages; `francais`: the same in French, so that a text wrongly sent here is not misread; `lettres`: in
    each at most, because a long one is read slowly and teaches no more; `a_comparer`: texts in French that
    tell its letters from those of other languages.
    """

    encodeur: str
    regularisation: float = 2.0
    largeur: float = 0.05
    etrangers: int = 1750
    francais: int = 375
    lettres: int = 100
    a_comparer: int = 15_000


class SecondeLecture:
    """Deterministic: same examples, same answers."""

    def __init__(self, exemples: Sequence[Exemple], reglages: Reglages) -> None:
        hasard = np.random.default_rng(0)
        francais = [e for e in exemples if e.fichier == FRANCAIS.stem]
        etrangers = [e for e in exemples if e.fichier == AUTRES_LANGUES.stem]
        self._langue = _langue(_quelques(hasard, francais, reglages.a_comparer), etrangers)
        lus = [*_des_deux_cotes(hasard, _brefs(etrangers, reglages), reglages.etrangers)]
        lus += _des_deux_cotes(hasard, _brefs(francais, reglages), reglages.francais)
        phrases = vecteurs_de_toute_langue([e.texte for e in lus])
        self._centre = phrases.mean(axis=0)
        traits, labels = self._traits(phrases), np.array([_label(e) for e in lus])
        machine = SVC(C=reglages.regularisation, gamma=reglages.largeur, class_weight="balanced")
        self._danger = machine.fit(traits, labels != RIEN)
        self._lequel = LogisticRegression(max_iter=500).fit(traits[labels != RIEN], labels[labels != RIEN])

    def est_etranger(self, texte: str) -> bool:
        return bool(self._langue.predict([texte])[0])

    def lire(self, texte: str) -> tuple[float, dict[str, float]]:
        """How far on the side of danger (0: on the border), and how probable each danger is if it is one."""
        bouts = (
            texte if len(texte) <= LETTRES_LUES else texte[: LETTRES_LUES // 2] + texte[-LETTRES_LUES // 2 :]
        )
        traits = self._traits(vecteurs_de_toute_langue([bouts]))
        parts = self._lequel.predict_proba(traits)[0]
        return float(self._danger.decision_function(traits)[0]), dict(
            zip(map(str, self._lequel.classes_), map(float, parts), strict=True)
        )

    def _traits(self, phrases: NDArray[np.float32]) -> NDArray[np.float32]:
        traits: NDArray[np.float32] = (phrases - self._centre) * ECHELLE
        return traits


def _langue(francais: Sequence[Exemple], etrangers: Sequence[Exemple]) -> Pipeline:
    """Tells texts in French from the others by their letters."""
    lettres = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(1, 3), min_df=3, sublinear_tf=True, preprocessor=plier
    )
    textes = [e.texte for e in (*francais, *etrangers)]
    etranger = [False] * len(francais) + [True] * len(etrangers)
    return make_pipeline(lettres, LogisticRegression(C=20, max_iter=400)).fit(textes, etranger)


def _brefs(exemples: Sequence[Exemple], reglages: Reglages) -> list[Exemple]:
    return [e for e in exemples if len(e.texte) <= reglages.lettres]


def _des_deux_cotes(hasard: np.random.Generator, exemples: Sequence[Exemple], combien: int) -> list[Exemple]:
    dangers = [e for e in exemples if _label(e) != RIEN]
    sans_danger = [e for e in exemples if _label(e) == RIEN]
    return [*_quelques(hasard, dangers, combien), *_quelques(hasard, sans_danger, combien)]


def _quelques(hasard: np.random.Generator, exemples: Sequence[Exemple], combien: int) -> list[Exemple]:
    return [exemples[rang] for rang in hasard.permutation(len(exemples))[:combien]]


def _label(exemple: Exemple) -> str:
    (label,) = exemple.etiquettes
    return label


SECONDE_LECTURE = Appris(
    "seconde_lecture", [FRANCAIS, AUTRES_LANGUES], SecondeLecture, Reglages(empreinte_de_toute_langue())
)
