"""« C'est bien moi » after « ce n'est pas moi »: undone within the day, later looked at by the team."""

import re
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.reponse import Reponse
from assistant.conversation.propos import dit
from assistant.conversation.tables import Conversation
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.offres.mots import plier
from assistant.parcours.allocataires import EtatTelephone, Telephone
from assistant.privacy.audit import consigner

# « c'est bien moi, Lacoste Jean-Marc » from a number nobody has; not « c'est bien moi qui appelle »
_NOM_A_LA_FIN = re.compile(r"\b(bien moi|c moi|c est moi) (?!.*\b(?:qui|ki|de|d)\b)\w+(?: \w+){0,3}$")
LE_TEMPS_DE_SE_DEDIRE = timedelta(days=1)


def est_desavoue(session: Session, conversation_id: UUID) -> bool:
    """Whether somebody said here that this is a wrong number."""
    telephone = _telephone(session, conversation_id)
    return telephone is not None and telephone.etat is EtatTelephone.DESAVOUE


def se_dit_la_personne(session: Session, conversation_id: UUID, texte: str) -> bool:
    """« c'est moi », « c'est moi Jean-Marc »: the names of those who have the number may be said too."""
    telephone = _telephone(session, conversation_id)
    siens = telephone.allocataires if telephone else []
    noms = {nom for qui in siens for nom in plier(f"{qui.prenom} {qui.nom}").split()}
    dite = " ".join(mot for mot in plier(texte).split() if mot not in noms)
    return dit("cest_moi", dite if siens else _NOM_A_LA_FIN.sub(r"\1", dite))


def revenir(session: Session, conversation_id: UUID, maintenant: datetime) -> Reponse:
    """The number speaks for its person again; after a day, only once the team has looked."""
    telephone = _telephone(session, conversation_id)
    if telephone is None or not telephone.allocataires:
        return Reponse("cest_moi_inconnu")
    if telephone.etat is not EtatTelephone.DESAVOUE:
        return Reponse("cest_moi")
    qui = telephone.allocataires[0]
    if _vient_de_se_dedire(session, conversation_id, maintenant):
        telephone.etat = EtatTelephone.ACTIF
        consigner(session, "systeme", "telephone.reconnaitre", f"allocataire:{qui.id}", maintenant)
        return Reponse("cest_moi_retabli")
    cause = f"{conversation_id}:{maintenant.date()}"
    alerter(session, GenreAlerte.MAUVAIS_NUMERO, conversation_id, qui, cause, maintenant)
    return Reponse("cest_moi_transmis")


def _telephone(session: Session, conversation_id: UUID) -> Telephone | None:
    conversation = session.get(Conversation, conversation_id)
    return session.get(Telephone, conversation.adresse) if conversation else None


def _vient_de_se_dedire(session: Session, conversation_id: UUID, maintenant: datetime) -> bool:
    recente = select(Alerte.id).where(
        Alerte.conversation_id == conversation_id,
        Alerte.genre == GenreAlerte.MAUVAIS_NUMERO,
        Alerte.creee_le > maintenant - LE_TEMPS_DE_SE_DEDIRE,
    )
    return session.scalar(recente.limit(1)) is not None
