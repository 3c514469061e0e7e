"""`jalon import-services` brings a data.inclusion export into the catalogue, whatever state it is in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from api.cli import import_services
from assistant.offres.tables import Offre, StructureOffre
from tests.conftest import SHARED

SERVICES = SHARED / "data" / "services" / "sample_services.json"
STRUCTURES = SHARED / "data" / "services" / "sample_structures.json"

app = typer.Typer()
app.command()(import_services.command)


@pytest.fixture(autouse=True)
def sans_encodeur(monkeypatch: pytest.MonkeyPatch, base: Engine) -> None:
    """The index is another test's business."""
    monkeypatch.setattr(import_services, "indexer", lambda maintenant, avancer: 0)


@pytest.fixture
def ecrire(tmp_path: Path) -> Callable[[Any], Path]:
    def _ecrire(contenu: Any) -> Path:
        fichier = tmp_path / "services.json"
        fichier.write_text(contenu if isinstance(contenu, str) else json.dumps(contenu))
        return fichier

    return _ecrire


def importer(*arguments: object) -> tuple[int, str]:
    resultat = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert resultat.exception is None or isinstance(resultat.exception, SystemExit), resultat.exception
    return resultat.exit_code, resultat.output


def service(numero: int, **champs: Any) -> dict[str, Any]:
    return {
        "id": f"source--{numero}",
        "source": "source",
        "structure_id": "source--s",
        "nom": f"Service {numero}",
        "description": "Une aide pour avancer.",
        "date_maj": "2026-10-01",
    } | champs


def les_offres(base: Engine) -> dict[str, Offre]:
    with Session(base) as session:
        return {offre.id: offre for offre in session.scalars(select(Offre))}


def test_a_new_export_is_added_and_the_same_one_again_changes_nothing(
    base: Engine, ecrire: Callable[[Any], Path]
) -> None:
    fichier = ecrire([service(1), service(2)])
    assert "créations 2" in importer(fichier)[1]
    code, sortie = importer(fichier)
    assert code == 0
    assert "créations 0, mises à jour 0, sans changement 2, retraits 0, rejets 0" in sortie


def test_only_what_changed_is_updated_and_places_taken_stay(
    base: Engine, ecrire: Callable[[Any], Path]
) -> None:
    importer(ecrire([service(1), service(2)]))
    with Session(base) as session, session.begin():
        session.get_one(Offre, "source--1").places_prises = 3
    assert "mises à jour 1, sans changement 1" in importer(ecrire([service(1, nom="Neuf"), service(2)]))[1]
    offre = les_offres(base)["source--1"]
    assert (offre.nom, offre.nom_plie, offre.places_prises) == ("Neuf", "neuf", 3)


def test_a_service_gone_from_its_source_is_hidden_and_comes_back_when_it_does(
    base: Engine, ecrire: Callable[[Any], Path]
) -> None:
    importer(ecrire([service(1), service(2)]))
    assert "retraits 1" in importer(ecrire([service(2)]))[1]
    assert les_offres(base)["source--1"].retiree_le is not None
    assert "mises à jour 1" in importer(ecrire([service(1), service(2)]))[1]
    assert les_offres(base)["source--1"].retiree_le is None


def test_services_of_other_sources_stay(base: Engine, ecrire: Callable[[Any], Path]) -> None:
    importer(ecrire([service(1)]))
    importer(ecrire([service(1, id="autre--1", source="autre")]))
    assert les_offres(base)["source--1"].retiree_le is None


def test_an_extract_withdraws_nothing_until_the_person_says_it_is_whole(
    base: Engine, ecrire: Callable[[Any], Path]
) -> None:
    importer(ecrire([service(n) for n in range(50)]))
    extrait = ecrire([service(1)])
    assert "49 services de source ne sont pas dans ce fichier" in importer(extrait)[1]
    assert "retraits 0" in importer(extrait, "--partial")[1]
    assert "retraits 49" in importer(extrait, "--full")[1]


def test_bad_rows_are_listed_with_the_reason_and_the_rest_is_kept(
    base: Engine, ecrire: Callable[[Any], Path]
) -> None:
    sans_structure = service(2, structure_id=None)
    code, sortie = importer(
        ecrire([service(1), sans_structure, service(3, nom=" "), 4, service(1), service(5)])
    )
    assert code == 0
    assert "Élément 2 (source--2), champ structure_id : il manque une valeur." in sortie
    assert "Élément 3 (source--3), champ nom : il manque une valeur." in sortie
    assert "Élément 4 : ce n'est pas un objet JSON." in sortie
    assert "Élément 5 (source--1), champ id : cet identifiant est déjà plus haut" in sortie
    assert "rejets 4" in sortie
    assert set(les_offres(base)) == {"source--1", "source--5"}


def test_a_service_refused_today_is_not_withdrawn(base: Engine, ecrire: Callable[[Any], Path]) -> None:
    importer(ecrire([service(1), service(2)]))
    importer(ecrire([service(1), service(2, nom=None)]))
    assert les_offres(base)["source--2"].retiree_le is None


def test_wrong_values_of_other_fields_are_dropped_and_counted(
    base: Engine, ecrire: Callable[[Any], Path]
) -> None:
    fichier = ecrire(
        [
            service(
                1,
                thematiques=["mobilite--preparer-un-permis", "jardinage"],
                frais="gratuit-sous-conditions",
                code_postal="3300",
                latitude=144.2,
                longitude=0.1,
                telephone="demander Paul",
                courriel="nulle part",
                lien_source="javascript:alert(1)",
                date_maj="hier",
                zone_eligibilite=["33", "Gironde"],
            )
        ]
    )
    code, sortie = importer(fichier)
    assert (code, "rejets 0" in sortie, "Paul" in sortie) == (0, True, False)
    assert "valeur écartée, thematiques « jardinage » : 1 fois" in sortie
    offre = les_offres(base)["source--1"]
    assert offre.thematiques == ["mobilite--preparer-un-permis"]
    assert offre.zone_eligibilite == ["33"]
    assert offre.code_postal == "03300"
    vides = (offre.frais, offre.latitude, offre.longitude, offre.telephone, offre.courriel, offre.lien_source)
    assert (*vides, offre.date_maj) == (None,) * 7


def test_nulls_everywhere_else_are_welcome(base: Engine, ecrire: Callable[[Any], Path]) -> None:
    requis = {"id", "source", "structure_id", "nom"}
    vide = dict.fromkeys(import_services.forme_de(Path("x.json")).modele.model_fields)
    importer(ecrire([vide | {champ: f"source--{champ}" for champ in requis}]))
    (offre,) = les_offres(base).values()
    assert (offre.description, offre.date_maj, offre.thematiques) == ("", None, [])


def test_a_structure_that_is_missing_is_noted_without_a_name_until_it_comes(
    base: Engine, ecrire: Callable[[Any], Path], tmp_path: Path
) -> None:
    services = ecrire([service(1)])
    importer(services)
    structures = tmp_path / "structures.json"
    structures.write_text(json.dumps([{"id": "source--s", "source": "source", "nom": "La Maison"}]))
    with Session(base) as session:
        assert session.get_one(StructureOffre, "source--s").nom == ""
    assert "Structures : créations 0, mises à jour 1" in importer(services, "--structures", structures)[1]
    with Session(base) as session:
        assert session.get_one(StructureOffre, "source--s").nom == "La Maison"


def test_a_truncated_file_keeps_what_was_read_and_withdraws_nothing(
    base: Engine, ecrire: Callable[[Any], Path]
) -> None:
    importer(ecrire([service(1), service(2), service(3)]))
    entier = json.dumps([service(1, nom="Neuf"), service(2)])
    code, sortie = importer(ecrire(entier[: entier.rindex("nom")]))
    assert code == 1
    assert "après 1 éléments" in sortie
    offres = les_offres(base)
    assert (offres["source--1"].nom, offres["source--3"].retiree_le) == ("Neuf", None)


@pytest.mark.parametrize(
    ("contenu", "phrase"),
    [
        ("", "Le fichier est vide."),
        ("[]", "Le fichier est vide."),
        ("bonjour", "n'est pas du JSON lisible"),
        ("[bonjour", "n'est pas du JSON lisible"),
        ({"services": []}, "n'est pas une liste de services"),
        ([1, 2], "aucune ligne n'a pu être importée"),
    ],
)
def test_what_is_no_export_is_refused_with_a_plain_sentence(
    ecrire: Callable[[Any], Path], contenu: Any, phrase: str
) -> None:
    code, sortie = importer(ecrire(contenu))
    assert code == 1
    assert phrase in sortie


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    code, sortie = importer(tmp_path / "rien.json")
    assert (code, "n'existe pas" in sortie) == (1, True)


def test_a_byte_order_mark_is_no_trouble(base: Engine, ecrire: Callable[[Any], Path]) -> None:
    assert importer(ecrire("\ufeff" + json.dumps([service(1)])))[0] == 0


@pytest.mark.skipif(not SERVICES.is_file(), reason="shared/data is not beside the repository")
def test_the_real_services_all_come_in_and_stay_the_same(base: Engine) -> None:
    code, sortie = importer(SERVICES, "--structures", STRUCTURES)
    assert code == 0
    assert "Services : créations 506, mises à jour 0, sans changement 0, retraits 0, rejets 0" in sortie
    assert "écartée" not in sortie
    assert "sans changement 506" in importer(SERVICES, "--structures", STRUCTURES)[1]
    with Session(base) as session:
        assert session.scalar(select(func.count()).where(StructureOffre.nom == "")) == 0
