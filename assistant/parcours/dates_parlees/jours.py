"""Days named in a folded piece of text, resolved from today."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from assistant.parcours.dates_parlees.calendrier import (
    UNE_SEMAINE,
    dans,
    prochain,
    prochain_quantieme,
    prochaine_date,
    un,
)
from assistant.parcours.dates_parlees.moment import Jours
from assistant.parcours.dates_parlees.mots_du_calendrier import jour_nomme, mois_nomme

_SEMAINE_PROCHAINE = re.compile(
    r"\b(?:semaine?s?|sem) (?:prochaine?s?|prochene|pro|suivante|d ?apre?s|qui vien[ts]?)\b"
    r"|^la (?:prochaine|suivante)\b"
)
_CETTE_SEMAINE = re.compile(r"\b(?:cet+e|7|dans la) (?:semaine|sem)\b")
_MOIS_PROCHAIN = re.compile(r"\bmois (?:prochain|pro|suivant|d apres)\b")
_FIN_DU_MOIS = re.compile(r"\bfin (?:du|de) mois\b")
_DANS = re.compile(r"\bdans (\d{1,2}) (jours?|j|semaines?|sem|mois)\b")
_AUJOURD_HUI = re.compile(
    r"\b(?:aujourd ?h?ui|auj|ajd|ojd|ce matin|cet? ?(?:aprem|apres ?midi)|ce soir|maintenant)\b"
)
_APRES_DEMAIN = re.compile(r"\b(?:apre?s? ?(?:demain|2main|dmain|dem1)|surlendemain)\b")
_DEMAIN = re.compile(r"\b(?:demain|2main|dmain|demin|deman|dem1)\b")
_DATE = re.compile(
    r"\b(?:(?:le|du|au|l|les|ou) )?(\d{1,2})(?:er)? (?:(?:(\d{1,2})(?: (20\d\d))?)\b|([a-z]+)(?: (20\d\d))?)"
)
_QUANTIEME = re.compile(r"\b(?:le|du|au|l) (\d{1,2})(?:er)?\b(?! ?(?:h|heures?|jours?|mi?n|km)\b)")
_PRECISION = re.compile(r"^ (?:(prochaine?|pro|suivant|qui vient)|en (8|15)|(\d{1,2})\b(?! ?(?:h|heures?)))")
_DEPUIS = re.compile(r"\b(?:(apres|apre)|a partir d[eu]?|des|pas avant|avant pas)(?: l[ea]| l)?$")
_AVANT = re.compile(r"(?<!pas )\b(?:avant|jusqu ?(?:a|au))(?: l[ea]| l)?$")


def jours_nommes(mots: str, aujourd_hui: date) -> list[Jours]:
    """The days a piece names; several are alternatives. « après » and « avant » open or close them."""
    nommes: list[Jours] = []
    for lire in LECTURES:
        for debut, fin, jours in lire(mots, aujourd_hui):
            nommes.append(_borne(mots[:debut].rstrip(), jours, aujourd_hui))
            mots = mots[:debut] + "_" * (fin - debut) + mots[fin:]
    return _croiser(nommes)


Lecture = Iterator[tuple[int, int, Jours]]


def _borne(avant: str, jours: Jours, aujourd_hui: date) -> Jours:
    premier = prochain(jours)
    if trouve := _DEPUIS.search(avant):
        return Jours((jours.au or premier) + timedelta(days=1) if trouve[1] else premier)
    if _AVANT.search(avant):
        return Jours(aujourd_hui, premier - timedelta(days=1))
    return jours


def _croiser(nommes: list[Jours]) -> list[Jours]:
    """« jeudi de la semaine prochaine »: a week and a weekday are one day, not two alternatives."""
    semaines = [j for j in nommes if j.au is not None and not j.semaine and j.au - j.du == timedelta(days=6)]
    libres = [j for j in nommes if j.semaine]
    if not semaines or not libres:
        return nommes
    return [Jours(s.du, s.au, libre.semaine) for s in semaines for libre in libres]


def _semaines(mots: str, aujourd_hui: date) -> Lecture:
    lundi = aujourd_hui - timedelta(days=aujourd_hui.weekday())
    for trouve in _SEMAINE_PROCHAINE.finditer(mots):
        yield *trouve.span(), Jours(lundi + UNE_SEMAINE, lundi + timedelta(days=13))
    for trouve in _CETTE_SEMAINE.finditer(mots):
        yield *trouve.span(), Jours(lundi, lundi + timedelta(days=6))


def _mois(mots: str, aujourd_hui: date) -> Lecture:
    le_prochain = (aujourd_hui.replace(day=1) + timedelta(days=32)).replace(day=1)
    for trouve in _MOIS_PROCHAIN.finditer(mots):
        fin = (le_prochain + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        yield *trouve.span(), Jours(le_prochain, fin)
    for trouve in _FIN_DU_MOIS.finditer(mots):
        yield (
            *trouve.span(),
            Jours(max(aujourd_hui, aujourd_hui.replace(day=20)), le_prochain - timedelta(days=1)),
        )


def _relatifs(mots: str, aujourd_hui: date) -> Lecture:
    for trouve in _DANS.finditer(mots):
        yield *trouve.span(), dans(int(trouve[1]), trouve[2], aujourd_hui)
    apres_demain = list(_APRES_DEMAIN.finditer(mots))
    for trouve in apres_demain:
        yield *trouve.span(), un(aujourd_hui + timedelta(days=2))
    for trouve in _DEMAIN.finditer(mots):
        if not any(autre.start() <= trouve.start() < autre.end() for autre in apres_demain):
            yield *trouve.span(), un(aujourd_hui + timedelta(days=1))
    for trouve in _AUJOURD_HUI.finditer(mots):
        yield *trouve.span(), un(aujourd_hui)


def _dates(mots: str, aujourd_hui: date) -> Lecture:
    for trouve in _DATE.finditer(mots):
        mois = int(trouve[2]) if trouve[2] else mois_nomme(trouve[4])
        annee = trouve[3] or trouve[5]
        if mois and (jour := prochaine_date(int(trouve[1]), mois, annee, aujourd_hui)):
            yield _avec_le_jour(mots, trouve.start()), trouve.end(), un(jour)


def _avec_le_jour(mots: str, debut: int) -> int:
    """« jeudi 3 décembre » is one day: where its weekday starts, if it has one."""
    avant = re.search(r"([a-z]+) $", mots[:debut])
    return avant.start() if avant and jour_nomme(avant[1]) is not None else debut


def _jours_de_la_semaine(mots: str, aujourd_hui: date) -> Lecture:
    for trouve in re.finditer(r"[a-z]+", mots):
        if (rang := jour_nomme(trouve[0])) is None:
            continue
        le_prochain = aujourd_hui + timedelta(days=(rang - aujourd_hui.weekday() - 1) % 7 + 1)
        precision = _PRECISION.match(mots[trouve.end() :])
        fin = trouve.end() + (precision.end() if precision else 0)
        yield trouve.start(), fin, _precise(precision, rang, le_prochain, aujourd_hui)


def _precise(precision: re.Match[str] | None, rang: int, le_prochain: date, aujourd_hui: date) -> Jours:
    if precision is None:
        return Jours(aujourd_hui + timedelta(days=1), None, frozenset({rang}))
    if precision[2]:
        premier = aujourd_hui if le_prochain - aujourd_hui == UNE_SEMAINE else le_prochain
        return un(premier + (1 if precision[2] == "8" else 2) * UNE_SEMAINE)
    if precision[3]:
        return un(prochain_quantieme(int(precision[3]), aujourd_hui) or le_prochain)
    return un(le_prochain)


def _quantiemes(mots: str, aujourd_hui: date) -> Lecture:
    for trouve in _QUANTIEME.finditer(mots):
        if jour := prochain_quantieme(int(trouve[1]), aujourd_hui):
            yield *trouve.span(), un(jour)


LECTURES: tuple[Callable[[str, date], Lecture], ...] = (
    _semaines,
    _mois,
    _relatifs,
    _dates,
    _jours_de_la_semaine,
    _quantiemes,
)
