"""What is learnt from example files: once, when first read, then kept beside the data."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

import joblib
from filelock import FileLock

from assistant.apprentissage.classeur import Exemple
from assistant.apprentissage.phrases import empreinte_encodeur
from assistant.settings import settings

VERSION = "13"  # of the features and the models: another one learns anew
R = TypeVar("R")
M = TypeVar("M")


class Appris(Generic[R, M]):
    """The model of what `fichiers` give: on each line the right labels, comma-separated, a tab, a text."""

    def __init__(
        self,
        nom: str,
        fichiers: Sequence[Path],
        apprendre: Callable[[Sequence[Exemple], R], M],
        reglages: R,
    ) -> None:
        self.nom = nom
        self.reglages = reglages
        self._fichiers = fichiers
        self._apprendre = apprendre

    @cached_property
    def exemples(self) -> tuple[Exemple, ...]:
        return tuple(exemple for fichier in self._fichiers for exemple in _lus(fichier))

    @cached_property
    def empreinte(self) -> str:
        """Names what would be learnt: another example, encoder or version gives another."""
        digest = hashlib.sha256(f"{VERSION} {self.reglages} {empreinte_encodeur()}".encode())
        for exemple in self.exemples:
            digest.update(f"{sorted(exemple.etiquettes)}\t{exemple.texte}\n".encode())
        return digest.hexdigest()[:16]

    @property
    def fichier(self) -> Path:
        """Where the model of exactly these examples is, or would be."""
        return settings().jalon_models / f"{self.nom}-{self.empreinte}.joblib"

    @cached_property
    def modele(self) -> M:
        """Read, or learnt now when no process did; older ones are removed.

        The files are written here and nowhere else: joblib is safe on them.
        """
        self.fichier.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self.fichier.with_name(f"{self.nom}.lock")):
            if self.fichier.exists():
                lu: M = joblib.load(self.fichier)
                return lu
            appris = self._apprendre(self.exemples, self.reglages)
            self._garder(appris)
        return appris

    def _garder(self, appris: M) -> None:
        en_cours = self.fichier.with_suffix(".tmp")
        joblib.dump(appris, en_cours)
        en_cours.rename(self.fichier)
        for ancien in set(self.fichier.parent.glob(f"{self.nom}-*.joblib")) - {self.fichier}:
            ancien.unlink(missing_ok=True)


def _lus(fichier: Path) -> Iterator[Exemple]:
    for ligne in fichier.read_text(encoding="utf-8").splitlines():
        etiquettes, texte = ligne.split("\t", 1)
        yield Exemple(texte, frozenset(etiquettes.split(",")), fichier.stem)
