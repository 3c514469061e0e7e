"""How a name is written and how it sounds, whatever the spelling."""

import re
from itertools import zip_longest

from rapidfuzz.distance import OSA

from assistant.offres.lieux.donnees import mots_ordinaires
from assistant.offres.mots import plier

SAINTS = {"saint": "st", "sainte": "ste"}
_SUR = re.compile(r"\b([sS])/ ?")
_SAINT = re.compile(r"\bsaint(e?)(?= |$|[a-z]{4})", re.MULTILINE)
_CRIEES = re.compile(r"([a-z])\1{2,}")
_DE_SMS = re.compile(r"(?<=[a-z]{4} )2(?= [a-z])")

# French sounds, one character each: 1 an, 2 in, 3 on, w oi, u ou, Y ill. Order matters. A word ends at a
# space or at the end of its line; its last consonants are mute, then its last e.
_SONS = [
    (re.compile(patron, re.MULTILINE), son)
    for patron, son in (
        (r"\bst(?=e?(?: |$))", "s2"),
        (r"es(?= |$)", "e"),
        (r"(?<=[a-z][a-z])(?:ts|ds|ps|[stdxzp])(?= |$)", ""),
        (r"ph", "f"),
        (r"gn", "n"),
        (r"(?<=[aeou])ill|(?<=[aeiou])y(?=[aeiou])", "Y"),
        (r"ill", "iY"),
        (r"ss|sc(?=[eiy])|c(?=[eiy])", "s"),
        (r"qu?|ck|ch(?=[rl])|c(?!h)", "k"),
        (r"gu(?=[eiy])", "g"),
        (r"g(?=[eiy])", "j"),
        (r"h", ""),
        (r"y", "i"),
        (r"eau|au", "o"),
        (r"oua|oi", "w"),
        (r"ou", "u"),
        (r"(?:ai|ei|i)[nm](?![aeiounm])", "2"),
        (r"[ae][nm](?![aeiounm])", "1"),
        (r"o[nm](?![aeiounm])", "3"),
        (r"ai|ei|oe|ae", "e"),
        (r"e[rz](?= |$)", "e"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"(\w)\1+", r"\1"),
        (r"(?<=\w)e(?= |$)", ""),
        (r" ", ""),
    )
]


def mots(texte: str) -> list[str]:
    """« St-Médard, s/ Jalle » → st medard sur jalle; « nooon » → non"""
    replie = _CRIEES.sub(r"\1\1", plier(_SUR.sub("sur ", texte)))
    dits = _DE_SMS.sub("de", abreger(replie)).split()
    return [_saint(mot) if reste else mot for mot, reste in zip_longest(dits, dits[1:])]


def _saint(mot: str) -> str:
    """« siant », « sint », « sainnte »"""
    if mot[0] != "s" or mot in mots_ordinaires():
        return mot
    return next((abrege for entier, abrege in SAINTS.items() if OSA.distance(mot, entier) <= 1), mot)


def abreger(replie: str) -> str:
    """Every « saint » as people write it, glued to its name or not."""
    return _SAINT.sub(r"st\1", replie)


def coller(suite: list[str]) -> str:
    return "".join(suite)


def sons(textes: str) -> str:
    """How folded words sound, one name a line. A whole list at once costs little more than one name."""
    for patron, son in _SONS:
        textes = patron.sub(son, textes)
    return textes
