"""Short answers to a question of ours: yes, no, never mind."""

import re

from assistant.offres.mots import plier

_OUI = re.compile(
    r"(?:o|oui+|ou[ae]?is+|ouai?|ouep?|wi|ui+|vi|weh?|yes|yep|si|ok+|okay|oki|dac+|d ?ac+ord?|dakor|go|banco"
    r"|c est bon|c bon|ca marche|sa marche|vas y|allez y|volontiers|bien sur|je veux bien|j accepte)\b"
)
_NON = re.compile(
    r"(?:(?:merci|mais|me|bon|ben|euh|heu|pff|ah|oh|alors|desole|dsl) )*"
    r"(?:n|no+n+|no|nn+|na+n+|nope?|niet|bah? non|surtout pas|pas du tout)\b"
)
_ABANDON = re.compile(
    r"\b(?:laiss\w* tomb\w*|(?:c bon |c est bon )?laissez?$|annul\w* tout"
    r"|(?<!ai )(?<!is )(?<!a )(?<!g )oubliez?(?: ca| sa)?$|tant pis|n en parlons plus|arret\w* tout"
    r"|j abandonne|veux plus rien|n[oa]n? rien$)"
)
_MERCI = re.compile(r"\b(?:merc+i+s?|me?rc|mci|remercie|thx|thanks)\b")
_AU_REVOIR = re.compile(
    r"\b(?:(?:bonne?|belle) (?:fin de )?(?:journee|soiree|nuit|aprem|apres midi|continuation|semaine)"
    r"|(?:au|o) ?revoir|bye|ciao|tchao|a bientot|a plus|(?:je me|jme|j me) casse|je file)\b"
)
_AUTOUR_D_UN_MERCI = (
    "ok okay oui bon bah ben bien beaucoup bcp tres madame monsieur c est ca va alors alor je j vous super"
    " parfait top allez d accord dac et encore pour tout votre aide a au la gentil nickel cordialement"
)
_POLITESSES = set(_AUTOUR_D_UN_MERCI.split())
PEU_DE_MOTS = 5


def dit_oui(texte: str) -> bool:
    return _OUI.match(plier(texte)) is not None


def dit_non(texte: str) -> bool:
    return _NON.match(plier(texte)) is not None


def est_un_abandon(texte: str) -> bool:
    """« laisse tomber », « annulez tout », « oubliez » in few words: else it is part of a story."""
    mots = plier(texte)
    return len(mots.split()) <= PEU_DE_MOTS and _ABANDON.search(mots) is not None


def prend_conge(texte: str) -> str | None:
    """« ok mrc » is « merci », « bon jme casse » « au_revoir »; None when more is said, or a no."""
    mots = plier(texte)
    reste = _AU_REVOIR.sub(" ", _MERCI.sub(" ", mots)).split()
    if not _POLITESSES.issuperset(reste):
        return None
    if _MERCI.search(mots):
        return "merci"
    return "au_revoir" if _AU_REVOIR.search(mots) else None
