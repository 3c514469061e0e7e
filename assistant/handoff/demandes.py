"""A person asks for a human, or needs one: who is told, and what can honestly be said of when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select, true
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.handoff.horaires import quand_en_francais
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.referents import interlocuteur


def demander_un_humain(
    session: Session,
    genre: GenreAlerte,
    conversation_id: UUID,
    qui: Allocataire | None,
    cause: UUID,
    maintenant: datetime,
) -> Reponse:
    """The référent (or the stand-in) is told once a day, until they take it; the person, when to expect them.

    Level 0: staff see that somebody asked, and the person is told whom to call. Texts: `<genre>_transmis`,
    `<genre>_deja_transmis`, `<genre>_remplace`, `<genre>_inconnu`.
    """
    deja = attend_deja(session, conversation_id, cause, maintenant, genre)
    if not deja:
        alerter(session, genre, conversation_id, qui, cause, maintenant)
    if qui is None:
        return Reponse(f"{genre}_inconnu")
    present = interlocuteur(qui.referent, maintenant.date())
    valeurs = {
        "referent": present.referent.nom_complet,
        "quand": quand_en_francais(present.referent, maintenant),
    }
    if deja:
        return Reponse(f"{genre}_deja_transmis", valeurs)
    if present.remplace:
        return Reponse(f"{genre}_remplace", valeurs | {"absent": present.remplace.nom_complet})
    return Reponse(f"{genre}_transmis", valeurs)


def transmettre(
    session: Session,
    conversation_id: UUID,
    qui: Allocataire | None,
    cause: UUID,
    maintenant: datetime,
    *,
    ajoute: bool,
) -> Reponse:
    """A word for the référent. Whoever adds one (`ajoute`) to a request that waits hears that it is added."""
    transmise = demander_un_humain(session, GenreAlerte.PARLER, conversation_id, qui, cause, maintenant)
    complete = ajoute and transmise.cle == "parler_deja_transmis"
    return Reponse("propos_transmettre_ajoute", transmise.valeurs) if complete else transmise


def attend_deja(
    session: Session,
    conversation_id: UUID,
    cause: UUID,
    maintenant: datetime,
    genre: GenreAlerte | None = GenreAlerte.PARLER,
) -> bool:
    """Whether this (None: anything) was passed on today by an earlier turn and nobody has taken it yet."""
    minuit = maintenant.astimezone(PARIS).replace(hour=0, minute=0, second=0, microsecond=0)
    en_attente = exists().where(
        Alerte.conversation_id == conversation_id,
        Alerte.genre == genre if genre else true(),
        Alerte.prise_le.is_(None),
        Alerte.creee_le >= minuit,
        Alerte.cle.not_like(f"%:{cause}"),
    )
    return bool(session.scalar(select(en_attente)))


def retirer_la_demande(
    session: Session, conversation_id: UUID, genre: GenreAlerte, maintenant: datetime
) -> bool:
    """Nobody has to take up any more what the person takes back; False when nothing waited."""
    en_attente = select(Alerte).where(
        Alerte.conversation_id == conversation_id, Alerte.genre == genre, Alerte.prise_le.is_(None)
    )
    retirees = list(session.scalars(en_attente))
    for alerte in retirees:
        alerte.prise_le = maintenant
    return bool(retirees)
