"""Rasa's own server, for one model: `python serve.py MODEL PORT [HOST]`, from the folder bot/.

Same as `rasa run --enable-api --auth-token $RASA_TOKEN`, with a log that repeats nobody's words.
Reads RASA_TOKEN, LOG_LEVEL (INFO) and what endpoints.yml names.
"""

import os
import sys
import warnings
from pathlib import Path

QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "2",
}


def main(model: str, port: str, host: str = "127.0.0.1") -> None:
    if not Path(model).is_file():
        sys.exit(f"No model at {model}: train one first.")  # Rasa would start without, and answer nothing
    warnings.simplefilter("ignore")
    os.environ.update(QUIET)
    import private_log

    private_log.configure(os.environ.get("LOG_LEVEL", "INFO"))

    import rasa

    rasa.run(
        model,
        "endpoints.yml",
        credentials="credentials.yml",
        interface=host,
        port=int(port),
        enable_api=True,
        auth_token=os.environ["RASA_TOKEN"],
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
