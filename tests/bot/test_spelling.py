"""What the engine hears of a text typed on a telephone; what the person wrote stays as it is."""

import pytest
from components.spelling import written_out as heard
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("c kan mon rdv", "c'est quand mon rendez-vous"),
        ("jpeu pa vnir jsui malade", "je peux pas venir je suis malade"),
        ("jé pa conpri", "j'ai pas conpri"),
        ("kel papié fo amené", "quel papier faut amené"),
        ("slt cmt sa va", "salut comment sa va"),
        ("dsl g oublié", "désolé j'ai oublié"),
        ("pk vs mavez pa rapelé", "pourquoi vous m'avez pas rappeler"),
    ],
)
def test_sms_spelling_is_undone(typed: str, written: str) -> None:
    assert heard(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("l adresse", "l'adresse"),
        ("j arrive", "j'arrive"),
        ("jarrive", "j'arrive"),
        ("J’ARRIVE", "j'arrive"),
        ("lentretien", "l'entretien"),
        ("c etait hier", "c'était hier"),
        ("c t quand", "c'était quand"),
        ("cetait bien", "c'était bien"),
        ("qu il vienne", "qu'il vienne"),
        ("jpréfère mardi", "je préfère mardi"),
    ],
)
def test_a_lost_apostrophe_comes_back(typed: str, written: str) -> None:
    assert heard(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"), [("merciiiii", "merci"), ("nooooon !!!!", "non !!!!"), ("il doit 1000 euros", None)]
)
def test_letters_held_down_are_let_go_and_figures_are_not(typed: str, written: str | None) -> None:
    assert heard(typed) == (written or typed)


@pytest.mark.parametrize(
    "text",
    [
        "le permis de conduire",
        "j'ai trouvé un travail à la cantine",
        "je dois savoir si le test est maintenu",
        "la tête de ma fille",
        "le jeudi de la semaine prochaine",
        "ce matin je suis là",
        "toi tu as le numéro du jour",
        "je pars en vacances en mai",
    ],
)
def test_good_french_is_left_alone(text: str) -> None:
    assert heard(text) == text


@given(st.text(max_size=300))
def test_any_text_can_be_heard_twice_with_the_same_result(text: str) -> None:
    assert heard(text) == heard(text)


def test_an_empty_text_stays_empty() -> None:
    assert heard("   ") == ""
