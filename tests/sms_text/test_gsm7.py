"""What leaves costs what we say: one character too rich and the price more than doubles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.sms_text.gsm7 import ALPHABET, EXTENSION, fold, is_gsm7, segments

ANY_TEXT = st.text(max_size=400)
GSM7_TEXT = st.text(st.sampled_from(sorted(ALPHABET)), max_size=700)
ESCAPES = st.text(st.sampled_from("a€"), max_size=700)  # many escapes on many boundaries
WIDE = st.text(st.sampled_from("aê😀"), max_size=400)  # many surrogate pairs on many boundaries


@pytest.mark.parametrize(
    "written, sent",
    [
        ("Vous êtes attendu à 10h, MDS de Bègles", "Vous etes attendu à 10h, MDS de Bègles"),
        ("reçu, août, arrêt, Noël, naïf, hôtel", "recu, aout, arret, Noel, naif, hotel"),
        ("cœur, ŒUVRE, L’Haÿ", "coeur, OEUVRE, L'Hay"),
        ("À bientôt. ÉCOUTE. Ça va ?", "A bientot. ÉCOUTE. Ça va ?"),
        ("« Atelier CV »", '"Atelier CV"'),
        ("«\u00a0Atelier CV\u202f»", '"Atelier CV"'),
        ("10\u202fh\u00a030 – salle n° 3…", "10 h 30 - salle no 3..."),
        ("20 € [ok]", "20 € [ok]"),
        ("décompose\u0301", "décomposé"),
        ("Łódź, Đorđe, Ştefan, Müller, Peña", "Lodz, Dorde, Stefan, Müller, Peña"),
        ("Привет", "Privet"),
        ("bravo👍🏽", "bravo"),
        ("m²", "m2"),
        ("rendez\u200b-\u00advous", "rendez-vous"),
    ],
)
def test_only_what_is_too_dear_is_folded(written: str, sent: str) -> None:
    assert fold(written) == sent


@given(ANY_TEXT)
def test_whatever_is_written_leaves_in_gsm7(written: str) -> None:
    assert is_gsm7(fold(written))


@given(GSM7_TEXT)
def test_what_already_fits_is_never_touched(written: str) -> None:
    assert fold(written) == written


@given(st.text(st.sampled_from("éèàùìòäöüñÉÇÄÖÜÑæÆøØåÅß"), max_size=50))
def test_french_keeps_the_accents_that_cost_nothing(written: str) -> None:
    assert fold(written + "ê") == written + "e"


@pytest.mark.parametrize(
    "text, billed",
    [
        ("", 0),
        ("e" * 160, 1),
        ("e" * 161, 2),
        ("é" * 306, 2),
        ("e" * 307, 3),
        ("€" * 80, 1),
        ("e" * 159 + "€", 2),
        # an escape does not fit in the last septet of a segment: it moves on whole, and costs that septet
        ("e" * 152 + "€" + "e" * 151, 2),
        ("e" * 152 + "€" + "e" * 152, 3),
        ("ê" * 70, 1),
        ("ê" * 71, 2),
        ("ê" * 134, 2),
        ("😀" * 35, 1),
        ("ê" + "😀" * 35, 2),
        ("😀" * 66, 2),  # 33 pairs a segment: the 67th unit cannot hold half of one
        ("😀" * 67, 3),
        ("e" * 146 + "ê", 3),
        ("e" * 146 + "e", 1),
    ],
)
def test_segments_are_counted_as_operators_bill_them(text: str, billed: int) -> None:
    assert segments(text) == billed


@given(GSM7_TEXT | ESCAPES)
def test_gsm7_is_cut_as_the_bytes_would_be(text: str) -> None:
    septets = [half for c in text for half in (["escape", c] if c in EXTENSION else [c])]
    assert segments(text) == cut(septets, 160, 153, unfinished=lambda last: last == "escape")


@given(WIDE | ANY_TEXT)
def test_ucs2_is_cut_as_the_bytes_would_be(text: str) -> None:
    text += "ê"
    data = text.encode("utf-16-be")
    units = [int.from_bytes(data[i : i + 2]) for i in range(0, len(data), 2)]
    assert segments(text) == cut(units, 70, 67, unfinished=lambda last: 0xD800 <= last < 0xDC00)


def cut(units, single, each, unfinished):  # type: ignore[no-untyped-def]
    """How many parts the coded message is sent in, cutting the units themselves."""
    if len(units) <= single:
        return min(len(units), 1)
    parts = 0
    while units:
        end = min(each, len(units))
        end -= bool(unfinished(units[end - 1]))
        units, parts = units[end:], parts + 1
    return parts
