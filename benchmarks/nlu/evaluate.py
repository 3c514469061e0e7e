"""How well the trained model understands messages nobody trained it on (tests/nlu/held_out*.yml).

Runs in Rasa's environment, from the folder bot/:
`PYTHONPATH=.. .venv/bin/python -m benchmarks.nlu.evaluate [MODEL]` (`make evaluate`).
The messages are for this report alone: a choice made on them would make it worthless. Below the
agreed floors (FLOORS, WRONG_ACTS_AT_MOST) it ends with 1, and `make test` with it.
"""

import asyncio
import os
import sys
import warnings
from pathlib import Path
from typing import Any

import yaml

from benchmarks.nlu.scores import REJECTED, Case, accuracy, confusions, f1, macro_f1, rejected, wrong_acts

ROOT = Path(__file__).resolve().parent.parent.parent
HELD_OUT = sorted((ROOT / "tests" / "nlu").glob("held_out*.yml"))
CONFUSIONS_SHOWN = 20
FLOORS = {"accuracy": 0.95, "macro-F1": 0.94, "sms": 0.92, "faute": 0.92, "hors_sujet": 0.90}
WRONG_ACTS_AT_MOST = 0.005


def newest_model() -> Path:
    models = sorted((ROOT / "bot" / "models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not models:
        sys.exit("No model in bot/models: `make run` trains one, or `python train.py` in bot/.")
    return models[-1]


async def understood(agent: Any, message: dict[str, str]) -> Case:
    parsed = await agent.parse_message(message["text"])
    ranking = [intent["name"] for intent in parsed["intent_ranking"] if intent["name"] != REJECTED]
    return Case(message["intent"], str(ranking[0]), parsed["intent"]["name"], message.get("style", ""))


async def evaluate(model: Path) -> dict[str, list[Case]]:
    """By file of messages."""
    warnings.simplefilter("ignore")
    os.environ |= {"SQLALCHEMY_SILENCE_UBER_WARNING": "1", "TF_CPP_MIN_LOG_LEVEL": "2"}
    import private_log
    from rasa.core.agent import Agent

    private_log.configure("WARNING")
    agent = Agent.load(model)
    found = {}
    for file in HELD_OUT:
        messages = yaml.safe_load(file.read_text(encoding="utf-8"))
        found[file.stem] = [await understood(agent, message) for message in messages]
    return found


def below_the_floor(cases: list[Case]) -> list[str]:
    """What falls short, in words; nothing when all is well."""
    reached = {
        "accuracy": accuracy(cases),
        "macro-F1": macro_f1(cases),
        "sms": accuracy([case for case in cases if case.style == "sms"]),
        "faute": accuracy([case for case in cases if case.style == "faute"]),
        "hors_sujet": accuracy([case for case in cases if case.truth == "hors_sujet"]),
    }
    short = [
        f"{name} {reached[name]:.3f} < {floor}" for name, floor in FLOORS.items() if reached[name] < floor
    ]
    acts = len(wrong_acts(cases)) / len(cases)
    return [*short, f"acts wrongly taken {acts:.2%}"] if acts > WRONG_ACTS_AT_MOST else short


def report(cases: list[Case]) -> None:
    refused, acts = rejected(cases), wrong_acts(cases)
    answered = [case for case in cases if case.answered != REJECTED]
    print(f"messages {len(cases)} · accuracy {accuracy(cases):.3f} · macro-F1 {macro_f1(cases):.3f}")
    print(
        f"answered {len(answered)}, of them right {accuracy(answered):.3f} · "
        f"rejected {len(refused)}, of them rightly guessed {accuracy(refused):.3f}"
    )
    print(f"acts wrongly taken {len(acts)}")
    for case in acts:
        print(f"    {case.answered} for {case.truth} ({case.style})")
    print("\nby style")
    for style in sorted({case.style for case in cases}):
        _line(style, [case for case in cases if case.style == style])
    print("\nby intent")
    for intent in sorted({case.truth for case in cases}, key=lambda name: f1(cases, name)):
        _line(f"{intent:26} F1 {f1(cases, intent):.2f}", [c for c in cases if c.truth == intent])
    print("\nworst confusions (truth → guess)")
    for (truth, guess), times in confusions(cases)[:CONFUSIONS_SHOWN]:
        print(f"  {times:3} {truth} → {guess}")


def _line(name: str, cases: list[Case]) -> None:
    print(f"  {name:36} {accuracy(cases):.2f} of {len(cases):3}, rejected {len(rejected(cases)):3}")


def main() -> int:
    found = asyncio.run(evaluate(Path(sys.argv[1]) if len(sys.argv) > 1 else newest_model()))
    everything = [case for cases in found.values() for case in cases]
    for name, cases in {**found, "all together": everything}.items():
        print(f"\n== {name}")
        report(cases)
    short = below_the_floor(everything)
    print(f"\nBELOW THE FLOOR: {', '.join(short)}" if short else "\nAbove every floor.")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
