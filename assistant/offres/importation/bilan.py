"""What an import did."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Bilan:
    """Rows by what became of them; every row read is in exactly one of the first four."""

    creees: int = 0
    modifiees: int = 0  # those withdrawn that came back included
    inchangees: int = 0
    rejetees: int = 0
    retirees: int = 0
    retraits_suspendus: dict[str, int] = field(default_factory=dict)  # by source: too many to be true
    ecartees: Counter[tuple[str, str]] = field(default_factory=Counter)  # field and value dropped
    interruption: str | None = None  # why the end of the file was not read, in French

    @property
    def lues(self) -> int:
        return self.creees + self.modifiees + self.inchangees + self.rejetees

    @property
    def gardees(self) -> int:
        return self.lues - self.rejetees
