"""The same examples teach the same thing, wherever they are learnt."""

import numpy as np
from joblib import Parallel, delayed
from scipy.sparse import random_array

from assistant.apprentissage.classeur import droites

# more features than examples, as texts have: the solver that draws at random
LUS = random_array((400, 3000), density=0.05, format="csr", dtype=np.float32, rng=np.random.default_rng(0))
VRAIS = np.random.default_rng(1).integers(0, 2, size=(400, 6))


def poids_appris() -> bytes:
    return droites(LUS, VRAIS, 1.0)[0].tobytes()


def test_a_model_learnt_beside_another_is_the_one_learnt_alone() -> None:
    ensemble = Parallel(n_jobs=2, backend="loky")(delayed(poids_appris)() for _ in range(4))
    assert {*ensemble} == {poids_appris()}
