"""The short answer to an SMS we wrote first (a freed place, a reminder): read before the engine.

Only while that SMS is the last thing we said: after anything else the dialogue decides what is answered.
The engine would take « je peux pas venir » for a rendez-vous: it does not know what we just wrote.
"""

import re

from sqlalchemy import or_, select

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.reponses_courtes import PEU_DE_MOTS, dit_non, dit_oui
from assistant.conversation.tables import MessageSortant
from assistant.offres.inscriptions.demande import Demandeur
from assistant.offres.inscriptions.mots import mots_discrets
from assistant.offres.inscriptions.place_liberee import annoncee_le, repondre
from assistant.offres.inscriptions.tables import EtatInscription, Inscription
from assistant.offres.mots import plier
from assistant.parcours.allocataires import Allocataire
from assistant.privacy.identite import identifier

REGLE = "reponse_inscription"
SE_DESINSCRIRE = "Je veux me désinscrire"  # what the engine reads instead of « je peux pas venir »
ASSEZ_COURT = 10  # words of an excuse; longer ones may be about something else
_VIENT_PAS = re.compile(
    r"\b(?:(?:vien\w*|peu\w*|pourr\w*|irai?|serai?|sui\w*|pu|vais) (?:pa|pas|plus?)\b"
    r"|pas (?:venir|la|dispo\w*)|annul\w*|empech\w*|desinscri\w*)"
)
_VIENT = re.compile(
    r"\b(?:je|j|jy|on) ?(?:y )?(?:vien\w*|serai?|sera|vais)\b|\b(?:a demain|present\w?|compris)\b"
)


def reponse_a_notre_sms(lecture: Lecture) -> Verdict | PourLeMoteur | None:
    """The person was checked when they asked for the place: a known number is enough for the answer."""
    ecrit = _dernier_ecrit(lecture)
    qui = identifier(lecture.session, lecture.conversation.id, lecture.maintenant).allocataire
    if ecrit is None or qui is None:
        return None
    proposee = annoncee_le(lecture.session, lecture.conversation.id, qui.id, ecrit.cree_le)
    if proposee:
        return _a_la_place(lecture, qui, proposee)
    rappelee = _rappelee(lecture, qui, ecrit)
    return _au_rappel(lecture, rappelee) if rappelee else None


def _a_la_place(lecture: Lecture, qui: Allocataire, proposee: Inscription) -> Verdict | None:
    texte = lecture.tour.texte
    non = dit_non(texte) or _VIENT_PAS.search(plier(texte)) is not None
    if not (non or accepte(texte)) or len(plier(texte).split()) > PEU_DE_MOTS:
        return None
    de = Demandeur(qui, lecture.conversation.id, lecture.tour.id, lecture.maintenant)
    return _verdict(repondre(lecture.session, proposee, de, oui=not non))


def _au_rappel(lecture: Lecture, rappelee: Inscription) -> Verdict | PourLeMoteur | None:
    texte = plier(lecture.tour.texte)
    if len(texte.split()) > ASSEZ_COURT:
        return None
    if dit_non(texte) or _VIENT_PAS.search(texte):
        return PourLeMoteur(SE_DESINSCRIRE)
    if len(texte.split()) <= PEU_DE_MOTS and (dit_oui(texte) or _VIENT.search(texte)):
        return _verdict(Reponse("inscription_entendu", mots_discrets(rappelee.offre, lecture.maintenant)))
    return None


def _verdict(reponse: Reponse) -> Verdict:
    return Verdict([render(reponse.cle, reponse.valeurs)], regle=REGLE)


def _dernier_ecrit(lecture: Lecture) -> MessageSortant | None:
    """The last thing we said, when it answered nothing."""
    dernier = lecture.session.scalar(
        select(MessageSortant)
        .where(MessageSortant.conversation_id == lecture.conversation.id)
        .order_by(MessageSortant.id.desc())
        .limit(1)
    )
    return dernier if dernier and dernier.tour_id is None else None


def _rappelee(lecture: Lecture, qui: Allocataire, ecrit: MessageSortant) -> Inscription | None:
    dans_cet_sms = or_(
        Inscription.rappelee_le == ecrit.cree_le, Inscription.incertitude_dite_le == ecrit.cree_le
    )
    return lecture.session.scalar(
        select(Inscription)
        .where(
            Inscription.conversation_id == lecture.conversation.id,
            Inscription.allocataire_id == qui.id,
            Inscription.etat == EtatInscription.INSCRITE,
            dans_cet_sms,
        )
        .order_by(Inscription.id.desc())
        .limit(1)
    )
