"""Rasa remembers where a dialogue is, in a database of its own, and nothing of the person."""

import pytest
from sqlalchemy import create_engine, text

from tests.stack import Stack

AMINA = "+33639980001"
WORDS = ("Amina", "Benali", "33639980001", "je suis a bordeaux", "Dubois", "Bastide")


@pytest.mark.engine
def test_rasa_keeps_the_intent_and_none_of_the_words(stack: Stack) -> None:
    stack.say(AMINA, "c quand mon rdv je suis a bordeaux moi c Amina Benali")
    events = create_engine(f"postgresql+psycopg://postgres:@/rasa?host={stack.data / 'postgres'}")
    with events.connect() as connection:
        rows = connection.execute(text("SELECT type_name, intent_name, data FROM events")).all()
    assert any(row.type_name == "user" and row.intent_name for row in rows)
    assert not [word for word in WORDS for row in rows if word in row.data]
