"""Free slots offered as a numbered list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.content.reponse import Reponse
from assistant.parcours.agenda.choix import Lu
from assistant.parcours.agenda.creneaux import creneaux_libres
from assistant.parcours.agenda.mots import court, creneaux_en_francais
from assistant.parcours.agenda.souhaits import Souhait
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.dates_parlees import Jours, Moment
from assistant.parcours.dates_parlees.calendrier import prochain
from assistant.parcours.rendez_vous import Creneau, RendezVous


@dataclass(frozen=True)
class Proposition:
    """`manque`: the wish nothing was free for, the nearest are offered instead; None when it was met."""

    creneaux: list[Creneau]
    manque: Souhait | None = None
    plus_libre: datetime | None = None  # the very start they named, when it is not


def proposer(
    session: Session,
    qui: Allocataire,
    souhaits: Sequence[Souhait],
    maintenant: datetime,
    quitte: RendezVous | None = None,
    vus: Collection[datetime] = (),
) -> Proposition:
    """Three free slots at the first of these wishes that leaves any, else the nearest."""
    for souhait in souhaits:
        if libres := creneaux_libres(session, qui, maintenant, souhait, quitte, vus):
            return _au_jour_dit(libres, souhait.moment, maintenant)
    for repli in _replis(souhaits):
        if libres := creneaux_libres(session, qui, maintenant, repli, quitte, vus):
            return Proposition(libres, manque=souhaits[0])
    return Proposition(
        creneaux_libres(session, qui, maintenant, None, quitte, vus), next(iter(souhaits), None)
    )


def _au_jour_dit(libres: list[Creneau], voulu: Moment, maintenant: datetime) -> Proposition:
    """« mercredi 15h45 », when only the Wednesdays after the next are free then."""
    debut = libres[0].debut.astimezone(PARIS)
    if len(voulu.jours) != 1 or len(voulu.heures) != 1 or not voulu.heures[0].commence_a(debut.time()):
        return Proposition(_a_l_heure_dite(libres, voulu))
    nomme = datetime.combine(prochain(voulu.jours[0]), voulu.heures[0].de, PARIS)
    plus_libre = nomme if voulu.jours[0].semaine and maintenant < nomme < debut else None
    return Proposition(_a_l_heure_dite(libres, voulu), plus_libre=plus_libre)


def _a_l_heure_dite(libres: list[Creneau], voulu: Moment) -> list[Creneau]:
    """« jeudi 15h45 » when next Thursday is free at that very hour: no other Thursday is meant."""
    debut = libres[0].debut.astimezone(PARIS)
    jours = [j for j in voulu.jours if (j.semaine or j.du == j.au) and prochain(j) == debut.date()]
    heures = [h for h in voulu.heures if h.commence_a(debut.time())]
    exact = len(voulu.jours) == len(jours) == len(voulu.heures) == len(heures) == 1
    return libres[:1] if exact else libres


def _replis(souhaits: Sequence[Souhait]) -> list[Souhait]:
    """What is nearest to the first wish: its days at another hour, else its mode on another day.

    What was ruled out is offered only when nothing else is free.
    """
    if not souhaits:
        return []
    voulu = souhaits[0]
    limites = replace(voulu, moment=voulu.moment.limites)
    ces_jours = replace(
        limites, moment=replace(limites.moment, jours=voulu.moment.jours, dans=voulu.moment.dans)
    )
    replis = [ces_jours] * bool(voulu.moment.jours) + [limites, replace(limites, par_telephone=None)]
    return [*replis, *[Souhait(par_telephone=voulu.par_telephone)] * (voulu.par_telephone is not None)]


def reproposer(
    session: Session,
    qui: Allocataire,
    lu: Lu,
    souhait: Souhait | None,
    vus: Sequence[datetime],
    maintenant: datetime,
    quitte: RendezVous | None = None,
) -> Proposition:
    """Another three after an answer that took none.

    `souhait`: what the person wished for so far, this answer included; `vus`: the starts shown so far;
    `quitte`: the rendez-vous to be replaced.
    """
    jours = [debut.astimezone(PARIS).date() for debut in vus]
    voulus = [souhait] if souhait else []
    if lu is Lu.AUTRE_MOMENT or not jours:
        return proposer(session, qui, voulus, maintenant, quitte)
    if lu is Lu.AUTRES:
        return proposer(session, qui, voulus, maintenant, quitte, vus)
    plus_tard = Jours(max(jours) + timedelta(days=1))
    dans = plus_tard if lu is Lu.PLUS_TARD else Jours(maintenant.date(), min(jours))
    voulu = souhait or Souhait()
    ailleurs = Souhait(Moment(dans=dans), voulu.par_telephone)
    voulus = [replace(voulu, moment=replace(voulu.moment, dans=dans)), ailleurs]
    return proposer(session, qui, voulus, maintenant, quitte, vus)


def creneaux_par_id(session: Session, ids: Collection[int]) -> list[Creneau]:
    """Those that still exist, soonest first: the order they were shown in."""
    query = select(Creneau).where(Creneau.id.in_(ids)).order_by(Creneau.debut)
    return list(session.scalars(query))


def proposition_en_francais(proposition: Proposition, cle: str = "creneaux_proposes") -> Reponse:
    valeurs = creneaux_en_francais(proposition.creneaux)
    if proposition.plus_libre is not None and cle == "creneaux_proposes":
        return Reponse("creneaux_plus_libre", valeurs | {"voulu": court(proposition.plus_libre)})
    return Reponse(_cle_dite(proposition, cle), valeurs)


def _cle_dite(proposition: Proposition, cle: str) -> str:
    creneaux, manque = proposition.creneaux, proposition.manque
    if manque is None:
        return "creneau_seul" if len(creneaux) == 1 and cle == "creneaux_proposes" else cle
    if any(manque.admet_le_mode(creneau) for creneau in creneaux):
        return "creneaux_a_defaut"
    return "creneaux_sans_telephone" if manque.par_telephone else "creneaux_que_par_telephone"
