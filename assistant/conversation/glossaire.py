"""« ccas c koi »: a word of the administration that somebody asks the meaning of."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.offres.mots import plier

_QUOI = (
    r"(?:(?:c|s|ce|se|ces|ses|cest|sest|c est|ca|sa|est ce) (?:est )?)?"
    r"(?:quoi|koi|koua|koa|kwa|quoa)\b(?: ca| sa| donc| deja)?"
)
_SENS = r"(?:(?:ca|sa|qui|ki) )?(?:(?:veu\w*|ve|vou\w*) dir\w*|signifi\w*)(?: (?:quoi|koi|koa))?"
_QU_EST_CE = r"(?:qu est ce|keske?c?|k es ce|qu es ce)(?: (?:que|qu|ke))?(?: c(?: est)?)?(?: (?:que|ke))?"
_IGNORE = (
    r"(?:connai\w* (?:pas|pa|po)"
    r"|(?:compren\w*|sai\w*) (?:pas|pa|po) (?:ce que c est|ce qu est|le mot|ce mot))"
)
_DIFFERENCE = r"(?:(?:quelle |la )?difference (?:entre|avec))"
_ET_SANS = r"et (?:pas|non|sans|(?:un |une |le )?(?:normale?|simple|classique|autre))\b"
_EN_CLAIR = r"(?: \w+){0,6} (?:en clair|en francais|(?:expliqu\w*|traduis\w*) (?:moi|svp|stp|$))"
_AUTRE_CHOSE = r"(?:la|le|les|l|son|sa|leur|comme (?:boulot|travail|metier|taf))\b"  # « … c koi son adresse »
_ARTICLE = r"(?:(?:le|la|les|l|un|une|des|du|de la|votre|vos|vo) )?"


@lru_cache
def _motifs() -> dict[str, re.Pattern[str]]:
    mots: dict[str, str] = yaml.safe_load(Path(__file__).with_name("glossaire.yml").read_text())
    return {nom: _motif(formes) for nom, formes in mots.items()}


def _motif(formes: str) -> re.Pattern[str]:
    """Not « c koi le numero de la mds », nor « apporter koi a la mds »: the word next to the question."""
    mot = rf"{_ARTICLE}(?:{formes})\b"
    avant = rf"\b(?:{_QUOI}|{_QU_EST_CE}|{_SENS}|{_IGNORE}) {mot}(?! (?:de|du|d)\b)"
    apres = rf"\b{mot} (?:{_QUOI}|{_SENS})(?! {_AUTRE_CHOSE})|\b{mot}{_EN_CLAIR}"
    return re.compile(rf"{avant}|{apres}|{_DIFFERENCE} {mot} {_ET_SANS}")


def mot_demande(texte: str) -> str | None:
    """Whose meaning is asked, as glossaire.yml names it; None when no word or several are."""
    plie = plier(texte)
    demandes = [nom for nom, motif in _motifs().items() if motif.search(plie)]
    return demandes[0] if len(demandes) == 1 else None
