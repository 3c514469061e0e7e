"""Which of the offers just shown a person means."""

import re
from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from assistant.content.reponse import Reponse
from assistant.conversation.rangs import rang_dit
from assistant.offres.detail import nom_court
from assistant.offres.mots import plier
from assistant.offres.ressemblance import dit_en_entier, mots_communs, mots_pleins
from assistant.offres.tables import Offre
from assistant.settings import settings

_CARDINAUX = re.compile(r"\b(?:une?|deux|trois|quatre|cinq)\b")  # "ya un bus" names no number one
_GENERIQUES = re.compile(
    r"\b(?:aides?|ateliers?|cours|formations?|stages?|groupes?|rendez|vous|points?|permanences?|inscriptions?"
    r"|activites?|places?|trouver|chercher|parler|petite?|avec|quand)\b"
)
_PRIX = re.compile(r"\b(\d+) ?(?:e|eu|eur|euros?)\b")
_NUMERO_EN_TETE = re.compile(r"\s*(\d)\s*[.):,]\s*[^\W\d]")
REPONSE_NUE = 2  # words


def offres_montrees(session: Session, ids: Sequence[str]) -> list[Offre]:
    """In the order they were numbered; those withdrawn since are gone."""
    query = select(Offre).where(Offre.id.in_(ids)).options(joinedload(Offre.structure))
    par_id = {offre.id: offre for offre in session.scalars(query)}
    return [par_id[un] for un in ids if un in par_id]


def offre_nommee(montrees: Sequence[Offre], texte: str) -> Offre | None:
    """By its number, or by words of its name or its town that no other shares as well."""
    rangee = offre_au_rang(montrees, texte) or _offre_au_prix(montrees, texte)
    return rangee or _la_mieux_dite(montrees, texte, lambda offre: f"{offre.nom} {offre.commune}")


def offre_au_rang(montrees: Sequence[Offre], texte: str) -> Offre | None:
    rang = rang_dit(_en_tete(texte) or _sans_cardinaux(texte), len(montrees)) if montrees else None
    return None if rang is None else montrees[rang]


def _offre_au_prix(montrees: Sequence[Offre], texte: str) -> Offre | None:
    """« la caisse a 6e »: the only one whose notice says that price."""
    prix = set(_PRIX.findall(plier(texte)))
    dites = [o for o in montrees if prix & set(_PRIX.findall(plier(f"{o.nom} {o.frais_precisions or ''}")))]
    return dites[0] if len(dites) == 1 else None


def ce_rang_n_existe_pas(montrees: Sequence[Offre], texte: str) -> Reponse | None:
    """« 2 » where one is shown: how many there are, and how to get others."""
    rang = rang_dit(_sans_cardinaux(texte), settings().offers_shown) if montrees else None
    if rang is None or offre_au_rang(montrees, texte):
        return None
    if len(montrees) == 1:
        return Reponse("offre_une_seule", {"offre": nom_court(montrees[0])})
    return Reponse("offres_combien", {"combien": str(len(montrees))})


def offre_dite(offres: Sequence[Offre], texte: str) -> Offre | None:
    """By what is its own in its name: « le ménage » is, « l'atelier » is not."""
    return _la_mieux_dite(offres, texte, lambda offre: nom_propre(offre))


def nom_propre(offre: Offre) -> str:
    """Its name without the words that many others have."""
    return " ".join(mot for mot in mots_pleins(offre.nom) if not _GENERIQUES.fullmatch(plier(mot)))


def _la_mieux_dite(offres: Sequence[Offre], texte: str, libelle: Callable[[Offre], str]) -> Offre | None:
    scores = [(mots_communs(libelle(offre), texte), offre) for offre in offres]
    meilleur = max((score for score, _ in scores), default=0)
    nommees = [offre for score, offre in scores if score == meilleur > 0]
    return nommees[0] if len(nommees) == 1 else offre_citee(nommees, texte)


def offre_citee(offres: Sequence[Offre], texte: str) -> Offre | None:
    """The only one whose whole name is said: « l'atelier CV » is not « Atelier CV et lettre »."""
    citees = [offre for offre in offres if dit_en_entier(offre.nom, texte)]
    return citees[0] if len(citees) == 1 else None


def offre_designee(montrees: Sequence[Offre], texte: str, derniere: Offre | None) -> Offre | None:
    """The one named, else the one we last spoke of, shown or only named, else the only one."""
    if nommee := offre_nommee(montrees, texte):
        return nommee
    if derniere:
        return derniere
    return montrees[0] if len(montrees) == 1 else None


def _en_tete(texte: str) -> str | None:
    """« 2. faut la carte vitale ? » → « 2 »"""
    seul = _NUMERO_EN_TETE.match(texte)
    return seul[1] if seul else None


def _sans_cardinaux(texte: str) -> str:
    mots = plier(texte)
    return mots if len(mots.split()) <= REPONSE_NUE else _CARDINAUX.sub(" ", mots)
