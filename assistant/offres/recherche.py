"""From a need in one's own words to the offers that answer it, best first, each with its reasons."""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from assistant.offres.besoins import besoins_de, mots_utiles, ne_dit_que
from assistant.offres.besoins_appris import Besoin, Poids, besoin_dit, poids_de, thematiques
from assistant.offres.candidates import Demande, candidates
from assistant.offres.classement import MOTS_DU_NOM, PERTINENCE_MINIMUM, Retenue, est_un_besoin, retenir
from assistant.offres.distances import distance_km
from assistant.offres.encodeur import sens_du_besoin
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu
from assistant.offres.tables import Offre
from assistant.offres.voisines import avec_les_voisines

CERCLES_KM = (50, 120)  # the usual circle, then an honestly wider one
PRESENTEES = (
    select(Offre).where(Offre.id.in_(bindparam("ids", expanding=True))).options(joinedload(Offre.structure))
)
PLUTOT_AUCUN = 0.5  # « pas mal » holds the name of a need, and likelier asks for none
POIDS_DES_NOMS = 0.15  # chosen by benchmarks/offers


@dataclass(frozen=True)
class OffreTrouvee:
    offre: Offre
    score: float  # higher is better; comparable within one search only
    distance_km: float | None  # None: no place given, or the offer has none
    pourquoi: list[str] = field(default_factory=list)


def chercher(
    session: Session,
    texte: str,
    *,
    pres_de: Lieu | None,
    maintenant: datetime,
    limite: int = 3,
    filtres: Filtres | None = None,
) -> list[OffreTrouvee]:
    """The offers that answer a need said in one's own words, best first; empty when nothing fits.

    Near a place, those of the usual circle or at a distance; a wider circle when it holds none that answers
    the need itself; what answers a neighbour of it only when nothing anywhere does. Group offers that have
    begun or are closed are left out; full ones come lower.
    """
    filtres = filtres or Filtres()
    besoin = _besoin(texte, filtres)
    if not texte.strip() and not filtres.themes:
        return []
    mots, par_son_nom = mots_utiles(texte), not est_un_besoin(besoin)
    if par_son_nom and len(mots.split()) < MOTS_DU_NOM:
        return []
    demande = Demande(
        _avec_ses_voisines(besoin, filtres), besoin.poids, sens_du_besoin(texte), mots, par_son_nom
    )
    retenues = _par_cercles(session, demande, besoin, pres_de, maintenant, filtres)
    return _presenter(session, retenues[:limite], pres_de, demande.besoins)


def _par_cercles(
    session: Session,
    demande: Demande,
    besoin: Besoin,
    pres_de: Lieu | None,
    maintenant: datetime,
    filtres: Filtres,
) -> list[Retenue]:
    voisines: list[Retenue] = []
    for rayon in _cercles(besoin, pres_de, filtres):
        trouvees = candidates(session, demande, pres_de, rayon, maintenant, filtres)
        retenues = retenir(trouvees, besoin, demande.mots, pres_de, rayon)
        if (filtres.rayon_km is not None or filtres.gratuit) and not demande.par_son_nom:
            retenues = [une for une in retenues if _repond(une)]
        if any(une.en_propre for une in retenues):
            return retenues
        voisines = voisines or retenues
    return voisines


def _repond(retenue: Retenue) -> bool:
    """To the need itself: « plus près », « gratuit » ask for no neighbour of it, nor for what is only called
    alike.
    """
    return retenue.en_propre and retenue.candidate.en_propre >= PERTINENCE_MINIMUM


def demande_une_aide(texte: str) -> bool:
    """Whether `texte` names a need in plain words, and not to tell of something else: « elle a eu son permis
    » asks for nothing.
    """
    return bool(besoins_de(texte)) and est_un_besoin(_entendu(texte))


def se_nomme_seul(texte: str) -> bool:
    """« demenager », « et la piscine ? »: a need and nothing else."""
    return ne_dit_que(texte) and besoin_dit(texte).aucun < PLUTOT_AUCUN


def _cercles(besoin: Besoin, pres_de: Lieu | None, filtres: Filtres) -> Sequence[float]:
    """Once only where a name alone can be found, or everywhere counts."""
    if filtres.rayon_km is not None:
        return [filtres.rayon_km]
    return CERCLES_KM if est_un_besoin(besoin) and pres_de else CERCLES_KM[-1:]


def warm_up() -> None:
    """A need read for nothing, so that the first waits for no model; the collector of garbage leaves the
    models alone afterwards: they live as long as the process, and looking them through costs milliseconds.
    """
    avec_les_voisines(besoin_dit("bonjour").poids)
    sens_du_besoin("bonjour")
    gc.freeze()


def _besoin(texte: str, filtres: Filtres) -> Besoin:
    if not filtres.themes:
        return _sans(_entendu(texte), filtres.refuses)
    poids = poids_de(filtres.themes)
    return Besoin(poids / max(poids.sum(), 1), 0.0)


def _sans(besoin: Besoin, refuses: frozenset[str]) -> Besoin:
    """What is left weighs as much as all did: « pas de nounou » leaves the other cares."""
    gardes = besoin.poids * (1 - poids_de(refuses)) if refuses else besoin.poids
    if not refuses or not gardes.sum():
        return besoin
    return Besoin((gardes * besoin.poids.sum() / gardes.sum()).astype(np.float32), besoin.aucun)


def _avec_ses_voisines(besoin: Besoin, filtres: Filtres) -> Poids:
    """« plus près » asks for the same, not for a neighbour of it; so does an action of the contract."""
    if filtres.themes or filtres.rayon_km is not None:
        return besoin.poids
    return avec_les_voisines(besoin.poids)


def _entendu(texte: str) -> Besoin:
    """Plain words that name a need weigh beside the model, which polite frames and towns distract; said
    alone, they leave no doubt that it is one.
    """
    pressenti = besoin_dit(texte)
    if se_nomme_seul(texte):
        pressenti = Besoin(pressenti.poids / pressenti.poids.sum(), 0.0)
    precis = frozenset(besoins_de(texte)).intersection(thematiques())
    if not precis:
        return pressenti
    nomme = poids_de(precis) / len(precis)
    poids = (1 - POIDS_DES_NOMS) * pressenti.poids + POIDS_DES_NOMS * nomme
    return Besoin(poids.astype(np.float32), (1 - POIDS_DES_NOMS) * pressenti.aucun)


def _presenter(
    session: Session, retenues: list[Retenue], pres_de: Lieu | None, besoins: Poids
) -> list[OffreTrouvee]:
    if not retenues:
        return []
    lues = session.scalars(PRESENTEES, {"ids": [une.candidate.id for une in retenues]})
    offres = {offre.id: offre for offre in lues}
    return [
        _trouvee(offres[une.candidate.id], une.valeur, pres_de, besoins)
        for une in retenues
        if une.candidate.id in offres
    ]


def _trouvee(offre: Offre, valeur: float, pres_de: Lieu | None, besoins: Poids) -> OffreTrouvee:
    proche = None if pres_de is None or offre.a_distance else pres_de
    distance = distance_km(proche, offre.latitude, offre.longitude) if proche else None
    return OffreTrouvee(offre, round(valeur, 4), distance, list(_raisons(offre, distance, besoins)))


def _raisons(offre: Offre, distance: float | None, besoins: Poids) -> Iterator[str]:
    """For staff: the need it answers, how far, what it costs."""
    poids = dict(zip(thematiques(), besoins, strict=True))
    attendu = max(offre.thematiques, key=lambda theme: poids.get(theme, 0), default=None)
    reconnu = attendu or thematiques()[int(np.argmax(besoins))]
    yield f"thème {reconnu.partition('--')[0].replace('-', ' ')}"
    if distance is not None:
        yield f"{distance:g} km"
    if offre.frais:
        yield offre.frais.replace("-", " ")
