"""On a shared phone: who says that they write, and whether they speak of another."""

import re

from rapidfuzz.fuzz import ratio
from unidecode import unidecode

from assistant.offres.mots import plier
from assistant.parcours.allocataires import Allocataire

ASSEZ_PROCHE = 80  # rapidfuzz ratio between what was typed and a first name
PHRASES = re.compile(r"[.,;:!?\n]+")
_LUI, _AUTRE = "personnequiecrit", "unautredutelephone"  # in the place of the names
_CEST = r"(?:c|cest|c est|ces|sest|moi|ici|je suis|jsuis|chui|suis|je m appelle|je mappel\w*|mon prenom)"
_AVANT = (
    r"(?:(?:non|nan|mais|et|bonjour|bjr|slt|salut|bonsoir|cc|coucou|alors|ok|oui|bon|merci|la|pardon"
    r"|attend\w*) )*"
)
_SE_DIT = rf"\b{_CEST}(?: (?:c|cest|c est|moi|bien|est))*"
_PROCHE = (
    r"(?:mon (?:mari|homme|conjoint|epoux|compagnon|copain|fils|frere|pere)"
    r"|ma (?:femme|conjointe|epouse|compagne|copine|fille|soeur|mere))"
)
_SON_AFFAIRE = re.compile(
    rf"\b(?:de|d|pour|a|et|est|c|cest) {_AUTRE}\b(?! et moi)"
    rf"|\b{_AUTRE} (?:lui|elle|il|a|peut|peu|pourra|doit|vient|viendra)\b"
)
_DU_PROCHE = re.compile(
    rf"\b(?:rdv|rendez vous|celui|celle) (?:de |d |a |pour |c |cest |c est )*{_PROCHE}\b"
    rf"|\b(?:c|cest|c est|ces) (?:celui |celle |le rdv )?(?:a |pour |de )?{_PROCHE}\b(?! (?:qui|et moi|que))"
    rf"|\bpour {_PROCHE}\b"
)
_RENDEZ_VOUS = re.compile(
    r"\b(?:rdv|rendez vous|celui|celle|an+ul\w*|decal\w*|venir|samedi|dimanche|\w+di)\b"
)


def est_son_prenom(mot: str, personne: Allocataire) -> bool:
    return ratio(mot, unidecode(personne.prenom).lower()) >= ASSEZ_PROCHE


def qui_se_dit(texte: str, personnes: list[Allocataire]) -> Allocataire | None:
    """« c youssef », « youssef el amrani. je peux pas jeudi »; not « c'est youssef qui vient pas »."""
    dites = [personne for personne in personnes if _se_dit(texte, personne)]
    return dites[0] if len(dites) == 1 else None


def parle_d_une_autre(texte: str, actuelle: Allocataire, personnes: list[Allocataire]) -> bool:
    """« celui de youssef », « youssef lui il peut pas », « le rdv de mon mari » when they are two."""
    autres = [personne for personne in personnes if personne is not actuelle]
    if any(_SON_AFFAIRE.search(_masquer(texte, autre, _AUTRE)) for autre in autres):
        return True
    mots = plier(texte)
    return len(autres) == 1 and _DU_PROCHE.search(mots) is not None and _RENDEZ_VOUS.search(mots) is not None


def ne_dit_que_qui(texte: str, personnes: list[Allocataire]) -> bool:
    for personne in personnes:
        texte = _masquer(texte, personne, _LUI)
    return re.fullmatch(rf"{_AVANT}(?:{_SE_DIT} )?{_LUI}(?: {_LUI})*", plier(texte)) is not None


def _se_dit(texte: str, personne: Allocataire) -> bool:
    seul = re.compile(rf"{_AVANT}{_LUI}(?: {_LUI})*")
    dit = re.compile(rf"{_SE_DIT} {_LUI}\b(?! (?:qui|ki|lui|elle|il|peut)\b)")
    phrases = [_masquer(phrase, personne, _LUI) for phrase in PHRASES.split(texte)]
    return any(seul.fullmatch(phrase) or dit.search(phrase) for phrase in phrases)


def _masquer(texte: str, personne: Allocataire, par: str) -> str:
    """The folded words, first name and family name replaced; spelling is approximate."""
    noms = set(plier(personne.nom).split())
    mots = [
        par if est_son_prenom(unidecode(mot), personne) or mot in noms else mot
        for mot in plier(texte).split()
    ]
    return " ".join(mots)
