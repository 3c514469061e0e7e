"""What Rasa's tracker keeps in the database: where the dialogue is, not who spoke nor what was said."""

import json
from typing import Any

import pytest
from components.private_events import without_words

SECRETS = ("Amina", "33639980001", "je peux pas venir", "Libourne", "1991")
MESSAGE: dict[str, Any] = {
    "event": "user",
    "timestamp": 1.0,
    "text": "je peux pas venir, Amina +33639980001",
    "parse_data": {
        "text": "je peux pas venir, Amina +33639980001",
        "intent": {"name": "annuler_rdv", "confidence": 0.9},
        "entities": [{"entity": "lieu", "start": 0, "end": 8, "value": "Libourne"}],
        "intent_ranking": [{"name": "annuler_rdv", "confidence": 0.9}],
        "text_tokens": [[0, 2]],
    },
    "input_channel": "rest",
    "message_id": "abc",
    "metadata": {"tour": "0b1e", "prenom": "Amina"},
}
REPLY: dict[str, Any] = {
    "event": "bot",
    "timestamp": 2.0,
    "text": "Bonjour Amina",
    "data": {"custom": {"nom": "Amina"}},
    "metadata": {"utter_action": "utter_x", "prenom": "Amina", "tour": "0b1e"},
}
STEP: dict[str, Any] = {
    "event": "action",
    "name": "action_annuler_rdv",
    "policy": "RulePolicy",
    "confidence": 1.0,
    "action_text": "Amina",
    "hide_rule_turn": True,
    "timestamp": 3.0,
}
SEEN: dict[str, Any] = {
    "event": "entities",
    "entities": [{"entity": "date", "value": "12/04/1991"}],
    "timestamp": 4.0,
}


def kept(event: dict[str, Any], *private_slots: str) -> dict[str, Any]:
    return without_words(event, private_slots)


@pytest.mark.parametrize("event", [MESSAGE, REPLY, STEP, SEEN], ids=lambda event: event["event"])
def test_no_word_of_anyone_is_kept(event: dict[str, Any]) -> None:
    stored = json.dumps(kept(event), ensure_ascii=False)
    assert not [secret for secret in SECRETS if secret in stored]


def test_a_restart_knows_what_was_understood_and_in_which_turn() -> None:
    stored = kept(MESSAGE)
    assert stored["parse_data"]["intent"] == {"name": "annuler_rdv", "confidence": 0.9}
    assert stored["parse_data"]["entities"] == [{"entity": "lieu", "value": None}]
    assert stored["metadata"] == {"tour": "0b1e"}


def test_a_restart_knows_what_was_done() -> None:
    stored = kept(STEP)
    assert (stored["name"], stored["policy"], stored["hide_rule_turn"]) == (
        "action_annuler_rdv",
        "RulePolicy",
        True,
    )


def test_a_question_under_way_survives() -> None:
    loop = {"event": "active_loop", "name": "formulaire_annulation", "timestamp": 5.0, "metadata": {}}
    assert kept(loop) == loop


def test_a_slot_keeps_its_value_unless_it_is_private() -> None:
    slot = {"event": "slot", "name": "naissance", "value": "1991-04-12", "timestamp": 6.0}
    assert kept(slot)["value"] == "1991-04-12"
    assert kept(slot, "naissance")["value"] is None


def test_what_another_rasa_would_add_is_dropped() -> None:
    assert "transcript" not in kept({**MESSAGE, "transcript": "Amina"})
