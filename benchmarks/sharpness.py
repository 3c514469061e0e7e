"""How sharp the probabilities of needs, notices and dangers should be, beside what the application assumes.

The machines learn from four fifths of the examples; the sharpness is the one that makes the labels of the
fifth kept aside likeliest. A few minutes. To be run, and the settings corrected, when examples change a lot.
"""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, logsumexp
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import MultiLabelBinarizer

from assistant.apprentissage.classeur import Exemple, Reglages, droites
from assistant.apprentissage.traits import Traits, phrases_dans
from assistant.apprentissage.voisins import Voisins
from assistant.conversation.garde.detecteur import DETRESSE
from assistant.offres.besoins_appris import BESOINS
from assistant.offres.notices_apprises import NOTICES
from benchmarks.figures import report

APART = 0.15  # of the value: nearer changes no answer


def measure() -> bool:
    return all(
        [
            _of("needs", BESOINS.exemples, BESOINS.reglages),
            _of("notices", NOTICES.exemples, NOTICES.reglages),
            _of("dangers", DETRESSE.exemples, DETRESSE.reglages),
        ]
    )


def _of(name: str, examples: Sequence[Exemple], settings: Reglages) -> bool:
    found = sharpness(examples, settings)
    print(f"    {name}: likeliest {found:.2f}, assumed {settings.nettete:.2f}")
    return report(f"sharpness of the {name}, apart", round(abs(found / settings.nettete - 1), 3), "", APART)


def sharpness(examples: Sequence[Exemple], settings: Reglages) -> float:
    true = MultiLabelBinarizer().fit_transform([example.etiquettes for example in examples])
    rows = Traits().apprendre([example.texte for example in examples])
    seen, aside = next(StratifiedKFold(5, shuffle=True, random_state=0).split(rows, true.argmax(axis=1)))
    weights, thresholds = droites(rows[seen], true[seen], settings.regularisation)
    scores = rows[aside] @ weights + thresholds
    around = Voisins(phrases_dans(rows[seen]), true[seen]).log_parts(phrases_dans(rows[aside]))
    right = np.where(true[aside] > 0, 0.0, -np.inf)

    def surprise(times: float) -> float:
        told = log_softmax(times * scores + settings.voisinage * around, axis=1)
        return float(-logsumexp(told + right, axis=1).mean())

    return float(minimize_scalar(surprise, bounds=(0.5, 20), method="bounded").x)
