"""A freed place is offered to who waits, and passed on when nobody answers."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.conversation.consentements import exprimer
from assistant.conversation.garde.verdict import PourLeMoteur
from assistant.conversation.outbox import envoyer
from assistant.conversation.tables import Tour
from assistant.offres.inscriptions.demande import Demandeur
from assistant.offres.tables import Offre
from tests.offres.inscriptions import attendent, demandeur, dit, etats, part, recus, repond, veiller

Catalogue = Callable[[str], Offre]
AMINA, JEAN_MARC, FATOU, KEVIN, LUCAS = (f"+3363998000{rang}" for rang in (1, 2, 3, 4, 7))
PARTAGE = "+33639980006"
LE_SOIR, LE_LENDEMAIN = timedelta(hours=12), timedelta(hours=24)


class TestAFreedPlace:
    @pytest.fixture(autouse=True)
    def liberee(self, session: Session, atelier: Offre, amina: Demandeur, maintenant: datetime) -> None:
        attendent(session, atelier, maintenant, "Kevin", "Fatou")
        part(session, amina)
        veiller(session, maintenant)

    def test_the_first_who_waits_is_told_until_when_to_answer(self, session: Session) -> None:
        (sms,) = recus(session, KEVIN)
        assert "une place se libère : Atelier CV et lettre, vendredi 4 décembre à 9h30" in sms
        assert "avant mercredi 25/11 à 9h30" in sms
        assert recus(session, FATOU) == []

    def test_another_round_says_nothing_again(self, session: Session, maintenant: datetime) -> None:
        veiller(session, maintenant)
        assert len(recus(session, KEVIN)) == 1

    @pytest.mark.parametrize("texte", ["oui", "Oui je viens", "ok", "ui merci"])
    def test_a_yes_takes_it(self, session: Session, atelier: Offre, maintenant: datetime, texte: str) -> None:
        (reponse,) = dit(repond(session, "Kevin", texte, maintenant + timedelta(hours=2)))
        assert "réservée : Atelier CV et lettre" in reponse
        assert etats(session, atelier)["Kevin"] == "inscrite"
        assert atelier.places_prises == 8

    def test_a_no_passes_it_on_at_once(self, session: Session, atelier: Offre, maintenant: datetime) -> None:
        (reponse,) = dit(repond(session, "Kevin", "non merci", maintenant + timedelta(hours=2)))
        assert "quelqu'un d'autre" in reponse
        veiller(session, maintenant + timedelta(hours=2))
        assert etats(session, atelier)["Fatou"] == "proposee"
        assert len(recus(session, FATOU)) == 1

    def test_silence_passes_it_on(self, session: Session, atelier: Offre, maintenant: datetime) -> None:
        veiller(session, maintenant + LE_LENDEMAIN)
        assert etats(session, atelier) == {"Amina": "annulee", "Kevin": "expiree", "Fatou": "proposee"}
        (reponse,) = dit(repond(session, "Kevin", "oui", maintenant + LE_LENDEMAIN))
        assert "délai est passé" in reponse

    def test_when_nobody_answers_the_place_is_free(
        self, session: Session, atelier: Offre, maintenant: datetime
    ) -> None:
        for jours in (1, 2, 3):
            veiller(session, maintenant + jours * LE_LENDEMAIN)
        assert atelier.places_prises == 7

    def test_anything_else_is_for_the_dialogue(self, session: Session, maintenant: datetime) -> None:
        assert repond(session, "Kevin", "c est ou exactement cet atelier", maintenant) == PourLeMoteur(
            "c est ou exactement cet atelier"
        )

    def test_a_yes_after_another_sentence_of_ours_answers_that_one(
        self, session: Session, atelier: Offre, maintenant: datetime
    ) -> None:
        kevin = demandeur(session, "Kevin", maintenant)
        tour = Tour(conversation_id=kevin.conversation_id, ouvert_le=maintenant, bail_jusqu_a=maintenant)
        session.add(tour)
        session.flush()
        envoyer(session, kevin.conversation_id, "Annuler votre rendez-vous ?", maintenant, tour_id=tour.id)
        session.flush()
        assert isinstance(repond(session, "Kevin", "oui", maintenant), PourLeMoteur)
        assert etats(session, atelier)["Kevin"] == "proposee"


def test_at_night_the_place_is_held_and_said_in_the_morning(
    session: Session, atelier: Offre, amina: Demandeur, maintenant: datetime
) -> None:
    attendent(session, atelier, maintenant, "Kevin")
    part(session, amina)
    veiller(session, maintenant + LE_SOIR)
    assert (recus(session, KEVIN), atelier.places_prises) == ([], 8)
    veiller(session, maintenant + LE_LENDEMAIN)
    assert "avant jeudi 26/11 à 9h30" in recus(session, KEVIN)[0]


def test_who_asked_for_silence_is_passed_over(
    session: Session, atelier: Offre, amina: Demandeur, maintenant: datetime
) -> None:
    attendent(session, atelier, maintenant, "Kevin", "Fatou")
    exprimer(session, KEVIN, accepte=False, source="sms", le=maintenant)
    part(session, amina)
    veiller(session, maintenant)
    veiller(session, maintenant)
    assert recus(session, KEVIN) == []
    assert etats(session, atelier)["Kevin"] == "expiree"
    assert len(recus(session, FATOU)) == 1


def test_the_answer_is_never_awaited_after_the_beginning(
    session: Session, atelier: Offre, amina: Demandeur
) -> None:
    assert atelier.debut is not None
    attendent(session, atelier, amina.maintenant, "Kevin", "Fatou")
    veille = datetime(2026, 12, 3, 18, tzinfo=PARIS)
    part(session, demandeur(session, "Amina", veille))
    veiller(session, veille)
    assert "avant vendredi 04/12 à 7h30" in recus(session, KEVIN)[0]
    veiller(session, atelier.debut + timedelta(minutes=1))
    assert etats(session, atelier) == {"Amina": "annulee", "Kevin": "expiree", "Fatou": "expiree"}


def test_places_the_organiser_adds_go_to_those_who_wait(
    session: Session, atelier: Offre, amina: Demandeur, maintenant: datetime
) -> None:
    attendent(session, atelier, maintenant, "Kevin", "Fatou")
    atelier.places = 9
    session.flush()
    veiller(session, maintenant)
    assert etats(session, atelier) == {"Amina": "inscrite", "Kevin": "proposee", "Fatou": "en_attente"}
    assert atelier.places_prises == 9


def test_on_a_shared_number_the_sms_says_for_whom(
    session: Session, atelier: Offre, amina: Demandeur, maintenant: datetime
) -> None:
    attendent(session, atelier, maintenant, "Nadia")
    part(session, amina)
    veiller(session, maintenant)
    assert recus(session, PARTAGE)[0].startswith("Nadia : une place")
    assert "Youssef" in dit(repond(session, "Nadia", "oui", maintenant))[0]  # who writes?


def test_a_name_that_says_too_much_is_not_written(
    session: Session, atelier: Offre, amina: Demandeur, maintenant: datetime
) -> None:
    atelier.thematiques = ["sante--faire-face-a-une-situation-daddiction"]
    attendent(session, atelier, maintenant, "Kevin")
    part(session, amina)
    veiller(session, maintenant)
    assert "votre activité" in recus(session, KEVIN)[0]
    assert "Atelier" not in recus(session, KEVIN)[0]
