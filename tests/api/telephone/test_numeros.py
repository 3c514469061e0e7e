"""Numbers as people type and read them."""

import pytest

from api.telephone.numeros import NumeroIllisible, e164, lisible


@pytest.mark.parametrize(
    ("saisi", "numero"),
    [
        ("06 39 98 12 34", "+33639981234"),
        ("+33 6 39 98 12 34", "+33639981234"),
        ("0033639981234", "+33639981234"),
        ("05.36.49.00.01", "+33536490001"),
        ("+32 470 12 34 56", "+32470123456"),
    ],
)
def test_a_number_is_read_as_people_write_it(saisi: str, numero: str) -> None:
    assert e164(saisi) == numero


@pytest.mark.parametrize(
    "saisi", ["", "bonjour", "06 39", "0000000000", "06399812345678", "+999 1234567", "é" * 400]
)
def test_what_is_no_number_is_refused(saisi: str) -> None:
    with pytest.raises(NumeroIllisible):
        e164(saisi)


@pytest.mark.parametrize(
    ("numero", "lu"),
    [("+33639981234", "06 39 98 12 34"), ("+32470123456", "+32 470 12 34 56"), ("Jalon", "Jalon")],
)
def test_a_number_is_shown_as_people_read_it(numero: str, lu: str) -> None:
    assert lisible(numero) == lu
