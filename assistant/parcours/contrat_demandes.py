"""Signing, renewing or changing a contract: a link where there is one, else the référent, who is told."""

import re
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.content.francais import date_en_francais
from assistant.content.reponse import Reponse
from assistant.conversation.propos import dit
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.mots import plier
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_courant import contrat_a_signer, contrat_courant
from assistant.parcours.contrat_dit import contrat_consulte, nom_du_contrat, qui_suit

_LIEN_EN_PANNE = re.compile(
    r"\b(?:marche (?:pas|plus)|hs|expire\w*|blanche|bloqu\w+|introuvable|erreur|arnaque|refuse\w*|internet"
    r"|(?:arrive|recu|sais|comprends?) (?:pas|rien|ri1)|papier|ensemble|imprim\w+|poste|courrier)\b"
)
_PAS_SIMPLE = re.compile(
    r"\b(?:pas|pa|plus|rien|jamais|oblig\w*|forcee?|refus\w*|si (?:je|j|on)|sinon|annul\w*)\b"
)


def veut_signer(texte: str) -> bool:
    """A wish said plainly: « RENOUVELER », « comment je signe ». Not « suis-je obligé de renouveler »."""
    return dit("veut_signer", texte) and _PAS_SIMPLE.search(plier(texte)) is None


def signature_demandee(
    session: Session,
    allocataire: Allocataire,
    texte: str,
    conversation_id: UUID,
    cause: UUID,
    maintenant: datetime,
) -> Reponse:
    """The signing link; when there is none, or the words say it does not help, the référent is told of a
    plain wish, and whoever only speaks of signing hears how their contract stands and what to answer.
    """
    jour = maintenant.date()
    a_signer = contrat_a_signer(session, allocataire.id, jour)
    en_panne = bool(_LIEN_EN_PANNE.search(plier(texte)))
    if a_signer and a_signer.lien_signature and not en_panne:
        valeurs = {"contrat": nom_du_contrat(a_signer), "lien": a_signer.lien_signature}
        return Reponse("signature_lien", valeurs)
    if not (veut_signer(texte) or (a_signer and en_panne)):
        return contrat_consulte(session, allocataire, jour)
    alerter(session, GenreAlerte.CONTRAT, conversation_id, allocataire, cause, maintenant)
    contrat = a_signer or contrat_courant(session, allocataire.id, jour)
    valeurs = {"referent": qui_suit(allocataire, jour)}
    if contrat is None:
        return Reponse("signature_sans_contrat", valeurs)
    valeurs |= {"contrat": nom_du_contrat(contrat), "fin": date_en_francais(contrat.fin)}
    return Reponse("signature_avec_referent" if a_signer else "renouvellement_demande", valeurs)


def changement_demande(
    session: Session, allocataire: Allocataire, conversation_id: UUID, cause: UUID, maintenant: datetime
) -> Reponse:
    """A wish to change the contract goes to the référent. Says nothing of whether there is a contract."""
    alerter(session, GenreAlerte.CONTRAT, conversation_id, allocataire, cause, maintenant)
    return Reponse("modification_demandee", {"referent": qui_suit(allocataire, maintenant.date())})
