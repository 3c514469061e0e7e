"""What makes each demo person worth writing as: their rendez-vous, contrat and wish for silence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session, joinedload

from assistant.clock import PARIS
from assistant.conversation.consentements import Consentement
from assistant.parcours.allocataires import EtatTelephone, Telephone
from assistant.parcours.contrats import Contrat
from assistant.parcours.rendez_vous import Participation, RendezVous, Statut


@dataclass(frozen=True)
class Situation:
    """Of everyone who answers at one number."""

    commune: str
    rendez_vous: list[datetime]  # from today on
    manques: list[datetime]
    fin_contrat: date | None
    oppose: bool
    desavoue: bool


def situations(session: Session, telephones: Sequence[Telephone], aujourd_hui: date) -> dict[str, Situation]:
    """By number."""
    ids = [allocataire.id for telephone in telephones for allocataire in telephone.allocataires]
    participations = _participations(session, ids)
    fins = dict(
        session.execute(
            select(Contrat.allocataire_id, Contrat.fin)
            .where(Contrat.allocataire_id.in_(ids))
            .order_by(Contrat.fin)
        ).all()
    )
    opposes = _opposes(session, [telephone.numero for telephone in telephones])
    return {
        telephone.numero: _situation(telephone, participations, fins, opposes, aujourd_hui)
        for telephone in telephones
    }


def _situation(
    telephone: Telephone,
    participations: dict[int, list[Participation]],
    fins: dict[int, date],
    opposes: set[str],
    aujourd_hui: date,
) -> Situation:
    personnes = telephone.allocataires
    toutes = [une for personne in personnes for une in participations[personne.id]]
    return Situation(
        commune=personnes[0].commune,
        rendez_vous=[
            debut
            for debut in _debuts(toutes, Statut.UNKNOWN)
            if debut.astimezone(PARIS).date() >= aujourd_hui
        ],
        manques=_debuts(toutes, Statut.NOSHOW),
        fin_contrat=next((fins[personne.id] for personne in personnes if personne.id in fins), None),
        oppose=telephone.numero in opposes,
        desavoue=telephone.etat is EtatTelephone.DESAVOUE,
    )


def _debuts(participations: Iterable[Participation], statut: Statut) -> list[datetime]:
    return sorted(une.rendez_vous.debut for une in participations if une.statut is statut)


def _participations(session: Session, ids: list[int]) -> dict[int, list[Participation]]:
    query = (
        select(Participation)
        .options(joinedload(Participation.rendez_vous).load_only(RendezVous.debut))
        .where(Participation.allocataire_id.in_(ids))
    )
    trouvees: dict[int, list[Participation]] = defaultdict(list)
    for participation in session.scalars(query):
        trouvees[participation.allocataire_id].append(participation)
    return trouvees


def _opposes(session: Session, numeros: list[str]) -> set[str]:
    derniers = (
        select(Consentement.numero, Consentement.accepte)
        .where(Consentement.numero.in_(numeros))
        .ext(distinct_on(Consentement.numero))
        .order_by(Consentement.numero, Consentement.id.desc())
    )
    return {numero for numero, accepte in session.execute(derniers) if not accepte}
