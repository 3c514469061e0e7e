"""The telephones one can pick up: those of the people followed, of the référents, and others that wrote."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session, selectinload

from api.telephone.situations import Situation, situations
from assistant.conversation.tables import Canal, Conversation, MessageEntrant, MessageSortant
from assistant.parcours.allocataires import Telephone
from assistant.parcours.referents import Referent

PEOPLE_AT_MOST = 50
OTHERS_AT_MOST = 10


@dataclass(frozen=True)
class Fiche:
    """One number of the list; `dernier` is when it last sent or received a text."""

    numero: str
    noms: list[str]
    dernier: datetime | None
    situation: Situation | None = None
    referent: Referent | None = None


@dataclass(frozen=True)
class Annuaire:
    allocataires: list[Fiche]
    referents: list[Fiche]
    autres: list[Fiche]

    def fiche(self, numero: str) -> Fiche:
        """The entry of a number, made up for one nobody knows."""
        fiches = (*self.allocataires, *self.referents, *self.autres)
        return next((fiche for fiche in fiches if fiche.numero == numero), Fiche(numero, [], None))


def lire_annuaire(session: Session, aujourd_hui: date) -> Annuaire:
    derniers = _derniers_messages(session)
    allocataires = _allocataires(session, derniers, aujourd_hui)
    referents = [
        Fiche(referent.telephone, [referent.nom_complet], derniers.get(referent.telephone), referent=referent)
        for referent in session.scalars(select(Referent).order_by(Referent.telephone).limit(PEOPLE_AT_MOST))
    ]
    connus = {fiche.numero for fiche in (*allocataires, *referents)}
    autres = [Fiche(numero, [], le) for numero, le in derniers.items() if numero not in connus]
    return Annuaire(allocataires, referents, autres[:OTHERS_AT_MOST])


def _allocataires(session: Session, derniers: dict[str, datetime], aujourd_hui: date) -> list[Fiche]:
    telephones = session.scalars(
        select(Telephone)
        .options(selectinload(Telephone.allocataires))
        .where(Telephone.allocataires.any())
        .order_by(Telephone.numero)
        .limit(PEOPLE_AT_MOST)
    ).all()
    connues = situations(session, telephones, aujourd_hui)
    return [
        Fiche(
            telephone.numero,
            sorted(allocataire.prenom for allocataire in telephone.allocataires),
            derniers.get(telephone.numero),
            situation=connues[telephone.numero],
        )
        for telephone in telephones
    ]


def _derniers_messages(session: Session) -> dict[str, datetime]:
    """When each number last sent or received, the latest first."""
    messages = union_all(
        select(MessageEntrant.conversation_id, MessageEntrant.recu_le.label("le")),
        select(MessageSortant.conversation_id, MessageSortant.cree_le),
    ).subquery()
    dernier = func.max(messages.c.le)
    rows = session.execute(
        select(Conversation.adresse, dernier)
        .join(messages, messages.c.conversation_id == Conversation.id)
        .where(Conversation.canal == Canal.SMS)
        .group_by(Conversation.adresse)
        .order_by(dernier.desc())
    )
    return dict(rows.all())
