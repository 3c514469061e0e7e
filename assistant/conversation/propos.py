"""What people say of us rather than ask of us, known by its words: a label may not be sure of it."""

from pathlib import Path

from assistant.conversation.garde.ecriture import mots, sons
from assistant.conversation.garde.motifs import Table

_TABLE = Table(str(Path(__file__).with_name("propos.yml")), sons)
_MOTIFS = {nom: _TABLE.motif(phrases) for nom, phrases in _TABLE.contenu["regles"].items()}


def dit(propos: str, texte: str) -> bool:
    """Whether a message says what the rule `propos` of the table says."""
    return _MOTIFS[propos].search(sons(mots(texte))) is not None


def combien_d_autres_mots(propos: str, texte: str) -> int:
    """How much a message says beside `propos`."""
    reste = _MOTIFS[propos].sub("", sons(mots(texte)))
    return len(reste.split()) - 2  # where it begins, where it ends
