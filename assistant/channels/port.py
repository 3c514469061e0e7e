"""What the story asks of a channel, and the three ways a sending can fail."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Consequence(StrEnum):
    """What a refusal says of the number."""

    OPTED_OUT = "opted_out"  # the person said stop to the operator: record it
    NOT_MOBILE = "not_mobile"  # no SMS will ever arrive there
    TO_REVERIFY = "to_reverify"  # it may have changed hands: check who holds it
    OTHER = "other"


class NotAccepted(Exception):
    """Surely not accepted: the same message may be sent again after `after_seconds`."""

    def __init__(self, after_seconds: float) -> None:
        super().__init__(after_seconds)
        self.after_seconds = after_seconds


class Ambiguous(Exception):
    """The message may have been accepted: look it up before sending it again."""


class Refused(Exception):
    """The channel will never take this message. `code` is the channel's own."""

    def __init__(self, code: int, consequence: Consequence) -> None:
        super().__init__(code, consequence.value)
        self.code = code
        self.consequence = consequence


class Canal(Protocol):
    def send(self, to: str, body: str, validity_seconds: int) -> str:
        """The SID of the accepted message. Raises NotAccepted, Ambiguous or Refused."""

    def find(self, to: str, body: str, since: datetime, excluding: Collection[str] = ()) -> str | None:
        """The SID of a message with this exact body accepted since then, the newest first.

        `excluding` are SIDs that already belong to other messages. Raises Ambiguous when the channel
        cannot tell now.
        """

    def redact(self, sid: str) -> None:
        """Erases the body on the channel's side; harmless when repeated. Raises NotAccepted."""
