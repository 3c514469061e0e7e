"""Nothing personal leaves the database: no number, name or message in a log, in metrics or in Rasa's tracker.

Runs after the dialogues (pytest goes by folder), on the traces that they left.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from sqlalchemy import create_engine, select, text

from assistant.conversation.tables import MessageEntrant, MessageSortant
from assistant.parcours.allocataires import Allocataire, Telephone
from assistant.parcours.referents import Referent
from tests.stack import Stack

TOO_COMMON = 12  # characters: a shorter message ("oui", "merci") is a word like others
DIALOGUES = Path(__file__).parent.parent / "conversations"


@pytest.fixture(scope="module")
def personal(stack: Stack) -> set[str]:
    """Numbers, family names and messages of everybody who wrote."""
    stack.say("+33639980001", "bonjour je voudrais savoir la date de mon rendez-vous svp")
    stack.say("+33639980004", "desole pour l autre jour mon fils etait malade")
    with stack.session() as session:
        numbers = {n.removeprefix("+33") for n in session.scalars(select(Telephone.numero))}
        numbers |= {n.removeprefix("+33") for n in session.scalars(select(Referent.telephone))}
        names = set(session.scalars(select(Allocataire.nom))) | set(session.scalars(select(Referent.nom)))
        bodies = set(session.scalars(select(MessageEntrant.corps)))
        bodies |= set(session.scalars(select(MessageSortant.corps)))
    return numbers | names | {body for body in bodies | _scripted() if len(body) >= TOO_COMMON}


def _scripted() -> set[str]:
    """What the dialogues said: their rows were reset, their traces may remain."""
    said: set[str] = set()
    for file in DIALOGUES.glob("*.yml"):
        for script in yaml.safe_load(file.read_text()):
            for exchange in script["dialogue"]:
                said |= {exchange["dit"]} if isinstance(exchange["dit"], str) else set(exchange["dit"])
    return said


def _lines(stack: Stack) -> Iterator[tuple[str, str]]:
    for log in [*(stack.data / "logs").glob("*.log"), stack.data / "postgres" / "log"]:
        for line in log.read_text(errors="replace").splitlines():
            yield log.name, line
    yield "metrics", stack.http.get("/metrics").text


@pytest.mark.engine
def test_no_log_and_no_metric_says_anything_personal(stack: Stack, personal: set[str]) -> None:
    found = {(name, word) for name, line in _lines(stack) for word in personal if word in line}
    assert not found


@pytest.mark.engine
def test_rasa_keeps_no_word_of_the_dialogues(stack: Stack, personal: set[str]) -> None:
    tracker = create_engine(f"postgresql+psycopg://postgres:@/rasa?host={stack.data / 'postgres'}")
    with tracker.connect() as connection:
        events = connection.execute(text("SELECT data FROM events")).scalars().all()
    tracker.dispose()
    assert events, "the tracker is kept in PostgreSQL"
    assert not {word for word in personal for event in events if word in event}
