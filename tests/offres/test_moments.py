"""A time of day that is taken, and what takes place then."""

from collections.abc import Callable

import pytest

from assistant.offres.moments import Moment, a_lieu, moment_refuse
from assistant.offres.tables import Offre


@pytest.mark.parametrize(
    ("dit", "moment"),
    [
        ("*non je travail le soir", Moment.SOIR),
        ("je bosse le soir", Moment.SOIR),
        ("le soir je peux pas", Moment.SOIR),
        ("je suis pas dispo le soir", Moment.SOIR),
        ("pas le soir", Moment.SOIR),
        ("non pas le matin plutot le soir", Moment.MATIN),
        ("le samedi c'est pas possible", Moment.WEEK_END),
        ("l'aprem jpeux pas je suis au taf l'aprem", Moment.APRES_MIDI),
        ("je travaille pas le soir", None),
        ("c'est le soir ?", None),
        ("un cours le soir", None),
        ("je cherche du travail", None),
    ],
)
def test_a_time_that_is_taken(dit: str, moment: Moment | None) -> None:
    assert moment_refuse(dit) is moment


def test_what_takes_place_then(catalogue: Callable[[str], Offre]) -> None:
    assert a_lieu(catalogue("langue-soir-libourne"), Moment.SOIR)
    assert not a_lieu(catalogue("langue-soir-libourne"), Moment.MATIN)
    assert not a_lieu(catalogue("famille-garde-horaires-bordeaux"), Moment.SOIR)
    assert a_lieu(catalogue("mobilite-velo-creon"), Moment.WEEK_END)
