"""The demo catalogue is varied, in the data.inclusion v1 shape, and at the right places."""

import json
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.offres.besoins import famille
from assistant.offres.tables import Offre, StructureOffre
from tests.conftest import SHARED

SCHEMA = SHARED / "data" / "data_inclusion_schema"

FAMILLES_PAR_THEME = {
    "logement": {"logement-hebergement"},
    "emploi": {"trouver-un-emploi", "preparer-sa-candidature", "choisir-un-metier", "creer-une-entreprise"},
    "formation": {"se-former"},
    "difficultes_administratives": {"difficultes-administratives-ou-juridiques"},
    "difficultes_financieres": {"difficultes-financieres", "equipement-et-alimentation"},
    "mobilite": {"mobilite"},
    "sante": {"sante", "remobilisation"},
    "contraintes_familiales": {"famille"},
    "langue": {"lecture-ecriture-calcul"},
    "numerique": {"numerique"},
}


def les_offres(session: Session) -> list[Offre]:
    return list(session.scalars(select(Offre)))


def test_there_are_at_least_sixty_offers(demo: Session) -> None:
    assert len(les_offres(demo)) >= 60


@pytest.mark.parametrize("theme", FAMILLES_PAR_THEME)
def test_every_theme_has_several(demo: Session, theme: str) -> None:
    offres = [o for o in les_offres(demo) if FAMILLES_PAR_THEME[theme] & set(map(famille, o.thematiques))]
    assert len(offres) >= 5


def test_there_is_one_of_each_sort(demo: Session, maintenant: datetime) -> None:
    offres = les_offres(demo)
    assert sum(o.places is not None and not o.complete for o in offres) >= 5
    assert sum(o.complete for o in offres) == 1
    assert any(o.minimum for o in offres)
    assert any(o.a_distance for o in offres)
    assert any(o.par_referent_seulement for o in offres)
    assert sum(o.offre_socle for o in offres) >= 5
    assert all(o.debut is None or o.debut > maintenant for o in offres)


def test_group_offers_take_place_on_working_days(demo: Session) -> None:
    assert all(o.debut.astimezone(PARIS).weekday() < 5 for o in les_offres(demo) if o.debut)


def test_telephone_numbers_are_those_reserved_for_fiction(demo: Session) -> None:
    assert all((o.telephone or "").startswith("+33536490") for o in les_offres(demo))


@pytest.mark.skipif(not SCHEMA.is_dir(), reason="shared/data is not beside the repository")
def test_words_are_those_of_data_inclusion(demo: Session) -> None:
    def vocabulaire(nom: str) -> set[str]:
        return {entree["value"] for entree in json.loads((SCHEMA / f"{nom}.json").read_text())}

    for offre in les_offres(demo):
        assert set(offre.thematiques) <= vocabulaire("thematiques")
        assert set(offre.publics) <= vocabulaire("publics")
        assert set(offre.modes_accueil) <= vocabulaire("modes-accueil")
        assert set(offre.modes_mobilisation) <= vocabulaire("modes-mobilisation")
        assert set(offre.mobilisable_par) <= vocabulaire("personnes-mobilisatrices")
        assert {offre.type} <= vocabulaire("types-de-services")
        assert {offre.frais} <= vocabulaire("frais")


@pytest.mark.skipif(not SCHEMA.is_dir(), reason="shared/data is not beside the repository")
def test_tables_hold_every_field_of_the_schema() -> None:
    for table, nom in ((Offre, "service"), (StructureOffre, "structure")):
        champs = json.loads((SCHEMA / f"{nom}.json").read_text())["properties"]
        assert set(champs) <= set(table.__table__.columns.keys())
