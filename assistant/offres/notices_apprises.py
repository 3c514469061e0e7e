"""From a notice to the thématiques of data.inclusion that it serves.

Two readers, and what both believe: one learnt from notices alone how directories speak, the other from
people's needs too. Learnt from exemples/notices.tsv, where each notice bears all that it serves.
"""

from collections.abc import Sequence

import numpy as np

from assistant.apprentissage.appris import Appris
from assistant.apprentissage.classeur import Classeur, Reglages
from assistant.offres.besoins_appris import BESOINS, EXEMPLES, Poids, poids_lus, thematiques

NOTICES = Appris(
    "notices",
    [EXEMPLES / "notices.tsv"],
    Classeur,
    Reglages(regularisation=1.0, nettete=4.5, voisinage=0.5),
)


def besoins_servis(notices: Sequence[str]) -> Poids:
    """What each notice serves: an array of shape (len(notices), len(thematiques())), its rows sum to 1."""
    entre_les_deux = np.sqrt(poids_lus(notices) * _lus_entre_elles(notices))
    parts: Poids = (entre_les_deux / entre_les_deux.sum(axis=1, keepdims=True)).astype(np.float32)
    return parts


def empreinte_des_notices() -> str:
    """Kept with the index: other examples mean other needs."""
    return f"{BESOINS.empreinte} {NOTICES.empreinte}"


def _lus_entre_elles(notices: Sequence[str]) -> Poids:
    probables = NOTICES.modele.probabilites(notices)
    rangs = [thematiques().index(etiquette) for etiquette in NOTICES.modele.etiquettes]
    lus = np.zeros((len(notices), len(thematiques())), dtype=np.float32)
    lus[:, rangs] = probables
    return lus
