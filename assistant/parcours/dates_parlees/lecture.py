"""From a message to the moment it asks for."""

import re
from datetime import datetime

from assistant.parcours.dates_parlees.heures import heures_nommees
from assistant.parcours.dates_parlees.jours import jours_nommes
from assistant.parcours.dates_parlees.moment import Heures, Jours, Moment
from assistant.parcours.dates_parlees.propositions import propositions

# What is to be left, not what is wished: "mon rdv de jeudi", "décaler du 18 au 25".
_DEPART = re.compile(
    r"\b(?:rdv|rendez vous|entretien|visio|reunion|atelier|convoc\w*|celui|heure|horaire) (?:de|du|d) "
    r"(?:le )?(?!midi)"
    r"(?:\d{1,2} ?h(?: ?\d\d)?\b|(?:\w+ )?(?:\d{1,2}\b(?: [a-z]+(?= a|$))?|\w+di\b(?: \d{1,2}\b)?|demain))"
    r"|\bdu \d{1,2}(?= au \d)|\bchanger \w+di\b(?= (?:contre|par|pour|en))"
)


def moment_parle(texte: str, maintenant: datetime) -> Moment | None:
    """The days and hours a message wishes or rules out; None when it names none."""
    jours: tuple[list[Jours], list[Jours]] = ([], [])
    heures: tuple[list[Heures], list[Heures]] = ([], [])
    for proposition in propositions(texte):
        mots = _DEPART.sub(" ", proposition.mots)
        jours[proposition.refus].extend(jours_nommes(mots, maintenant.date()))
        heures[proposition.refus].extend(heures_nommees(mots))
    if not any((*jours, *heures)):
        return None
    if _seule_l_heure_ne_va_pas(jours, heures):
        jours = jours[1], []
    return Moment(tuple(jours[0]), tuple(heures[0]), tuple(jours[1]), tuple(heures[1]))


def _seule_l_heure_ne_va_pas(
    jours: tuple[list[Jours], list[Jours]], heures: tuple[list[Heures], list[Heures]]
) -> bool:
    """« lundi 14h30 ça va pas, le matin ? » is Monday morning."""
    autre_heure = bool(heures[0] and heures[1]) and not set(heures[0]) & set(heures[1])
    return autre_heure and not jours[0] and len(jours[1]) == 1


def moment_cite(texte: str, maintenant: datetime) -> Moment | None:
    """Every day and hour a message names, wished or not: which rendez-vous it speaks of."""
    pieces = propositions(texte)
    jours = [j for piece in pieces for j in jours_nommes(piece.mots, maintenant.date())]
    heures = [h for piece in pieces for h in heures_nommees(piece.mots)]
    return Moment(tuple(jours), tuple(heures)) if jours or heures else None


def moment_quitte(texte: str, maintenant: datetime) -> Moment | None:
    """The days and hours that will not do: refused, or those of a rendez-vous to be moved."""
    bouts = []
    for piece in propositions(texte):
        bouts += [piece.mots] if piece.refus else [depart[0] for depart in _DEPART.finditer(piece.mots)]
    jours = [j for bout in bouts for j in jours_nommes(bout, maintenant.date())]
    heures = [h for bout in bouts for h in heures_nommees(bout)]
    return Moment(tuple(jours), tuple(heures)) if jours or heures else None
