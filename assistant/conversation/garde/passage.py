"""What is settled before the engine: silence asked, danger, whose number, who holds the talk."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import select

from assistant.content.rendering import render
from assistant.conversation.consentements import est_oppose, exprimer
from assistant.conversation.garde.danger_en_sa_langue import en_sa_langue
from assistant.conversation.garde.dementi import a_nie, dementi
from assistant.conversation.garde.detecteur import danger_possible, danger_probable
from assistant.conversation.garde.numero_partage import choisir_la_personne
from assistant.conversation.garde.numeros import numeros_sous_les_yeux, valeurs_numeros, vient_d_etre_dit
from assistant.conversation.garde.regles import (
    DETRESSES,
    Regle,
    demande_l_equipe,
    regle_des_mots,
    regle_fixe,
    veut_revenir,
)
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.qui_parle import demande_quand_un_proche
from assistant.conversation.tables import Detenteur
from assistant.conversation.tours import TourReclame
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.handoff.tenue import message_pendant_la_tenue
from assistant.offres.inscriptions.reponse_sms import reponse_a_notre_sms
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.referents import Referent

Etape = Callable[[Lecture], Verdict | PourLeMoteur | None]


def passer(lecture: Lecture) -> Verdict | PourLeMoteur:
    """A verdict that ends the turn, or what the engine shall read."""
    issues = (etape(lecture) for etape in ETAPES)
    issue = next((issue for issue in issues if issue is not None), PourLeMoteur(lecture.tour.texte))
    if not isinstance(issue, PourLeMoteur) or issue.d_abord:
        return issue
    if nie := dementi(lecture):
        excuses = Verdict([render("danger_dementi")], nie.regle)
        return replace(issue, texte=nie.texte, d_abord=excuses) if nie.texte else excuses
    if not _ne_peut_etre_exclu(lecture):
        return issue
    return replace(issue, danger_possible=True, dans_sa_langue=tuple(en_sa_langue(lecture)))


def _ne_peut_etre_exclu(lecture: Lecture) -> bool:
    if demande_quand_un_proche(lecture.tour.texte) or numeros_sous_les_yeux(lecture):
        return False
    return any(map(danger_possible, _dits(lecture.tour)))


def regles_du_tour(tour: TourReclame) -> list[Regle]:
    """The rules of each piece (a STOP sent alone after others counts) and of the whole thought."""
    lues = set(map(regle_fixe, _dits(tour)))
    return [regle for regle in Regle if regle in lues]


def _dits(tour: TourReclame) -> set[str]:
    return {*(message.corps for message in tour.messages), tour.texte}


def _deja_repondu_par_l_operateur(lecture: Lecture) -> Verdict | None:
    """Twilio's Advanced Opt-Out answered by itself: we record the wish and stay silent."""
    types = [message.opt_out_type for message in lecture.tour.messages if message.opt_out_type]
    if not types:
        return None
    if types[-1] in ("STOP", "START"):
        accepte = types[-1] == "START"
        exprimer(
            lecture.session,
            lecture.numero,
            accepte=accepte,
            source="operateur",
            le=lecture.maintenant,
        )
    return Verdict([], regle=types[-1].lower())


def _mots_reserves(lecture: Lecture) -> Verdict | None:
    """The operator's words. A danger in the same thought is answered too."""
    reserves = [regle for regle in regles_du_tour(lecture.tour) if regle not in DETRESSES]
    if not reserves:
        return None
    textes = _obeir(lecture, reserves[0])
    danger = _numeros_du_danger(lecture)
    if danger:
        return replace(danger, textes=[*danger.textes, *textes])
    return Verdict(textes, reserves[0], malgre_opposition=True)


def _obeir(lecture: Lecture, regle: Regle) -> list[str]:
    session, numero, maintenant = lecture.session, lecture.numero, lecture.maintenant
    match regle:
        case Regle.STOP:
            deja = est_oppose(session, numero)
            exprimer(session, numero, accepte=False, source="sms", le=maintenant)
            connue = "" if lecture.personnes else "_inconnu"
            return [] if deja else [render(f"stop_confirme{connue}")]
        case Regle.START:
            exprimer(session, numero, accepte=True, source="sms", le=maintenant)
            return [render("start_confirme")]
    return [render("contact")]


def _detresse(lecture: Lecture) -> Verdict | PourLeMoteur | None:
    """A danger is answered with nothing else. What is likelier none gets its answer after the numbers."""
    sure = _est_sure(lecture)
    if dementi(lecture) or (not sure and _rien_de_mal(lecture)):
        return None
    numeros = _numeros_du_danger(lecture)
    if numeros is None or sure or not _lirait_sa_reponse(lecture):
        return numeros
    if _une_personne_nous_parle(lecture):
        return PourLeMoteur(lecture.tour.texte, d_abord=numeros)
    return replace(numeros, textes=[*numeros.textes, render("detresse_sinon")])


def _rien_de_mal(lecture: Lecture) -> bool:
    """What takes the doubt out of a doubtful alarm: said to be none, or « é mon mari lui c kan » alone."""
    return a_nie(lecture) or demande_quand_un_proche(lecture.tour.texte)


def _numeros_du_danger(lecture: Lecture) -> Verdict | None:
    """The numbers to call, the team alerted."""
    dangers = [regle for regle in regles_du_tour(lecture.tour) if regle in DETRESSES]
    if not dangers:
        return None
    concernees: list[Allocataire | None] = [*lecture.personnes] or [None]
    for personne in concernees:
        cause = f"{lecture.tour.id}:{personne.id if personne else 0}"
        _alerter(lecture, GenreAlerte.URGENCE, personne, cause)
    textes = [_texte_du_danger(lecture, dangers[0]), *en_sa_langue(lecture, dangers[0])]
    return Verdict(textes, dangers[0], malgre_opposition=True)


def _texte_du_danger(lecture: Lecture, danger: Regle) -> str:
    """The numbers; to whoever just had them and is still in danger, what else can be done."""
    if demande_l_equipe(lecture.tour.texte):
        return render("detresse_signalee", valeurs_numeros())
    nuance = "_encore" if vient_d_etre_dit(lecture, danger) else ""
    return render(f"detresse_{danger}{nuance if _est_sure(lecture) else '_peut_etre'}", valeurs_numeros())


def _est_sure(lecture: Lecture) -> bool:
    return any(map(_est_un_danger, _dits(lecture.tour)))


def _une_personne_nous_parle(lecture: Lecture) -> bool:
    """The one person of this number, to Jalon and not to a référent."""
    return len(lecture.personnes) < 2 and lecture.conversation.detenteur is not Detenteur.REFERENT


def _est_un_danger(texte: str) -> bool:
    return regle_des_mots(texte) in DETRESSES or danger_probable(texte)


def _lirait_sa_reponse(lecture: Lecture) -> bool:
    """Nobody is asked what we would not read: after a STOP, or from a référent's own number."""
    return not est_oppose(lecture.session, lecture.numero) and _referent(lecture) is None


def _oppose(lecture: Lecture) -> Verdict | None:
    """After a STOP nothing leaves, but a human sees that the person wrote."""
    if not est_oppose(lecture.session, lecture.numero):
        return None
    if veut_revenir(lecture.tour.texte):
        exprimer(lecture.session, lecture.numero, accepte=True, source="sms", le=lecture.maintenant)
        return None
    personnes = lecture.personnes
    cause = f"{lecture.conversation.id}:{lecture.maintenant.date()}"
    personne = personnes[0] if personnes else None
    _alerter(lecture, GenreAlerte.OPPOSITION, personne, cause)
    return Verdict([], regle="oppose")


def _alerter(lecture: Lecture, genre: GenreAlerte, personne: Allocataire | None, cause: str) -> None:
    alerter(lecture.session, genre, lecture.conversation.id, personne, cause, lecture.maintenant)


def _referent(lecture: Lecture) -> Verdict | None:
    if lecture.personnes:
        return None
    connu = lecture.session.scalar(select(Referent.id).where(Referent.telephone == lecture.numero))
    return Verdict([render("message_referent")], regle="referent") if connu else None


def _rien_a_lire(lecture: Lecture) -> Verdict | None:
    if lecture.tour.texte:
        return None
    return Verdict([render("media_illisible")], regle="illisible")


ETAPES: tuple[Etape, ...] = (
    _deja_repondu_par_l_operateur,
    _mots_reserves,
    _detresse,
    _oppose,
    _referent,
    _rien_a_lire,
    choisir_la_personne,
    reponse_a_notre_sms,
    message_pendant_la_tenue,
)
