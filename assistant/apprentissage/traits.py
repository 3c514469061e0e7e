"""What a text is for a model: its words, its sounds and its sentence vector, side by side."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn import config_context
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.apprentissage.coupe import Coupe
from assistant.apprentissage.fils import un_seul_fil
from assistant.apprentissage.phrases import Vecteurs, vecteurs
from assistant.conversation.garde.ecriture import mots, sons

AXES = 256  # of 512: the same answers, learnt in two thirds of the time
POIDS_DE_LA_PHRASE = 1.5


def dit(texte: str) -> str:
    """The text roughly as it sounds, whatever its spelling."""
    return sons(mots(texte)).strip(" ^$")


class Traits:
    """Learns its vocabulary from the examples; sparse rows afterwards."""

    def __init__(self) -> None:
        self._mots = _groupes("word", 1, 2, 2)
        self._lettres = _groupes("char_wb", 2, 4, 3)
        self._colles = _groupes("char", 3, 5, 4)  # words glued or cut anywhere sound alike
        self._axes = PCA(AXES, svd_solver="covariance_eigh")

    def apprendre(self, textes: Sequence[str]) -> csr_matrix:
        """Learns the vocabulary of these texts and reads them."""
        self._coupe = Coupe(textes)
        separes = self._separes(textes)
        parts = [groupes.fit_transform(dits) for groupes, dits in self._a_lire(separes)]
        phrases = vecteurs(separes)
        with un_seul_fil():
            return _cote_a_cote(parts, self._axes.fit_transform(phrases))

    def lire(self, textes: Sequence[str]) -> csr_matrix:
        separes = self._separes(textes)
        phrases = vecteurs(separes)
        # nothing read here can be infinite: looking for it would cost a millisecond a message
        with un_seul_fil(), config_context(assume_finite=True, skip_parameter_validation=True):
            parts = [groupes.transform(dits) for groupes, dits in self._a_lire(separes)]
            return _cote_a_cote(parts, self._axes.transform(phrases))

    def _separes(self, textes: Sequence[str]) -> list[str]:
        return [self._coupe.couper(texte) for texte in textes]

    def _a_lire(self, textes: Sequence[str]) -> list[tuple[TfidfVectorizer, list[str]]]:
        dits = [dit(texte) for texte in textes]
        colles = [d.replace(" ", "") for d in dits]
        return [(self._mots, dits), (self._lettres, dits), (self._colles, colles)]


def phrases_dans(lus: csr_matrix) -> Vecteurs:
    """The sentence vectors of texts already read, on their main axes: shape (texts, AXES)."""
    phrases: Vecteurs = lus[:, -AXES:].toarray() / POIDS_DE_LA_PHRASE
    return phrases


def _cote_a_cote(parts: list[csr_matrix], phrases: Vecteurs) -> csr_matrix:
    return hstack([*parts, csr_matrix(phrases * POIDS_DE_LA_PHRASE)], format="csr", dtype=np.float32)


def _groupes(analyzer: str, au_moins: int, au_plus: int, min_df: int) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer=analyzer,
        ngram_range=(au_moins, au_plus),
        min_df=min_df,
        token_pattern=r"\S+" if analyzer == "word" else None,
        sublinear_tf=True,
        dtype=np.float32,
    )
