"""How an answer is read. On screen: Wednesday at 9:15, Thursday at 14:00, Friday at 9:15 by telephone."""

from datetime import datetime

import pytest

from assistant.clock import PARIS
from assistant.parcours.agenda.choix import Lu, lire_choix
from assistant.parcours.dates_parlees import moment_parle
from assistant.parcours.rendez_vous import Creneau, Mode

MARDI = datetime(2026, 11, 24, 9, 30, tzinfo=PARIS)
DEBUTS = [
    datetime(2026, 11, 25, 9, 15, tzinfo=PARIS),
    datetime(2026, 11, 26, 14, 0, tzinfo=PARIS),
    datetime(2026, 11, 27, 9, 15, tzinfo=PARIS),
]
MODES = [Mode.SUR_PLACE, Mode.SUR_PLACE, Mode.TELEPHONE]
MONTRES = [Creneau(debut=debut, mode=mode) for debut, mode in zip(DEBUTS, MODES, strict=True)]


@pytest.mark.parametrize(
    ("reponse", "rang"),
    [
        ("1", 0),
        ("le 2", 1),
        ("la 3 stp", 2),
        ("le dernier", 2),
        ("le premier", 0),
        ("celui du milieu", 1),
        ("ok va pour le deuxieme", 1),
        ("jeudi", 1),
        ("jeudi c bon", 1),
        ("vendredi ca me va tres bien merci", 2),
        ("celui de 14h", 1),
        ("celui de vendredi", 2),
        ("vendredi 27", 2),
        ("le 26", 1),
        ("demain", 0),
        ("celui de l'aprem", 1),
        ("le jeudi", 1),
        ("Bon, jeudi 26 à 14h", 1),
        ("mercredi 9h15 ça fait chier mais ok", 0),
        ("celui de vendredi 9h15", 2),
        ("celui par tel", 2),
        ("vendredi par telephone ok", 2),
        ("bon le 1er alor", 0),
        ("non la 3 plutot", 2),
        ("n'importe lequel", 0),
        ("le plus tôt", 0),
        ("nan le matin jdors mdr, jeudi aprem c bon", 1),
        ("non, jeudi c'est bon", 1),
        ("oui celui de 14h", 1),
        ("jeudi 14h nickel", 1),
        ("oui l'aprem", 1),
    ],
)
def test_one_of_the_three_is_taken_by_number_day_or_hour(reponse: str, rang: int) -> None:
    assert lire_choix(reponse, MONTRES, MARDI) == (Lu.PRIS, rang)


@pytest.mark.parametrize(
    ("reponse", "lu"),
    [
        ("non jeudi", Lu.AUTRE_MOMENT),
        ("lundi plutot", Lu.AUTRE_MOMENT),
        ("la semaine prochaine", Lu.AUTRE_MOMENT),
        ("jeudi je peux pas", Lu.AUTRE_MOMENT),
        ("9h15", Lu.AUTRE_MOMENT),  # two of them: those of 9:15 are shown again
        ("plus tard", Lu.PLUS_TARD),
        ("vous avez pas plus tot ?", Lu.PLUS_TOT),
        ("aucun me va", Lu.AUTRES),
        ("autre chose svp", Lu.AUTRES),
        ("vendredi j'ai un entretien d'embauche", Lu.AUTRE_MOMENT),
        ("vendredi 9h15 jai dentiste", Lu.AUTRE_MOMENT),
        ("mercredi c ou ?", Lu.AUTRE_MOMENT),
        ("laprem", Lu.AUTRE_MOMENT),  # a wish, even when a single one of the three is in the afternoon
        ("l'après midi si possible", Lu.AUTRE_MOMENT),
        ("genre apres midi? le matin jdors", Lu.AUTRE_MOMENT),
        ("le soir", Lu.AUTRE_MOMENT),
        ("plutôt le matin", Lu.AUTRE_MOMENT),
        ("on peu le fer par tel plutot", Lu.AUTRE_MOMENT),
        ("nn par telephone jé di", Lu.AUTRE_MOMENT),
        ("je veu mercredi pa jeudi", Lu.AUTRE_MOMENT),
        ("jeudi ca va pas", Lu.AUTRE_MOMENT),
        ("ok mais l'aprem", Lu.AUTRE_MOMENT),
        ("non le matin c bon", Lu.AUTRE_MOMENT),  # two of them
        ("jeudi mais par tel", Lu.AUTRE_MOMENT),  # Thursday's is not by telephone
    ],
)
def test_another_moment_is_looked_for(reponse: str, lu: Lu) -> None:
    lecture = lire_choix(reponse, MONTRES, MARDI)
    assert lecture is not None
    assert lecture[0] is lu


@pytest.mark.parametrize(
    "reponse",
    [
        "oui",
        "ok",
        "blabla",
        "merci",
        "non",
        "4",
        "j'ai un entretien d'embauche",
        "mes deux enfants sont malades",
    ],
)
def test_what_chooses_nothing_is_not_guessed(reponse: str) -> None:
    assert lire_choix(reponse, MONTRES, MARDI) is None


def test_yes_is_enough_when_a_single_slot_is_offered() -> None:
    assert lire_choix("oui", MONTRES[:1], MARDI) == (Lu.PRIS, 0)


def test_what_a_later_word_leaves_open_the_earlier_had_said() -> None:
    jeudi, apres_midi = moment_parle("jeudi", MARDI), moment_parle("plutot l'aprem", MARDI)
    assert jeudi is not None
    assert apres_midi is not None
    assert apres_midi.complete_par(jeudi).contient(DEBUTS[1])
    assert not apres_midi.complete_par(jeudi).contient(DEBUTS[1].replace(hour=9))
    assert not apres_midi.complete_par(jeudi).contient(DEBUTS[1].replace(day=27))


def test_a_day_ruled_out_stays_out_until_it_is_asked_for() -> None:
    sauf_jeudi, matin = moment_parle("jeudi je peux pas", MARDI), moment_parle("l'aprem", MARDI)
    jeudi = moment_parle("bon jeudi alors", MARDI)
    assert sauf_jeudi is not None
    assert matin is not None
    assert jeudi is not None
    assert not matin.complete_par(sauf_jeudi).contient(DEBUTS[1])
    assert jeudi.complete_par(sauf_jeudi).contient(DEBUTS[1])


def test_the_first_is_the_first_of_the_month_when_one_of_them_is() -> None:
    avec_le_premier = [MONTRES[0], Creneau(debut=DEBUTS[0].replace(month=12, day=1), mode=Mode.SUR_PLACE)]
    assert lire_choix("bon le 1er alor", avec_le_premier, MARDI) == (Lu.PRIS, 1)


@pytest.mark.parametrize("reponse", ["Le 3 mais c sur que c le matin hein", "la 3 c'est bien par téléphone"])
def test_the_third_asked_about_is_no_3rd_of_december(reponse: str) -> None:
    assert lire_choix(reponse, MONTRES, MARDI) == (Lu.A_CONFIRMER, 2)


LUNDI, JEUDI, MERCREDI = (DEBUTS[1].replace(day=jour) for jour in (30, 26, 25))


@pytest.mark.parametrize(
    ("reponse", "oui", "non"),
    [
        ("ah non c mercredi mince ya pas ecole le mercredi", [JEUDI], [MERCREDI]),
        (
            "finalement ma mere peut pas garder le jeudi, lundi apres midi c possible?",
            [LUNDI],
            [JEUDI, LUNDI.replace(hour=9)],
        ),
        ("plus tard que 14h", [LUNDI.replace(minute=30)], [LUNDI]),
        ("lundi 14h30 ca marange pas… on peu le faire le matin", [LUNDI.replace(hour=9)], [LUNDI, JEUDI]),
    ],
)
def test_what_is_ruled_out_and_what_is_wished(reponse: str, oui: list[datetime], non: list[datetime]) -> None:
    moment = moment_parle(reponse, MARDI)
    assert moment is not None
    assert [quand for quand in oui + non if moment.contient(quand)] == oui
