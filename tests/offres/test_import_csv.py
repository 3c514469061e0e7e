"""The département's own CSV: offers and dated events, as a spreadsheet saves them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import typer
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from api.cli import import_services
from assistant.clock import PARIS
from assistant.offres.importation.tableur import colonnes_connues
from assistant.offres.tables import Offre, StructureOffre
from tests.conftest import ROOT

GUIDES = ROOT / "docs" / "guides"
ENTETE = "reference;nom;structure;debut;fin;fin_inscription;places;minimum;publics;commune;code_postal\n"

app = typer.Typer()
app.command()(import_services.command)


@pytest.fixture(autouse=True)
def sans_encodeur(monkeypatch: pytest.MonkeyPatch, base: Engine) -> None:
    monkeypatch.setattr(import_services, "indexer", lambda maintenant, avancer: 0)


@pytest.fixture
def importer(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    def _importer(contenu: str, encodage: str = "utf-8") -> tuple[int, str]:
        fichier = tmp_path / "offres.csv"
        fichier.write_bytes(contenu.encode(encodage))
        resultat = CliRunner().invoke(app, [str(fichier)])
        assert resultat.exception is None or isinstance(resultat.exception, SystemExit), resultat.exception
        return resultat.exit_code, resultat.output

    return _importer


def les_offres(base: Engine) -> dict[str, Offre]:
    with Session(base) as session:
        return {offre.id.partition("--")[2]: offre for offre in session.scalars(select(Offre))}


def a(jour: int, heure: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, jour, heure, minute, tzinfo=PARIS)


def test_the_template_of_the_guide_comes_in_whole(base: Engine) -> None:
    resultat = CliRunner().invoke(app, [str(GUIDES / "modele_offres.csv")])
    assert "créations 3, mises à jour 0, sans changement 0, retraits 0, rejets 0" in resultat.output
    assert "écartée" not in resultat.output
    offres = les_offres(base)
    atelier, forum = offres["atelier-cv-langon-0212"], offres["job-dating-libourne-1012"]
    assert (atelier.debut, atelier.fin) == (a(2, 9, 30), a(2, 12))
    assert atelier.fin_inscription == datetime(2026, 11, 30, 23, 59, tzinfo=PARIS)
    assert (atelier.places, atelier.minimum, atelier.telephone) == (8, 4, "+33536490102")
    assert (forum.offre_socle, forum.fin_inscription, len(forum.thematiques)) == (True, None, 2)
    assert offres["transport-bazadais"].debut is None


def test_the_guide_documents_every_column() -> None:
    guide = (GUIDES / "catalogue.md").read_text()
    assert [colonne for colonne in colonnes_connues() if f"`{colonne}`" not in guide] == []


def test_the_structure_is_noted_with_its_name(base: Engine, importer: Callable[..., tuple[int, str]]) -> None:
    importer("reference;nom;structure\n1;Atelier;L'Escale d'à côté\n")
    with Session(base) as session:
        assert session.scalars(select(StructureOffre.nom)).all() == ["L'Escale d'à côté"]


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separateur", [";", ",", "\t"])
def test_as_spreadsheets_save_it(
    base: Engine, importer: Callable[..., tuple[int, str]], encodage: str, separateur: str
) -> None:
    lignes = "Référence;Nom;Structure\r\n1;\"Café d'été ; à l'œil\";Escale\r\n\r\n".replace(";", separateur)
    assert importer(lignes, encodage)[0] == 0
    assert les_offres(base)["1"].nom == f"Café d'été {separateur} à l'œil"


def test_dates_are_read_in_both_orders_and_an_hour_alone_is_the_same_day(
    base: Engine, importer: Callable[..., tuple[int, str]]
) -> None:
    importer(
        ENTETE
        + "1;Forum;Escale;2026-12-02 9h30;12h;01/12/2026 18:00;;;;;\n"
        + "2;Séjour;Escale;02/12/2026 14:00;04/12/2026 17:00;02/12/2026;;;;;\n"
    )
    offres = les_offres(base)
    assert (offres["1"].debut, offres["1"].fin, offres["1"].fin_inscription) == (
        a(2, 9, 30),
        a(2, 12),
        a(1, 18),
    )
    assert (offres["2"].fin, offres["2"].fin_inscription) == (a(4, 17), a(2, 14))


@pytest.mark.parametrize(
    ("cellules", "reproche"),
    [
        (";Forum;Escale;;;;;;;;", "colonne reference : il manque une valeur"),
        ("1;;Escale;;;;;;;;", "colonne nom : il manque une valeur"),
        ("1;Forum;;;;;;;;;", "colonne structure : il manque une valeur"),
        ("1;Forum;Escale;32/13/2026 10:00;;;;;;;", "colonne debut : valeur illisible ou inconnue (« 32/13"),
        ("1;Forum;Escale;02/12/2026;;;;;;;", "colonne debut : valeur illisible"),
        ("1;Forum;Escale;02/12/2026 10:00;9h;;;;;;", "colonne fin : la fin vient avant le début"),
        ("1;Forum;Escale;;9h;;;;;;", "colonne fin : il faut aussi une date de début"),
        ("1;Forum;Escale;02/12/2026 10:00;;03/12/2026;;;;;", "colonne fin_inscription : la date limite"),
        ("1;Forum;Escale;;;;douze;;;;", "colonne places : valeur illisible ou inconnue (« douze »)"),
        ("1;Forum;Escale;;;;0;;;;", "colonne places : valeur illisible"),
        ("1;Forum;Escale;;;;4;5;;;", "colonne minimum : le minimum dépasse"),
        ("1;Forum;Escale;;;;;;;;;;trop", "plus de cellules que de colonnes"),
    ],
)
def test_a_refused_line_names_its_number_and_its_column(
    base: Engine, importer: Callable[..., tuple[int, str]], cellules: str, reproche: str
) -> None:
    code, sortie = importer(ENTETE + '0;"Un nom\nsur deux lignes";Escale;;;;;;;;\n' + cellules + "\n")
    assert code == 0
    assert f"Ligne 4{'' if 'cellules' in reproche else ', '}" in sortie
    assert reproche in sortie
    assert list(les_offres(base)) == ["0"]


def test_an_unknown_word_is_dropped_and_told_with_its_place(
    base: Engine, importer: Callable[..., tuple[int, str]]
) -> None:
    code, sortie = importer(ENTETE + "1;Forum;Escale;;;;;;Familles|voisins;;\n")
    assert "Ligne 2, colonne publics : valeur illisible ou inconnue (« voisins »)" in sortie
    assert (code, les_offres(base)["1"].publics) == (0, ["familles"])


def test_an_offer_without_coordinates_is_at_its_commune(
    base: Engine, importer: Callable[..., tuple[int, str]]
) -> None:
    importer(ENTETE + "1;Forum;Escale;;;;;;;LANGON;33210\n2;Forum;Escale;;;;;;;Nulle-Part;\n")
    offres = les_offres(base)
    latitude = offres["1"].latitude
    assert latitude is not None
    assert (offres["1"].commune, round(latitude, 1)) == ("Langon", 44.6)
    assert offres["2"].latitude is None


def test_the_same_file_again_changes_nothing(base: Engine, importer: Callable[..., tuple[int, str]]) -> None:
    contenu = ENTETE + "1;Forum;Escale;02/12/2026 10:00;;;4;2;;;\n"
    importer(contenu)
    assert "sans changement 1" in importer(contenu)[1]


@pytest.mark.parametrize(
    ("contenu", "phrase"),
    [
        ("", "Le fichier est vide."),
        (ENTETE, "Le fichier est vide."),
        ("reference;nom\n1;Forum\n", "Ligne 1 : il manque la colonne structure"),
        ("reference;nom;structure;plasses\n1;a;b;4\n", "Ligne 1 : colonne inconnue ou en double : plasses"),
        ("PK\x03\x04\x81\x8d\n", "Ligne 1 : il manque la colonne"),
    ],
)
def test_what_is_no_such_csv_is_refused_with_a_plain_sentence(
    importer: Callable[..., tuple[int, str]], contenu: str, phrase: str
) -> None:
    code, sortie = importer(contenu)
    assert code == 1
    assert phrase in sortie


def test_an_open_quote_stops_the_reading_and_keeps_what_came_before(
    base: Engine, importer: Callable[..., tuple[int, str]]
) -> None:
    code, sortie = importer('reference;nom;structure\n1;Forum;Escale\n2;"Atelier;Escale\n')
    assert (code, "Ligne 3 : un guillemet" in sortie) == (1, True)
    assert list(les_offres(base)) == ["1"]
