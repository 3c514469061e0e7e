"""Leaves a broken engine alone: one probe at a time, so that its silence never holds up all the workers."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic


class AuRepos(Exception):
    """The engine failed lately and is left alone for a moment."""


class Disjoncteur:
    """Open after a failure, or while a call hangs; lets one call through every `pause` seconds."""

    def __init__(self, pause: float, trop_long: float) -> None:
        self._pause = pause
        self._trop_long = trop_long  # seconds after which a call under way counts as hanging
        self._lock = Lock()
        self._next_probe: float | None = None  # None: closed, all is well
        self._under_way: dict[int, float] = {}
        self._calls = 0

    @property
    def au_repos(self) -> bool:
        """Whether a call would be refused now."""
        now = monotonic()
        if any(now - begun > self._trop_long for begun in list(self._under_way.values())):
            return True
        return self._next_probe is not None and (now < self._next_probe or bool(self._under_way))

    @property
    def en_doute(self) -> bool:
        """Whether the last news of the engine was bad: a few calls may try it, not a rush."""
        return self._next_probe is not None or self.au_repos

    @contextmanager
    def appel(self) -> Iterator[None]:
        """Around a call: AuRepos instead of one too many; an exception inside opens, an end closes."""
        rang = self._commencer()
        try:
            yield
        except Exception:
            self._next_probe = monotonic() + self._pause
            raise
        else:
            self._next_probe = None
        finally:
            del self._under_way[rang]

    def _commencer(self) -> int:
        with self._lock:
            if self.au_repos:
                raise AuRepos
            self._calls += 1
            self._under_way[self._calls] = monotonic()
            return self._calls
