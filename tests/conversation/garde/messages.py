"""The messages the fixed rules are held to, in users' words. The same hand wrote them and the word tables."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from assistant.conversation.garde.detecteur import danger_possible
from assistant.conversation.garde.regles import DETRESSES, Regle, regle_fixe

ICI = Path(__file__).parent
RACINE = ICI.parents[2]


class Entendu(NamedTuple):
    """What the guard hears in a message: the rule that answers it, and whether a danger is ruled out."""

    regle: Regle | None
    possible: bool

    @property
    def alarme(self) -> bool:
        return self.regle in DETRESSES


@cache  # several tests judge the same messages, and some take 50 ms to read
def entendu(texte: str) -> Entendu:
    return Entendu(regle_fixe(texte), danger_possible(texte))


def liste(chemin: str) -> list[str]:
    contenu: list[str] = yaml.safe_load((ICI / chemin).read_text())
    return contenu


def par_regle(chemin: str) -> dict[str, list[str]]:
    contenu: dict[str, list[str]] = yaml.safe_load((ICI / chemin).read_text())
    return contenu


def en_danger() -> list[tuple[str, Regle]]:
    return [(message, regle) for regle in sorted(DETRESSES) for message in liste(f"detresse/{regle}.yml")]


def appris_par_le_moteur() -> list[str]:
    """Every example the engine learned from: ordinary messages, one intent or another."""
    exemples: list[str] = []
    for fichier in sorted((RACINE / "nlu_data").glob("*.yml")):
        for bloc in yaml.safe_load(fichier.read_text())["nlu"]:
            exemples += [ligne.removeprefix("- ") for ligne in bloc.get("examples", "").splitlines()]
    return exemples
