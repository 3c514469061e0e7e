"""On a shared phone: who says that they write, and whether they speak of another."""

import re

from rapidfuzz.fuzz import ratio
from unidecode import unidecode

from assistant.offres.mots import plier
from assistant.parcours.allocataires import Allocataire

ASSEZ_PROCHE = 80  # rapidfuzz ratio between what was typed and a first name
PHRASES = re.compile(r"[.,;:!?\n]+|\s[-–—]+\s?")
_LUI, _AUTRE = "personnequiecrit", "unautredutelephone"  # in the place of the names
_CEST = (
    r"(?:c|cest|c est|ces|sest|moi|ici|je suis|jsuis|chui|suis|je m appelle|je mappel\w*|mon prenom"
    r"|ana|i am|im|soy|sou)"
)
_AVANT = (
    r"(?:(?:non|nan|mais|et|bonjour|bjr|slt|salut|bonsoir|cc|coucou|alors|ok|oui|bon|merci|la|pardon"
    r"|attend\w*|cordialement|signe|salam) )*"
)
_SE_DIT = rf"\b{_CEST}(?: (?:c|cest|c est|moi|bien|est))*"
_PROCHE = (
    r"(?:mon (?:mari|homme|conjoint|epoux|compagnon|copain|fils|frere|pere)"
    r"|ma (?:femme|conjointe|epouse|compagne|copine|fille|soeur|mere))"
)
_ICI = r"(?:ici|a l appareil|au telephone|au tel|(?:qui|ki) (?:vous )?(?:ecri\w*|parle))"
_RDV = r"(?:rdvs?|r[ae]nd[ea]?[sz]? ?vo?us?|celui|celle)"
_SON_CONJOINT = re.compile(
    r"\b(?:c|cest|c est|je suis|jsuis|chui|ici) (?:le |la |l )?"
    r"(?:mari|femme|epou(?:x|se)|conjointe?|compagn(?:on|e)"
    rf"|cop(?:ain|ine)) (?:de |d ){_AUTRE}\b"
)
_SON_AFFAIRE = re.compile(
    rf"\b(?:de|d|pour|a|et|est|c|cest) {_AUTRE}\b(?! et moi)"
    rf"|\b{_AUTRE} (?:lui|elle|il|a|peut|peu|pourra|doit|vient|viendra)\b"
)
_POUR_LE_PROCHE = re.compile(rf"\b{_RDV} (?:de |d |a |pour |c |cest |c est )*{_PROCHE}\b|\bpour {_PROCHE}\b")
_CEST_LE_PROCHE = re.compile(
    rf"\b(?:c|cest|c est|ces) (?:celui |celle |le rdv )?(?:a |pour |de )?{_PROCHE}\b(?! (?:qui|et moi|que))"
)
_ENSEMBLE = re.compile(
    r"\b(?:tou[st]e?s?|ts|les) (?:les )?(?:2|deux)\b.*\b(?:meme (?:jour|heure)|ensemble)\b"
)
_RECTIFIE = re.compile(
    rf"{_AVANT}(?:(?:ca|sa) )?(?:c|cest|c est) (?:a |pour |celui de )?(?:{_PROCHE}|{_AUTRE})(?: (?:ca|sa))?"
    rf"|{_AVANT}moi (?:c|cest|c est|je suis) (?:le |ce |a )?(?:\w+di|dimanche)(?: (?:a )?\d\w*)?"
    r"|(?:c|cest|c est) pas moi(?: (?:ca|sa))?"
)
# Nothing but a relative and when: no word of harm can be in it.
_QUAND = r"(?:quand|kan[dt]?|quan|quel jour|kel jour|quelle date|(?:a )?(?:quelle|quel|kel|kelle) heure)"
_SUJET = (
    r"(?:c|cest|c est|ces|il|elle|lui|est|le sien|la sienne|a|as|son|sa|le|du|coup|alors|rdvs?|rendez vous)"
)
_QUAND_UN_PROCHE = re.compile(
    rf"{_AVANT}(?:e |c |cest |c est |{_QUAND} |{_SUJET} )*(?:pour |a |de )?{_PROCHE}"
    rf"(?: {_SUJET}| {_QUAND}| svp| stp| merci| aussi)*"
)
_AVANT_UN_AUTRE = frozenset(
    ["de", "d", "pour", "a", "et", "avec", "mari", "femme", "est", "c", "cest", "a", "que"]
)
_LE_MIEN = re.compile(r"\b(?:et |mais )?(?:pas|pa) (?:le mien|pour moi)\b")
_RENDEZ_VOUS = re.compile(rf"\b(?:{_RDV}|an+ul\w*|decal\w*|venir|samedi|dimanche|\w+di)\b")


def est_son_prenom(mot: str, personne: Allocataire) -> bool:
    return ratio(mot, unidecode(personne.prenom).lower()) >= ASSEZ_PROCHE


def qui_se_dit(texte: str, personnes: list[Allocataire]) -> Allocataire | None:
    """« c youssef », « youssef ici. je peux pas jeudi », a signature; not « c'est youssef qui vient pas »."""
    dites = [personne for personne in personnes if _se_dit(texte, personne)]
    if not dites and len(personnes) == 2:
        une, autre = personnes
        dites = [qui for qui, de in ((une, autre), (autre, une)) if _est_du_couple(texte, de)]
    return dites[0] if len(dites) == 1 else None


def parle_d_une_autre(texte: str, actuelle: Allocataire, personnes: list[Allocataire]) -> bool:
    """« celui de youssef », « youssef lui il peut pas », « le rdv de mon mari » when they are two."""
    if demande_pour_une_autre(texte, actuelle, personnes):
        return True
    mots = plier(texte)
    return len(personnes) == 2 and not _ENSEMBLE.search(mots) and _evoque(_CEST_LE_PROCHE, mots)


def demande_pour_une_autre(texte: str, actuelle: Allocataire, personnes: list[Allocataire]) -> bool:
    """The same, without « ca c ma femme », which only sets right."""
    mots = plier(texte)
    if _ENSEMBLE.search(mots):
        return False  # « on peut venir tous les deux le même jour ? » is also of oneself
    if nomme_une_autre(texte, actuelle, personnes):
        return True
    return len(personnes) == 2 and (_evoque(_POUR_LE_PROCHE, mots) or demande_quand_un_proche(texte))


def nomme_une_autre(texte: str, actuelle: Allocataire, personnes: list[Allocataire]) -> bool:
    autres = [personne for personne in personnes if personne is not actuelle]
    return any(_SON_AFFAIRE.search(_masquer(texte, autre, _AUTRE)) for autre in autres)


def demande_quand_un_proche(texte: str) -> bool:
    """« é mon mari lui c kan », the whole message; not « mon mari rentre quand »."""
    mots = plier(texte)
    return _QUAND_UN_PROCHE.fullmatch(mots) is not None and re.search(rf"\b{_QUAND}\b", mots) is not None


def n_est_pas_pour_soi(texte: str) -> bool:
    """« le rdv de salima pas le mien »"""
    return _LE_MIEN.search(plier(texte)) is not None


def ne_dit_que_qui(texte: str, personnes: list[Allocataire]) -> bool:
    """« youssef », « mais ca c ma femme. moi c jeudi. YOUSSEF »: nothing is asked."""
    return all(_ne_demande_rien(phrase, personnes) for phrase in PHRASES.split(texte) if phrase.strip())


def comme_sienne(texte: str, qui: Allocataire) -> str:
    """« je demande le rdv de SALIMA pas le mien », once Salima writes: « je demande mon rdv »."""
    mots = _LE_MIEN.sub("", _masquer(texte, qui, _LUI))
    de_qui = rf"(?:{_PROCHE}(?: {_LUI})*|{_LUI}(?: {_LUI})*)"
    siens = rf"(?:(?:le|du|au|un) )?\b{_RDV} (?:de |d |a |pour )*{de_qui}\b"
    demande = re.sub(siens, "mon rdv", mots)
    if demande != mots:
        return demande
    return "c'est quand mon rdv" if demande_quand_un_proche(texte) else texte


def _evoque(proche: re.Pattern[str], mots: str) -> bool:
    return proche.search(mots) is not None and _RENDEZ_VOUS.search(mots) is not None


def _ne_demande_rien(phrase: str, personnes: list[Allocataire]) -> bool:
    for personne in personnes:
        phrase = _masquer(phrase, personne, _LUI)
    mots = plier(phrase)
    nomme = rf"{_AVANT}(?:{_SE_DIT} )?{_LUI}(?: {_LUI})*(?: (?:{_ICI}|la|maintenant))?"
    return not mots or re.fullmatch(nomme, mots) is not None or _RECTIFIE.fullmatch(mots) is not None


def _se_dit(texte: str, personne: Allocataire) -> bool:
    seul = re.compile(rf"{_AVANT}{_LUI}(?: {_LUI})*(?: (?:la|maintenant))?")
    ici = re.compile(rf"{_AVANT}{_LUI}(?: {_LUI})* {_ICI}\b")
    dit = re.compile(rf"{_SE_DIT} {_LUI}\b(?! (?:qui|ki|lui|elle|il|peut)\b)")
    phrases = [_masquer(phrase, personne, _LUI) for phrase in PHRASES.split(texte)]
    parlees = any(seul.fullmatch(p) or ici.match(p) or dit.search(p) for p in phrases)
    return parlees or _signe(texte, personne)


def _signe(texte: str, personne: Allocataire) -> bool:
    """« moi cest jeudi KARIM »"""
    mots = re.findall(r"\w+", texte)
    if len(mots) < 2 or texte.isupper() or not mots[-1].isupper():
        return False
    avant = plier(mots[-2])
    return est_son_prenom(plier(mots[-1]), personne) and avant not in _AVANT_UN_AUTRE


def _est_du_couple(texte: str, autre: Allocataire) -> bool:
    """« je suis la femme de karim »"""
    return _SON_CONJOINT.search(_masquer(texte, autre, _AUTRE)) is not None


def _masquer(texte: str, personne: Allocataire, par: str) -> str:
    """The folded words, first name and family name replaced; spelling is approximate."""
    noms = set(plier(personne.nom).split())
    mots = [
        par if est_son_prenom(unidecode(mot), personne) or mot in noms else mot
        for mot in plier(texte).split()
    ]
    return " ".join(mots)
