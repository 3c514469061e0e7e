"""A message cut into the pieces that say yes to something or no to something."""

import re
from dataclasses import dataclass

from text_to_num import alpha2digit

from assistant.offres.mots import plier
from assistant.parcours.dates_parlees.ailleurs import en_francais

_HEURE_A_DEUX_POINTS = re.compile(r"(\d{1,2})\s*:\s*(\d\d)\b")
_PONCTUATION = re.compile(r"(?<!\d)[.,;!?…\n]+|[.,;!?…\n]+(?!\d)")
_JE_PEUX = r"(?:je? ?(?:peux?|pe|peut|suis (?:dispo|libre))|j ?(?:peux?|pe)|chui dispo)"
_JOUR = r"(?:aujourd|demain|apres|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_CHARNIERE = re.compile(
    r"\b(?:mais|me(?= )|par contre|sinon|plutot|pluto|donc|alors|a la place)\b"
    rf"|(?=\bau lieu d)|(?=\b{_JE_PEUX}\b(?! (?:pas?|plus)))"
    r"|(?<=\w) (?=(?:je? ?(?:veu[xt]?|voudrais?)|j aimerais?) (?!pas?\b|plus\b|annul|dire))"
    rf"|\bet (?=(?:surtout )?pas? (?:(?:le|la|les|l) )?{_JOUR})"  # « pas avant 10h et pas le mercredi »
    rf"|(?:(?<=di )|(?<=demain )|(?<=\d ))(?=pas? (?:le )?{_JOUR})"  # « mercredi pas jeudi »
)
_MOI = r"\b(?:je?|j|jpe?ux?|jpe|moi|g|jai|chui|jsuis?|jsui)\b.{0,25}?"
_REFUS = re.compile(
    rf"\b(?:sauf|mort|impossible|au lieu d[eu]?)\b|{_MOI}\b(?:pas?|jusqu)\b"
    r"|\bpas (?:le|la|l|ce|cet|cette|un|dispo|libre)\b"
    rf"|\bpas?(?= (?:{_JOUR}|matin|midi))|\b(?:va|ira|marche|convien\w*|m?arr?ang\w*) pas?\b"
    rf"|{_MOI}\b(?:bosse|travail\w*|taf|cours?|stage|occupee?|pris|prise)\b|\bje? ?dors?\b"
    r"|\b(?:peux?|pe|peut) pas?$|\b(?:jsp|je sais pas)\b"
)
_DEMANDE = re.compile(
    r"\b(?:on|vous|vs|elle|il|ils|y ?a|serait|pourrai[ts]?|pourquoi|pk|est ce)\b.{0,18}?\bpas?\b"
    r"|\bpas avant\b"
)
# What stands in the way that day, whoever says it: « ma mère peut pas garder le jeudi », « y a pas école ».
_EMPECHE = re.compile(
    r"\b(?:peu[tx]?|pe|peuvent|pourra) (?:pas?|plus) (?:\w+ )?(?:gard|recup|depos|amen|emmen|cherch)\w*"
    r"|\b(?:y ?a|a) (?:pas?|plus) (?:d |de )?(?:ecole|classe|cantine|creche|garderie|nounou|bus|train)\b"
)


@dataclass(frozen=True)
class Proposition:
    mots: str
    refus: bool


def propositions(texte: str) -> list[Proposition]:
    """The pieces in order, folded, numbers in digits, each with whether it rules out what it names."""
    phrase = alpha2digit(_HEURE_A_DEUX_POINTS.sub(r"\1h\2", texte.lower()), "fr", 0)
    morceaux = [
        morceau.strip()
        for bout in _PONCTUATION.split(phrase)
        for morceau in _CHARNIERE.split(en_francais(plier(bout)))
    ]
    return [Proposition(morceau, _refuse(morceau)) for morceau in morceaux if morceau]


def _refuse(mots: str) -> bool:
    if _EMPECHE.search(mots):
        return True
    return _REFUS.search(mots) is not None and _DEMANDE.search(mots) is None
