"""What people say of us rather than ask of us, known by its words: a label may not be sure of it."""

import re
from collections.abc import Callable
from pathlib import Path

from assistant.conversation.garde.ecriture import mots, sons
from assistant.conversation.garde.motifs import Table

Pliage = Callable[[str], str]


def _table(fichier: str, section: str, plier: Pliage) -> dict[str, tuple[Pliage, re.Pattern[str]]]:
    table = Table(str(Path(__file__).with_name(fichier)), plier)
    return {nom: (plier, table.motif(phrases)) for nom, phrases in table.contenu[section].items()}


_MOTIFS = {
    **_table("propos.yml", "regles", sons),
    **_table("propos.yml", "lettres", str),
    **_table("propos_parcours.yml", "regles", sons),
    **_table("propos_droits.yml", "regles", sons),
    **_table("propos_droits.yml", "lettres", str),
}


def dit(propos: str, texte: str) -> bool:
    """Whether a message says what the rule `propos` of the table says."""
    plier, motif = _MOTIFS[propos]
    return motif.search(plier(mots(texte))) is not None


def combien_d_autres_mots(propos: str, texte: str) -> int:
    """How much a message says beside `propos`."""
    plier, motif = _MOTIFS[propos]
    return len(motif.sub("", plier(mots(texte))).split()) - 2  # where it begins, where it ends
