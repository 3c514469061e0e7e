"""Which of several things with a date a person means: by its number, its day, its hour."""

import re
from collections.abc import Sequence
from datetime import datetime

from assistant.clock import PARIS
from assistant.conversation.rangs import rang_dit
from assistant.offres.mots import plier
from assistant.parcours.dates_parlees import Moment, moment_cite, moment_quitte
from assistant.parcours.dates_parlees.mots_du_calendrier import mentionne_le_calendrier
from assistant.parcours.dates_parlees.propositions import propositions

_L_AUTRE = re.compile(r"\bl ?autre\b(?! (?:jour|fois|personne|semaine))")


def designes(texte: str, debuts: Sequence[datetime], maintenant: datetime) -> list[int]:
    """The places (from 0) of those the words may mean; none when they mean none of them."""
    if not _dit_une_date(texte, debuts) and (rang := rang_dit(texte, len(debuts))) is not None:
        return [rang]
    cite = moment_cite(texte, maintenant)
    trouves = [rang for rang, debut in enumerate(debuts) if cite and nomme(cite, debut)]
    precis = [
        rang for rang in trouves if cite and len(trouves) > 1 and _est_de_chaque_jour(cite, debuts[rang])
    ]
    return precis or trouves or _rang_et_son_heure(texte, debuts, maintenant)


def _est_de_chaque_jour(cite: Moment, debut: datetime) -> bool:
    """« mardi demain » is tomorrow, and no other Tuesday."""
    return len(cite.jours) > 1 and all(nomme(Moment(jours=(jours,)), debut) for jours in cite.jours)


def _rang_et_son_heure(texte: str, debuts: Sequence[datetime], maintenant: datetime) -> list[int]:
    """« le premier alors, 10h30 » when the first is at 10h30: no 1st of a month is among them."""
    rang, dite = rang_dit(texte, len(debuts)), moment_cite(texte, maintenant)
    if rang is None or dite is None or not dite.heures:
        return []
    return [rang] if nomme(Moment(heures=dite.heures), debuts[rang]) else []


def le_seul_designe(texte: str, debuts: Sequence[datetime], maintenant: datetime) -> int | None:
    trouves = designes(texte, debuts, maintenant)
    return trouves[0] if len(trouves) == 1 else None


def de_ce_jour(texte: str, debuts: Sequence[datetime], maintenant: datetime) -> list[int] | None:
    """The places of those on a day the words name, whatever the hour; None when they name no day."""
    cite = moment_cite(texte, maintenant)
    if cite is None or not cite.jours:
        return None
    return [rang for rang, debut in enumerate(debuts) if nomme(Moment(jours=cite.jours), debut)]


def le_seul_quitte(texte: str, debuts: Sequence[datetime], maintenant: datetime) -> int | None:
    """The one to be left, not the wish: « mon rdv de jeudi », « jeudi je peux pas »; or the only one."""
    if len(debuts) == 1:
        return 0
    quitte, autre = moment_quitte(texte, maintenant), _L_AUTRE.search(plier(texte))
    trouves = [rang for rang, debut in enumerate(debuts) if quitte and nomme(quitte, debut)]
    if autre and trouves:  # « pas vendredi, l'autre »: refused is the one they keep
        trouves = [rang for rang in range(len(debuts)) if rang not in trouves]
    return trouves[0] if len(trouves) == 1 else None


def ne_dit_qu_une_partie_du_jour(texte: str, maintenant: datetime) -> bool:
    """« l'après-midi si possible »: neither a day nor an hour."""
    cite = moment_cite(texte, maintenant)
    chiffres = any(lettre.isdigit() for piece in propositions(texte) for lettre in piece.mots)
    return cite is not None and not cite.jours and not chiffres


def _dit_une_date(texte: str, debuts: Sequence[datetime]) -> bool:
    """« le 1er » is the first of the list, unless one of them is on the first of a month."""
    if mentionne_le_calendrier(texte):
        return True
    return "1er" in plier(texte).split() and any(debut.astimezone(PARIS).day == 1 for debut in debuts)


def nomme(cite: Moment, debut: datetime) -> bool:
    """« celui de 14h » when it starts at 14h30 too; « jeudi » said on a Thursday is also today."""
    local = debut.astimezone(PARIS)
    meme_jour = not cite.jours or any(
        jours.contient(local.date()) or local.weekday() in jours.semaine for jours in cite.jours
    )
    return meme_jour and (not cite.heures or any(h.contient(local.time()) for h in cite.heures))
