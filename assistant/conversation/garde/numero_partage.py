"""A number shared by several people: which first name, before anything personal."""

import re
from datetime import timedelta
from itertools import takewhile

from sqlalchemy import select
from unidecode import unidecode

from assistant.content.francais import liste_numerotee
from assistant.content.rendering import render
from assistant.conversation.garde.dementi import ce_qui_est_demande, nie_un_danger
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.qui_parle import (
    comme_sienne,
    demande_pour_une_autre,
    est_son_prenom,
    n_est_pas_pour_soi,
    ne_dit_que_qui,
    nomme_une_autre,
    parle_d_une_autre,
    qui_se_dit,
)
from assistant.conversation.tables import Tour
from assistant.parcours.allocataires import Allocataire
from assistant.settings import settings

REGLE, AUTRE = "numero_partage", "numero_partage_autre"
DE_QUI = "numero_partage_de_qui"
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
    texte, personnes = lecture.tour.texte, lecture.personnes
    d_un_proche = demande_pour_une_autre(texte, nommee or personnes[0], personnes) or n_est_pas_pour_soi(
        texte
    )
    if nommee is None or (d_un_proche and qui_se_dit(texte, personnes) is None):
        return _demander(questions, personnes, DE_QUI if d_un_proche else REGLE)
    if nomme_une_autre(_demande_initiale(questions), nommee, personnes):
        return _dire_a_l_autre_d_ecrire(lecture, nommee)
    return _choisir(lecture, nommee, questions)


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
        pour_une_autre = demande_pour_une_autre(texte, dite, personnes)
        return None if dite is actuelle and not pour_une_autre else _choisir(lecture, dite, [])
    if parle_d_une_autre(texte, actuelle, personnes):
        return _demander([], personnes, DE_QUI)
    return None


def _repondre_qui_ecrit(
    lecture: Lecture, actuelle: Allocataire, questions: list[Tour]
) -> Verdict | PourLeMoteur:
    """Asked again because another was spoken of, or a turn that chose, taken up again after a crash."""
    nommee = _nommee(lecture.tour.texte, lecture.personnes, par_numero=True)
    if nommee is None:
        d_une_autre = demande_pour_une_autre(lecture.tour.texte, lecture.personnes[0], lecture.personnes)
        return _demander(questions, lecture.personnes, DE_QUI if d_une_autre else REGLE)
    autre = parle_d_une_autre(_demande_initiale(questions), actuelle, lecture.personnes)
    if nommee is actuelle and autre and not lecture.tour.repris:
        return _dire_a_l_autre_d_ecrire(lecture, nommee)
    return _choisir(lecture, nommee, questions)


def _choisir(lecture: Lecture, nommee: Allocataire, questions: list[Tour]) -> Verdict | PourLeMoteur:
    conversation, repris = lecture.conversation, lecture.tour.repris
    if not repris and demande_pour_une_autre(lecture.tour.texte, nommee, lecture.personnes):
        return _dire_a_l_autre_d_ecrire(lecture, nommee)
    change = conversation.allocataire_choisi_id not in (None, nommee.id)
    _retenir(lecture, nommee)
    texte = _demande_initiale(questions) or lecture.tour.texte
    if change and not questions and ne_dit_que_qui(texte, lecture.personnes):
        texte = _derniere_demande(lecture) or texte
    return PourLeMoteur(_sienne(texte, nommee), nouvelle_personne=change or repris)


def _retenir(lecture: Lecture, nommee: Allocataire) -> None:
    lecture.conversation.allocataire_choisi_id = nommee.id
    duree = timedelta(minutes=settings().first_name_minutes)
    lecture.conversation.choisi_jusqu_a = lecture.maintenant + duree


def _dire_a_l_autre_d_ecrire(lecture: Lecture, nommee: Allocataire) -> Verdict:
    """« c karim mais c pour salima »: neither is told of the other. The engine, which forgets who wrote
    before only when it is asked, must not go on for somebody else: who writes is asked again.
    """
    if lecture.conversation.allocataire_choisi_id in (None, nommee.id):
        _retenir(lecture, nommee)
    else:
        lecture.conversation.choisi_jusqu_a = lecture.maintenant
    return Verdict([render(AUTRE)], regle=AUTRE)


def _sienne(texte: str, nommee: Allocataire) -> str:
    """What was asked, without « non pas de danger » and as of oneself."""
    demande = ce_qui_est_demande(texte) if nie_un_danger(texte) else ""
    return comme_sienne(demande or texte, nommee)


def _demander(questions: list[Tour], personnes: list[Allocataire], d_abord: str = REGLE) -> Verdict:
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
    derniers = lecture.session.scalars(
        select(Tour)
        .where(Tour.conversation_id == lecture.conversation.id, Tour.clos_le.is_not(None))
        .where(Tour.clos_le > lecture.maintenant - JUSTE_AVANT)
        .order_by(Tour.clos_le.desc())
        .limit(5)
    ).all()
    de_qui = list(takewhile(lambda tour: tour.regle in (REGLE, AUTRE), derniers))
    demande = de_qui[-1:] or derniers[:1]
    return " ".join(message.corps for tour in demande for message in tour.messages)


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
