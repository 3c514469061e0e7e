"""« Je serai là », « je ne peux pas venir »: told once, however often it is said."""

import re
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.content.francais import liste_numerotee
from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.mots import plier
from assistant.parcours.agenda.creneaux import liberer
from assistant.parcours.agenda.lequel import de_ce_jour, designes
from assistant.parcours.agenda.mots import ligne_rendez_vous, mots_rendez_vous
from assistant.parcours.agenda.signalements import signaler
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import (
    GenreSignalement,
    Participation,
    Statut,
    participations_a_venir,
)
from assistant.privacy.audit import consigner

_TOUS = re.compile(r"\b(?:les (?:deux|2|trois|3)|tous (?:les|mes)|toutes)\b")


def annuler(
    session: Session,
    qui: Allocataire,
    participation: Participation,
    texte: str,
    conversation_id: UUID,
    tour_id: UUID | None,
    maintenant: datetime,
) -> None:
    """The person will not come: effective at once, the référent told. Nothing more the second time.

    `texte`: why, in their words, as far as they said so.
    """
    session.refresh(participation, with_for_update={"of": Participation})
    if participation.statut is not Statut.UNKNOWN:
        return
    liberer(session, participation)
    signaler(session, GenreSignalement.ANNULATION, qui.id, participation, texte, tour_id, maintenant)
    cause = tour_id or f"participation:{participation.id}"
    alerter(session, GenreAlerte.ANNULATION, conversation_id, qui, cause, maintenant)
    objet = f"rendez_vous:{participation.rendez_vous_id}"
    consigner(session, f"allocataire:{qui.id}", "rendez_vous.annuler", objet, maintenant)


def venue_confirmee(session: Session, qui: Allocataire, texte: str, maintenant: datetime) -> Reponse:
    """Those the words name, else the nearest, as the reply says; none on a day without any."""
    a_venir = participations_a_venir(session, qui.id, maintenant)
    if not a_venir:
        return Reponse("rdv_aucun")
    debuts = [participation.rendez_vous.debut for participation in a_venir]
    if de_ce_jour(texte, debuts, maintenant) == []:
        return Reponse("rdv_deja_prevu", mots_rendez_vous(a_venir[0].rendez_vous, maintenant))
    nommes = [a_venir[rang] for rang in designes(texte, debuts, maintenant)]
    confirmes = a_venir if _TOUS.search(plier(texte)) else nommes or a_venir[:1]
    for participation in confirmes:
        participation.confirme_le = participation.confirme_le or maintenant
    if len(confirmes) > 1:
        lignes = [ligne_rendez_vous(participation.rendez_vous, maintenant) for participation in confirmes]
        return Reponse("confirme_plusieurs", {"rendez_vous": liste_numerotee(lignes)})
    rendez_vous = confirmes[0].rendez_vous
    return Reponse(f"confirme_{rendez_vous.mode}", mots_rendez_vous(rendez_vous, maintenant))
