"""What is learnt from examples (the distress detector, needs, notices), by a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.conversation.garde import detecteur
from assistant.offres import besoins_appris, notices_apprises
from assistant.settings import ROOT

LEARN = (sys.executable, "-m", "api.cli.main", "learn")


class LearningFailed(Exception):
    """Its own words are in the log."""


def learnt() -> bool:
    """Whether all models of today's examples are kept."""
    return all(one.deja_appris() for one in (detecteur, besoins_appris, notices_apprises))


def learn() -> None:
    """Learns what is not kept yet, about a minute each; reads what is."""
    detecteur.danger_pressenti("bonjour")
    besoins_appris.besoin_dit("bonjour")
    notices_apprises.besoins_servis(["bonjour"])


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
