"""Runs an ASGI application on a free port of this machine, in a thread, for the time of a `with`."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

import uvicorn


class _Server(uvicorn.Server):
    def __init__(self, application: Any) -> None:
        super().__init__(uvicorn.Config(application, log_level="critical", lifespan="off"))
        self.ready = Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@contextmanager
def served(application: Any) -> Iterator[str]:
    """The base URL at which the application answers."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
    server = _Server(application)
    Thread(target=server.run, args=([listener],), daemon=True).start()
    if not server.ready.wait(10):
        raise TimeoutError("the application did not start")
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True  # seen within a tenth of a second; nobody waits for it


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
