"""« what is 3919 », « 115 que es »: the emergency numbers, explained in the language they are asked about."""

import re

from assistant.content.catalogue import catalogue
from assistant.content.reponse import Reponse
from assistant.conversation.garde.numeros import valeurs_numeros
from assistant.conversation.langues import langue_ecrite
from assistant.offres.mots import plier

_NUMERO = rf"(?:{'|'.join(sorted(set(valeurs_numeros().values()), key=len, reverse=True))})"
# « what is », as folding leaves it; the language of each, where these words alone tell it.
_QUOI = {
    "en": r"(?:what(?: s| is| does)?|wh?ats|wat is|who(?: s| is)|mean\w*|for what|what for)",
    "es": r"(?:que es|q es|ke es|que significa|quien es|para que (?:es|sirve))",
    "pt": r"(?:o que (?:e|significa|quer dizer)|oque e|o q e|quem e|para que (?:e|serve))",
    "it": r"(?:(?:che )?cos(?:a)? e|che e|cosa significa|chi e|a cosa serve)",
    "ro": r"(?:ce (?:este|e|inseamna)|cine este)",
    "sq": r"(?:c ?fare? (?:eshte|do te thote)|c eshte|cka eshte)",
    "tr": r"(?:nedir|ne demek|ne icin|neyin numarasi)",
    "pl": r"(?:co (?:to(?: jest)?|znaczy|oznacza))",
    "ru": r"(?:(?:chto|shto) (?:takoe|eto|znachit))",
    "uk": r"(?:shcho (?:take|tse|oznachaye))",
    "bg": r"(?:kakvo e|kakvo (?:oznachava|znachi))",
    "ar": r"(?:sh?nou?|ch?nou?|wash (?:howa|huwa)|m (?:hw|hy|hdh)|shou?|achnou?)",
    "fa": r"(?:chi(?:e|st| hast)|chy(?:st)?)",
}
_ENTRE = r"(?:(?: (?:the|this|number|num|numero|nr|el|o|il|la|lo|numeri|this|that|at|in))*)"
_DEMANDES = {
    code: re.compile(rf"\b{quoi}{_ENTRE} {_NUMERO}\b|\b{_NUMERO}{_ENTRE} {quoi}\b")
    for code, quoi in _QUOI.items()
}
BREF = 9  # words: a longer message asks, or tells, something else too
_PREFIXE = "numeros_langue_"


def numeros_expliques(texte: str) -> Reponse | None:
    """All of them together: nothing then tells which danger was spoken of."""
    plie = plier(texte)
    if len(plie.split()) > BREF:
        return None
    demandees = [code for code, demande in _DEMANDES.items() if demande.search(plie)]
    if not demandees:
        return None
    ecrite = langue_ecrite(texte)
    langue = ecrite if f"{_PREFIXE}{ecrite}" in catalogue() else demandees[0]
    return Reponse(f"{_PREFIXE}{langue}", valeurs_numeros())


def est_une_explication(cle: str) -> bool:
    return cle.startswith(_PREFIXE)
