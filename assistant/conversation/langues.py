"""The language of a person: just enough to say in it how to reach a human. Tables in langues.yml.

A statistical detector was tried: light enough for the action server, it takes misspelt French for Albanian.
"""

import re
from pathlib import Path
from typing import NamedTuple

import yaml

from assistant.offres.mots import plier

AUTRE = "autre"
ASSEZ_DE_MOTS = 3  # below, Latin letters tell no language
ASSEZ_DE_SIGNES = 2  # words of one language; in a long message, one word in four
_ETRANGERE = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff]")
_ARABIZI = re.compile(r"(?=[a-z0-9]*[a-z])[a-z]+[39][a-z]+|3[a-z]{3,}")
_PAS_ARABIZI = re.compile(r"3(?:eme|emes|ieme|iemes|jours?|mois|heures?|fois|ans|enfants?|min\w*|euros?)")
# Letters that one language of a script has and the others have not, the surest first.
_LETTRES = (
    ("ti", re.compile(r"[\u1200-\u139f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff\u1c90-\u1cbf]")),
    (AUTRE, re.compile(r"[ٹڈےھۆێڕە]")),  # Urdu, Kurdish
    ("ps", re.compile(r"[ټډړښځڅېۍڼږګ]")),
    ("fa", re.compile(r"[پچژگیک]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("uk", re.compile(r"[іїєґ]", re.I)),
    ("ru", re.compile(r"[ыэё]", re.I)),
)
_FRANCAIS = {
    *("je", "jai", "suis", "cherche", "veux", "pour", "avec", "est", "pas"),
    *("les", "des", "une", "du", "mon", "mes", "bon", "svp"),
}
_CYRILLIQUE = re.compile(r"[\u0400-\u04ff]")
_MIEUX = r"(?:appren\w*|apran\w*|aprend\w*|cours?|lecons?|mieux?|progress\w*|amelior\w*|formation)"
_FRANCAIS_A_APPRENDRE = re.compile(rf"\b{_MIEUX}\b.*\bfranc\w*|\bfranc\w*.*\b{_MIEUX}\b")
_A_NOUS = re.compile(
    r"\b(?:parle[zr]?|ecri\w*|repond\w*) (?:moi|nous)\b|\b(?:vous|tu) (?:\w+ )?(?:parl|ecri)\w*"
)


class _Langue(NamedTuple):
    nom: re.Pattern[str]
    mots: frozenset[str]


def _table() -> dict[str, _Langue]:
    contenu = yaml.safe_load(Path(__file__).with_name("langues.yml").read_text(encoding="utf-8"))
    return {
        code: _Langue(re.compile(rf"\b(?:{langue['nom']})\b"), frozenset(langue["mots"].split()))
        for code, langue in contenu.items()
    }


_LANGUES = _table()


def langue_demandee(texte: str) -> str:
    """The language a person asks for, by its letters, its name or its words; « autre » when none shows."""
    if langue := _par_les_lettres(texte):
        return langue
    mots = plier(texte)
    nommees = (code for code, langue in _LANGUES.items() if langue.nom.search(mots))
    return next(nommees, None) or _par_les_mots(mots, 1) or AUTRE


def langue_ecrite(texte: str) -> str | None:
    """The language a message is written in, when that is plain and it is not French."""
    if len(_ETRANGERE.findall(texte)) > 1:
        return _par_les_lettres(texte) or AUTRE
    mots = plier(texte)
    combien = len(mots.split())
    return _par_les_mots(mots, max(ASSEZ_DE_SIGNES, combien // 4)) if combien >= ASSEZ_DE_MOTS else None


def dit_en_francais(texte: str) -> bool:
    """Whether a message is in French for a part: « je cherche cours please, i dont speak good »."""
    return len(_FRANCAIS & set(plier(texte).split())) >= ASSEZ_DE_SIGNES


def veut_mieux_parler_francais(texte: str) -> bool:
    """« jvoudré parlé francé mieu »: lessons; not « parlez moi mieux en français », nor another language."""
    mots = plier(texte)
    if _A_NOUS.search(mots) or any(langue.nom.search(mots) for langue in _LANGUES.values()):
        return False
    return _FRANCAIS_A_APPRENDRE.search(mots) is not None


def _par_les_lettres(texte: str) -> str | None:
    propres = (langue for langue, lettres in _LETTRES if lettres.search(texte))
    if langue := next(propres, None):
        return langue
    if not _CYRILLIQUE.search(texte):
        return None
    signes = _signes(plier(texte))
    return max(("ru", "uk", "bg"), key=lambda code: (signes[code], code == "bg" and "ъ" in texte.lower()))


def _par_les_mots(mots: str, au_moins: int) -> str | None:
    """The language most words belong to; None when they are too few, or as many of another."""
    signes = _signes(mots)
    meilleure, seconde = sorted(signes, key=lambda code: -signes[code])[:2]
    nette = signes[meilleure] >= au_moins and signes[meilleure] > signes[seconde]
    return meilleure if nette else None


def _signes(mots: str) -> dict[str, int]:
    dits = set(mots.split())
    signes = {code: len(dits & langue.mots) for code, langue in _LANGUES.items()}
    signes["ar"] += sum(_a_des_chiffres_pour_lettres(mot) for mot in dits - _LANGUES["ar"].mots)
    return signes


def _a_des_chiffres_pour_lettres(mot: str) -> bool:
    """« kan3rafch », « l9raya »: an Arabic sound written with a figure."""
    return _ARABIZI.fullmatch(mot) is not None and not _PAS_ARABIZI.fullmatch(mot)
