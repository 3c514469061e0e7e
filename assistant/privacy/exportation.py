"""The right of access: all rows that hang on a telephone number, table by table."""

from typing import Any

from sqlalchemy import Select, inspect, select
from sqlalchemy.orm import Session

from assistant.conversation.consentements import Consentement
from assistant.conversation.tables import Conversation, MessageEntrant, MessageSortant
from assistant.database import Base
from assistant.offres.inscriptions.tables import Inscription, Prescription
from assistant.parcours.allocataires import Allocataire, personnes_du_numero
from assistant.parcours.contrats import ActionContrat, Contrat, HeuresDeclarees
from assistant.parcours.rendez_vous import Participation, RendezVous, Signalement
from assistant.privacy.verifications import VerificationIdentite

Dossier = dict[str, list[dict[str, Any]]]


def exporter_numero(session: Session, numero: str) -> Dossier | None:
    """Rows by table name; None when the number was never seen."""
    conversations = select(Conversation.id).where(Conversation.adresse == numero)
    personnes = [personne.id for personne in personnes_du_numero(session, numero)]
    contrats = select(Contrat.id).where(Contrat.allocataire_id.in_(personnes))
    rendez_vous = select(Participation.rendez_vous_id).where(Participation.allocataire_id.in_(personnes))
    requetes: list[Select[Any]] = [
        select(Conversation).where(Conversation.adresse == numero),
        select(MessageEntrant).where(MessageEntrant.conversation_id.in_(conversations)),
        select(MessageSortant).where(MessageSortant.conversation_id.in_(conversations)),
        select(Consentement).where(Consentement.numero == numero),
        select(VerificationIdentite).where(VerificationIdentite.conversation_id.in_(conversations)),
        select(Allocataire).where(Allocataire.id.in_(personnes)),
        select(RendezVous).where(RendezVous.id.in_(rendez_vous)),
        select(Participation).where(Participation.allocataire_id.in_(personnes)),
        select(Signalement).where(Signalement.allocataire_id.in_(personnes)),
        select(Contrat).where(Contrat.allocataire_id.in_(personnes)),
        select(ActionContrat).where(ActionContrat.contrat_id.in_(contrats)),
        select(Inscription).where(Inscription.allocataire_id.in_(personnes)),
        select(Prescription).where(Prescription.allocataire_id.in_(personnes)),
        select(HeuresDeclarees).where(HeuresDeclarees.contrat_id.in_(contrats)),
    ]
    dossier: Dossier = {}
    for requete in requetes:
        for row in session.scalars(requete):
            dossier.setdefault(row.__tablename__, []).append(_colonnes(row))
    return dossier or None


def _colonnes(row: Base) -> dict[str, Any]:
    return {attribute.key: getattr(row, attribute.key) for attribute in inspect(type(row)).column_attrs}
