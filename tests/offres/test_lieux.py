"""People write the name of their town, their quarter or their postcode as it comes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.offres.lieux import Lieu, candidats, communes, nommes, trouver_lieu
from assistant.settings import Settings

CAS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("lieux_cas.yml").read_text())
ATTENDUS = (
    "orthographe",
    "dans_une_phrase",
    "codes_postaux",
    "arrondissements",
    "quartiers",
    "toute_la_france",
)
ASSEZ_JUSTES = 0.97


def designe(lieu: Lieu | None) -> str | None:
    """« Langon (33) »"""
    if lieu is None:
        return None
    commune = communes()[lieu.code_insee]
    return f"{commune.lieu.nom} ({commune.departement})"


def designe_pres_de(cas: dict[str, str]) -> str | None:
    return designe(trouver_lieu(cas["texte"], communes()[cas["pres_de"]].lieu))


def test_nearly_every_text_gives_the_place_it_means() -> None:
    lus = [
        (texte, designe(trouver_lieu(texte)), voulu)
        for sorte in ATTENDUS
        for texte, voulu in CAS[sorte].items()
    ]
    lus += [(cas["texte"], designe_pres_de(cas), cas["commune"]) for cas in CAS["pres_de"]]
    lus += [(texte, designe(trouver_lieu(texte)), None) for texte in CAS["rien"]]
    faux = [cas for cas in lus if cas[1] != cas[2]]
    assert len(lus) >= 220
    assert 1 - len(faux) / len(lus) >= ASSEZ_JUSTES, faux


@pytest.mark.parametrize("texte", CAS["ambigu"])
def test_what_several_places_answer_is_ambiguous(texte: str) -> None:
    trouves = {designe(lieu) for lieu in candidats(texte)}
    assert len(trouves) > 1
    assert trouves >= set(CAS["ambigu"][texte])


@pytest.mark.parametrize(
    ("texte", "commune"),
    [
        ("libourne", "Libourne"),
        ("33500", "Libourne"),
        ("cours de francais a libourn", "Libourne"),
        ("bdx", "Bordeaux"),
        ("saint-andré", "Saint-André-de-Cubzac"),
        ("Ste Foy la grande", "Sainte-Foy-la-Grande"),
        ("lesparre", "Lesparre-Médoc"),
        ("lateste", "La Teste-de-Buch"),
        ("réole", "La Réole"),
        ("jhabite à bourg", "Bourg"),
        ("Salles", "Salles"),
        ("paris", "Paris"),
    ],
)
def test_a_town_is_recognised(texte: str, commune: str) -> None:
    lieu = trouver_lieu(texte)
    assert lieu is not None
    assert lieu.nom == commune


@pytest.mark.parametrize(
    "texte",
    ["", "12345", "je suis en panne", "cours de français", "mon contrat", "rien", "la caisse", "merciii"],
)
def test_everyday_sentences_name_no_place(texte: str) -> None:
    assert trouver_lieu(texte) is None


def test_a_name_of_our_departement_wins_over_its_homonyms() -> None:
    assert [designe(lieu) for lieu in candidats("langon")] == ["Langon (33)"]


def test_another_deployment_prefers_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nommes, "settings", lambda: Settings(departement="35"))
    assert [designe(lieu) for lieu in candidats("langon")] == ["Langon (35)"]


def test_nearness_to_a_known_place_settles_homonyms() -> None:
    rennes = trouver_lieu("rennes")
    assert designe(trouver_lieu("langon", pres_de=rennes)) == "Langon (35)"


def test_a_quarter_is_where_it_is_and_goes_by_its_town() -> None:
    bacalan, bordeaux = trouver_lieu("bacalan"), trouver_lieu("bordeaux")
    assert bacalan is not None
    assert bordeaux is not None
    assert (bacalan.nom, bacalan.code_insee) == ("Bordeaux", "33063")
    assert bacalan.latitude > bordeaux.latitude


def test_an_arrondissement_is_where_it_is_and_goes_by_its_town() -> None:
    lieu = trouver_lieu("paris 18eme")
    assert lieu is not None
    assert (lieu.nom, lieu.code_insee) == ("Paris", "75056")
    assert lieu == trouver_lieu("75018")


def test_a_postcode_of_several_communes_is_ambiguous_unless_one_is_named() -> None:
    assert {lieu.nom for lieu in candidats("33380")} == {"Biganos", "Mios", "Marcheprime"}
    assert [lieu.nom for lieu in candidats("33380 marcheprim")] == ["Marcheprime"]
