"""A word our texts promise, sent alone, does what they said (promised.yml): « répondez HUMAIN ». Pure."""

import re
from pathlib import Path

import yaml

from components.phonetics import breath, folded

_TABLE = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
_AROUND = re.compile(rf"\b(?:{'|'.join(map(re.escape, _TABLE['autour']))})\b")


def _heard(text: str) -> str:
    """What is left of a text without greetings and thanks, as it sounds in one breath."""
    return breath(" ".join(re.findall(r"\w+", _AROUND.sub(" ", folded(text).replace("’", "'")))))


PROMISED: dict[str, str] = {_heard(word): intent for word, intent in _TABLE["promis"].items()}


def promised(text: str) -> str | None:
    """The intent that our texts promised for this word, when nothing else is said."""
    return PROMISED.get(_heard(text))
