"""A number shared by several people: which first name, before anything personal."""

import re
from datetime import timedelta

from rapidfuzz.fuzz import ratio
from sqlalchemy import select
from unidecode import unidecode

from assistant.content.francais import liste_numerotee
from assistant.content.rendering import render
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.tables import Tour
from assistant.parcours.allocataires import Allocataire
from assistant.settings import settings

REGLE = "numero_partage"
ASSEZ_PROCHE = 80  # rapidfuzz ratio between what was typed and a first name
ESSAIS = 2


def choisir_la_personne(lecture: Lecture) -> Verdict | PourLeMoteur | None:
    """Nothing to do when one person (or none) has the number, or when somebody said who they are lately."""
    conversation = lecture.conversation
    if conversation.choisi_jusqu_a and conversation.choisi_jusqu_a > lecture.maintenant:
        return _reprise(lecture)
    personnes = lecture.personnes
    if len(personnes) < 2:
        return None
    questions = _questions_sans_reponse(lecture)
    nommee = _nommee(lecture.tour.texte, personnes, par_numero=bool(questions))
    if nommee is None:
        return _demander(questions, personnes)
    change = conversation.allocataire_choisi_id not in (None, nommee.id)
    conversation.allocataire_choisi_id = nommee.id
    conversation.choisi_jusqu_a = lecture.maintenant + timedelta(minutes=settings().first_name_minutes)
    return PourLeMoteur(_demande_initiale(questions) or lecture.tour.texte, nouvelle_personne=change)


def _reprise(lecture: Lecture) -> PourLeMoteur | None:
    """A turn that said who writes, taken up again after a crash, must still lead to the first request."""
    questions = _questions_sans_reponse(lecture) if lecture.tour.repris else []
    return PourLeMoteur(_demande_initiale(questions), nouvelle_personne=True) if questions else None


def _demander(questions: list[Tour], personnes: list[Allocataire]) -> Verdict:
    choix = liste_numerotee([personne.prenom for personne in personnes])
    cle = "numero_partage" if len(questions) % ESSAIS == 0 else "numero_partage_incompris"
    return Verdict([render(cle, {"choix": choix})], regle=REGLE)


def _questions_sans_reponse(lecture: Lecture) -> list[Tour]:
    """The last turns in a row that we answered by asking who writes, oldest first."""
    derniers = lecture.session.scalars(
        select(Tour)
        .where(Tour.conversation_id == lecture.conversation.id, Tour.clos_le.is_not(None))
        .order_by(Tour.clos_le.desc())
        .limit(5)
    )
    questions: list[Tour] = []
    for tour in derniers:
        if tour.regle != REGLE:
            break
        questions.insert(0, tour)
    return questions


def _demande_initiale(questions: list[Tour]) -> str:
    """What the person first wanted, before we asked who they are."""
    return " ".join(message.corps for message in questions[0].messages) if questions else ""


def _nommee(texte: str, personnes: list[Allocataire], *, par_numero: bool) -> Allocataire | None:
    mots = re.findall(r"\w+", unidecode(texte).lower())
    if par_numero and len(mots) <= 3:
        for rang, personne in enumerate(personnes, 1):
            if str(rang) in mots:
                return personne
    trouvees = [
        personne
        for personne in personnes
        if any(ratio(mot, unidecode(personne.prenom).lower()) >= ASSEZ_PROCHE for mot in mots)
    ]
    return trouvees[0] if len(trouvees) == 1 else None
