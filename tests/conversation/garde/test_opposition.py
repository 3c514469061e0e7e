"""A message that is a stop word silences Jalon; a message that holds one does not."""

import pytest

from assistant.conversation.garde.regles import DETRESSES, Regle, regle_des_mots, regle_fixe
from tests.conversation.garde.messages import appris_par_le_moteur, par_regle

MESSAGES = par_regle("opposition.yml")
ORDINAIRES = MESSAGES.pop("jamais")
# Alone, these are the operator's words before they are the engine's « what can you do ».
MOTS_DE_L_OPERATEUR = {Regle.CONTACT}


@pytest.mark.parametrize(
    ("message", "regle"), [(message, regle) for regle, messages in MESSAGES.items() for message in messages]
)
def test_a_stop_start_or_contact_word_is_heard(message: str, regle: str) -> None:
    assert regle_fixe(message) == regle


@pytest.mark.parametrize("message", ORDINAIRES)
def test_a_message_that_holds_such_a_word_is_not_an_order(message: str) -> None:
    assert regle_fixe(message) not in {Regle.STOP, Regle.START, Regle.CONTACT}


def test_no_example_of_the_engine_is_taken_for_stop_or_start() -> None:
    prises = {exemple: regle_des_mots(exemple) for exemple in appris_par_le_moteur()}
    assert {e: r for e, r in prises.items() if r and r not in DETRESSES | MOTS_DE_L_OPERATEUR} == {}
