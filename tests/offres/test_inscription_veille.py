"""What time does: a freed place is offered and passed on, the eve is recalled, too few people is said."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.conversation.consentements import exprimer
from assistant.conversation.garde.passage import passer
from assistant.conversation.garde.verdict import Lecture, PourLeMoteur, Verdict
from assistant.conversation.outbox import envoyer
from assistant.conversation.tables import MessageEntrant, Tour
from assistant.conversation.tours import TourReclame
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.offres.inscriptions.demande import Accord, Demandeur
from assistant.offres.inscriptions.depart import inscriptions_a_venir, quitter
from assistant.offres.tables import Offre
from tests.offres.inscriptions import demandeur, etats, prend, recus, veiller

Catalogue = Callable[[str], Offre]
AMINA, JEAN_MARC, FATOU, KEVIN, LUCAS = (f"+3363998000{rang}" for rang in (1, 2, 3, 4, 7))
PARTAGE = "+33639980006"
LE_SOIR, LE_LENDEMAIN = timedelta(hours=12), timedelta(hours=24)


@pytest.fixture
def atelier(session: Session, catalogue: Catalogue) -> Offre:
    """« Atelier CV et lettre » on a Friday in ten days; Amina has the last place."""
    offre = catalogue("emploi-cv-libourne")
    offre.places_prises = 7
    session.flush()
    return offre


@pytest.fixture
def amina(session: Session, atelier: Offre, maintenant: datetime) -> Demandeur:
    de = demandeur(session, "Amina", maintenant)
    prend(session, atelier, de)
    return de


def attendent(session: Session, offre: Offre, maintenant: datetime, *prenoms: str) -> None:
    for prenom in prenoms:
        prend(session, offre, demandeur(session, prenom, maintenant), Accord.ATTENTE)


def part(session: Session, de: Demandeur) -> None:
    (inscription,) = inscriptions_a_venir(session, de.qui, de.maintenant)
    quitter(session, inscription, de)


def repond(session: Session, prenom: str, texte: str, quand: datetime) -> Verdict | PourLeMoteur:
    """The guard reads one text of this person."""
    de = demandeur(session, prenom, quand)
    message = MessageEntrant(conversation_id=de.conversation_id, sid=uuid4().hex, corps=texte, recu_le=quand)
    tour = Tour(conversation_id=de.conversation_id, ouvert_le=quand, bail_jusqu_a=quand, messages=[message])
    session.add(tour)
    session.flush()
    reclame = TourReclame(tour.id, uuid4(), de.conversation_id, (message,), 1, False)
    return passer(Lecture.de(session, reclame, quand))


def dit(issue: Verdict | PourLeMoteur) -> Sequence[str]:
    assert isinstance(issue, Verdict)
    return issue.textes


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


class TestTheEve:
    def test_the_day_before_is_recalled_once(
        self, session: Session, atelier: Offre, amina: Demandeur
    ) -> None:
        jeudi = datetime(2026, 12, 3, 9, tzinfo=PARIS)
        veiller(session, jeudi - timedelta(hours=1))
        assert recus(session, AMINA) == []
        veiller(session, jeudi)
        veiller(session, jeudi + timedelta(hours=1))
        (sms,) = recus(session, AMINA)
        assert "rappel : Atelier CV et lettre, demain à 9h30" in sms
        assert "DESINSCRIRE" in sms

    def test_a_monday_is_recalled_on_saturday(
        self, session: Session, atelier: Offre, amina: Demandeur
    ) -> None:
        atelier.debut = datetime(2026, 12, 7, 9, tzinfo=PARIS)
        session.flush()
        veiller(session, datetime(2026, 12, 5, 10, tzinfo=PARIS))
        assert "lundi 7 décembre" in recus(session, AMINA)[0]

    def test_who_joins_on_the_eve_is_not_reminded_of_what_they_just_read(
        self, session: Session, atelier: Offre
    ) -> None:
        veille = datetime(2026, 12, 3, 9, 30, tzinfo=PARIS)
        prend(session, atelier, demandeur(session, "Amina", veille))
        veiller(session, veille + timedelta(hours=1))
        assert recus(session, AMINA) == []

    @pytest.mark.parametrize("texte", ["je peux pas venir", "non", "dsl je serai pas la", "annuler"])
    def test_an_excuse_right_after_it_is_about_this_and_not_about_a_rendez_vous(
        self, session: Session, atelier: Offre, amina: Demandeur, texte: str
    ) -> None:
        jeudi = datetime(2026, 12, 3, 9, 30, tzinfo=PARIS)
        veiller(session, jeudi)
        assert repond(session, "Amina", texte, jeudi) == PourLeMoteur("Je veux me désinscrire")

    @pytest.mark.parametrize("texte", ["ok", "je serai la", "oui je viens merci"])
    def test_a_yes_right_after_it_is_heard(
        self, session: Session, atelier: Offre, amina: Demandeur, texte: str
    ) -> None:
        jeudi = datetime(2026, 12, 3, 9, 30, tzinfo=PARIS)
        veiller(session, jeudi)
        assert "noté : Atelier CV et lettre" in dit(repond(session, "Amina", texte, jeudi))[0]

    def test_who_left_is_not_reminded(self, session: Session, atelier: Offre, amina: Demandeur) -> None:
        part(session, amina)
        veiller(session, datetime(2026, 12, 3, 10, tzinfo=PARIS))
        assert recus(session, AMINA) == []


class TestTooFewPeople:
    @pytest.fixture
    def metier(self, session: Session, catalogue: Catalogue, maintenant: datetime) -> Offre:
        """Six are needed, four came by other ways, Amina joins."""
        offre = catalogue("emploi-metier-lormont")
        prend(session, offre, demandeur(session, "Amina", maintenant))
        return offre

    def minimum(self, session: Session) -> int:
        return len(session.scalars(select(Alerte).where(Alerte.genre == GenreAlerte.MINIMUM)).all())

    def test_some_days_before_the_person_and_the_referent_are_told_once(
        self, session: Session, metier: Offre
    ) -> None:
        assert metier.debut is not None
        veiller(session, metier.debut - timedelta(days=4))
        assert self.minimum(session) == 0
        for heures in (0, 1):
            veiller(session, metier.debut - timedelta(days=3) + timedelta(hours=heures))
        (sms,) = recus(session, AMINA)
        assert "il manque des inscrits : Trouver un métier qui me va" in sms
        assert "Appelez avant" in sms
        assert self.minimum(session) == 1

    def test_as_soon_as_registration_is_over(
        self, session: Session, metier: Offre, maintenant: datetime
    ) -> None:
        metier.fin_inscription = maintenant + timedelta(hours=1)
        session.flush()
        veiller(session, maintenant + timedelta(hours=2))
        assert self.minimum(session) == 1

    def test_the_eve_says_to_call_first(self, session: Session, metier: Offre) -> None:
        assert metier.debut is not None
        veiller(session, metier.debut - timedelta(days=3))
        veiller(session, metier.debut - timedelta(days=2))  # a Saturday: Sunday is nobody's
        assert "Il manque des inscrits : appelez avant" in recus(session, AMINA)[-1]

    def test_with_enough_people_nothing_is_said(self, session: Session, metier: Offre) -> None:
        assert metier.debut is not None
        metier.places_prises = 6
        session.flush()
        veiller(session, metier.debut - timedelta(days=3))
        assert (recus(session, AMINA), self.minimum(session)) == ([], 0)


def test_whoever_joined_or_waits_is_told_once_that_the_offer_left_the_catalogue(
    session: Session, atelier: Offre, amina: Demandeur, maintenant: datetime
) -> None:
    attendent(session, atelier, maintenant, "Kevin")
    atelier.retiree_le = maintenant
    veiller(session, maintenant)
    veiller(session, maintenant)
    assert etats(session, atelier)["Amina"] == etats(session, atelier)["Kevin"] == "annulee"
    (pour_amina,) = recus(session, AMINA)
    assert "a retiré cette offre, c'est annulé" in pour_amina
    assert len(recus(session, KEVIN)) == 1
