"""Hours as people write them."""

import pytest

from assistant.parcours.durees import minutes_dites, minutes_repondues


@pytest.mark.parametrize(
    ("dit", "minutes"),
    [
        ("fait 4h de benevolat", 240),
        ("2h30", 150),
        ("2 h 30", 150),
        ("2,5h", 150),
        ("1h30mn", 90),
        ("deux heures et demie", 150),
        ("1h et demi", 90),
        ("une heure et quart", 75),
        ("une demi-heure", 30),
        ("trois quarts d'heure", 45),
        ("45min", 45),
        ("vandange 3 jour sa fé 21 eur", 1260),
        ("quatre heures de cours de français", 240),
        ("35 heures au chantier", 2100),
    ],
)
def test_a_duration_is_read_as_people_write_it(dit: str, minutes: int) -> None:
    assert minutes_dites(dit) == minutes


@pytest.mark.parametrize(
    ("dit", "minutes"),
    [
        ("2 h lundi, 2 h vendredi", 240),
        ("samedi 3h et dimanche 1h30", 270),
        ("2 jours chez un viticulteur, soit 14 heures", 840),
        ("2h lundi et 3h mardi, 5h en tout", 300),
    ],
)
def test_several_durations_add_up_unless_the_person_gives_the_total(dit: str, minutes: int) -> None:
    assert minutes_dites(dit) == minutes


@pytest.mark.parametrize(
    ("dit", "minutes"),
    [("de 14h à 17h", 180), ("14h-17h30", 210), ("8h à midi", 240), ("de 14 à 17 pensez a le compter", 180)],
)
def test_a_span_of_hours_is_its_length(dit: str, minutes: int) -> None:
    assert minutes_dites(dit) == minutes


@pytest.mark.parametrize("dit", ["non 3h", "pas 4h, 3h", "non pas 4h mais 3h"])
def test_in_a_correction_only_what_is_affirmed_counts(dit: str) -> None:
    assert minutes_dites(dit) == 180


@pytest.mark.parametrize("dit", ["rdv à 14h", "jai fini mon cv", "deposé 6 cv en zone", "2 entretiens", ""])
def test_a_time_of_day_or_a_count_of_things_is_no_duration(dit: str) -> None:
    assert minutes_dites(dit) is None


@pytest.mark.parametrize(
    ("dit", "minutes"), [("3", 180), ("trois", 180), ("environ 4", 240), ("2,5", 150), ("2h30", 150)]
)
def test_once_asked_for_hours_a_bare_number_is_hours(dit: str, minutes: int) -> None:
    assert minutes_repondues(dit) == minutes


@pytest.mark.parametrize("dit", ["je sais pas", "non", "50"])
def test_what_is_no_number_of_hours_is_not_guessed(dit: str) -> None:
    assert minutes_repondues(dit) is None
