"""Keeps the parts running: starts them, restarts what dies, ends them all, and leaves no orphan behind."""

import json
import os
import subprocess
import time
from pathlib import Path

import psutil

from api.launch.parts import Part

GRACE_SECONDS = 8
QUICK_DEATH_SECONDS = 5.0


class AlreadyRunning(Exception):
    """Another launcher holds this data folder."""


class Supervisor:
    """The running processes of one data folder. `pids.json` names them, for whoever comes after a kill -9."""

    def __init__(self, parts: list[Part], folder: Path) -> None:
        self.parts = parts
        self.folder = folder
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.started: dict[str, float] = {}

    def start(self) -> None:
        end_leftovers(self.folder)
        for part in self.parts:
            self._start(part)

    def watch(self) -> None:
        """One look: a part that died is started again, after a pause when it died young."""
        for part in self.parts:
            process = self.running[part.name]
            if process.poll() is None:
                continue
            if time.monotonic() - self.started[part.name] > QUICK_DEATH_SECONDS:
                self._start(part)

    def stop(self) -> None:
        _end([psutil.Process(p.pid) for p in self.running.values() if p.poll() is None])
        (self.folder / "pids.json").unlink(missing_ok=True)

    def _start(self, part: Part) -> None:
        log = (self.folder / "logs" / f"{part.name}.log").open("ab")
        self.running[part.name] = subprocess.Popen(  # noqa: S603
            part.command,
            cwd=part.folder,
            env=part.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for the launcher alone, which ends them in order
        )
        self.started[part.name] = time.monotonic()
        pids = [os.getpid(), *(process.pid for process in self.running.values())]
        _write_pids(self.folder / "pids.json", pids)


def _write_pids(file: Path, pids: list[int]) -> None:
    born = {str(pid): psutil.Process(pid).create_time() for pid in pids if psutil.pid_exists(pid)}
    file.write_text(json.dumps(born))


def end_leftovers(folder: Path) -> None:
    """Ends what a killed launcher left running. AlreadyRunning when the launcher itself is alive."""
    file = folder / "pids.json"
    if not file.exists():
        return
    alive = [
        p for pid, born in json.loads(file.read_text()).items() if (p := _still_the_same(int(pid), born))
    ]
    if any("run" in process.cmdline() for process in alive):
        raise AlreadyRunning
    _end(alive)
    file.unlink()


def _still_the_same(pid: int, born: float) -> psutil.Process | None:
    try:
        process = psutil.Process(pid)
        return process if process.create_time() == born else None
    except psutil.NoSuchProcess:
        return None


def _end(processes: list[psutil.Process]) -> None:
    family = [p for process in processes for p in (process, *process.children(recursive=True))]
    for process in family:
        if process.is_running():
            process.terminate()
    _, stubborn = psutil.wait_procs(family, timeout=GRACE_SECONDS)
    for process in stubborn:
        process.kill()
