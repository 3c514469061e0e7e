"""Wanting in: « je veux y aller », « inscrivez moi », « je prends »."""

import re

from assistant.offres.mots import plier

_VEUT_Y_ALLER = re.compile(r"\b(?:y aller|inscri\w*|interess\w*|je prends|j y vais|jy vais|je veux)\b")
_ALLER = re.compile(  # « ok jveu aller. merci c bien », not « je veux aller au tribunal »
    r"\b(?:(?:je|j|on) |j)?(?:veu[xt]?|vx|voudrai[st]?|vai[st]?|aimerai[st]?|prefere)"
    r" (?:bien )?(?:y )?all?er?(?: la)?"
    r"(?! (?:a|au|aux|chez|voir|en|dans|mieux|bien|plus|loin|\w+er)\b)\b"
    r"|\b(?:je|j) (?:la |le |l )?(?:prend[sz]?|choisi[st]?)\b(?! (?:pas|plus|rien|le (?:bus|tram|car|train)))"
)
_INSCRIVEZ = re.compile(  # asked of us: « inscrivez moi », « on peut l'inscrire »
    r"\b(?:inscri(?:s|t|vez|ver?|re)? (?:moi|nous|la|le|les|lui|\w+ a)\b"
    r"|(?:me|m|nous|lui|l|la|le) inscri(?:re|s|t|vez)|je m ?inscri\w*)\b"
)
_L_INSCRIPTION = re.compile(
    r"\b(?:l ?)?inscription (?:svp|stp|s il \w+ plait|alors|merci)$|^(?:je veux )?l ?inscription\b"
)
_PHRASE = re.compile(r"[^.!?;\n]+[.!?;\n]?")


def veut_y_aller(mots: str) -> bool:
    """`mots`: folded."""
    return _VEUT_Y_ALLER.search(mots) is not None


def dit_qu_il_y_va(texte: str) -> bool:
    """« ok jveu aller. merci », « je prends. et comment j'y vais ? »; what is only asked says nothing yet."""
    return any(_ALLER.search(plier(dite)) for dite in _PHRASE.findall(texte) if not dite.endswith("?"))


def demande_l_inscription(mots: str) -> bool:
    """« inscrivez moi », « on peut l'inscrire »; `mots`: folded."""
    return _INSCRIVEZ.search(mots) is not None


def dit_l_inscription(mots: str) -> bool:
    """« l'inscription svp »; `mots`: folded."""
    return _L_INSCRIPTION.search(mots) is not None
