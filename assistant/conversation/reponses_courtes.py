"""Short answers to a question of ours: yes, no, never mind, a rank in a list."""

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
    r"\b(?:laiss\w* tomb\w*|(?:c bon |c est bon )?laissez?$|(?<!ai )(?<!is )(?<!a )oubliez?(?: ca| sa)?$"
    r"|annul\w* tout|tant pis|n en parlons plus|arret\w* tout|j abandonne|veux plus rien|n[oa]n? rien$)"
)
_RANGS = (
    ("un", "une", "premier", "premiere", "prmier", "prem s", "1er", "1ere"),
    ("deux", "deuxieme", "dexieme", "second", "seconde", "2e", "2eme", "2ieme"),
    ("trois", "troisieme", "3e", "3eme", "3ieme"),
    ("quatre", "quatrieme", "4e", "4eme"),
    ("cinq", "cinquieme", "5e", "5eme", "5ieme"),
)
_TOUS = re.compile(r"\b(?:les (?:deux|trois|2|3)|tous|toutes|tout)\b")
_DERNIER = re.compile(r"\b(?:dernier|derniere|derniers|en dernier)\b")
_MILIEU = re.compile(r"\bmilieu\b")


def dit_oui(texte: str) -> bool:
    return _OUI.match(plier(texte)) is not None


def dit_non(texte: str) -> bool:
    return _NON.match(plier(texte)) is not None


def est_un_abandon(texte: str) -> bool:
    """« laisse tomber », « annulez tout », « oubliez »"""
    return _ABANDON.search(plier(texte)) is not None


def rang_dit(texte: str, combien: int) -> int | None:
    """The place (from 0) a person names in a list of `combien` things; None for none or several."""
    mots = plier(texte.replace("°", " "))
    if _TOUS.search(mots):
        return None
    if _DERNIER.search(mots):
        return combien - 1
    if _MILIEU.search(mots) and combien == 3:
        return 1
    dits = set(mots.split())
    trouves = [
        rang
        for rang in range(combien)
        if str(rang + 1) in dits or (rang < len(_RANGS) and dits & set(_RANGS[rang]))
    ]
    return trouves[0] if len(trouves) == 1 else None
