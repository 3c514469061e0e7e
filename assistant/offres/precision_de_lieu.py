"""What a text says of an offer beside its name: its town, how far it is, the need it answers."""

import re
from dataclasses import dataclass

from assistant.offres.besoins import besoins_de, repondent
from assistant.offres.lieux import Lieu
from assistant.offres.lieux_dits import lire_lieux
from assistant.offres.mots import plier
from assistant.offres.ressemblance import dit_en_entier
from assistant.offres.tables import Offre

_DISTANCE = re.compile(r"\b(\d{1,3}) ?(?:kms?|kilometres?|bornes?)\b|\b(?:dit|dis\w*) (?:a )?(\d{1,3})\b")


@dataclass(frozen=True)
class OuDite:
    texte: str
    lieu: Lieu | None
    distances: frozenset[int]
    besoins: frozenset[str]

    def a_la_ville(self, offre: Offre) -> bool:
        """« bdx » is Bordeaux."""
        if not offre.commune:
            return False
        return dit_en_entier(offre.commune, self.texte) or (
            self.lieu is not None and self.lieu.nom == offre.commune
        )

    def a_la_distance(self, km: float | None) -> bool:
        """As a list writes it."""
        return km is not None and max(1, round(km)) in self.distances

    def ailleurs_que(self, offre: Offre) -> bool:
        return self.lieu is not None and not self.a_la_ville(offre)

    def besoin_de(self, offre: Offre) -> bool:
        return repondent(offre.thematiques, self.besoins)


def ou_est_dite(texte: str) -> OuDite:
    dites = _DISTANCE.findall(plier(texte))
    distances = frozenset(int(avec_unite or seule) for avec_unite, seule in dites)
    return OuDite(texte, lire_lieux(texte).voulu, distances, frozenset(besoins_de(texte)))
