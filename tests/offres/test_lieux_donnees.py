"""Every commune of France is known, with its postcodes, and where it is."""

import csv
from statistics import median

import pytest

from assistant.offres.lieux import communes
from assistant.offres.lieux.departage import distance_km
from assistant.offres.lieux.donnees import Lieu, mots_ordinaires
from assistant.offres.mots import plier, plier_lignes
from tests.conftest import SHARED

OFFICIELLES = SHARED / "data" / "communes" / "communes_france.csv"
GUYANE_ET_COLLECTIVITES = ("973", "98")  # so vast that the middle of a commune is far from its town


def test_all_of_france_is_there() -> None:
    assert len(communes()) > 34_900
    assert communes()["33227"].lieu.nom == "Langon"
    assert communes()["33227"].codes_postaux == {"33210"}


def test_ordinary_words_hold_no_town_of_ours() -> None:
    assert "panne" in mots_ordinaires()
    assert mots_ordinaires().isdisjoint({"libourne", "langon", "lesparre", "merignac"})


def test_many_names_fold_as_one_does() -> None:
    noms = [commune.lieu.nom for commune in communes().values()][:3000]
    assert plier_lignes(noms) == [plier(nom) for nom in noms]


@pytest.mark.skipif(not OFFICIELLES.is_file(), reason="shared/data is not beside the repository")
def test_codes_names_and_places_are_the_official_ones() -> None:
    with OFFICIELLES.open() as fichier:
        officielles = {ligne["code"]: ligne for ligne in csv.DictReader(fichier)}
    assert set(officielles) == set(communes())
    ecarts: dict[str, float] = {}
    for code, commune in communes().items():
        ligne = officielles[code]
        assert (commune.lieu.nom, commune.codes_postaux) == (
            ligne["nom"],
            set(ligne["codes_postaux"].split()),
        )
        if ligne["lat"] and not code.startswith(GUYANE_ET_COLLECTIVITES):
            ou = Lieu("", code, float(ligne["lat"]), float(ligne["lon"]))
            ecarts[code] = distance_km(commune.lieu, ou)
    assert median(ecarts.values()) < 1
    assert [code for code, km in ecarts.items() if km > 20] == []
