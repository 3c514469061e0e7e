"""Runs every benchmark, or those named: `python -m benchmarks webhook turn kill`."""

import sys

from benchmarks import (
    guard,
    importation,
    inscriptions,
    kill,
    offers,
    places,
    sharpness,
    turn,
    webhook,
)

ALL = {
    "guard": guard.measure,
    "importation": importation.measure,
    "inscriptions": inscriptions.measure,
    "offers": offers.measure,
    "places": places.measure,
    "sharpness": sharpness.measure,
    "webhook": webhook.measure,
    "turn": turn.measure,
    "kill": kill.measure,
}

if __name__ == "__main__":
    verdicts = [ALL[name]() for name in sys.argv[1:] or ALL]
    sys.exit(0 if all(verdicts) else 1)
