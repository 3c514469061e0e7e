"""Which of their rendez-vous a question speaks of: by its day, by what it is, by its place in the list."""

from collections.abc import Sequence
from datetime import datetime

from assistant.conversation.rangs import rang_dit
from assistant.offres.mots import plier
from assistant.parcours.agenda.lequel import de_ce_jour
from assistant.parcours.rendez_vous import Participation

EN_GROUPE = frozenset({"atelier", "groupe", "reunion", "collectif", "collective"})
_SANS_POIDS = set(plier("point sur votre vos notre le la les de du des d l un une pour premier rdv").split())
_L_AUTRE = ("l autre", "lautre")


def evoque(
    texte: str, a_venir: Sequence[Participation], maintenant: datetime, dernier: int | None = None
) -> Participation | None:
    """`dernier`: the one last spoken of, which « l'autre » is not. None when it could be several."""
    if len(a_venir) == 1:
        return a_venir[0]
    debuts = [participation.rendez_vous.debut for participation in a_venir]
    nommes = [a_venir[rang] for rang in de_ce_jour(texte, debuts, maintenant) or []]
    nommes = nommes or [participation for participation in a_venir if _nomme(texte, participation)]
    nommes = nommes or _par_sa_place(texte, a_venir, dernier)
    return nommes[0] if len(nommes) == 1 else None


def un_autre_que(
    texte: str,
    a_venir: Sequence[Participation],
    maintenant: datetime,
    en_main: int | None,
    *,
    par_son_jour: bool,
) -> Participation | None:
    """Another than the one in hand (`en_main`), by what it is; where a day is no wish, by its day."""
    autres = [participation for participation in a_venir if participation.id != en_main]
    nommes = [participation for participation in autres if _nomme(texte, participation)]
    if par_son_jour and not nommes:
        debuts = [participation.rendez_vous.debut for participation in autres]
        nommes = [autres[rang] for rang in de_ce_jour(texte, debuts, maintenant) or []]
    return nommes[0] if len(nommes) == 1 else None


def _nomme(texte: str, participation: Participation) -> bool:
    """« l'atelier », « le rdv pour le cv »"""
    mots, rendez_vous = set(plier(texte).split()), participation.rendez_vous
    noms = set(plier(rendez_vous.motif).split()) - _SANS_POIDS
    return bool(mots & (noms | EN_GROUPE if rendez_vous.collectif else noms - EN_GROUPE))


def _par_sa_place(texte: str, a_venir: Sequence[Participation], dernier: int | None) -> list[Participation]:
    if dernier and any(mots in plier(texte) for mots in _L_AUTRE):
        return [participation for participation in a_venir if participation.id != dernier]
    rang = rang_dit(texte, len(a_venir))
    return [] if rang is None else [a_venir[rang]]
