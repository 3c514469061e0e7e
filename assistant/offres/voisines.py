"""Needs that are often answered together: who says one may be helped by what serves the other."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from sklearn.preprocessing import MultiLabelBinarizer

from assistant.offres.besoins_appris import Poids, ensembles_appris, thematiques
from assistant.offres.referentiel import entrees, situations

# chosen by benchmarks/offers
POIDS_DES_VOISINES = 1.4
POIDS_DU_REFERENTIEL = 0.5  # beside the examples


def avec_les_voisines(poids: Poids) -> Poids:
    """The same needs first, then their neighbours: an offer of theirs rather than nothing, or nonsense."""
    elargis: Poids = (poids + POIDS_DES_VOISINES * (poids @ voisinage())).astype(np.float32)
    return elargis


@lru_cache
def voisinage() -> NDArray[np.float64]:
    """Shape (n, n) for n thématiques: how often the second helps where the first does; nothing for itself."""
    ecrits = [dite.thematiques for dite in situations()] + [une.thematiques for une in entrees().values()]
    return _frequences(ensembles_appris()) + POIDS_DU_REFERENTIEL * _frequences(ecrits)


def _frequences(ensembles: Iterable[frozenset[str]]) -> NDArray[np.float64]:
    connues = frozenset(thematiques())
    rangement = MultiLabelBinarizer(classes=thematiques())
    presentes = rangement.fit_transform([ensemble & connues for ensemble in ensembles])
    deux = (presentes.T @ presentes).astype(float)
    frequences: NDArray[np.float64] = deux / np.maximum(np.diag(deux), 1)[:, None]
    np.fill_diagonal(frequences, 0)
    return frequences
