"""What must be true of an offer to be shown, beside answering the need."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Filtres:
    gratuit: bool = False
    en_ligne: bool = False
    sur_place: bool = False
    rayon_km: float | None = None  # None: the usual circle
    sauf: frozenset[str] = frozenset()  # ids of offers already shown
    socle_seulement: bool = False
    age: int | None = None
    refuses: frozenset[str] = frozenset()  # thématiques the words say they do not ask for
    themes: frozenset[str] = frozenset()  # data.inclusion thématiques; empty: what the words say
