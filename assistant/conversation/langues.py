"""Which language a person asks for: just enough to say in it how to reach a human."""

import re

from assistant.offres.mots import plier

_ECRITURES = (("ar", re.compile(r"[\u0600-\u06ff]")), ("ru", re.compile(r"[\u0400-\u04ff]")))
_MOTS = (
    (
        "es",
        r"espagnol|espanol|spanish|castellano|hablo|hablas?|habla|puedo|hola|gracias|ayuda|por favor",
    ),
    ("pt", r"portug\w+|falo|fala|nao|obrigad[oa]|ola|ajuda|preciso|bom dia"),
    ("ar", r"arabe?|arabic|arabi|3arabi\w*|l3arabi\w*|darija"),
    ("ru", r"russe|russian|ukrain\w*|oukrain\w*"),
    ("en", r"english|anglais|speak|please|hello|help|understand|don t|i need|i am|do you|can you|sorry"),
)


def langue_demandee(texte: str) -> str:
    """« en », « es », « pt », « ar », « ru », or « autre »."""
    for langue, ecriture in _ECRITURES:
        if ecriture.search(texte):
            return langue
    mots = plier(texte)
    trouves = (langue for langue, patron in _MOTS if re.search(rf"\b(?:{patron})\b", mots))
    return next(trouves, "autre")
