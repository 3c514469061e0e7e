"""The danger texts give the right numbers, in one segment, and say that a machine writes."""

import pytest

from assistant.content.rendering import render
from assistant.conversation.garde.numeros import valeurs_numeros
from assistant.conversation.garde.regles import DETRESSES, Regle
from assistant.sms_text.gsm7 import segments

NUMEROS = {
    Regle.SUICIDE: ["3114", "15", "114"],
    Regle.VIOLENCE_CONJUGALE: ["17", "114", "3919"],
    Regle.ENFANT_DANGER: ["119", "17", "114"],
    Regle.SANS_ABRI: ["115", "112"],
    Regle.URGENCE_VITALE: ["15", "112", "18", "114"],
}


@pytest.mark.parametrize("regle", sorted(DETRESSES))
def test_each_danger_gives_its_numbers_in_one_segment(regle: Regle) -> None:
    texte = render(f"detresse_{regle}", valeurs_numeros())
    assert all(f" {numero}" in texte for numero in NUMEROS[regle])
    assert "robot" in texte
    assert segments(texte) == 1


def test_the_first_words_say_a_machine_answers_and_how_to_reach_a_human() -> None:
    presentation = render("presentation")
    assert "robot" in presentation and "HUMAIN" in presentation
    assert len(presentation) <= 60


def test_the_stop_confirmation_says_how_to_come_back() -> None:
    assert "REPRENDRE" in render("stop_confirme")
