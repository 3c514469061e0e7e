"""The search index after an import."""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module


def indexer(maintenant: datetime, avancer: Callable[[int], None] | None = None) -> int:
    """How many offers were embedded: those whose text changed. The encoder is loaded only now."""
    nombre: int = import_module("assistant.offres.indexation").indexer(maintenant, avancer)
    return nombre
