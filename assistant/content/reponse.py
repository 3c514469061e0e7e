"""What a service has to say: the key of a text and the values it names, already in French words."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reponse:
    cle: str
    valeurs: dict[str, str] = field(default_factory=dict)
