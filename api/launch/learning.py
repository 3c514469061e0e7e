"""What is learnt from examples (the distress detector, needs, notices), by a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from joblib import Parallel, delayed

from assistant.conversation.garde.detecteur import DETRESSE
from assistant.conversation.garde.seconde_lecture import SECONDE_LECTURE
from assistant.offres.besoins_appris import BESOINS
from assistant.offres.notices_apprises import NOTICES
from assistant.settings import ROOT

MODELS = (BESOINS, DETRESSE, SECONDE_LECTURE, NOTICES)
LEARN = (sys.executable, "-m", "api.cli.main", "learn")


class LearningFailed(Exception):
    """Its own words are in the log."""


def learnt() -> bool:
    """Whether all models of today's examples are kept: reading them takes no time."""
    return all(one.fichier.exists() for one in MODELS)


def learn() -> None:
    """Learns what is not kept yet, each in a process of its own, in nine minutes of one core together; reads
    what is. All begin at once: two cores are then never idle.
    """
    Parallel(n_jobs=len(MODELS))(delayed(_read)(rank) for rank in range(len(MODELS)))


def _read(rank: int) -> None:
    _ = MODELS[rank].modele


@contextmanager
def learning(log: Path) -> Iterator[None]:
    """`jalon learn`, beside what is done meanwhile; both are over at the end, or LearningFailed."""
    with log.open("w") as output, subprocess.Popen(LEARN, cwd=ROOT, stdout=output, stderr=output) as learner:  # noqa: S603
        try:
            yield
            learner.wait()
        except BaseException:
            learner.terminate()
            raise
    if learner.returncode:
        raise LearningFailed(log)
