"""200 texts a second for 30 s while the engine is stopped: how long the webhook takes, and what is kept.

Then the engine comes back, and every text must be answered or told honestly.
"""

import asyncio
import gc
import json
import time
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import aiohttp
import psutil
from sqlalchemy import func, select
from twilio.request_validator import RequestValidator

from assistant.conversation.tables import EtatTour, MessageEntrant, Tour
from benchmarks.figures import percentile, report
from tests.stack import JALON_NUMBER, ROOT, Stack, running_stack

RATE = 200  # texts a second
SECONDS = 30
NUMBERS = 2_000
PATIENCE = 600  # seconds for the backlog after the engine returns


def measure() -> bool:
    with running_stack(ROOT / ".data" / "bench-webhook", TURN_PATIENCE_SECONDS="60") as stack:
        engine = _engine_process(stack)
        engine.suspend()
        times = asyncio.run(_load(stack))
        print(
            f"    p50 {1000 * percentile(times, 0.5):.1f} ms, p95 {1000 * percentile(times, 0.95):.1f} ms, "
            f"slowest {1000 * max(times):.1f} ms",
            flush=True,
        )
        fast = report("webhook p99", round(1000 * percentile(times, 0.99), 1), "ms", 25)
        kept = report(
            "texts stored",
            _count(stack, select(func.count(MessageEntrant.id))),
            "",
            RATE * SECONDS,
            at_most=False,
        )
        engine.resume()
        return fast & kept & _all_answered(stack)


def _engine_process(stack: Stack) -> psutil.Process:
    pids = json.loads((Path(stack.data) / "pids.json").read_text())
    processes = [psutil.Process(int(pid)) for pid in pids]
    return next(p for p in processes if "serve.py" in p.cmdline())


async def _load(stack: Stack) -> list[float]:
    """Texts leave on the clock, not when the one before was answered, nor when our own collector is done."""
    gc.freeze()
    texts = [_signed(stack, rank) for rank in range(RATE * SECONDS)]
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=200)) as http:
        begun = time.perf_counter()
        tasks = []
        for rank, (body, headers) in enumerate(texts):
            await asyncio.sleep(max(0.0, begun + rank / RATE - time.perf_counter()))
            tasks.append(asyncio.create_task(_post(http, f"{stack.url}/twilio/sms", body, headers)))
        return list(await asyncio.gather(*tasks))


def _signed(stack: Stack, rank: int) -> tuple[str, dict[str, str]]:
    form = {
        "MessageSid": f"SM{uuid4().hex}",
        "From": f"+3363998{1000 + rank % NUMBERS}",
        "To": JALON_NUMBER,
        "Body": "c quand mon rdv",
        "NumMedia": "0",
    }
    signature = RequestValidator(stack.peer.auth_token).compute_signature(f"{stack.url}/twilio/sms", form)
    kind = "application/x-www-form-urlencoded"
    return urlencode(form), {"X-Twilio-Signature": signature, "Content-Type": kind}


async def _post(http: aiohttp.ClientSession, url: str, body: str, headers: dict[str, str]) -> float:
    begun = time.perf_counter()
    async with http.post(url, data=body, headers=headers) as answer:
        await answer.read()
        answer.raise_for_status()
    return time.perf_counter() - begun


def _count(stack: Stack, query) -> int:  # type: ignore[no-untyped-def]
    with stack.session() as session:
        return session.scalar(query) or 0


def _all_answered(stack: Stack) -> bool:
    orphans = select(func.count(MessageEntrant.id)).where(MessageEntrant.tour_id.is_(None))
    open_turns = select(func.count(Tour.id)).where(Tour.etat == EtatTour.EN_COURS)
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE and (_count(stack, orphans) or _count(stack, open_turns)):
        time.sleep(1)
    left = _count(stack, orphans) + _count(stack, open_turns)
    told = _count(stack, select(func.count(Tour.id)).where(Tour.etat == EtatTour.ECHOUE))
    print(f"    backlog cleared in {time.monotonic() - begun:.0f} s, {told} turns told honestly", flush=True)
    return report("texts neither answered nor told", left, "", 0)
