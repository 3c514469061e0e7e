"""Answers the oldest thought of a conversation: the guard first, then the engine."""

from dataclasses import replace
from uuid import UUID

from assistant.clock import now
from assistant.content.rendering import render
from assistant.conversation import moteur
from assistant.conversation.cloture import clore_avec
from assistant.conversation.garde.numeros import DANGER_POSSIBLE, valeurs_numeros
from assistant.conversation.garde.passage import passer
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.livraison import partir, prochain_envoi
from assistant.conversation.pannes import patienter_ou_avouer
from assistant.conversation.tours import (
    BailPerdu,
    TourReclame,
    oublier_reponses,
    reclamer,
    reponses_notees,
)
from assistant.database import transaction
from assistant.journal import journal


def repondre(conversation_id: UUID) -> bool:
    """True when a turn was closed: the caller delivers what is left, and asks again for the next one."""
    try:
        with transaction() as session:
            tour = reclamer(session, conversation_id, now())
            if tour is None:
                return False
            issue = passer(Lecture.de(session, tour, now()))
            if isinstance(issue, Verdict):
                clore_avec(session, tour, issue)
                return True
    except Exception as faute:  # the guard's own: the claim was rolled back with it
        return _tenir_compte_de(faute, conversation_id)
    return _repondre_par_le_moteur(tour, issue)


def _tenir_compte_de(faute: Exception, conversation_id: UUID) -> bool:
    with transaction() as session:
        tour = reclamer(session, conversation_id, now())
    return patienter_ou_avouer(tour, faute) if tour else False


def _repondre_par_le_moteur(tour: TourReclame, issue: PourLeMoteur) -> bool:
    try:
        verdict = _entendre_le_moteur(tour, issue)
        with transaction() as session:
            clore_avec(session, tour, verdict)
            envoi = prochain_envoi(session, tour.conversation_id, now())
    except BailPerdu:
        journal.warning("tour.bail_perdu", tour=str(tour.id))
        return False
    except Exception as faute:  # ours or the engine's: the person must not wait for ever
        return patienter_ou_avouer(tour, faute)
    if envoi is not None:
        partir(envoi)
    return True


def _entendre_le_moteur(tour: TourReclame, issue: PourLeMoteur) -> Verdict:
    """Numbers to call wait for nobody: they go alone when the engine does not answer."""
    if issue.d_abord is None:
        return _avec_les_numeros(_demander_une_fois(tour, issue), issue)
    try:
        suite = _demander_une_fois(tour, issue)
    except Exception as faute:
        journal.warning("tour.numeros_seuls", tour=str(tour.id), genre=type(faute).__name__)
        return issue.d_abord
    return replace(issue.d_abord, textes=[*issue.d_abord.textes, *suite])


def _avec_les_numeros(dits: list[str], issue: PourLeMoteur) -> Verdict:
    if not issue.danger_possible:
        return Verdict(dits)
    numeros = [render("danger_possible", valeurs_numeros()), *issue.dans_sa_langue]
    return Verdict([*dits, *numeros], regle=DANGER_POSSIBLE)


def _demander_une_fois(tour: TourReclame, passage: PourLeMoteur) -> list[str]:
    """Asks the engine, unless a worker that died had already got its whole answer."""
    if tour.repris and (notees := _deja_dites(tour)):
        return notees
    if passage.nouvelle_personne:
        moteur.oublier(tour.conversation_id)
    return moteur.demander(tour.conversation_id, tour.id, passage.texte)


def _deja_dites(tour: TourReclame) -> list[str]:
    """What the engine said when it finished this turn; nothing, and nothing noted, when it did not."""
    with transaction() as session:
        notees = reponses_notees(session, tour)
    if notees and moteur.a_deja_repondu(tour.conversation_id, tour.id):
        return notees
    with transaction() as session:
        oublier_reponses(session, tour)
    return []
