"""The channel of an installation without Twilio: nothing leaves, the delivery is played.

Statuses come back as Twilio's would, in signed callbacks over HTTP, so that the development phone
walks the real path. Failures asked for by `fail_next` live in this process: the page and the worker
that sends share it by default; with separate workers the request is not seen and the delivery succeeds.
"""

import sched
from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial
from threading import Event, Thread
from uuid import uuid4

import httpx
from twilio.request_validator import RequestValidator

from assistant.journal import journal
from assistant.settings import Settings

UNREACHABLE = 30003
SENDER = "Jalon"
ACCOUNT = "AC" + 32 * "0"

_to_fail: dict[str, int] = {}


def fail_next(number: str, code: int = UNREACHABLE) -> None:
    """The next message to this number ends undelivered with this Twilio error code."""
    _to_fail[number] = code


class TelephoneDeDeveloppement:
    """Accepts every message, keeps none, then posts queued, sent and delivered (or undelivered)."""

    def __init__(self, settings: Settings) -> None:
        self._signed = f"{settings.base_url}/twilio/status"
        self._url = f"http://127.0.0.1:{settings.port}/twilio/status"  # never leaves this machine
        self._signer = RequestValidator(settings.twilio_auth_token)
        self._pace = settings.dev_phone_status_seconds
        self._http = httpx.Client(trust_env=False)  # a proxy meant for the world would not reach us
        self._later = _Later()

    def send(self, to: str, body: str, validity_seconds: int) -> str:
        sid = f"SM{uuid4().hex}"
        code = _to_fail.pop(to, None)
        statuses = ("queued", "sent", "undelivered" if code else "delivered")
        for step, status in enumerate(statuses, start=1):
            error = code if status == "undelivered" else None
            self._later.call(step * self._pace, partial(self._post, sid, to, status, error))
        return sid

    def find(self, to: str, body: str, since: datetime, excluding: Collection[str] = ()) -> str | None:
        """Always None: a message that raised was never accepted."""
        return None

    def redact(self, sid: str) -> None:
        """Nothing is kept, so nothing is erased."""

    def _post(self, sid: str, to: str, status: str, error: int | None) -> None:
        form = {"MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "SmsStatus": status, "To": to}
        form |= {"From": SENDER, "AccountSid": ACCOUNT, "ApiVersion": "2010-04-01"}
        if error:
            form["ErrorCode"] = str(error)
        signature = self._signer.compute_signature(self._signed, form)
        try:
            self._http.post(self._url, data=form, headers={"X-Twilio-Signature": signature})
        except httpx.HTTPError as failure:
            journal.info("telephone.statut_perdu", sid=sid, statut=status, cause=type(failure).__name__)


class _Later:
    """Runs actions after a delay, one at a time and in order, in a thread that never holds up an exit."""

    def __init__(self) -> None:
        self._scheduler = sched.scheduler()
        self._added = Event()
        Thread(target=self._run, name="telephone-de-developpement", daemon=True).start()

    def call(self, seconds: float, action: Callable[[], None]) -> None:
        self._scheduler.enter(seconds, 0, action)
        self._added.set()

    def _run(self) -> None:
        while True:
            next_in = self._scheduler.run(blocking=False)
            self._added.wait(next_in)
            self._added.clear()
