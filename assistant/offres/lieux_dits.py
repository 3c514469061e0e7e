"""Where a text asks to look, and which town it wants none of: nobody searches where « c'est trop loin »."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.offres.distances import distance_km
from assistant.offres.lieux import Lieu, lieux_enumeres, trouver_lieu
from assistant.offres.lieux.nommes import MOTS_AU_PLUS, citations, connu
from assistant.offres.mots import plier
from assistant.offres.souvenirs import sans_les_souvenirs

_LOIN = re.compile(
    r"(?<!moins )(?<!moin )(?<!pas )(?<!pa )(?<!pas si )(?<!pas trop )(?<!pas aussi )"
    r"(?:\b(?:c est|c|cest|ces|est|ca|sa|fait|me|trop|tro|tres|super|vraiment|vachement|un peu|si|bien|hyper"
    r"|beaucoup|quand meme|qd meme) )*(?:\bl(?:oin|ouin|oi1)\b"
    r"|\ba (?:l autre|laut) bout(?: du (?:departement|monde))?\b)"
)
_PAS_LA = re.compile(  # « ya pas a langon ? », « pourquoi pas a langon » ask for it
    r"(?<!pourquoi )(?<!pkoi )(?<!pk )(?<!ya )(?<!y a )(?<!ou )\b(?:pas|jamais|plus)"
    r" (?:(?:aller|alle|venir|jusqu|jusque) )*(?=(?:a|au|aux|sur|vers) )"
)
_NON_LA = re.compile(  # « merignac mort », « lormont j'y vais pas »
    r"\b(?:(?:c est |c |cest )?mort|(?:j ?y|y) (?:vais|vai|irai|vé) (?:pas|pa)|n[oa]+n)\b"
)
_SANS = re.compile(r"(?<!pourquoi )(?<!pkoi )(?<!pk )(?<!ya )(?<!y a )\b(?:pas|sauf|hors) ")
_CHEZ_SOI = re.compile(r"\b(?:je suis|j suis|jsuis|chui|j habite|jhabite|je vis|depuis|en partant de)\b")
_PLUTOT = re.compile(
    r"\b(?:plutot|et|sinon|mais|ya|y a|rien|je suis|jsuis|j habite|jhabite|je cherche|je veux)\b"
)
_DEPUIS = re.compile(r"(?:de|d|depuis|du)\b")


class LieuxDits(NamedTuple):
    voulu: Lieu | None
    refuse: Lieu | None = None

    def refusent(self, lieu: Lieu | None) -> bool:
        return lieu is not None and self.refuse is not None and lieu.code_insee == self.refuse.code_insee


def lire_lieux(texte: str, pres_de: Lieu | None = None) -> LieuxDits:
    """« bordeaux c trop loin, et a langon ? » wants Langon, and refuses Bordeaux."""
    for ici, ailleurs in _plaintes(plier(texte)):
        if refuse := trouver_lieu(ici.split()[-1], pres_de) or trouver_lieu(ici, pres_de):
            dits = (trouver_lieu(partie, pres_de) for partie in (ailleurs, ici))
            voulu = next((lieu for lieu in dits if lieu and lieu.code_insee != refuse.code_insee), None)
            return LieuxDits(voulu, refuse)
    dit = sans_les_souvenirs(texte)
    return LieuxDits(_parmi(lieux_enumeres(dit), pres_de) or trouver_lieu(dit, pres_de))


def _parmi(lieux: list[Lieu], pres_de: Lieu | None) -> Lieu | None:
    """« a langon ou cadillac »: home when it is one of them, else the nearest of them to it."""
    if pres_de is None or not lieux:
        return lieux[0] if lieux else None
    return min(lieux, key=lambda lieu: distance_km(pres_de, lieu.latitude, lieu.longitude) or 0)


def _plaintes(mots: str) -> Iterator[tuple[str, str]]:
    """Where a town may be refused, then what else is said."""
    if loin := _LOIN.search(mots):
        avant, apres = mots[: loin.start()].strip(), mots[loin.end() :].strip()
        if avant and not _CHEZ_SOI.search(avant):
            yield avant, apres
        if not _DEPUIS.match(apres):
            yield from _coupee(apres)
    for non_la in _NON_LA.finditer(mots):
        *debut, ici = mots[: non_la.start()].split() or [""]
        if _nom_au_debut([ici]):
            yield ici, f"{' '.join(debut)} {mots[non_la.end() :]}"
    if pas_la := _PAS_LA.search(mots):
        yield from _coupee(mots[pas_la.end() :])
    for sans in _SANS.finditer(mots):
        suite = mots[sans.end() :].split()
        if fin := _nom_au_debut(suite):
            yield " ".join(suite[:fin]), f"{mots[: sans.start()]} {' '.join(suite[fin:])}"


def _nom_au_debut(mots: list[str]) -> int:
    """How many of these words name a town first: « blaye c est de l autre cote »; 0 for none."""
    nommees = (ici for ici in citations(mots[:MOTS_AU_PLUS]) if ici.debut == 0 and any(map(connu, ici.noms)))
    return next((ici.fin for ici in nommees), 0)


def _coupee(mots: str) -> Iterator[tuple[str, str]]:
    """« a bordeaux, plutot a langon »"""
    ici, *ailleurs = _PLUTOT.split(mots, maxsplit=1)
    if ici.strip():
        yield ici.strip(), " ".join(ailleurs)
