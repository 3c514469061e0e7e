"""« 3h de code et 2h de CV », then « non, 2h le code »: a correction that names a part corrects that part."""

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.offres.ressemblance import sonnent_pareil
from assistant.parcours.contrats import Contrat, HeuresDeclarees
from assistant.parcours.declarations_notees import Declaration
from assistant.parcours.durees import durees_dites, minutes_niees, minutes_plausibles
from assistant.parcours.heures import lundi_de

_SANS_OBJET = re.compile(
    r"\b(?:non?|nan|nn|si|mais|me|en|fait|c|ce|ces|cet|cetait|ct|t|est|et|e|etait|je|j|jai|ai|a|m|vous|tu"
    r"|on|moi|suis|avez|de|d|du|des|le|la|les|l|un|une|mon|ma|mes|pour|pr|au|aux|sur|dans|que|qu"
    r"|seulement|juste|plutot|pas|plus|lieu|erreur|tromp\w*|corrig\w*|rectifi\w*|dit|di|mis|note\w*"
    r"|compte\w*|declare\w*|fais|faire|faite?s?|passee?|desolee?|dsl|pardon|svp|stp|merci|heures?|h"
    r"|min\w*|tout|total|semaine|cette|aujourd|hui|hier|vrai|enfin|oups|mdr|lol|attend\w*|oh|ah|euh"
    r"|pff+|zut|mince|madame|monsieur|fau[xt]|bon|mal|compri\w*|realite|il|ya|y|ca|sa|bien|o|ou|soit"
    r"|par|avec|ok|oui)\b|\d+"
)
_EN_TOUT = re.compile(r"\b(?:en tout|au total|total|soit|toute la semaine|cette semaine)\b")


@dataclass(frozen=True)
class Partie:
    """A duration of a declaration, and the words it goes with."""

    minutes: int
    mots: frozenset[str]


@dataclass(frozen=True)
class Visee:
    """The hours a correction is about; `minutes` is None when it cannot be told what they become."""

    heures_id: int
    minutes: int | None


def partie_visee(
    session: Session, dite: Declaration, contrat: Contrat, heures_id: int, minutes: int
) -> Visee | None:
    """None when the hours last noted are meant, all of them."""
    derniere = session.get(HeuresDeclarees, heures_id)
    if derniere is None or derniere.contrat_id != contrat.id or _parle_du_tout(dite.texte):
        return None
    nommes = _objets(dite.texte)
    parties = _parties(derniere)
    if not parties:
        return _plus_ancienne(session, contrat, derniere, nommes, minutes)
    niees = minutes_niees(dite.texte)
    visees = (
        [p for p in parties if _en_commun(p.mots, nommes)]
        if nommes
        else [p for p in parties if p.minutes == niees]
    )
    if len(visees) == 1:
        return Visee(heures_id, minutes_plausibles(derniere.minutes - visees[0].minutes + minutes))
    return Visee(heures_id, None) if nommes else None


def _parle_du_tout(texte: str) -> bool:
    """« 4h en tout », or every part again."""
    plie, durees = durees_dites(texte)
    return _EN_TOUT.search(plie) is not None or len(durees) - (minutes_niees(texte) is not None) > 1


def _parties(heures: HeuresDeclarees) -> list[Partie]:
    """Empty unless several durations make up these hours: as the person said them, not yet corrected."""
    plie, durees = durees_dites(heures.texte)
    if len(durees) < 2 or sum(minutes for _, _, minutes in durees) != heures.minutes:
        return []
    suivent = bool(_objets(plie[durees[-1][1] :]))
    bornes = [(debut, fin) for debut, fin, _ in durees]
    fins = [*(debut for debut, _ in bornes[1:]), len(plie)]
    debuts = [0, *(fin for _, fin in bornes[:-1])]
    apres = [plie[fin:jusque] for (_, fin), jusque in zip(bornes, fins, strict=True)]
    avant = [plie[depuis:debut] for depuis, (debut, _) in zip(debuts, bornes, strict=True)]
    mots = apres if suivent else avant
    return [Partie(duree[2], _objets(m)) for duree, m in zip(durees, mots, strict=True)]


def _plus_ancienne(
    session: Session, contrat: Contrat, derniere: HeuresDeclarees, nommes: frozenset[str], minutes: int
) -> Visee | None:
    """Other hours of the week than the last, when only those hold the words."""
    if not nommes or _en_commun(nommes, _objets(derniere.texte)):
        return None
    lundi = lundi_de(derniere.jour)
    ouvertes = select(HeuresDeclarees).where(
        HeuresDeclarees.contrat_id == contrat.id,
        HeuresDeclarees.jour >= lundi,
        HeuresDeclarees.validees.is_(None),
        HeuresDeclarees.id < derniere.id,
    )
    rangees = session.scalars(ouvertes.order_by(HeuresDeclarees.id.desc()))
    autre = next((heures for heures in rangees if _en_commun(nommes, _objets(heures.texte))), None)
    return Visee(autre.id, minutes) if autre and not _parties(autre) else None


def _en_commun(des_uns: frozenset[str], des_autres: frozenset[str]) -> bool:
    return any(sonnent_pareil(mot, autre) for mot in des_uns for autre in des_autres)


def _objets(texte: str) -> frozenset[str]:
    """The words that say what the hours were for."""
    plie, durees = durees_dites(texte)
    for debut, fin, _ in reversed(durees):
        plie = f"{plie[:debut]} {plie[fin:]}"
    return frozenset(_SANS_OBJET.sub(" ", plie).split())
