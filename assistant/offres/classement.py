"""Which candidates answer a need, best first: nothing rather than the nearest nonsense."""

from dataclasses import dataclass

from assistant.offres.besoins_appris import Besoin
from assistant.offres.candidates import Candidate
from assistant.offres.distances import distance_km
from assistant.offres.lieux import Lieu
from assistant.offres.proximite import proximite
from assistant.offres.ressemblance import dit_en_entier
from assistant.settings import settings

COMPLETE = 0.5
# chosen by benchmarks/offers: the need decides, meaning settles ties
POIDS_DU_SENS = 0.10
AUCUN_AU_PLUS = 0.05  # how probable it may be that no offer answers
PERTINENCE_MINIMUM = 0.05
PART_DU_MEILLEUR, PART_ENSUITE = 0.43, 0.1  # of those said at once; of those that follow them
PART_EN_PROPRE = 0.5  # of the likeliest thématique: from there on an offer answers the need itself
PART_D_UNE_VOISINE = 0.4  # the same of what only answers a neighbour: less is another need
MOTS_DU_NOM = 2  # said together they name an offer, whatever the need


@dataclass(frozen=True)
class Retenue:
    candidate: Candidate
    valeur: float  # what it is worth here
    en_propre: bool  # it answers the need itself, not a neighbour of it


def retenir(
    trouvees: list[Candidate], besoin: Besoin, mots: str, pres_de: Lieu | None, rayon_km: float
) -> list[Retenue]:
    """Those that fit; near a place, what answers the need itself before what is only nearer. Once the first
    places are well filled, others may follow for whoever asks for more.
    """
    convenables = [
        Retenue(c, _valeur(c, pres_de), _en_propre(c, besoin, mots))
        for c in trouvees
        if _convient(c, besoin, mots, ici=pres_de is not None) and _a_portee(c, pres_de, rayon_km)
    ]
    meilleur = max((_pertinence(une.candidate) for une in convenables), default=0)
    voisine_apres = pres_de is not None
    ordre = sorted(
        convenables,
        key=lambda une: (voisine_apres and not une.en_propre, -une.valeur, une.candidate.id),
    )
    dites = _valant(ordre, PART_DU_MEILLEUR * meilleur)[: settings().offers_shown]
    if len(dites) == settings().offers_shown:
        dites += [une for une in _valant(ordre, PART_ENSUITE * meilleur) if une not in dites]
    return dites


def _valant(retenues: list[Retenue], au_moins: float) -> list[Retenue]:
    return [une for une in retenues if _pertinence(une.candidate) >= au_moins]


def _convient(candidate: Candidate, besoin: Besoin, mots: str, *, ici: bool) -> bool:
    """`ici`: near a place, where what is next door tempts although it serves another need."""
    part = PART_D_UNE_VOISINE * float(besoin.poids.max()) if ici else 0
    utile = candidate.besoin >= max(PERTINENCE_MINIMUM, part) or _en_propre(candidate, besoin, mots)
    return (est_un_besoin(besoin) and utile) or _est_nommee(candidate, mots)


def _en_propre(candidate: Candidate, besoin: Besoin, mots: str) -> bool:
    seuil = max(PERTINENCE_MINIMUM, PART_EN_PROPRE * float(besoin.poids.max()))
    return candidate.en_propre >= seuil or _est_nommee(candidate, mots)


def _est_nommee(candidate: Candidate, mots: str) -> bool:
    return len(mots.split()) >= MOTS_DU_NOM and dit_en_entier(mots, candidate.nom)


def est_un_besoin(besoin: Besoin) -> bool:
    """Whether some offer may answer it."""
    return besoin.aucun < AUCUN_AU_PLUS


def _pertinence(candidate: Candidate) -> float:
    return candidate.besoin + POIDS_DU_SENS * candidate.proche


def _a_portee(candidate: Candidate, pres_de: Lieu | None, rayon_km: float) -> bool:
    if pres_de is None or candidate.en_ligne:
        return True
    distance = distance_km(pres_de, candidate.latitude, candidate.longitude)
    return distance is not None and distance <= rayon_km


def _valeur(candidate: Candidate, pres_de: Lieu | None) -> float:
    valeur = _pertinence(candidate) * (COMPLETE if candidate.complete else 1)
    if pres_de is None:
        return valeur
    distance = distance_km(pres_de, candidate.latitude, candidate.longitude)
    return valeur * proximite(distance, candidate.en_ligne)
