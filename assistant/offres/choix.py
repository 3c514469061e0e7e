"""Which of the offers just shown a person means."""

import re
from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from assistant.conversation.rangs import rang_dit
from assistant.offres.mots import plier
from assistant.offres.ressemblance import dit_en_entier, mots_communs
from assistant.offres.tables import Offre

_CARDINAUX = re.compile(r"\b(?:une?|deux|trois|quatre|cinq)\b")  # "ya un bus" names no number one
_GENERIQUES = re.compile(
    r"\b(?:aides?|ateliers?|cours|formations?|stages?|groupes?|rendez vous|points?|permanences?|inscriptions?"
    r"|activites?|places?|trouver|chercher|parler|petite?|avec|quand)\b"
)
REPONSE_NUE = 2  # words


def offres_montrees(session: Session, ids: Sequence[str]) -> list[Offre]:
    """In the order they were numbered; those withdrawn since are gone."""
    query = select(Offre).where(Offre.id.in_(ids)).options(joinedload(Offre.structure))
    par_id = {offre.id: offre for offre in session.scalars(query)}
    return [par_id[un] for un in ids if un in par_id]


def offre_nommee(montrees: Sequence[Offre], texte: str) -> Offre | None:
    """By its number, or by words of its name or its town that no other shares as well."""
    rangee = offre_au_rang(montrees, texte)
    return rangee or _la_mieux_dite(montrees, texte, lambda offre: f"{offre.nom} {offre.commune}")


def offre_au_rang(montrees: Sequence[Offre], texte: str) -> Offre | None:
    rang = rang_dit(_sans_cardinaux(texte), len(montrees)) if montrees else None
    return None if rang is None else montrees[rang]


def offre_dite(offres: Sequence[Offre], texte: str) -> Offre | None:
    """By what is its own in its name: « le ménage » is, « l'atelier » is not."""
    return _la_mieux_dite(offres, texte, lambda offre: _GENERIQUES.sub(" ", plier(offre.nom)))


def _la_mieux_dite(offres: Sequence[Offre], texte: str, libelle: Callable[[Offre], str]) -> Offre | None:
    scores = [(mots_communs(libelle(offre), texte), offre) for offre in offres]
    meilleur = max((score for score, _ in scores), default=0)
    nommees = [offre for score, offre in scores if score == meilleur > 0]
    return nommees[0] if len(nommees) == 1 else offre_citee(nommees, texte)


def offre_citee(offres: Sequence[Offre], texte: str) -> Offre | None:
    """The only one whose whole name is said: « l'atelier CV » is not « Atelier CV et lettre »."""
    citees = [offre for offre in offres if dit_en_entier(offre.nom, texte)]
    return citees[0] if len(citees) == 1 else None


def offre_designee(montrees: Sequence[Offre], texte: str, derniere: str | None) -> Offre | None:
    """The one named, else the one we last spoke of, else the only one."""
    if nommee := offre_nommee(montrees, texte):
        return nommee
    restantes = [offre for offre in montrees if offre.id == derniere] or montrees
    return restantes[0] if len(restantes) == 1 else None


def _sans_cardinaux(texte: str) -> str:
    mots = plier(texte)
    return mots if len(mots.split()) <= REPONSE_NUE else _CARDINAUX.sub(" ", mots)
