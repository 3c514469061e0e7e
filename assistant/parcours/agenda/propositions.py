"""Free slots offered as a numbered list, and how an answer to that list is read."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.content.reponse import Reponse
from assistant.conversation.rangs import AUTOUR_D_UN_CHOIX
from assistant.conversation.reponses_courtes import dit_non, dit_oui
from assistant.offres.mots import plier
from assistant.parcours.agenda.creneaux import creneaux_libres
from assistant.parcours.agenda.lequel import designes
from assistant.parcours.agenda.mots import creneaux_en_francais
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.dates_parlees import Jours, Moment, moment_parle
from assistant.parcours.dates_parlees.mots_du_calendrier import est_du_calendrier, mentionne_le_calendrier
from assistant.parcours.rendez_vous import Creneau, RendezVous

_PEU_IMPORTE = re.compile(r"\b(?:n importe|peu importe|comme vous voulez|le plus (?:tot|vite|proche))\b")
_PLUS_TARD = re.compile(r"\b(?:plus tard|plus loin|trop tot|apres ca)\b")
_PLUS_TOT = re.compile(r"\b(?:plus tot|plus vite|plus proche|trop tard|trop loin|avant)\b")
_AUTRES = re.compile(
    r"\b(?:autres?|aucune?|rien|d autres|va pas|convien\w* pas|pas possible|peux? (?:a )?aucun)\b"
)


MOTS_EN_PLUS = 2


class Lu(Enum):
    PRIS = auto()
    AUTRE_MOMENT = auto()
    PLUS_TARD = auto()
    PLUS_TOT = auto()
    AUTRES = auto()


@dataclass(frozen=True)
class Proposition:
    """`comme_voulu` is False when nothing was free at the moment asked: the nearest are offered instead."""

    creneaux: list[Creneau]
    comme_voulu: bool


def proposer(
    session: Session,
    qui: Allocataire,
    souhaits: Sequence[Moment],
    maintenant: datetime,
    quitte: RendezVous | None = None,
    vus: Collection[datetime] = (),
) -> Proposition:
    """Three free slots at the first of these wishes that leaves any, else the nearest."""
    for souhait in souhaits:
        if libres := creneaux_libres(session, qui, maintenant, souhait, quitte, vus):
            return Proposition(libres, comme_voulu=True)
    libres = creneaux_libres(session, qui, maintenant, None, quitte, vus)
    return Proposition(libres, comme_voulu=not souhaits)


def lire_choix(texte: str, debuts: Sequence[datetime], maintenant: datetime) -> tuple[Lu, int] | None:
    """What an answer to the list means; the place counts only when something is taken."""
    mots, moment = plier(texte), moment_parle(texte, maintenant)
    autre_moment = moment and (dit_non(texte) or moment.sauf_jours or moment.sauf_heures)
    if autre_moment and mentionne_le_calendrier(texte):
        return Lu.AUTRE_MOMENT, 0
    if _PEU_IMPORTE.search(mots):
        return Lu.PRIS, 0
    vises = designes(texte, debuts, maintenant)
    if len(vises) == 1 and _ne_dit_que_cela(mots):
        return Lu.PRIS, vises[0]
    if moment:
        return Lu.AUTRE_MOMENT, 0
    for patron, lu in ((_PLUS_TARD, Lu.PLUS_TARD), (_PLUS_TOT, Lu.PLUS_TOT), (_AUTRES, Lu.AUTRES)):
        if patron.search(mots):
            return lu, 0
    return (Lu.PRIS, 0) if len(debuts) == 1 and dit_oui(texte) else None


def _ne_dit_que_cela(mots: str) -> bool:
    """« vendredi c'est bon » takes Friday; « vendredi j'ai un entretien d'embauche » must not."""
    autres = [mot for mot in mots.split() if mot not in AUTOUR_D_UN_CHOIX and not est_du_calendrier(mot)]
    return len(autres) <= MOTS_EN_PLUS


def reproposer(
    session: Session,
    qui: Allocataire,
    lu: Lu,
    souhait: Moment | None,
    vus: Sequence[datetime],
    maintenant: datetime,
    quitte: RendezVous | None = None,
) -> Proposition:
    """Another three after an answer that took none.

    `souhait`: what the person wished for so far, this answer included; `vus`: the starts shown so far;
    `quitte`: the rendez-vous to be replaced.
    """
    jours = [debut.astimezone(PARIS).date() for debut in vus]
    if lu is Lu.AUTRE_MOMENT or not jours:
        return proposer(session, qui, [souhait] if souhait else [], maintenant, quitte)
    if lu is Lu.AUTRES:
        libres = creneaux_libres(session, qui, maintenant, souhait, quitte, vus)
        libres = libres or creneaux_libres(session, qui, maintenant, None, quitte, vus)
        return Proposition(libres, comme_voulu=True)
    plus_tard = Jours(max(jours) + timedelta(days=1))
    dans = plus_tard if lu is Lu.PLUS_TARD else Jours(maintenant.date(), min(jours))
    voulus = [replace(souhait or Moment(), dans=dans), Moment(dans=dans)]
    return proposer(session, qui, voulus, maintenant, quitte, vus)


def creneaux_par_id(session: Session, ids: Collection[int]) -> list[Creneau]:
    """Those that still exist, soonest first: the order they were shown in."""
    query = select(Creneau).where(Creneau.id.in_(ids)).order_by(Creneau.debut)
    return list(session.scalars(query))


def proposition_en_francais(proposition: Proposition, cle: str = "creneaux_proposes") -> Reponse:
    dite = cle if proposition.comme_voulu else "creneaux_a_defaut"
    return Reponse(dite, creneaux_en_francais(proposition.creneaux))
