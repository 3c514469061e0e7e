"""What a text tells of other times: « j'ai travaillé à Bazas il y a 40 ans » asks for nothing there."""

import re

from assistant.offres.mots import plier

_COUPE = re.compile(
    r"[.,;!?()]+|\b(?=(?:mais|maintenant|aujourd.?hui|donc|je cherche|jcherche|je veux|jveux?|est.ce|y ?a du"
    r"|y ?a des|y a t.il)\b)",
    re.IGNORECASE,
)
_PASSE = re.compile(
    r"\b(?:(?:il y ?a|y ?a|ca fait) (?:\d+|une?|deux|trois|quatre|cinq|dix|vingt|trente|des)"
    r" (?:ans|annees)|(?:il y ?a|y ?a) longtemps|a l epoque|dans le temps|autrefois|quand j|j ?etais|j ?etait"
    r"|je travaillais|j ?habitais"
    r"|(?:j ?ai|g|ai) (?:deja )?(?:travaille|boss?e|habite|vecu|grandi|ete))\b"
)


def sans_les_souvenirs(texte: str) -> str:
    """`texte` without the clauses that only tell of the past."""
    parties = _COUPE.split(texte)
    if not any(_PASSE.search(plier(partie)) for partie in parties):
        return texte
    return ", ".join(partie.strip() for partie in parties if not _PASSE.search(plier(partie))).strip(" ,")
