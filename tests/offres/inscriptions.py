"""People who sign up: made for tests, beside the demo people."""

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.conversation.garde.passage import passer
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.outbox import conversation_avec
from assistant.conversation.tables import Conversation, MessageEntrant, MessageSortant, Tour
from assistant.conversation.tours import TourReclame
from assistant.offres.inscriptions import veille
from assistant.offres.inscriptions.demande import Accord, Demandeur, Suite, accepter
from assistant.offres.inscriptions.depart import inscriptions_a_venir, quitter
from assistant.offres.inscriptions.tables import EtatInscription, Inscription
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire, Telephone
from assistant.parcours.referents import Referent
from assistant.sms_text.gsm7 import segments


def demandeur(session: Session, prenom: str, maintenant: datetime) -> Demandeur:
    """A demo person, writing from their number, in a new turn."""
    qui = session.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()
    return Demandeur(qui, conversation_avec(session, qui.telephones[0].numero), uuid4(), maintenant)


def inconnus(session: Session, combien: int) -> list[Allocataire]:
    """New people, each with a number of their own."""
    referent = session.scalars(select(Referent).where(Referent.prenom == "Claire")).one()
    personnes = [
        Allocataire(
            prenom=f"Prénom{rang}",
            nom="Inventé",
            date_naissance=date(1990, 1, 1),
            commune="Bordeaux",
            code_postal="33000",
            referent=referent,
            telephones=[Telephone(numero=f"+336399811{rang:02d}")],
        )
        for rang in range(combien)
    ]
    session.add_all(personnes)
    session.flush()
    return personnes


def prend(session: Session, offre: Offre, de: Demandeur, accord: Accord = Accord.PLACE) -> Suite:
    return accepter(session, offre.id, accord, de)


def etats(session: Session, offre: Offre) -> dict[str, str]:
    """By first name; the latest row of each."""
    rows = session.scalars(
        select(Inscription).where(Inscription.offre_id == offre.id).order_by(Inscription.id)
    ).all()
    return {row.allocataire.prenom: str(row.etat) for row in rows}


def tenues(session: Session, offre: Offre) -> int:
    etats_tenus = (EtatInscription.INSCRITE, EtatInscription.PROPOSEE)
    return sum(etat in etats_tenus for etat in etats(session, offre).values())


def veiller(session: Session, maintenant: datetime) -> None:
    """One round, inside the test's transaction; a step that fails is not hidden."""
    with capture_logs() as lignes:
        veille.veiller(lambda: nullcontext(session), maintenant)
        session.flush()
    assert lignes == []


def lu(reponse: Reponse) -> str:
    texte = render(reponse.cle, reponse.valeurs)
    assert segments(texte) == 1, texte
    return texte


def recus(session: Session, numero: str) -> Sequence[str]:
    """What was written to this number, oldest first."""
    session.flush()
    query = select(MessageSortant).join(Conversation, Conversation.id == MessageSortant.conversation_id)
    messages = session.scalars(query.where(Conversation.adresse == numero).order_by(MessageSortant.id)).all()
    assert all(message.segments == 1 for message in messages)
    return [message.corps for message in messages]


def attendent(session: Session, offre: Offre, maintenant: datetime, *prenoms: str) -> None:
    for prenom in prenoms:
        prend(session, offre, demandeur(session, prenom, maintenant), Accord.ATTENTE)


def part(session: Session, de: Demandeur) -> None:
    (inscription,) = inscriptions_a_venir(session, de.qui, de.maintenant)
    quitter(session, inscription, de)


def repond(session: Session, prenom: str, texte: str, quand: datetime) -> Verdict | PourLeMoteur:
    """The guard reads one text of this person."""
    de = demandeur(session, prenom, quand)
    message = MessageEntrant(conversation_id=de.conversation_id, sid=uuid4().hex, corps=texte, recu_le=quand)
    tour = Tour(conversation_id=de.conversation_id, ouvert_le=quand, bail_jusqu_a=quand, messages=[message])
    session.add(tour)
    session.flush()
    reclame = TourReclame(tour.id, uuid4(), de.conversation_id, (message,), 1, False)
    return passer(Lecture.de(session, reclame, quand))


def dit(issue: Verdict | PourLeMoteur) -> Sequence[str]:
    assert isinstance(issue, Verdict)
    return issue.textes
