"""The dialogue model: trained when there is none for what `bot/` and `nlu_data/` now say."""

import hashlib
import subprocess
from pathlib import Path

from filelock import FileLock

from assistant.settings import ROOT

BOT = ROOT / "bot"
MODELS = BOT / "models"
SOURCES = (
    *("bot/config.yml", "bot/requirements.lock"),
    *("bot/domain/*.yml", "bot/rules/*.yml", "bot/stories/*.yml", "bot/components/*", "nlu_data/*.yml"),
)


class TrainingFailed(Exception):
    """Rasa could not train: its own words are in the log."""


def model_file() -> Path:
    """Where the model of today's sources is, or would be."""
    digest = hashlib.sha256()
    for source in sorted(path for pattern in SOURCES for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(source.relative_to(ROOT).as_posix().encode() + source.read_bytes())
    return MODELS / f"{digest.hexdigest()[:16]}.tar.gz"


def train(model: Path, log: Path) -> None:
    """Three minutes, or the wait for another process that does it already. Then removes older models."""
    MODELS.mkdir(exist_ok=True)
    with FileLock(MODELS / ".lock"):
        if not model.exists():
            _train(model, log)


def _train(model: Path, log: Path) -> None:
    with log.open("w") as output:
        done = subprocess.run(  # noqa: S603
            [BOT / ".venv" / "bin" / "python", "train.py", model.name.removesuffix(".tar.gz")],
            cwd=BOT,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode or not model.exists():
        raise TrainingFailed(log)
    for older in MODELS.glob("*.tar.gz"):
        if older != model:
            older.unlink()


if __name__ == "__main__":  # `make test` trains while the other tests run
    train(model_file(), MODELS.with_suffix(".log"))
