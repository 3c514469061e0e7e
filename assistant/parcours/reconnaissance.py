"""Which of a contract's actions a sentence speaks of: by its number, else by the words they share."""

import re
from collections.abc import Sequence

from assistant.conversation.rangs import rang_dit, rang_en_tete
from assistant.offres.mots import plier
from assistant.offres.ressemblance import mots_communs
from assistant.parcours.contrats import ActionContrat, EtatAction

_NUMERO = re.compile(r"\b(?:action|objectif|numero|etape|la|le) (?:n |no |numero )?(\d)\b(?! ?(?:h|min))")
_VERBE = re.compile(r"^(?:s |se |m |me )?\w+(?:er|ir|re)\b ?")  # labels begin with what is to be done


def actions_visibles(actions: Sequence[ActionContrat]) -> list[ActionContrat]:
    """All but those given up, in the order people see."""
    return [a for a in actions if a.etat != EtatAction.ABANDONED]


def actions_ouvertes(actions: Sequence[ActionContrat]) -> list[ActionContrat]:
    """Those still to do."""
    return [a for a in actions_visibles(actions) if a.etat != EtatAction.DONE]


def actions_reconnues(actions: Sequence[ActionContrat], texte: str) -> list[ActionContrat]:
    """Empty when the text names none; several when it fits them equally well."""
    if numero := _NUMERO.search(plier(texte)):
        return [a for a in actions if a.rang == int(numero[1])]
    scores = [(mots_communs(_sans_verbe(a.libelle), texte), a) for a in actions]
    meilleur = max((score for score, _ in scores), default=0)
    return [a for score, a in scores if score == meilleur and score > 0]


def _sans_verbe(libelle: str) -> str:
    """« Passer le code » is known by « le code »: people pass many other things."""
    return _VERBE.sub("", plier(libelle)) or libelle


def action_choisie(actions: Sequence[ActionContrat], reponse: str) -> ActionContrat | None:
    """The answer to « laquelle ? »: the number we showed, or the words; None when neither names one."""
    combien = max((a.rang for a in actions), default=0)
    rang = rang_dit(reponse, combien)
    if rang is None:
        rang = rang_en_tete(reponse, combien)
    choisies = [a for a in actions if rang is not None and a.rang == rang + 1]
    choisies = choisies or actions_reconnues(actions, reponse)
    return choisies[0] if len(choisies) == 1 else None
