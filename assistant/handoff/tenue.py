"""Who holds the conversation: Jalon, or the référent until they give it back or fall silent."""

from datetime import datetime, timedelta

from assistant.content.rendering import render
from assistant.conversation.garde.verdict import Lecture, Verdict
from assistant.conversation.tables import Conversation, Detenteur
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.horaires import quand_en_francais
from assistant.parcours.referents import interlocuteur
from assistant.settings import settings


def prendre(conversation: Conversation, maintenant: datetime) -> None:
    conversation.detenteur = Detenteur.REFERENT
    conversation.tenue_depuis = maintenant


def rendre(conversation: Conversation) -> None:
    conversation.detenteur = Detenteur.JALON
    conversation.tenue_depuis = None


def message_pendant_la_tenue(lecture: Lecture) -> Verdict | None:
    """The référent is told once a day that more came; the person, when they may expect an answer."""
    session, conversation, maintenant = lecture.session, lecture.conversation, lecture.maintenant
    if conversation.detenteur is not Detenteur.REFERENT:
        return None
    tenue_max = timedelta(hours=settings().held_conversation_hours)
    personnes = lecture.personnes
    if not personnes or (conversation.tenue_depuis or maintenant) + tenue_max < maintenant:
        rendre(conversation)
        return None
    cause = f"{conversation.id}:{maintenant.date()}"
    if not alerter(session, GenreAlerte.PARLER, conversation.id, personnes[0], cause, maintenant):
        return Verdict([], regle="tenue")
    qui = interlocuteur(personnes[0].referent, maintenant.date()).referent
    valeurs = {"referent": qui.nom_complet, "quand": quand_en_francais(qui, maintenant)}
    return Verdict([render("conversation_tenue", valeurs)], regle="tenue")
