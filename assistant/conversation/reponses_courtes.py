"""Short answers to a question of ours: yes, no, never mind."""

import re

from assistant.offres.mots import plier

# « si » begins a condition more often than it says yes: only with nothing but yes after it.
_SI = (
    r"si(?=(?: (?:si|oui+|ouais|ui|ok|bien|merci|svp|stp|volontiers|allez y|vas y|c est bon|c bon"
    r"|je veux bien|d accord))*$)"
)
_OUI = re.compile(
    r"(?:(?:pff+|bon|ben|bah?|beh|euh|heu|ah|oh|mouais) )*"
    r"(?:sim(?! (?:free|card|orange|bloqu\w*|perdu\w*))|confirmo|evet|tamam|aywa|iyeh|na3am|naam|yeah"
    r"|tak$|da$|da (?:multumesc|spasibo|va rog)|tak (?:prosze|dziekuje)"
    r"|o(?! ?revoir)|oui+|ou[ae]?is+|ouai?|ouep?|wi|ui+|vi|weh|we(?! pro)|yes|yep|ok+|okay|oki|dac+"
    r"|d ?ac+ord?|dakor|go|banco|c est bon|c bon|ca marche|sa marche|vas y|allez y|volontiers|bien sur"
    rf"|je veux bien|j accepte|{_SI})\b"
)
_NON = re.compile(
    r"(?:(?:merci|mais|me|bon|ben|euh|heu|pff|ah|oh|alors|desole|dsl|att?end[sz]?|attendez) )*"
    r"(?:nao|hayir|nie$|nu$|nu (?:multumesc|vreau|pot)|nie (?:dziekuje|chce|moge)"
    r"|n|no+n+|no|nn+|na+n+|nope?|niet|bah? non|surtout pas|pas du tout)\b"
)
_ABANDON = re.compile(
    r"\b(?:laiss\w* tomb\w*|(?:c bon |c est bon )?laissez?$|annul\w* tout"
    r"|(?<!ai )(?<!is )(?<!a )(?<!g )oubliez?(?: ca| sa)?$|tant pis|n en parlons plus|arret\w* tout"
    r"|j abandonne|veux plus rien|n[oa]n? rien$)"
)
_PAS_LA_PEINE = re.compile(
    r"(?:(?:finalement|en fait|bon|ben|merci|c est|c|ce n est|ce|ca ira|ok) )*"
    r"(?:pas (?:la peine|besoin|necessaire)|(?:plus|pu) (?:la peine|besoin)"
    r"|laiss(?:e[rsz]?|ons)\b(?! (?:(?:lui|moi) )?(?:une?|le|mon|ce|des?)\b)|ca ira\b"
    r"|n[oa]n\b|surtout pas\b)"
)
PEU_DE_MOTS = 5
_AU_REVOIR = re.compile(
    r"\b(?:(?:au|o) ?revoir|bye|ciao|tchao|adieu|(?:je me|jme|j me) casse|je file"
    r"|(?:bon(?:ne)?|belle) (?:fin de )?(?:journee|soiree|nuit|continuation|aprem|apres midi|week ?end|we"
    r"|dimanche|semaine)"
    r"|a (?:bientot|plus(?: tard)?|demain|la prochaine|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche))\b"
)
_MERCI = re.compile(
    r"\b(?:merc+i+s?|me?rc|mci|remercie|thx|thanks?|thank (?:you|u)|ty"
    r"|obrigad[oa]|gracias|grazie|multumesc|tesekkur\w*|sagol|(?:ch|sh)[ou]+kra\w*|dziekuje|spasibo|spasybo"
    r"|d[iy]akuyu|faleminderit|blagodarya|madloba)"
    r"(?: (?:beaucoup|bcp|bien|infiniment|pour (?:rien|tout|l info)|very much|so much|muito|muchas|mille"
    r"|mult|ederim|bzaf|bezaf))*\b"
)
_AUTOUR = (
    "ok okay oki oui d accord dac bon bah ben bien alors alor et encore a au la tous tout vous j je vais voir"
    " note madame monsieur quand qd meme tres gentil super parfait top nickel cool lol mdr c est ca va en cas"
    " aussi beaucoup bcp allez pour votre aide cordialement toi you u muito muchas mille"
)
_AUTOUR_DES_POLITESSES = frozenset(_AUTOUR.split())


def dit_oui(texte: str) -> bool:
    return _OUI.match(plier(texte)) is not None


def dit_non(texte: str) -> bool:
    return _NON.match(plier(texte)) is not None


def refuse(texte: str) -> bool:
    """« non », « laissez », « pas la peine »: no, in few words where it is not the first of them."""
    mots = plier(texte)
    return dit_non(texte) or est_un_abandon(texte) or _PAS_LA_PEINE.match(mots) is not None


def politesse(texte: str) -> str | None:
    """« merci, bonne journée » → « au_revoir », « ok merci » → « remercier »; None: more is said."""
    mots = plier(texte)
    prend_conge, remercie = _AU_REVOIR.search(mots), _MERCI.search(mots)
    reste = set(_MERCI.sub(" ", _AU_REVOIR.sub(" ", mots)).split())
    if not reste <= _AUTOUR_DES_POLITESSES:
        return None
    return "au_revoir" if prend_conge else "remercier" if remercie else None


def sans_le_merci(texte: str) -> str:
    """What follows the thanks a message begins with, as written; the message itself, when none does."""
    mots = texte.split()
    for combien in (3, 2, 1):
        debut = plier(" ".join(mots[:combien]))
        if len(mots) > combien and _MERCI.fullmatch(debut):
            return " ".join(mots[combien:]).lstrip(".,;:!- ")
    return texte


def est_un_abandon(texte: str) -> bool:
    """« laisse tomber », « annulez tout », « oubliez » in few words: else it is part of a story."""
    mots = plier(texte)
    return len(mots.split()) <= PEU_DE_MOTS and _ABANDON.search(mots) is not None
