"""Trains the model: `python train.py [NAME]`, from the folder bot/. It lands in models/NAME.tar.gz."""

import os
import sys

os.environ |= {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "2",
}

import private_log
import rasa


def main(name: str = "jalon") -> None:
    private_log.configure("INFO")
    result = rasa.train(
        domain="domain",
        config="config.yml",
        training_files=["rules", "stories", "../nlu_data"],
        output="models",
        fixed_model_name=name,
    )
    sys.exit(result.code if result.model is None else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
