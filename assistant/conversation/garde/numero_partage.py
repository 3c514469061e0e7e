"""A number shared by several people: which first name, before anything personal."""

import re
from datetime import timedelta

from sqlalchemy import select
from unidecode import unidecode

from assistant.content.francais import liste_numerotee
from assistant.content.rendering import render
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.qui_parle import (
    est_son_prenom,
    ne_dit_que_qui,
    parle_d_une_autre,
    qui_se_dit,
)
from assistant.conversation.tables import Tour
from assistant.parcours.allocataires import Allocataire
from assistant.settings import settings

REGLE = "numero_partage"
ESSAIS = 2
JUSTE_AVANT = timedelta(minutes=15)


def choisir_la_personne(lecture: Lecture) -> Verdict | PourLeMoteur | None:
    """Nothing to do when one person (or none) has the number, or when somebody said who they are lately."""
    if len(lecture.personnes) < 2:
        return None
    questions = _questions_sans_reponse(lecture)
    actuelle = _deja_choisie(lecture)
    if actuelle is not None:
        return _au_nom_de(lecture, actuelle, questions)
    nommee = _nommee(lecture.tour.texte, lecture.personnes, par_numero=bool(questions))
    return _choisir(lecture, nommee, questions) if nommee else _demander(questions, lecture.personnes)


def _deja_choisie(lecture: Lecture) -> Allocataire | None:
    conversation = lecture.conversation
    tient = conversation.choisi_jusqu_a and conversation.choisi_jusqu_a > lecture.maintenant
    choisi = conversation.allocataire_choisi_id if tient else None
    return next((personne for personne in lecture.personnes if personne.id == choisi), None)


def _au_nom_de(
    lecture: Lecture, actuelle: Allocataire, questions: list[Tour]
) -> Verdict | PourLeMoteur | None:
    """One of them is writing: the other may take the phone, or be spoken of."""
    texte, personnes = lecture.tour.texte, lecture.personnes
    if questions:
        return _repondre_qui_ecrit(lecture, actuelle, questions)
    if (dite := qui_se_dit(texte, personnes)) is not None:
        return None if dite is actuelle else _choisir(lecture, dite, [])
    if parle_d_une_autre(texte, actuelle, personnes):
        return _demander([], personnes, "numero_partage_de_qui")
    return None


def _repondre_qui_ecrit(
    lecture: Lecture, actuelle: Allocataire, questions: list[Tour]
) -> Verdict | PourLeMoteur:
    """Asked again because another was spoken of, or a turn that chose, taken up again after a crash."""
    nommee = _nommee(lecture.tour.texte, lecture.personnes, par_numero=True)
    if nommee is None:
        return _demander(questions, lecture.personnes)
    autre = parle_d_une_autre(_demande_initiale(questions), actuelle, lecture.personnes)
    if nommee is actuelle and autre and not lecture.tour.repris:
        return Verdict([render("numero_partage_autre")], regle="numero_partage_autre")
    return _choisir(lecture, nommee, questions)


def _choisir(lecture: Lecture, nommee: Allocataire, questions: list[Tour]) -> PourLeMoteur:
    conversation = lecture.conversation
    change = conversation.allocataire_choisi_id not in (None, nommee.id)
    conversation.allocataire_choisi_id = nommee.id
    conversation.choisi_jusqu_a = lecture.maintenant + timedelta(minutes=settings().first_name_minutes)
    texte = _demande_initiale(questions) or lecture.tour.texte
    if change and not questions and ne_dit_que_qui(texte, lecture.personnes):
        texte = _derniere_demande(lecture) or texte
    return PourLeMoteur(texte, nouvelle_personne=change or lecture.tour.repris)


def _demander(
    questions: list[Tour], personnes: list[Allocataire], d_abord: str = "numero_partage"
) -> Verdict:
    choix = liste_numerotee([personne.prenom for personne in personnes])
    cle = d_abord if len(questions) % ESSAIS == 0 else "numero_partage_incompris"
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


def _derniere_demande(lecture: Lecture) -> str:
    """What was just asked in the other's name: « écrivez son prénom » leads back to it."""
    dernier = lecture.session.scalars(
        select(Tour)
        .where(Tour.conversation_id == lecture.conversation.id, Tour.clos_le.is_not(None))
        .where(Tour.clos_le > lecture.maintenant - JUSTE_AVANT)
        .order_by(Tour.clos_le.desc())
        .limit(1)
    ).first()
    return " ".join(message.corps for message in dernier.messages) if dernier else ""


def _nommee(texte: str, personnes: list[Allocataire], *, par_numero: bool) -> Allocataire | None:
    mots = re.findall(r"\w+", unidecode(texte).lower())
    if par_numero and len(mots) <= 3:
        for rang, personne in enumerate(personnes, 1):
            if str(rang) in mots:
                return personne
    if (dite := qui_se_dit(texte, personnes)) is not None:
        return dite
    trouvees = [personne for personne in personnes if any(est_son_prenom(mot, personne) for mot in mots)]
    return trouvees[0] if len(trouvees) == 1 else None
