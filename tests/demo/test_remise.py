"""Seeding twice changes nothing; a reset brings the table back and leaves everyone else alone."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from assistant.conversation.consentements import Consentement, exprimer
from assistant.conversation.outbox import conversation_avec, envoyer
from assistant.conversation.tables import (
    Conversation,
    EtatTour,
    MessageEntrant,
    MessageSortant,
    StatutLivraison,
    Tour,
)
from assistant.demo import remettre, semer
from assistant.demo.personnes import semer_personnes
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire, EtatTelephone, Telephone, personnes_du_numero
from assistant.parcours.contrats import Contrat, HeuresDeclarees
from assistant.parcours.referents import Referent
from assistant.parcours.rendez_vous import (
    Creneau,
    GenreSignalement,
    Participation,
    RendezVous,
    Signalement,
    Statut,
)
from assistant.privacy.verifications import VerificationIdentite
from assistant.tables import metadata

AMINA = "+33639980001"
AUTRE = "+33639980099"


def photographie(session: Session, *, identifiants: bool = True) -> dict[str, list[str]]:
    """Every row of every table; without its identifiers, two seedings can be compared."""
    session.flush()
    lignes: dict[str, list[str]] = {}
    for table in metadata.sorted_tables:
        gardees = [c for c in table.c if identifiants or not (c.name == "id" or c.foreign_keys)]
        lignes[table.name] = sorted(
            repr(row) for row in session.execute(select(*gardees or [func.count(table.c.numero)]))
        )
    return lignes


def converser(session: Session, numero: str, maintenant: datetime) -> Conversation:
    """A turn, both messages, a receipt, an alert, a check and a STOP, as after a real exchange."""
    conversation = session.get_one(Conversation, conversation_avec(session, numero))
    _echanger(session, conversation, numero, maintenant)
    (allocataire,) = personnes_du_numero(session, numero)
    qui = {"conversation_id": conversation.id, "allocataire_id": allocataire.id}
    session.add(Alerte(**qui, genre=GenreAlerte.PARLER, creee_le=maintenant, cle=f"parler:{numero}"))
    session.add(VerificationIdentite(**qui, essais=3, verrouillee_le=maintenant))
    exprimer(session, numero, accepte=False, source="sms", le=maintenant)
    session.flush()
    return conversation


def _echanger(session: Session, conversation: Conversation, numero: str, maintenant: datetime) -> None:
    """« slt », « Bonjour », and the operator's receipt."""
    recu = MessageEntrant(conversation_id=conversation.id, sid=f"SM{numero}", corps="slt", recu_le=maintenant)
    tour = Tour(
        conversation_id=conversation.id,
        etat=EtatTour.REPONDU,
        ouvert_le=maintenant,
        bail_jusqu_a=maintenant,
        messages=[recu],
    )
    session.add(tour)
    session.flush()
    envoyer(session, conversation.id, "Bonjour", maintenant, tour_id=tour.id)
    session.flush()
    envoye = session.scalars(select(MessageSortant).where(MessageSortant.tour_id == tour.id)).one()
    envoye.sid = f"OUT{numero}"
    session.add(StatutLivraison(sid=envoye.sid, statut="delivered", recu_le=maintenant))


@pytest.fixture
def autre(demo: Session) -> Allocataire:
    """Someone who is not of the demo, followed by the same référente."""
    claire = demo.scalars(select(Referent).where(Referent.prenom == "Claire")).one()
    personne = Allocataire(
        prenom="Inès",
        nom="Laborde",
        date_naissance=date(1990, 5, 5),
        commune="Bordeaux",
        code_postal="33000",
        referent=claire,
        telephones=[Telephone(numero=AUTRE)],
    )
    demo.add(personne)
    demo.flush()
    return personne


def test_seeding_twice_changes_nothing(demo: Session, maintenant: datetime) -> None:
    avant = photographie(demo)
    semer(demo, maintenant.date())
    assert photographie(demo) == avant


def test_seeding_again_another_day_leaves_the_people_as_they_are(demo: Session, maintenant: datetime) -> None:
    avant = photographie(demo)
    semer_personnes(demo, maintenant.date() + timedelta(days=3))
    assert photographie(demo) == avant


def test_a_reset_forgets_the_exchanges(demo: Session, maintenant: datetime) -> None:
    converser(demo, AMINA, maintenant)
    remettre(demo, maintenant.date())
    for table in (Conversation, Tour, MessageEntrant, MessageSortant, StatutLivraison, Alerte):
        assert demo.scalar(select(func.count()).select_from(table)) == 0, table
    assert demo.scalar(select(func.count()).select_from(VerificationIdentite)) == 0
    assert demo.scalars(select(Consentement.numero)).all() == ["+33639980007"]


def test_a_reset_brings_back_exactly_the_table(demo: Session, maintenant: datetime) -> None:
    avant = photographie(demo, identifiants=False)
    (amina,) = personnes_du_numero(demo, AMINA)
    participation = demo.scalars(select(Participation).where(Participation.allocataire_id == amina.id)).one()
    participation.statut = Statut.EXCUSED
    demo.add(
        Signalement(
            allocataire_id=amina.id,
            participation_id=participation.id,
            genre=GenreSignalement.ANNULATION,
            texte="malade",
            recu_le=maintenant,
        )
    )
    contrat = demo.scalars(select(Contrat).where(Contrat.allocataire_id == amina.id)).one()
    demo.add(HeuresDeclarees(contrat_id=contrat.id, jour=maintenant.date(), minutes=240, texte="4h"))
    demo.get_one(Telephone, AMINA).etat = EtatTelephone.DESAVOUE
    demo.execute(
        update(Participation).where(Participation.statut == Statut.NOSHOW).values(statut=Statut.UNKNOWN)
    )
    demo.scalars(select(Offre).where(Offre.places.is_not(None))).first().places_prises += 1  # type: ignore[union-attr]
    demo.flush()
    remettre(demo, maintenant.date())
    assert photographie(demo, identifiants=False) == avant


def test_a_slot_taken_by_a_demo_person_is_free_again(demo: Session, maintenant: datetime) -> None:
    (amina,) = personnes_du_numero(demo, AMINA)
    creneau = demo.scalars(select(Creneau)).first()
    assert creneau is not None
    pris = RendezVous(
        referent_id=creneau.referent_id,
        structure_id=creneau.structure_id,
        motif="Nouveau rendez-vous",
        mode=creneau.mode,
        debut=creneau.debut,
        participations=[Participation(allocataire=amina)],
    )
    demo.add(pris)
    demo.flush()
    debut, creneau.rendez_vous_id = creneau.debut, pris.id
    demo.flush()
    remettre(demo, maintenant.date())
    assert demo.scalars(select(Creneau.rendez_vous_id).where(Creneau.debut == debut)).first() is None
    assert demo.scalars(select(RendezVous).where(RendezVous.motif == "Nouveau rendez-vous")).all() == []


def test_a_reset_touches_nobody_else(demo: Session, autre: Allocataire, maintenant: datetime) -> None:
    conversation = converser(demo, AUTRE, maintenant)
    atelier = demo.scalars(select(RendezVous).where(RendezVous.collectif)).one()
    demo.add(Participation(rendez_vous=atelier, allocataire=autre))
    demo.flush()
    remettre(demo, maintenant.date())
    assert personnes_du_numero(demo, AUTRE)[0].id == autre.id
    assert demo.scalars(select(Conversation.id)).all() == [conversation.id]
    assert demo.scalar(select(func.count()).select_from(MessageSortant)) == 1
    assert demo.scalar(select(func.count()).select_from(StatutLivraison)) == 1
    assert demo.scalar(select(func.count()).select_from(Alerte)) == 1
    gardees = select(Participation.rendez_vous_id).where(Participation.allocataire_id == autre.id)
    assert demo.scalars(gardees).all() == [atelier.id]


def test_a_reset_on_a_later_day_dates_everything_from_that_day(demo: Session, maintenant: datetime) -> None:
    remettre(demo, maintenant.date() + timedelta(days=30))
    (amina,) = personnes_du_numero(demo, AMINA)
    debut = demo.scalars(
        select(RendezVous.debut).join(Participation).where(Participation.allocataire_id == amina.id)
    ).one()
    assert debut.date() == maintenant.date() + timedelta(days=32)
