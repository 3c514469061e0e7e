"""Rights, sanctions and changes: which fixed answer. The law is in the texts, each with its source."""

import re
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.mots import plier
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_dit import qui_suit

_RECUE = re.compile(
    r"\b(?:suspendue?|coupee?|radiee?|supprimee?|reduit\w*|sanctionnee?|courriers?|lettres?|recommande|recu|rayee?)\b"
)
_SANS_LETTRE = re.compile(
    r"\b(?:pas|jamais|rien|sans|aucune?)\b(?: \w+){0,3} (?:lettres?|letres?|courriers?|papiers?|ecrit)\b"
)
_SE_DEMANDE = re.compile(
    r"\b(?:ai je|j ai|jai|g|suis je|je suis|ai|est ce que|pas de|y a|(?:vous|vs|on|tu) m ?\w+)"
    r"(?: \w+){0,3} (?:sanction\w*|suspendu\w*|coupe\w*|radie\w*)\b"
)
_OU_QUOI = re.compile(r"\bou (?:quoi|koi|pas|non)\b")
_LETTRE = re.compile(r"\b(?:lettres?|letres?|courriers?|courier|recommande)\b")
_CRAINTE = re.compile(r"\b(?:peur|risque\w*|va|vas|vais|allez|vont|si (?:je|j|on)|sinon)\b")
# The same fear where only a sentence in another language is understood.
_CRAINTE_AILLEURS = re.compile(
    r"\b(?:medo|miedo|afraid|scared|worried|paura|frica|teama|receio|temo)\b.{,40}"
    r"\b(?:perder\w*|perd\w*|pierd\w*|los\w+|cort\w*|cut\w*|tai\w*|tagli\w*|stop\w*|quit\w*)\b"
)
_DEUIL = re.compile(r"\b(?:deced\w*|deces|deuil|enterr\w*|obseques|(?:est|sont) mort\w*)\b")
_HEUREUX = re.compile(
    r"\b(?:cdi|embauche\w*"
    r"|(?:trouve\w*|decroche\w*) (?:un |du )?(?:taf|travail|boulot|job|emploi)"
    r"|est nee?|naissance|accouche\w*|me marie\w*)\b"
)
_DECLARER = re.compile(r"\b(?:declar\w*|dire|dise|disse|signal\w*|noter?|cache\w*)\b")
_GAIN = re.compile(
    r"\b(?:\d+ ?(?:e|euros?|balles?)|salaires?|gagn\w*|pay\w*|fiches? de pay\w*|vendanges?|black|extras?"
    r"|cheques? emploi|heures? (?:de )?menage|missions?|ventes?|vendu\w*|vinted|dons?|heritage"
    r"|pourboires?|loyers? percus?)\b"
)
_NUMERO = re.compile(r"\b(?:num|numeros?|tel|telephone|portable|ligne)\b")


def droits(cle: str, allocataire: Allocataire | None, jour: date) -> Reponse:
    """A fixed answer that names the référent when the person is known."""
    return Reponse(cle, {"referent": _referent(allocataire, jour)})


def question_de_droits(texte: str, allocataire: Allocataire | None, jour: date) -> Reponse:
    """« 150 euros de vendange, faut il que je le dise »: all that is earned is declared (R.262-37)."""
    mots = plier(texte)
    gagne = _DECLARER.search(mots) and _GAIN.search(mots)
    return _selon("droits_declarer" if gagne else "droits_generaux", allocataire, jour)


def sanction(texte: str, allocataire: Allocataire | None, jour: date) -> Reponse:
    """Feared, or already there: what one may do about it. Never what will happen."""
    mots = plier(texte)
    if se_demande_une_sanction(texte):
        return _selon("droits_sanction_question", allocataire, jour)
    recue = _RECUE.search(mots) and not _CRAINTE.search(mots)
    if recue and _SANS_LETTRE.search(mots):
        return _selon("droits_sanction_sans_lettre", allocataire, jour)
    return _selon("droits_sanction_recue" if recue else "droits_sanction_crainte", allocataire, jour)


def se_demande_une_sanction(texte: str) -> bool:
    """« j'ai une sanction ??? », « vs mavez coupé ou koi »: asked by who knows of none, and we see none."""
    mots = plier(texte)
    demande = ("?" in texte or _OU_QUOI.search(mots)) and not _LETTRE.search(mots)
    return bool(demande) and _SE_DEMANDE.search(mots) is not None and not _CRAINTE.search(mots)


def craint_dans_sa_langue(texte: str) -> bool:
    """« tenho medo de perder o subsídio »: what its French sister says."""
    return _CRAINTE_AILLEURS.search(plier(texte)) is not None


def changement(
    session: Session,
    texte: str,
    allocataire: Allocataire | None,
    conversation_id: UUID,
    cause: UUID,
    maintenant: datetime,
) -> Reponse:
    """Tells the référent of a known person, and tells the person who else must know."""
    mots = plier(texte)
    heureux = "changement_heureux" if _HEUREUX.search(mots) else "changement"
    cle = "changement_deuil" if _DEUIL.search(mots) else heureux
    if allocataire:
        alerter(session, GenreAlerte.CHANGEMENT, conversation_id, allocataire, cause, maintenant)
    return _selon("changement_numero" if _NUMERO.search(mots) else cle, allocataire, maintenant.date())


def _selon(cle: str, allocataire: Allocataire | None, jour: date) -> Reponse:
    if allocataire is None:
        return Reponse(f"{cle}_inconnu")
    return Reponse(cle, {"referent": _referent(allocataire, jour)})


def _referent(allocataire: Allocataire | None, jour: date) -> str:
    return qui_suit(allocataire, jour) if allocataire else render("referent_sans_nom")
