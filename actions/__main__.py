"""The action server as one process: rasa-sdk's own start forks, and its child outlives a killed parent."""

import argparse
from typing import Any

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import Sanic

from assistant.database import engine
from assistant.journal import configure_logs
from assistant.offres import recherche


def app() -> "Sanic[Any, Any]":
    executor = ActionExecutor()
    executor.register_package("actions")
    server = create_app(executor)
    server.config.ACCESS_LOG = False
    server.config.KEEP_ALIVE_TIMEOUT = 120  # seconds: Rasa keeps its connection between turns
    return server


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m actions", description="Rasa's hands.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5055)
    arguments = parser.parse_args()
    configure_logs()
    engine()
    recherche.warm_up()
    app().run(host=arguments.host, port=arguments.port, single_process=True, motd=False)
