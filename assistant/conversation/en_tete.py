"""What is said first and what follows: « 1 merci, dites-lui que… », « le 2, euh non le 3 »."""

import re
from typing import NamedTuple

from assistant.conversation.rangs import rang_dit

_APRES = (
    r"(?:mer+ci\w*|mais|mes|et|alors?|donc|stp|svp|ok|oui|parfait|nickel|madame|monsieur|par contre|parce|car"
    r"|pck|pcq|dites?|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi)\b"
)
_TETE = re.compile(
    r"^\W*(?:(?:ok|oui|ouais|bon|alors?|donc|le|la|num[eé]ro|n|choix|va pour|va|vas y"
    r"|je? ?prend\w*|je? ?veux)\b[\s,.°’']*)*"
    rf"([1-9])(?:\s*[.):,;!?…-]+\s+|\s*\n\s*|\s+(?={_APRES}))(?=\D)(?!(?:h|heures?)\b)",
    re.I,
)
_DEUX = re.compile(r"^(?:et|ou) (?:(?:le|la) )?[1-9]\b", re.I)
_BRUIT = r"(?:(?:enfin|euh+|heu+|ah+|oh+|mais|bon|zut|mince|merde|oups|en fait|finalement)[\s,.!…]+)"
_CHIFFRE = r"(?=\W*(?:(?:le|la|l|num[eé]ro|plut[oô]t|en fait|finalement|pardon)\W+)*[1-9]\b)"
_NON = (
    r"(?:non|nan|nn)\b"
    r"(?!\s(?:plus|parce|car|merci|pas (?:de|besoin|la peine|grave)|c['’ ]?(?:est )?(?:bon|ok))\b)"
)
_POINT = r"(?<=[.,;:!…\n])\s*"
# « le 2, enfin non attendez », « 1 non en fait 2 », « le 1 plutôt le 2 »; not « ou non ? », « non plus ».
_RETRAIT = re.compile(
    rf"(?:{_POINT}{_BRUIT}*{_NON}|\s+{_BRUIT}+{_NON}"
    rf"|(?:{_POINT}|\s+){_BRUIT}*(?<!j['’])(?<!j )(?<!je )(?:attend[sz]?|attendez|att)\b"
    r"(?! (?:que|de|mo[in])\b)"
    r"|(?:\s+|(?<=[\d.,!])\s*)(?:non|nan|oups|pardon|plut[oô]t|en fait|finalement|enfin"
    rf"|je (?:me (?:suis )?|m['’])tromp\w*)\b{_CHIFFRE})"
    r"(?:[\s,.!…]+(?:non|nan|attend[sz]?|attendez|pardon|en fait|finalement|plut[oô]t)\b)*",
    re.I,
)


class EnTete(NamedTuple):
    rang: int
    reste: str


def choix_puis_reste(texte: str, combien: int) -> EnTete | None:
    """The place (from 0) of the number that opens a message, and what is said after; not of « 2 et 3 »."""
    if (lu := _TETE.match(texte)) is None or int(lu[1]) > combien:
        return None
    reste = texte[lu.end() :].strip()
    return None if not reste or _DEUX.match(reste) else EnTete(int(lu[1]) - 1, reste)


def retire(texte: str) -> tuple[str, str] | None:
    """What was said before it was taken back, and what after: the last word is the one that holds."""
    trouves = list(_RETRAIT.finditer(texte, pos=1))
    if not trouves:
        return None
    trouve = trouves[-1]
    return texte[: trouve.start()].strip(), texte[trouve.end() :].strip(" ,.!…")


def choisit_enfin(texte: str, combien: int) -> int | None:
    """« le 2 jdors encore. le 3 ou le 1. vas y 1 »: the place the last sentence, a choice alone, names."""
    phrases = [phrase for phrase in re.split(r"[.!\n]+", texte) if phrase.strip()]
    if len(phrases) < 2:
        return None
    return rang_dit(re.sub(r"\b(?:vas y|allez|aller)\b", "", phrases[-1], flags=re.I), combien)
