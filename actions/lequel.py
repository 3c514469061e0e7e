"""Which of a person's rendez-vous an act is about: the only one, the one named, or a numbered question."""

from rasa_sdk import Tracker

from actions.dossier import Dossier, texte_du
from assistant.content.francais import liste_numerotee
from assistant.content.reponse import Reponse
from assistant.conversation.tables import Conversation
from assistant.parcours.agenda.lequel import de_ce_jour, le_seul_designe
from assistant.parcours.agenda.mots import ligne_rendez_vous, mots_rendez_vous
from assistant.parcours.allocataires import personnes_du_numero
from assistant.parcours.rendez_vous import Participation, participations_a_venir


def a_venir(ouvert: Dossier) -> list[Participation]:
    assert ouvert.allocataire is not None
    return participations_a_venir(ouvert.session, ouvert.allocataire.id, ouvert.maintenant)


def vise(tracker: Tracker, ouvert: Dossier, parmi: list[Participation]) -> Participation | None:
    """None when the message could mean several."""
    if len(parmi) == 1:
        return parmi[0]
    debuts = [participation.rendez_vous.debut for participation in parmi]
    rang = le_seul_designe(texte_du(tracker), debuts, ouvert.maintenant)
    return None if rang is None else parmi[rang]


def le_jour_d_un_autre(mots: str, ouvert: Dossier, parmi: list[Participation]) -> Reponse | None:
    """« annuler jeudi », when only another person of this phone is expected on Thursday.

    Says nothing of the other's; None when the words name one of theirs, or no day.
    """
    ailleurs = parmi and _dit_ce_jour_la(mots, parmi, ouvert) == []
    if not ailleurs or not _dit_ce_jour_la(mots, _des_autres(ouvert), ouvert):
        return None
    return Reponse("rdv_d_un_autre", mots_rendez_vous(parmi[0].rendez_vous, ouvert.maintenant))


def _dit_ce_jour_la(mots: str, parmi: list[Participation], ouvert: Dossier) -> list[int] | None:
    return de_ce_jour(mots, [p.rendez_vous.debut for p in parmi], ouvert.maintenant)


def _des_autres(ouvert: Dossier) -> list[Participation]:
    conversation = ouvert.session.get_one(Conversation, ouvert.conversation_id)
    autres = personnes_du_numero(ouvert.session, conversation.adresse)
    return [
        participation
        for autre in autres
        if autre is not ouvert.allocataire
        for participation in participations_a_venir(ouvert.session, autre.id, ouvert.maintenant)
    ]


def question_lequel(cle: str, parmi: list[Participation], ouvert: Dossier) -> Reponse:
    lignes = [ligne_rendez_vous(p.rendez_vous, ouvert.maintenant) for p in parmi]
    return Reponse(cle, {"rendez_vous": liste_numerotee(lignes)})


def rien_ne_change(ouvert: Dossier) -> Reponse:
    """Said with the dates: nobody has to wonder what « nothing » is."""
    siens = a_venir(ouvert) if ouvert.allocataire else []
    if len(siens) == 1:
        return Reponse("creneau_rdv_garde", mots_rendez_vous(siens[0].rendez_vous, ouvert.maintenant))
    return question_lequel("rdv_inchanges", siens, ouvert) if siens else Reponse("rien_ne_change")


def retenu(tracker: Tracker, ouvert: Dossier) -> Participation | None:
    """The rendez-vous kept in `rdv_vise`; None when there is none or it is not this person's."""
    identifiant = tracker.get_slot("rdv_vise")
    participation = ouvert.session.get(Participation, identifiant) if identifiant else None
    if participation is None or ouvert.allocataire is None:
        return None
    return participation if participation.allocataire_id == ouvert.allocataire.id else None
