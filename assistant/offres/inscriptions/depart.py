"""« je viens plus »: the place goes to the next person at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from assistant.content.francais import liste_numerotee
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.handoff.alerter import alerter
from assistant.handoff.alertes import GenreAlerte
from assistant.offres.detail import nom_court
from assistant.offres.inscriptions.demande import Demandeur
from assistant.offres.inscriptions.mots import jour, mots_et_referent
from assistant.offres.inscriptions.places import passer_la_place, relire
from assistant.offres.inscriptions.tables import (
    TIENNENT_UNE_PLACE,
    VIVANTES,
    EtatInscription,
    Inscription,
)
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire
from assistant.privacy.audit import consigner

AU_PLUS = 2  # lines of one segment


def inscriptions_a_venir(session: Session, qui: Allocataire, maintenant: datetime) -> Sequence[Inscription]:
    """Places held and waits, of what has not begun; the nearest first."""
    query = (
        select(Inscription)
        .join(Inscription.offre)
        .where(
            Inscription.allocataire_id == qui.id,
            Inscription.etat.in_(VIVANTES),
            or_(Offre.debut.is_(None), Offre.debut > maintenant),
        )
        .order_by(Offre.debut, Inscription.id)
        .options(joinedload(Inscription.offre).joinedload(Offre.structure))
    )
    return session.scalars(query).all()


def quelle_annuler(inscriptions: Sequence[Inscription]) -> Reponse:
    """The nearest few, one short line each."""
    lignes = [
        render("desinscription_ligne", {"offre": nom_court(i.offre), "jour": jour(i.offre)})
        for i in inscriptions[:AU_PLUS]
    ]
    return Reponse("desinscription_laquelle", {"inscriptions": liste_numerotee(lignes)})


def quitter(session: Session, inscription: Inscription, de: Demandeur) -> Reponse:
    """Effective at once, the référent told; said twice, it is done once."""
    offre = relire(session, inscription)
    valeurs = mots_et_referent(offre, de.qui, de.maintenant)
    if inscription.etat in VIVANTES:
        clore(session, offre, inscription, EtatInscription.ANNULEE, de.maintenant)
        alerter(session, GenreAlerte.DESINSCRIPTION, de.conversation_id, de.qui, de.cause, de.maintenant)
        objet = f"inscription:{inscription.id}"
        consigner(session, f"allocataire:{de.qui.id}", "inscription.annuler", objet, de.maintenant)
    return Reponse("desinscription_faite", valeurs)


def clore(
    session: Session, offre: Offre, inscription: Inscription, etat: EtatInscription, maintenant: datetime
) -> None:
    """Under the lock: ends a live row; the place it held is passed on."""
    tenait = inscription.etat in TIENNENT_UNE_PLACE
    inscription.etat = etat
    inscription.finie_le = maintenant
    if tenait:
        passer_la_place(session, offre, maintenant)
