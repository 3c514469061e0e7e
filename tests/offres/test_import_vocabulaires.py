"""The importer knows the words of data.inclusion v1, and forgives how they are typed."""

import json

import pytest

from assistant.offres.importation.modeles import Service, Structure
from assistant.offres.importation.vocabulaires import reconnaitre, vocabulaires
from tests.conftest import SHARED

SCHEMA = SHARED / "data" / "data_inclusion_schema"
FICHIERS = {
    "thematiques": "thematiques",
    "type": "types-de-services",
    "frais": "frais",
    "publics": "publics",
    "modes_accueil": "modes-accueil",
    "modes_mobilisation": "modes-mobilisation",
    "mobilisable_par": "personnes-mobilisatrices",
    "reseaux_porteurs": "reseaux-porteurs",
}


@pytest.mark.skipif(not SCHEMA.is_dir(), reason="shared/data is not beside the repository")
@pytest.mark.parametrize("champ", FICHIERS)
def test_our_words_are_those_of_the_schema(champ: str) -> None:
    officiels = json.loads((SCHEMA / f"{FICHIERS[champ]}.json").read_text())
    assert set(vocabulaires()[champ]) == {entree["value"] for entree in officiels}


@pytest.mark.skipif(not SCHEMA.is_dir(), reason="shared/data is not beside the repository")
def test_our_models_have_every_field_of_the_schema() -> None:
    for modele, nom in ((Service, "service"), (Structure, "structure")):
        champs = json.loads((SCHEMA / f"{nom}.json").read_text())["properties"]
        assert set(champs) <= set(modele.model_fields)


@pytest.mark.parametrize("champ", FICHIERS)
def test_every_code_is_known_as_it_is_written(champ: str) -> None:
    assert [code for code in vocabulaires()[champ] if reconnaitre(champ, code) != code] == []


def test_a_thematique_is_known_by_its_own_half_which_no_other_shares() -> None:
    moities = [code.partition("--")[2] for code in vocabulaires()["thematiques"]]
    assert len(set(moities)) == len(moities)
    assert reconnaitre("thematiques", "Préparer un permis") == "mobilite--preparer-un-permis"


def test_capitals_and_accents_do_not_matter() -> None:
    assert reconnaitre("modes_accueil", "À distance") == "a-distance"
    assert reconnaitre("frais", "gratos") is None
