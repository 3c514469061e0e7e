"""Which candidates answer a need, best first: nothing rather than the nearest nonsense."""

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
MOTS_DU_NOM = 2  # said together they name an offer, whatever the need


def retenir(
    trouvees: list[Candidate], besoin: Besoin, mots: str, pres_de: Lieu | None, rayon_km: float
) -> list[tuple[Candidate, float]]:
    """Those that fit, with what they are worth here. Once the first places are well filled, others may
    follow for whoever asks for more.
    """
    convenables = [c for c in trouvees if _convient(c, besoin, mots) and _a_portee(c, pres_de, rayon_km)]
    meilleur = max((_pertinence(c) for c in convenables), default=0)
    ordre = sorted(convenables, key=lambda c: (-_valeur(c, pres_de), c.id))
    dites = [c for c in ordre if _pertinence(c) >= PART_DU_MEILLEUR * meilleur][: settings().offers_shown]
    if len(dites) == settings().offers_shown:
        dites += [c for c in ordre if c not in dites and _pertinence(c) >= PART_ENSUITE * meilleur]
    return [(c, _valeur(c, pres_de)) for c in dites]


def _convient(candidate: Candidate, besoin: Besoin, mots: str) -> bool:
    if est_un_besoin(besoin) and candidate.besoin >= PERTINENCE_MINIMUM:
        return True
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
