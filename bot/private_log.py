"""Rasa's log without anyone's words: the name of what happened, and where in the code it broke.

Rasa logs the message it failed on, and its JSON log carries every local variable of a traceback.
"""

import logging
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog
from rasa.shared.exceptions import RasaException

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlacesOnly(logging.Formatter):
    """Tracebacks as types and lines; the message of an exception only when Rasa wrote it."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 (logging's name)
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            lines.append(_title(error))
            lines += [
                f"  {place.filename}:{place.lineno} {place.name}"
                for place in traceback.extract_tb(error.__traceback__)
            ]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def _title(error: BaseException) -> str:
    name = type(error).__qualname__
    return f"{name}: {error}" if isinstance(error, RasaException) else name


def configure(level: str) -> None:
    """One line an event on standard output, from `level` up, for Rasa's two ways of logging."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(PlacesOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, structlog.dev.set_exc_info, _name_only],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        cache_logger_on_first_use=True,
    )


def _name_only(logger: Any, method: str, event: dict[str, Any]) -> tuple[tuple[str], dict[str, Any]]:
    return (event["event"],), {"exc_info": event.get("exc_info")}
