"""The language a person asks for; each has one sentence on how to reach a human."""

import pytest

from assistant.content.rendering import render
from assistant.conversation.langues import langue_demandee


@pytest.mark.parametrize(
    ("texte", "langue"),
    [
        ("english please", "en"),
        ("I don't speak french", "en"),
        ("hablo español", "es"),
        ("não falo francês", "pt"),
        ("fala portugues ?", "pt"),
        ("أنا لا أتكلم الفرنسية", "ar"),
        ("vous parlez arabe", "ar"),
        ("не розумію", "ru"),
        ("je sais pas lire le francais", "autre"),
    ],
)
def test_the_answer_is_in_a_language_they_read(texte: str, langue: str) -> None:
    assert langue_demandee(texte) == langue
    assert "HUMAIN" in render(f"langue_{langue}")
