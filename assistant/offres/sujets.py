"""What is asked about an offer: its price, its place, its time, who may come, what it takes, what it pays,
how to get there, whom to call.
"""

import re

_QUI_VIENT = (
    r"(?:filles?|fils|fiston|enfants?|gamine?s?|gosses?|petite?s?|bebe|mari|femme|mere|pere|maman|papa|freres?"
    r"|soeurs?|copine?|copain|conjointe?|compagn\w+|amie?s?|neveu|niece|ado|voisine?)"
)
_TRANSPORT = r"(?:bus|tram|train|car)s?"
_OU = (  # where, and not « le samedi ou le soir »
    r"(?:c|ces|se|cest|est|sont|trouve\w*|situee?s?|aller|va) ou|(?<![a-z] )ou|ou$"
    r"|ou (?:c|ca|sa|est|cest|ces|se|exactement|il|elle|ils|elles|on|faut|fo|je|j|dois)"
)
_SUJETS = {
    "qui": re.compile(
        rf"\b(?:(?:ma|mon|mes|une?|son|sa|notre|nos) {_QUI_VIENT} (?:aussi )?"
        r"(?:y )?(?:(?:peu[txv]?|peuvent)(?! pas\b)|pourr\w+|(?:a|ont) (?:le )?droit|vient|viennent)"
        r"|(?:que|reserve|juste) (?:aux |pour )?(?:les |des )?(?:femmes?|hommes?|jeunes|vieux)|pas d hommes?"
        r"|(?:venir|vien[st]?|y aller|amm?ener|emmener) (?:(?:avec|a) )?(?:(?:ma|mon|mes|un|une|des|le|la) )?"
        rf"{_QUI_VIENT}"
        r"|pour qui|(?:c est|c|ouvert|reserve|que) (?:que )?(?:pour|aux) (?:les|des)? ?(?:jeunes|femmes"
        r"|hommes|vieux|parents|chomeurs|tous?|tout le monde|etrangers|seniors|retraites|familles)"
        r"|(?:j ai|jai|g|a|avoir) \d\d ans|limite d age|quel age|a partir de quel|age (?:max|mini)\w*"
        r"|(?:j ai|jai|g|ai je|on a) (?:le )?droit)\b"
    ),
    "conditions": re.compile(
        r"\b(?:(?:faut|fo|fau|dois|doit|doi) "
        r"(?:(?:il|je|j|que|ramener|apporter|amener|prendre|avoir|prevoir) )*"
        r"(?:quoi|koi|kwa|des papiers|un papier|ramener|apporter|amener)"
        r"|(?:ramener|apporter|amener) (?:quoi|koi)"
        r"|(?:quoi|koi|que) (?:ramener|apporter|amener)|(?:quels?|kels?) (?:papiers?|papié|documents?)"
        r"|conditions?)\b"
    ),
    "inscription": re.compile(
        r"\b(?:com?ment?|cmt|kom?ent?)\b(?: \w+){0,5} (?:reserv\w*|inscri\w*|particip\w*)"
        r"|\b(?:reserv\w*|inscri\w*) (?:com?ment?|cmt)\b"
    ),
    "rembourse": re.compile(
        r"\b(?:rembours\w*|(?:faut|fo|faudra|dois|doit|devrai) (?:le |la |l |les )?rendre"
        r"|(?:c est|c|cest) (?:bien )?un (?:pret|credit))\b"
    ),
    "paye": re.compile(r"\b(?:paye|payes|remunere\w*|salaire|on gagne combien|combien on gagne)\b"),
    "transport": re.compile(
        rf"\b(?:(?:en|par le|avec le|quels?|kel) {_TRANSPORT}|arret de {_TRANSPORT}"
        rf"|{_TRANSPORT} (?:pour|pr) (?:y )?(?:aller|venir)|{_TRANSPORT} (?:qui )?(?:y )?va"
        r"|(?:comm?ent|comen|coman|cmt|kom?ent) (?:je |j |on |faire pour |je fais pour )?j?y"
        r" (?:vais|vai|va|aller|alle)"
        r"|(?:comm?ent|cmt) (?:on |je |j )?(?:peux |peut )?(?:me rend\w*|se rend\w*|aller))\b"
        rf"|^(?:et )?(?:ya|y a|il y a) (?:un|des|le) {_TRANSPORT}$"
    ),
    "prix": re.compile(
        r"\b(?:gratui\w*|gratos|payant\w*|paye\w*|prix|cou?te\w*|frais|tarifs?"
        r"|(?:c|cest|c est|ce|ces) combien(?! d)|cher|combien (?:ca|sa))\b"
    ),
    "lieu": re.compile(
        r"\b(?:on|je|j) (?:peu[xt]?|pourrais) (?:y )?(?:venir|passer) ?(?:direct\w*|comme ca|sans|$)"
        rf"|\b(?:{_OU}|adresse|quartier|bus|tram|gare|loin|y aller|visio|en ligne|a distance|sur place)\b"
    ),
    "quand": re.compile(
        r"\b(?:(?:quand|kan|kand|qd)(?! meme)|heures?|horaires?|jours?|matin|midi|aprem|apres midi|soirs?"
        r"|nuit|week ?end|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|commence|date|dure"
        r"|combien de temps)\b"
    ),
    "contact": re.compile(
        r"\b(?:num|numero|(?<!par )(?<!au )(?:tel|telephone|telefone)"
        r"|appell?er?|apele\w*|contacter|joindre|mail)\b"
    ),
}


def sujets_de(mots: str) -> set[str]:
    """All that the folded words name."""
    return {sujet for sujet, motif in _SUJETS.items() if motif.search(mots)}


def sujet_de(mots: str) -> str | None:
    """The first subject that the folded words name; None when they ask nothing of the kind."""
    return next((sujet for sujet, motif in _SUJETS.items() if motif.search(mots)), None)
