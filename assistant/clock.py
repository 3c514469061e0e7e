"""The only source of time. Services take `now` as an argument; only the edges call `now()`."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.settings import settings

PARIS = ZoneInfo("Europe/Paris")


def now() -> datetime:
    """The present in Europe/Paris, moved by JALON_CLOCK_SHIFT_SECONDS."""
    return datetime.now(PARIS) + timedelta(seconds=settings().jalon_clock_shift_seconds)
