"""The peer's other voice: status callbacks, signed as Twilio signs them, from a thread of their own."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from time import sleep

import httpx
from twilio.request_validator import RequestValidator

from tests.pairs.twilio_messages import Message


@dataclass
class Callbacks:
    """Posts every status of a message, in order unless told otherwise; a failed post is not repeated."""

    auth_token: str
    delay: float = 0.0  # seconds before each
    out_of_order: bool = False
    repeated: bool = False
    posted: list[tuple[str, str]] = field(default_factory=list)  # (SID, status), as they left
    lost: int = 0  # nobody answered, or with an error

    def __post_init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "twilio-callbacks")
        self._http = httpx.Client(trust_env=False)
        self._open = Event()
        self._open.set()

    def tell(self, message: Message) -> None:
        """Plays the delivery of this message, in the background."""
        self._thread.submit(self._play, message)

    def hold(self) -> None:
        """Nothing is posted until `release`."""
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    def settle(self, timeout: float = 10) -> None:
        """Waits until everything asked for so far was posted."""
        self._thread.submit(lambda: None).result(timeout)

    def close(self) -> None:
        self.release()
        self._thread.shutdown(cancel_futures=True)
        self._http.close()

    def _play(self, message: Message) -> None:
        self._open.wait()
        history = list(message.history()) * (2 if self.repeated else 1)
        if self.out_of_order:
            random.Random(message.sid).shuffle(history)
        message.status = message.final_status
        for status in history:
            sleep(self.delay)
            self._post(message, status)

    def _post(self, message: Message, status: str) -> None:
        if not message.status_callback:
            return
        form = message.callback(status)
        url = message.status_callback
        signature = RequestValidator(self.auth_token).compute_signature(url, form)
        self.posted.append((message.sid, status))
        try:
            self._http.post(url, data=form, headers={"X-Twilio-Signature": signature}).raise_for_status()
        except httpx.HTTPError:
            self.lost += 1
