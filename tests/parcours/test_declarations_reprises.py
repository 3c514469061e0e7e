"""« c'est pas fini », « j'ai déjà dit 6h », « c'est 6h pas 12 »: what is denied goes."""

import pytest
from sqlalchemy.orm import Session

from assistant.parcours.contrats import Contrat
from assistant.parcours.declarations import corriger, declarer, preciser_heures
from assistant.parcours.declarations_notees import Manque, dit_fini, nie_fini
from assistant.parcours.durees import minutes_corrigees
from tests.parcours.test_declarations import Dire, dire, heures, le_code, lu

__all__ = ["dire"]


@pytest.mark.parametrize(
    "dit",
    [
        "le code de la route jy suis allé 3 fois cette semaine ca compte",
        "jai revisé le code",
        "le code jy vais tous les matins",
        "fait 2 seances de code",
        "le code c est pas encore fini",
        "j'ai travaillé le code de la route",
    ],
)
def test_going_there_is_not_having_finished(
    session: Session, dire: Dire, contrat_d_amina: Contrat, dit: str
) -> None:
    suite = declarer(session, dire(dit))
    assert "avance" in lu(suite)
    assert suite.manque is Manque.HEURES
    assert le_code(contrat_d_amina).declaree_faite_le is None


@pytest.mark.parametrize(
    "dit", ["et le code eu apres 3 fois", "le code c fait", "j'ai eu le code, j'y suis allé hier"]
)
def test_what_is_obtained_is_done_however_often_one_went(
    session: Session, dire: Dire, contrat_d_amina: Contrat, dit: str
) -> None:
    declarer(session, dire(dit))
    assert le_code(contrat_d_amina).declaree_faite_le is not None


@pytest.mark.parametrize(
    "dit",
    [
        "mais non c pas fini le code",
        "le code c pas a valider c EN COURS. corrigez sinon elle va croire que j ai menti",
        "mais je parle du code de la ROUTE la voiture!! vous avez mis fait par erreur",
        "non c'est toujours en cours",
        "nan j'ai pas encore passé l'examen",
    ],
)
def test_what_is_not_done_is_taken_back(
    session: Session, dire: Dire, contrat_d_amina: Contrat, dit: str
) -> None:
    declarer(session, dire("jai eu mon code"))
    assert '"Passer le code de la route" reste en cours' in lu(declarer(session, dire(dit)))
    assert le_code(contrat_d_amina).declaree_faite_le is None


def test_taken_back_with_its_hours(session: Session, dire: Dire, contrat_d_amina: Contrat) -> None:
    suite = declarer(session, dire("c bon jai eu mon code"))
    dit = "jai eu mon code mais non c pas fini le code. 6h en tout cette semaine"
    dite = lu(preciser_heures(session, dire(dit), 360, suite.action_id))
    assert "reste en cours. 6h notées. Cette semaine : 6h sur 15h" in dite
    assert le_code(contrat_d_amina).declaree_faite_le is None


@pytest.mark.parametrize(
    "dit", ["c'est pas fini ?", "j'ai pas fini mes heures", "fini le code", "c'est fait"]
)
def test_words_that_take_nothing_back(dit: str) -> None:
    assert not nie_fini(dit)


def test_what_is_denied_is_not_said() -> None:
    assert dit_fini("fini le code")
    assert not dit_fini("c'est pas fini le code")


def test_hours_said_again_count_once(session: Session, dire: Dire, contrat_d_amina: Contrat) -> None:
    declarer(session, dire("6h pour le code"))
    dit = lu(preciser_heures(session, dire("non j ai deja dit 6h pfff"), 360, le_code(contrat_d_amina).id))
    assert dit == "Vos 6h sont déjà comptées, je n'ajoute rien. Cette semaine : 6h sur 15h."
    assert len(heures(session)) == 1


def test_hours_never_heard_are_noted_even_by_who_believes_they_were(session: Session, dire: Dire) -> None:
    assert "Cette semaine : 5h" in lu(declarer(session, dire("je vous ai deja dit 5h de benevolat")))


def test_the_total_is_corrected_when_it_is_what_is_denied(session: Session, dire: Dire) -> None:
    declarer(session, dire("6h pour le code"))
    seconde = declarer(session, dire("6h pour le code"))
    assert seconde.heures_id
    dit = lu(corriger(session, dire("C EST 6H PAS 12. vous ajoutez nimporte quoi"), seconde.heures_id, 360))
    assert "Cette semaine : 6h sur 15h" in dit
    assert [h.minutes for h in heures(session)] == [360]


def test_the_same_thing_said_twice_in_a_day_counts_once(session: Session, dire: Dire) -> None:
    declarer(session, dire("6h pour le code"))
    seconde = declarer(session, dire("6h pour le code"))
    assert seconde.heures_id
    assert "Cette semaine : 6h" in lu(corriger(session, dire("non 6h"), seconde.heures_id, 360))


@pytest.mark.parametrize(
    ("dit", "corrige", "minutes", "total"),
    [
        ("jai fait 3h de code é 2h de cv", "non c t 2h le code", 120, "4h"),
        ("jai fait 3h de code é 2h de cv", "non 1h le cv", 60, "4h"),
        ("le code 3h et le cv 2h", "en fait le cv c'est 4h", 240, "7h"),
        ("3h code 2h cv 1h sport", "je me suis trompé le sport 2h", 120, "7h"),
        ("3h de code et 2h de cv", "c'est 1h pas 2h", 60, "4h"),
        ("3h de code et 2h de cv", "non 4h", 240, "4h"),
        ("3h de code et 2h de cv", "non 4h en tout", 240, "4h"),
        ("3h de code et 2h de cv", "non 2h de code et 1h de cv", 180, "3h"),
        ("3h de benevolat et 2h de cv", "attendez non 2h le benevola", 120, "4h"),
        ("3h de code et 2h de cv", "vous avez mal compris c 4h", 240, "4h"),
        ("fait 4h de benevolat", "non 3h de benevolat", 180, "3h"),
    ],
)
def test_the_part_that_is_named_is_corrected(
    session: Session, dire: Dire, dit: str, corrige: str, minutes: int, total: str
) -> None:
    suite = declarer(session, dire(dit))
    assert suite.heures_id and minutes_corrigees(corrige) == minutes
    dite = lu(corriger(session, dire(corrige), suite.heures_id, minutes))
    assert f"Cette semaine : {total} sur 15h" in dite


def test_in_doubt_the_total_is_asked_and_then_holds(session: Session, dire: Dire) -> None:
    suite = declarer(session, dire("3h de code et 2h de cv"))
    assert suite.heures_id
    doute = corriger(session, dire("non c'était 2h le matin"), suite.heures_id, 120)
    assert doute.manque is Manque.TOTAL and "en tout ?" in lu(doute)
    assert [h.minutes for h in heures(session)] == [300]
    dite = lu(corriger(session, dire("4h"), suite.heures_id, 240, demandee=True))
    assert "Cette semaine : 4h" in dite


def test_hours_said_before_the_last_are_corrected_by_name(session: Session, dire: Dire) -> None:
    declarer(session, dire("fait 3h de benevolat"))
    seconde = declarer(session, dire("et 2h pour le code"))
    assert seconde.heures_id
    dite = lu(corriger(session, dire("non le benevolat c'était 1h"), seconde.heures_id, 60))
    assert "Cette semaine : 3h" in dite
    assert sorted(h.minutes for h in heures(session)) == [60, 120]


def test_only_the_last_is_corrected_when_it_is_the_one_denied(session: Session, dire: Dire) -> None:
    declarer(session, dire("fait 4h de benevolat"))
    seconde = declarer(session, dire("12h pour le code"))
    assert seconde.heures_id
    assert "Cette semaine : 10h" in lu(corriger(session, dire("c'est 6h pas 12"), seconde.heures_id, 360))
