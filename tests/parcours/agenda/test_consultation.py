"""« c quand mon rdv », « c'est où », « je dois ramener quoi » : what each demo person reads."""

from datetime import datetime

from sqlalchemy.orm import Session

from assistant.parcours.agenda.consultation import (
    lieu_consulte,
    rendez_vous_consultes,
    rendez_vous_prepare,
)
from assistant.parcours.rendez_vous import Statut
from tests.parcours.agenda.conftest import Personne, lu, prochain


def test_amina_reads_day_hour_place_with_whom_and_what_to_bring(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    assert lu(rendez_vous_consultes(demo, personne("Amina"), maintenant)) == (
        "Vous avez rendez-vous jeudi 26 novembre à 10h, MDS Bastide, avec Claire Dubois. "
        "A apporter : pièce d'identité, CV."
    )


def test_jean_marc_is_called(demo: Session, personne: Personne, maintenant: datetime) -> None:
    assert lu(rendez_vous_consultes(demo, personne("Jean-Marc"), maintenant)) == (
        "Vous avez rendez-vous par téléphone : Thomas Girard vous appelle mardi 1er décembre à 14h30."
    )
    assert "pas besoin de vous déplacer" in lu(lieu_consulte(demo, personne("Jean-Marc"), maintenant))


def test_maria_has_two_in_numbered_lines(demo: Session, personne: Personne, maintenant: datetime) -> None:
    texte = lu(rendez_vous_consultes(demo, personne("Maria"), maintenant))
    assert "1. samedi 28/11 à 9h, MDS La Teste\n" in texte
    assert "2. lundi 30/11 à 14h, MDS La Teste (en groupe)" in texte


def test_fatou_has_none_and_is_told_how_to_ask_for_one(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    assert lu(rendez_vous_consultes(demo, personne("Fatou"), maintenant)) == (
        "Je ne vois pas de rendez-vous prévu. Pour en demander un, répondez RENDEZ-VOUS."
    )


def test_where_gives_the_address_and_how_to_get_there(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    texte = lu(lieu_consulte(demo, personne("Amina"), maintenant))
    assert "MDS Bastide, 12 rue des Platanes, Bordeaux" in texte
    assert "Tram A" in texte


def test_where_without_rendez_vous_gives_the_address_of_the_referent(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    texte = lu(lieu_consulte(demo, personne("Fatou"), maintenant))
    assert "Claire Dubois" in texte
    assert "12 rue des Platanes" in texte


def test_what_to_bring_and_how_long(demo: Session, personne: Personne, maintenant: datetime) -> None:
    texte = lu(rendez_vous_prepare(prochain(demo, personne("Amina"), maintenant).rendez_vous, maintenant))
    assert "pièce d'identité, CV" in texte
    assert "45 min" in texte


def test_nothing_to_bring_is_said_too(demo: Session, personne: Personne, maintenant: datetime) -> None:
    assert lu(
        rendez_vous_prepare(prochain(demo, personne("Maria"), maintenant).rendez_vous, maintenant)
    ).startswith("Rien de spécial")


def test_a_cancelled_rendez_vous_is_no_longer_announced(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina = personne("Amina")
    prochain(demo, amina, maintenant).statut = Statut.REVOKED
    demo.flush()
    assert "Je ne vois pas" in lu(rendez_vous_consultes(demo, amina, maintenant))
