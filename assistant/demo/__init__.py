"""The demo world: fictitious people, référents, places and offers to try Jalon with."""

from assistant.demo.remise import remettre
from assistant.demo.semis import semer

__all__ = ["remettre", "semer"]
