"""Puts the demo people back to their table. Nobody else's rows are touched."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session, aliased

from assistant.clock import PARIS
from assistant.conversation.consentements import Consentement
from assistant.conversation.tables import Conversation, MessageSortant, StatutLivraison, Tour
from assistant.demo.equipe import referents_par_nom
from assistant.demo.modele import equipe, personnes
from assistant.demo.offres import remettre_offres
from assistant.demo.personnes import trouver
from assistant.demo.semis import reserver, semer
from assistant.offres.inscriptions.effacement import oublier, recompter
from assistant.offres.inscriptions.tables import Inscription, Prescription
from assistant.parcours.allocataires import Allocataire, EtatTelephone, Telephone
from assistant.parcours.rendez_vous import Creneau, Participation, RendezVous
from assistant.privacy.audit import Geste


def remettre(session: Session, aujourd_hui: date) -> None:
    """Forgets all that was said and done with the demo people, then seeds them as on `aujourd_hui`.

    A new conversation gets a new id, so the engine remembers nothing either.
    """
    reserver(session)
    numeros = [p.telephone for p in personnes()] + [r.telephone for r in equipe()]
    _oublier_conversations(session, numeros)
    _oublier_personnes(session, aujourd_hui)
    _liberer_telephones(session, numeros)
    _oublier_equipe(session)
    session.expire_all()
    remettre_offres(session, aujourd_hui)
    recompter(session, "demo")
    semer(session, aujourd_hui)


def _oublier_conversations(session: Session, numeros: Sequence[str]) -> None:
    conversations = _reserver_conversations(session, numeros)
    envoyes = select(MessageSortant.sid).where(MessageSortant.conversation_id.in_(conversations))
    session.execute(delete(StatutLivraison).where(StatutLivraison.sid.in_(envoyes)))
    session.execute(delete(Conversation).where(Conversation.id.in_(conversations)))
    session.execute(delete(Consentement).where(Consentement.numero.in_(numeros)))


def _reserver_conversations(session: Session, numeros: Sequence[str]) -> Sequence[UUID]:
    """Locks them in the order workers do: no new turn is claimed, what is closed or sent can end."""
    leurs = select(Conversation.id).where(Conversation.adresse.in_(numeros)).order_by(Conversation.id)
    conversations = session.scalars(leurs.with_for_update(key_share=True)).all()
    tours = select(Tour.id).where(Tour.conversation_id.in_(conversations)).order_by(Tour.id)
    session.scalars(tours.with_for_update()).all()
    envois = select(MessageSortant.id).where(MessageSortant.conversation_id.in_(conversations))
    session.scalars(envois.order_by(MessageSortant.id).with_for_update()).all()
    return conversations


def _oublier_personnes(session: Session, aujourd_hui: date) -> None:
    connues = [allocataire for entree in personnes() if (allocataire := trouver(session, entree))]
    ids = [allocataire.id for allocataire in connues]
    autre = aliased(Participation)
    leurs = select(Participation.rendez_vous_id).where(Participation.allocataire_id.in_(ids))
    partages = exists().where(autre.rendez_vous_id == RendezVous.id, autre.allocataire_id.not_in(ids))
    session.execute(delete(RendezVous).where(RendezVous.id.in_(leurs), ~partages))
    session.execute(delete(Geste).where(Geste.acteur.in_([f"allocataire:{id_}" for id_ in ids])))
    leurs_places = Inscription.allocataire_id.in_(ids), Prescription.allocataire_id.in_(ids)
    oublier(session, *leurs_places, datetime.combine(aujourd_hui, time(), PARIS))
    session.execute(delete(Allocataire).where(Allocataire.id.in_(ids)))


def _liberer_telephones(session: Session, numeros: Sequence[str]) -> None:
    """Disowned or invalid numbers work again."""
    etat_neuf = {"etat": EtatTelephone.ACTIF, "a_reverifier": False}
    session.execute(update(Telephone).where(Telephone.numero.in_(numeros)).values(etat_neuf))


def _oublier_equipe(session: Session) -> None:
    """Hours, absences and free slots; slots that hold someone else's rendez-vous stay."""
    for referent in referents_par_nom(session).values():
        libres = Creneau.referent_id == referent.id, Creneau.rendez_vous_id.is_(None)
        session.execute(delete(Creneau).where(*libres))
        referent.plages.clear()
        referent.absences.clear()
    session.flush()
