"""Birth dates as people text them."""

from datetime import date

import pytest

from assistant.parcours.dates_parlees import naissance_parlee

AUJOURD_HUI = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("ecrit", "attendu"),
    [
        ("12/03/1988", date(1988, 3, 12)),
        ("12-3-88", date(1988, 3, 12)),
        ("12 mars 1988", date(1988, 3, 12)),
        ("12.03.88", date(1988, 3, 12)),
        ("le 1er avril 91", date(1991, 4, 1)),
        ("le premier avril quatre-vingt-onze", date(1991, 4, 1)),
        ("né le 12 04 1991", date(1991, 4, 12)),
        ("12041991", date(1991, 4, 12)),
        ("120491", date(1991, 4, 12)),
        ("ma date de naissance c 12/04/91 merci", date(1991, 4, 12)),
        ("Je suis née le 2 juillet 1999.", date(1999, 7, 2)),
        ("née le premier janvier 1962", date(1962, 1, 1)),
        ("7 sept 2001", date(2001, 9, 7)),
        ("23 dec 66", date(1966, 12, 23)),
        ("30 novenbre 1968", date(1968, 11, 30)),
        ("1 fevr 2004", date(2004, 2, 1)),
        ("jsui de 1985 le 6 mai", date(1985, 5, 6)),
        ("1988-03-12", date(1988, 3, 12)),
        ("le vingt deux juin soixante dix huit", date(1978, 6, 22)),
        ("12 / 04 / 1991", date(1991, 4, 12)),
        ("12,04,1991", date(1991, 4, 12)),
        ("ddn 9/9/90", date(1990, 9, 9)),
        ("15 09 80", date(1980, 9, 15)),
        ("15 aout 2007", date(2007, 8, 15)),
        ("15/08/26", date(1926, 8, 15)),
        ("31/02/1990", None),
        ("12/13/1990", None),
        ("12/03/2031", None),
        ("jeudi matin", None),
        ("pourquoi vous voulez ça", None),
        ("0612345678", None),
        ("", None),
    ],
)
def test_une_date_de_naissance_se_lit_dans_toutes_ses_graphies(ecrit: str, attendu: date | None) -> None:
    assert naissance_parlee(ecrit, AUJOURD_HUI) == attendu
