"""Phrases of the word tables as regular expressions over folded words.

A phrase is written as it is said. `(a|b c)` is one or the other, `<nom>` any line of that list of the
table, `mot*` any ending, `mot?` may be missing, `...` up to three words, `^` and `$` the ends of the message.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from assistant.conversation.garde.ecriture import lettres

MORCEAU = re.compile(r"\([^)]*\)\??|\S+")
TROIS_MOTS = r"(?: \w+){0,3}"


class Table:
    """A word table: named lists, and phrases folded as the text they will meet: by letters, then `plier`."""

    def __init__(self, nom: str, plier: Callable[[str], str]) -> None:
        contenu = yaml.safe_load((Path(__file__).parent / nom).read_text())
        self.plier = plier
        self.listes: Mapping[str, list[str]] = contenu["listes"]
        self.contenu: Mapping[str, Any] = contenu

    def motif(self, phrases: Iterable[str]) -> re.Pattern[str]:
        """One expression for all the phrases; KeyError for a list the table does not define."""
        return re.compile(f"(?:{'|'.join(map(self._phrase, phrases))})(?= )")

    def _phrase(self, phrase: str) -> str:
        return "".join(map(self._morceau, MORCEAU.findall(phrase)))

    def _morceau(self, morceau: str) -> str:
        if morceau == "...":
            return TROIS_MOTS
        choix = re.sub(r"<(\w+)>", lambda nom: self._choix(nom[1]), morceau.rstrip("?").strip("()"))
        motif = self.plier(lettres(choix)).replace("^", r"\^").replace("$", r"\$").replace("*", r"\w*")
        return f"(?: (?:{motif}))" + ("?" if morceau.endswith("?") else "")

    def _choix(self, nom: str) -> str:
        return "|".join(self._choix(c[1:-1]) if c.startswith("<") else c for c in self.listes[nom])
