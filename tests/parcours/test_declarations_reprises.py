"""« c'est pas fini », « j'ai déjà dit 6h », « c'est 6h pas 12 »: what is denied goes."""

import pytest
from sqlalchemy.orm import Session

from assistant.parcours.contrats import Contrat
from assistant.parcours.declarations import corriger, declarer, preciser_heures
from assistant.parcours.declarations_notees import Manque, dit_fini, nie_fini
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


def test_only_the_last_is_corrected_when_it_is_the_one_denied(session: Session, dire: Dire) -> None:
    declarer(session, dire("fait 4h de benevolat"))
    seconde = declarer(session, dire("12h pour le code"))
    assert seconde.heures_id
    assert "Cette semaine : 10h" in lu(corriger(session, dire("c'est 6h pas 12"), seconde.heures_id, 360))
