"""A yes that may act: whoever adds a question, a condition or another request has not agreed yet."""

import re

from assistant.conversation.reponses_courtes import dit_non, dit_oui, politesse, sans_le_merci
from assistant.offres.mots import plier

_CONDITION = re.compile(
    r"\bsi\b(?! (?:(?:(?:c|c est) )?possible|vous voulez|vs voulez|tu veux|besoin))"
    r"|\bs ils?\b(?! (?:te|vous|vs) plait)|\b(?:sauf|au cas ou|a condition)\b"
)
_MAIS = re.compile(r"\b(?:mais(?! oui\b)|d abord|par contre)\b")
_SUJET = r"(?:c|cest|est|ce|se|sera|serait)"
_QUESTION = re.compile(
    rf"\b(?:{_SUJET} (?:ou|quand|quoi|koi|combien|quel\w*|qui|comment)|(?:ou|quand|qui|combien|quoi) {_SUJET}"
    r"|com?ment|pourquoi|pourkoi|pk|quel(?:le)?s?|est ce que?|esk\w*|(?:dite?s?|expliqu\w*) moi"
    r"|(?:voudrais|voulais|aimerais|veux) savoir|(?:ou|quand|quoi|koi|combien)$)\b"
)
_AUTRE_DEMANDE = re.compile(
    r"^(?:(?:oui|ouais|ok|okay|oki|d accord|dac|bon) )+et (?!merci|desole|dsl|je?\b|puis|oui)"
)
_HESITE = re.compile(
    r"\b(?:regarde\w*|reflechi\w*|vais (?:voir|demander)|attend\w*|sais pas|jsp|peut etre|on verra)\b"
)
_QUESTION_ETRANGERE = re.compile(
    r"\b(?:onde|quando|quanto|que horas?|qual|pode|donde|cuando|cuanto|cual|where|when|what|how|can i|dove"
    r"|unde|cand|nerede|ne zaman|nasil|gdzie|kiedy|wach|wash|ki?fach|imta|koly|gde|kogda)\b"
)
_PUIS = re.compile(r"([^.!?\n]+)[.!\n]+\s*(\S.*)", re.DOTALL)
_PHRASES = re.compile(r"(?<=[.!?;\n])\s+|\s*\n\s*")
_REFUS = re.compile(
    r"^(?:non|nan|nn)?,? ?(?:surtout )?(?:pas (?:d['’ ]|un |besoin d['’ ]un |de )?(?:appels?|contact)|merci"
    r"|pas la peine)[\s,.!]*|^(?:non|nan|nn|laissez?)\s*[,.!]+\s*",
    re.I,
)
_DEMANDE = re.compile(
    r"\b(?:ou (?:pas|non)|est ce|[ck]omment|coman|pourquoi|pk|qui|quoi|koi|quand|kan|combien|ou"
    r"|(?:le|la)?quel\w*|si|j?veux?|voudrais?|dites|savoir|peux|peuvent|risque\w*|veut dire)\b"
)
_APPELEE = re.compile(r"\b(?:m|r|k|qu|quelle |qu elle )?r?ap+el\w*|\b(?:matin|soir|midi|aprem|apres|avant)\b")
_COURTE = 6  # words an answer holds beside its yes or no
_AUTRE_CHOSE = 3  # words that may ask for something
_RESERVES = (_CONDITION, _MAIS, _QUESTION, _AUTRE_DEMANDE, _HESITE)


def accepte(texte: str) -> bool:
    """« oui svp merci », « ok c bon »; neither « ok mais c ou » nor « oui, si je suis malade ? »."""
    return dit_oui(texte) and not fait_une_reserve(texte)


def fait_une_reserve(texte: str) -> bool:
    """« si si » is only a yes."""
    mots = plier(texte)
    if mots.startswith("si") and dit_oui(texte):
        return "?" in texte
    return "?" in texte or any(patron.search(mots) for patron in _RESERVES)


def oui_et_quand(texte: str) -> bool:
    """« ok oui mais qu'elle m'appelle le soir »: agreed, and when a call would suit them."""
    mots = plier(texte)
    apres = re.split(r"\bmais\b", re.sub(r"\bquelle (?=m?r?ap+el)", "", mots), maxsplit=1)
    if not dit_oui(texte) or "?" in texte or len(apres) < 2 or not dit_oui(apres[0]):
        return False
    reserve = any(patron.search(apres[1]) for patron in (_CONDITION, _QUESTION, _HESITE))
    return not reserve and _APPELEE.search(apres[1]) is not None


def dit_d_abord(texte: str) -> str:
    """The first sentence, when what follows only asks or tells: « oui. ya un parking ? », not « oui. si… ».

    Only for what can be undone: to cancel, a yes with a question is asked again.
    """
    trouve = _PUIS.match(texte.strip())
    if trouve is None or any(patron.search(plier(trouve[2])) for patron in (_CONDITION, _MAIS, _HESITE)):
        return ""
    return trouve[1]


def apres_le_merci(texte: str) -> str:
    """« obrigada 🙏 e domingo o CV é onde » → « e domingo… »; empty when nothing is asked besides."""
    reste = sans_le_merci(texte)
    demande = "?" in reste or _QUESTION.search(plier(reste)) or _QUESTION_ETRANGERE.search(plier(reste))
    return reste if demande and reste != texte and len(reste.split()) >= _AUTRE_CHOSE else ""


def depend_du_reste(reste: str) -> bool:
    """What follows a choice leaves it open: « … si c'est par téléphone », « … je vais voir »."""
    mots = re.sub(r"^(?:(?:mais|seulement|que|donc|alors?) )+", "", plier(reste))
    return _CONDITION.match(mots) is not None or _HESITE.search(mots) is not None


def pose_une_question(texte: str) -> bool:
    return "?" in texte or _DEMANDE.search(plier(texte)) is not None


def reponse_et_reste(texte: str) -> tuple[bool, str] | None:
    """« Non pas d'appel. Ils peuvent… ? », « Oui parlez-lui. Et mon rdv ? »: yes or no, and what is asked
    besides; None when nothing is, or when the one depends on the other.
    """
    if refus := _REFUS.match(texte):
        reponse, reste = False, texte[refus.end() :]
    else:
        debut, reste = [*_PHRASES.split(texte.strip(), maxsplit=1), ""][:2]
        if len(debut.split()) > _COURTE or not (accepte(debut) or dit_non(debut)):
            return None
        reponse = accepte(debut)
    if len(reste.split()) < _AUTRE_CHOSE or politesse(reste) or not pose_une_question(reste):
        return None
    depend = reponse and re.match(
        r"(?:(?:mais|et) )?(?:si|sauf|seulement|a condition|uniquement)\b"
        r"|mais\b(?! (?:comm?ent|cmt|c est (?:ou|quand)|c (?:ou|quand)|ou|quand|faut|a quelle|on y va)\b)",
        plier(reste),
    )
    return None if depend else (reponse, reste.strip())
