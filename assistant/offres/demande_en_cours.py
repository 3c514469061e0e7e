"""What a person is looking for, as the turns since said it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu

# what a slot may keep: turns, never their words; facts about offers; no age
_FILTRES_GARDES = ("gratuit", "en_ligne", "sur_place", "rayon_km")


@dataclass(frozen=True)
class Recherche:
    """`dite_au`, `lieu_dit_au`: the turns that said the need and the place; None: nobody said it, or home."""

    besoin: str
    lieu: Lieu | None = None
    partout: bool = False
    filtres: Filtres = Filtres()
    entree: str | None = None  # of the référentiel: the need comes from an action of the contract
    dite_au: str | None = None
    lieu_dit_au: str | None = None
    en_suite: bool = False  # said of what was shown: a thing lacked is a reason, and no need
    vues_plus_pres: bool = (
        False  # what answers it nearer was just shown: nobody is told that there is nothing
    )

    def sans(self, montrees: frozenset[str]) -> "Recherche":
        """The same, never again with these offers."""
        return replace(self, filtres=replace(self.filtres, sauf=self.filtres.sauf | montrees))

    def avec(self, **filtres: Any) -> "Recherche":
        return replace(self, filtres=replace(self.filtres, **filtres))

    def en_slot(self) -> dict[str, Any]:
        gardes = {nom: getattr(self.filtres, nom) for nom in _FILTRES_GARDES}
        tours = {"dite_au": self.dite_au, "lieu_dit_au": self.lieu_dit_au}
        return {
            **gardes,
            **tours,
            "sauf": sorted(self.filtres.sauf),
            "partout": self.partout,
            "entree": self.entree,
            "en_suite": self.en_suite,
        }


def filtres_du_slot(garde: Mapping[str, Any], **faits: Any) -> Filtres:
    """`faits`: what is never kept there, such as the age."""
    connus = {nom: garde[nom] for nom in _FILTRES_GARDES if nom in garde}
    return Filtres(**connus, sauf=frozenset(garde["sauf"]), **faits)
