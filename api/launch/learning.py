"""What is learnt from examples (the distress detector, needs, notices), by a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock
from joblib import Parallel, delayed

from assistant.conversation.garde.detecteur import DETRESSE
from assistant.conversation.garde.seconde_lecture import SECONDE_LECTURE
from assistant.offres.besoins_appris import BESOINS
from assistant.offres.notices_apprises import NOTICES
from assistant.settings import ROOT, settings

MODELS = (BESOINS, DETRESSE, SECONDE_LECTURE, NOTICES)
LEARN = (sys.executable, "-m", "api.cli.main", "learn")


class LearningFailed(Exception):
    """Its own words are in the log."""


def learnt() -> bool:
    """Whether all models of today's examples are kept: reading them takes no time."""
    return all(one.fichier.exists() for one in MODELS)


def learn() -> None:
    """Learns what is not kept yet, each in a process of its own, in seven minutes of one core together. All
    begin at once: two cores are then never idle. Whoever comes meanwhile waits.
    """
    folder = settings().jalon_models
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "learning.lock"):
        missing = [rank for rank in range(len(MODELS)) if not MODELS[rank].fichier.exists()]
        if missing:
            Parallel(n_jobs=len(missing))(delayed(_learn)(rank) for rank in missing)


def _learn(rank: int) -> None:
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
