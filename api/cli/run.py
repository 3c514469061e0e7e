"""`jalon run`: everything on this machine, until Ctrl-C."""

import signal
import time
from pathlib import Path
from types import FrameType

import httpx
import typer

from api.cli.refusal import refuse
from api.launch.credentials import ensure_secrets
from api.launch.database import keep_database_running, prepare_database, stop_database
from api.launch.learning import LearningFailed, learning, learnt
from api.launch.model import TrainingFailed, model_file, train
from api.launch.parts import parts
from api.launch.supervisor import AlreadyRunning, Supervisor
from assistant.settings import settings

LOOK_SECONDS = 0.2


def command() -> None:
    """Learns what is not learnt yet, prepares the database, starts everything and says when it is ready."""
    for ending in (signal.SIGTERM, signal.SIGINT):  # a shell starts what is in its background deaf to Ctrl-C
        signal.signal(ending, _interrupt)
    ensure_secrets()
    folder = settings().jalon_data
    (folder / "logs").mkdir(parents=True, exist_ok=True)
    model = _learnt_model(folder / "logs")
    typer.echo("Base de données…")
    prepare_database()
    supervisor = Supervisor(parts(model), folder)
    typer.echo("Démarrage du moteur de dialogue, des actions et de l'API…")
    try:
        supervisor.start()
        _watch(supervisor)
    except AlreadyRunning:
        refuse("Jalon tourne déjà dans ce dossier.")
    except KeyboardInterrupt:
        typer.echo("\nArrêt…")
    supervisor.stop()
    stop_database()


def _learnt_model(logs: Path) -> Path:
    """The dialogue model, trained while the examples are learnt; what is already there costs nothing."""
    if learnt():
        return _trained_model(logs)
    typer.echo("Apprentissage des exemples de détresse et de besoins (une fois, cinq minutes environ)…")
    try:
        with learning(logs / "learning.log"):
            return _trained_model(logs)
    except LearningFailed as failed:
        refuse(f"L'apprentissage a échoué. Le détail est dans {failed}.")


def _trained_model(logs: Path) -> Path:
    model = model_file()
    if not model.exists():
        typer.echo("Entraînement du modèle de dialogue (une fois, trois minutes environ)…")
        try:
            train(model, logs / "training.log")
        except TrainingFailed as failed:
            refuse(f"L'entraînement a échoué. Le détail est dans {failed}.")
    return model


def _watch(supervisor: Supervisor) -> None:
    begun = time.monotonic()
    announced = False
    while True:
        time.sleep(LOOK_SECONDS)
        keep_database_running()
        supervisor.watch()
        if not announced and _ready():
            announced = True
            typer.echo(_welcome(time.monotonic() - begun))


def _ready() -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{settings().port}/readyz", timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


def _welcome(seconds: float) -> str:
    where = f"http://127.0.0.1:{settings().port}/telephone" if settings().dev_phone_enabled else "Twilio"
    return f"Jalon répond ({seconds:.0f} s). Écrivez-lui : {where}   Ctrl-C pour arrêter."


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
