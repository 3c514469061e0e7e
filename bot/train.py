"""Trains the model: `python train.py [NAME]`, from the folder bot/. It lands in models/NAME.tar.gz."""

import os
import sys

from serve import QUIET


def main(name: str = "jalon") -> None:
    os.environ |= QUIET
    import private_log
    import rasa

    private_log.configure("INFO")
    result = rasa.train(
        domain="domain",
        config="config.yml",
        training_files=["rules", "stories", "../nlu_data"],
        output="models",
        fixed_model_name=name,
        force_training=True,  # comparing with what was trained before would take longer than it saves
    )
    sys.exit(0 if result.model else result.code or 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
