"""Leaves a broken engine alone: one probe at a time, so that its silence never holds up all the workers."""

from threading import Lock
from time import monotonic


class Disjoncteur:
    """Open after a failure; lets one call through every `pause` seconds until one succeeds."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._lock = Lock()
        self._next_probe: float | None = None  # None: closed, all is well

    @property
    def au_repos(self) -> bool:
        """Whether a call would be refused now."""
        return self._next_probe is not None and monotonic() < self._next_probe

    def laisse_passer(self, duree_max: float) -> bool:
        """Whether to call now. A probe keeps the others away for `duree_max` seconds, or until it ends."""
        with self._lock:
            if self._next_probe is None:
                return True
            if monotonic() < self._next_probe:
                return False
            self._next_probe = monotonic() + duree_max
            return True

    def succes(self) -> None:
        self._next_probe = None

    def echec(self) -> None:
        self._next_probe = monotonic() + self._pause
