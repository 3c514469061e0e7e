"""A search that can be foreseen: the need by its words, then the filters, then the nearest first."""

from collections.abc import Callable
from datetime import datetime
from math import cos, hypot, radians
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.offres.besoins import besoins_de, famille
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu
from assistant.offres.tables import Offre

CERCLE_KM, CERCLE_LARGE_KM = 50, 100


def chercher(
    session: Session,
    texte: str,
    *,
    pres_de: Lieu | None,
    maintenant: datetime,
    limite: int = 3,
    filtres: Filtres = Filtres(),
) -> list[Any]:
    voulus = filtres.themes or besoins_de(texte)
    offres = session.scalars(select(Offre).order_by(Offre.id)).all()
    adaptees = [offre for offre in offres if _repond(offre, voulus) and _passe(offre, filtres, maintenant)]
    for cercle in (filtres.rayon_km,) if filtres.rayon_km is not None else (CERCLE_KM, CERCLE_LARGE_KM):
        trouvees = [
            SimpleNamespace(offre=offre, score=1.0, distance_km=km, pourquoi=[])
            for offre in adaptees
            if (km := _km(pres_de, offre)) is None or km <= cercle
        ]
        if trouvees:
            break
    return sorted(trouvees, key=lambda t: (t.distance_km is None, t.distance_km or 0))[:limite]


@pytest.fixture
def recherche_prevue(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Any]]:
    for module in ("proposition", "pour_le_contrat"):
        monkeypatch.setattr(f"assistant.offres.{module}.chercher", chercher)
    return chercher


def _repond(offre: Offre, voulus: frozenset[str] | set[str]) -> bool:
    return any(voulu in (sienne, famille(sienne)) for voulu in voulus for sienne in offre.thematiques)


def _passe(offre: Offre, filtres: Filtres, maintenant: datetime) -> bool:
    return (
        offre.id not in filtres.sauf
        and (offre.debut is None or offre.debut > maintenant)
        and not (filtres.gratuit and offre.frais != "gratuit")
        and not (filtres.en_ligne and "a-distance" not in offre.modes_accueil)
        and not (filtres.socle_seulement and not offre.offre_socle)
    )


def _km(lieu: Lieu | None, offre: Offre) -> float | None:
    if lieu is None or offre.a_distance or offre.latitude is None or offre.longitude is None:
        return None
    nord = (offre.latitude - lieu.latitude) * 111.2
    est = (offre.longitude - lieu.longitude) * 111.2 * cos(radians(lieu.latitude))
    return round(hypot(nord, est), 1)
