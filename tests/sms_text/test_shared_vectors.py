"""Other people's cases: those of GOV.UK Notify's sender, where they speak of GSM-7 and UCS-2 only.

Notify keeps Welsh accents and writes "?" for what it drops, so its folding does not bind us. Some of its
cases are templates, cleaned before they are counted: ours are folded first when Notify would do so.
"""

import json
from typing import Any

import pytest

from assistant.sms_text.gsm7 import fold, is_gsm7, segments
from tests.conftest import SHARED

FOLDER = SHARED / "data" / "sms_encoding"
WELSH = set("âÿ")  # outside GSM-7, and kept by Notify


def cases(file: str) -> dict[str, Any]:
    path = FOLDER / file
    return json.loads(path.read_text()) if path.exists() else {}


needs_shared = pytest.mark.skipif(
    not FOLDER.exists(), reason="shared/data/sms_encoding is not beside the project"
)
FRAGMENTS = [
    (text, count)
    for groups in cases("notify_fragment_vectors.json").values()
    for group in groups
    for text, count, _ in group["cases"]
    if "((" not in text  # a placeholder of a template, not a text
]
CHARACTERS = [
    (c["char"], c["expected"])
    for c in cases("notify_sanitise_vectors.json").get("encode_char_same_ascii_and_sms", [])
]


@needs_shared
def test_the_cases_are_there() -> None:
    assert len(FRAGMENTS) >= 30
    assert len(CHARACTERS) >= 15


@needs_shared
@pytest.mark.parametrize("text, count", FRAGMENTS)
def test_segments_agree_with_notify(text: str, count: int) -> None:
    kept_by_notify = is_gsm7(text) or WELSH & set(text)
    # Notify replaces an emoji by one character
    cleaned = text if kept_by_notify else "".join(c if is_gsm7(c) else "?" for c in text)
    assert segments(cleaned) == count


@needs_shared
@pytest.mark.parametrize("character, expected", CHARACTERS)
def test_characters_are_folded_as_notify_does_where_we_agree(character: str, expected: str) -> None:
    folded = fold(character)
    assert is_gsm7(folded)
    assert folded == expected or expected == "?"
