"""What only the référent can ask for: the request lands with them, and its outcome is texted."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.handoff.alertes import Alerte
from assistant.offres.inscriptions.demande import Accord, Demandeur, se_renseigner
from assistant.offres.inscriptions.fiche import fiche
from assistant.offres.inscriptions.prescription import DejaDecidee, decider
from assistant.offres.inscriptions.tables import Prescription
from assistant.offres.tables import Offre
from tests.offres.inscriptions import demandeur, etats, lu, prend, recus, veiller

AMINA = "+33639980001"


@pytest.fixture
def chantier(catalogue: Callable[[str], Offre]) -> Offre:
    return catalogue("emploi-chantier-bazas")


@pytest.fixture
def amina(session: Session, chantier: Offre, maintenant: datetime) -> Demandeur:
    return demandeur(session, "Amina", maintenant)


@pytest.fixture
def demande(session: Session, chantier: Offre, amina: Demandeur) -> Prescription:
    prend(session, chantier, amina, Accord.PRESCRIPTION)
    return session.scalars(select(Prescription)).one()


def test_it_is_asked_whether_to_send_the_request(session: Session, chantier: Offre, amina: Demandeur) -> None:
    suite = se_renseigner(session, chantier, amina)
    assert suite.accord is Accord.PRESCRIPTION
    assert "j'envoie la demande à Claire Dubois" in lu(suite.reponse).replace("J'", "j'")


def test_the_request_lands_with_the_referent_once(
    session: Session, chantier: Offre, amina: Demandeur, demande: Prescription
) -> None:
    assert "déjà chez Claire Dubois" in lu(prend(session, chantier, amina, Accord.PRESCRIPTION).reponse)
    alerte = session.scalars(select(Alerte)).one()
    assert (str(alerte.genre), alerte.referent_id) == ("prescription", amina.qui.referent_id)


def test_the_fiche_holds_on_one_page_what_the_referent_needs(
    session: Session, demande: Prescription, maintenant: datetime
) -> None:
    page = fiche(session, demande, maintenant)
    assert page.personne == "Amina Benali"
    assert page.offre == "Chantier d'insertion espaces verts"
    assert page.telephones == ["06 39 98 00 01"]
    assert page.contacts
    assert len(page.actions) == 2  # the one done already is not there


@pytest.mark.parametrize(("accordee", "dit"), [(True, "c'est accepté"), (False, "n'est pas acceptée")])
def test_the_outcome_is_texted_once_at_an_allowed_hour(
    session: Session, demande: Prescription, maintenant: datetime, accordee: bool, dit: str
) -> None:
    le_soir = maintenant + timedelta(hours=12)
    decider(session, demande, "referent:1", le_soir, accordee=accordee)
    veiller(session, le_soir)
    assert recus(session, AMINA) == []
    for heures in (24, 25):
        veiller(session, maintenant + timedelta(hours=heures))
    (sms,) = recus(session, AMINA)
    assert dit in sms
    assert "Claire Dubois" in sms


def test_what_was_decided_stays(session: Session, demande: Prescription, maintenant: datetime) -> None:
    decider(session, demande, "referent:1", maintenant, accordee=False)
    with pytest.raises(DejaDecidee):
        decider(session, demande, "referent:1", maintenant, accordee=True)


def test_after_a_refusal_one_may_ask_again(
    session: Session, chantier: Offre, amina: Demandeur, demande: Prescription, maintenant: datetime
) -> None:
    decider(session, demande, "referent:1", maintenant, accordee=False)
    assert se_renseigner(session, chantier, amina).accord is Accord.PRESCRIPTION


@pytest.mark.parametrize(
    ("prises", "etat", "dit"), [(5, "inscrite", "samedi"), (8, "en_attente", "liste d'attente")]
)
def test_granted_for_a_dated_group_it_takes_a_place_or_waits(
    session: Session,
    chantier: Offre,
    demande: Prescription,
    maintenant: datetime,
    prises: int,
    etat: str,
    dit: str,
) -> None:
    chantier.debut, chantier.places, chantier.places_prises = maintenant + timedelta(days=11), 8, prises
    session.flush()
    decider(session, demande, "referent:1", maintenant, accordee=True)
    veiller(session, maintenant)
    assert etats(session, chantier) == {"Amina": etat}
    assert dit in recus(session, AMINA)[0]
