"""500 texts from 50 numbers while API (with its worker), engine and action server are killed (-9) in turn."""

import random
import threading
import time

import httpx
from sqlalchemy import func, select

from assistant.conversation.tables import (
    Conversation,
    EtatEnvoi,
    EtatTour,
    MessageEntrant,
    MessageSortant,
    Tour,
)
from benchmarks.figures import report
from tests.stack import ROOT, Stack, kill_part, running_stack

TEXTS = 500
NUMBERS = 50
VICTIMS = ("api.app:create_app", "serve.py", "actions")
PATIENCE = 600
SAID = ("bonjour", "c quand mon rdv", "vous etes qui", "cest koi le cer", "merci", "vous faites quoi")


def measure() -> bool:
    settings = {
        "JALON_CLOCK_SHIFT_SECONDS": "0",
        "QUIET_WINDOW_SECONDS": "0",
        "TURN_LEASE_SECONDS": "12",
        "SEND_LEASE_SECONDS": "5",
    }
    with running_stack(ROOT / ".data" / "bench-kill", TURN_PATIENCE_SECONDS="300", **settings) as stack:
        killer = threading.Thread(target=_kill_in_turn, args=(stack,))
        killer.start()
        for rank in range(TEXTS):
            _post_until_accepted(stack, f"+336399810{rank % NUMBERS:02d}", f"SM{rank:032x}")
            time.sleep(0.08)
        killer.join()
        _wait_for_quiet(stack)
        return _verdict(stack)


def _post_until_accepted(stack: Stack, number: str, sid: str) -> None:
    """As Twilio with retries asked for: a failed connection is tried again with the same MessageSid."""
    while True:
        try:
            stack.post(number, random.Random(sid).choice(SAID), sid)
            return
        except httpx.HTTPError:
            time.sleep(0.3)


def _kill_in_turn(stack: Stack) -> None:
    for victim in VICTIMS * 2:
        time.sleep(6)
        kill_part(stack, victim)
        print(f"    killed {victim}", flush=True)


def _wait_for_quiet(stack: Stack) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and _unfinished(stack):
        time.sleep(1)


def _unfinished(stack: Stack) -> int:
    open_turns = select(func.count(Tour.id)).where(Tour.etat == EtatTour.EN_COURS)
    orphans = select(func.count(MessageEntrant.id)).where(MessageEntrant.tour_id.is_(None))
    unsent = select(func.count(MessageSortant.id)).where(
        MessageSortant.etat.in_([EtatEnvoi.A_ENVOYER, EtatEnvoi.EN_ENVOI])
    )
    with stack.session() as session:
        return sum(session.scalar(query) or 0 for query in (open_turns, orphans, unsent))


def _verdict(stack: Stack) -> bool:
    with stack.session() as session:
        stored = session.scalar(select(func.count(MessageEntrant.id))) or 0
        answered = session.scalar(select(func.count(func.distinct(MessageSortant.tour_id)))) or 0
        failed = session.scalar(select(func.count(Tour.id)).where(Tour.etat == EtatTour.ECHOUE)) or 0
        expected = {
            number: list(session.scalars(_bodies(number)))
            for number in session.scalars(
                select(Conversation.adresse).where(Conversation.adresse.like("+3363998%"))
            )
        }
    print(f"    {failed} turns told honestly that nobody could answer", flush=True)
    twice = sum(max(0, len(stack.peer.received(n)) - len(bodies)) for n, bodies in expected.items())
    disordered = sum(stack.peer.received(n) != bodies for n, bodies in expected.items())
    return (
        report("texts lost", TEXTS - stored, "", 0)
        & report("texts without an answer", TEXTS - answered, "", 0)
        & report("answers sent twice", twice, "", 0)
        & report("numbers with another order or content", disordered, "", 0)
    )


def _bodies(number: str):  # type: ignore[no-untyped-def]
    return (
        select(MessageSortant.corps)
        .join(Conversation, Conversation.id == MessageSortant.conversation_id)
        .where(Conversation.adresse == number, MessageSortant.sid.is_not(None))
        .order_by(MessageSortant.id)
    )
