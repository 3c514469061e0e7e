"""The messages the fixed rules are held to, in users' words. The same hand wrote them and the word tables."""

from pathlib import Path

import yaml

from assistant.conversation.garde.regles import DETRESSES, Regle

ICI = Path(__file__).parent
RACINE = ICI.parents[2]


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
