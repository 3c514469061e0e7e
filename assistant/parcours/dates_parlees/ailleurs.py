"""The calendar said in another language, in French words: « esta semana » → « cette semaine »."""

import re
from functools import lru_cache
from pathlib import Path

import yaml


@lru_cache
def _mots() -> list[tuple[re.Pattern[str], str]]:
    lignes: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text())
    return [
        (re.compile(rf"\b(?:{dits})\b"), francais) for ligne in lignes for francais, dits in ligne.items()
    ]


def en_francais(mots: str) -> str:
    """`mots` are folded; what is no word of the calendar stays as it is."""
    for motif, francais in _mots():
        mots = motif.sub(francais, mots)
    return mots
