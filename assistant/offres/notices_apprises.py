"""From a notice to the thématiques of data.inclusion that it serves.

Two readers, and what both believe: one learnt from notices alone how directories speak, the other from
people's needs too. Learnt from exemples/notices.tsv, where each notice bears all that it serves.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from assistant.apprentissage.classeur import (
    Classeur,
    Exemple,
    Reglages,
    empreinte,
    fichier_du_modele,
    garde_ou_appris,
)
from assistant.offres.besoins_appris import (
    EXEMPLES,
    Poids,
    empreinte_des_besoins,
    lire,
    poids_lus,
    thematiques,
)
from assistant.settings import settings

NOM = "notices"
REGLAGES = Reglages(regularisation=1.0, nettete=4.0)


def besoins_servis(notices: Sequence[str]) -> Poids:
    """What each notice serves: an array of shape (len(notices), len(thematiques())), its rows sum to 1."""
    entre_les_deux = np.sqrt(poids_lus(notices) * _lus_entre_elles(notices))
    parts: Poids = (entre_les_deux / entre_les_deux.sum(axis=1, keepdims=True)).astype(np.float32)
    return parts


@lru_cache
def empreinte_des_notices() -> str:
    """Kept with the index: other examples mean other needs."""
    return f"{empreinte_des_besoins()} {empreinte(exemples(), REGLAGES)}"


def deja_appris() -> bool:
    """Whether the model of today's examples is kept: reading it takes no time."""
    return fichier_du_modele(NOM, settings().jalon_models, exemples(), REGLAGES).exists()


@lru_cache
def exemples() -> tuple[Exemple, ...]:
    return tuple(lire(EXEMPLES / "notices.tsv"))


def _lus_entre_elles(notices: Sequence[str]) -> Poids:
    probables = _classeur().probabilites(notices)
    rangs = [thematiques().index(etiquette) for etiquette in _classeur().etiquettes]
    lus = np.zeros((len(notices), len(thematiques())), dtype=np.float32)
    lus[:, rangs] = probables
    return lus


@lru_cache
def _classeur() -> Classeur:
    return garde_ou_appris(NOM, settings().jalon_models, exemples(), REGLAGES)
