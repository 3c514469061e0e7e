"""« g fait 4h de benevolat », « jai fini mon cv », « non 3h »: what is noted, and what is asked."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrats import ActionContrat, Contrat, EtatAction, HeuresDeclarees
from assistant.parcours.declarations import (
    corriger,
    declarer,
    declarer_hors_contrat,
    est_une_correction,
    preciser_action,
    preciser_heures,
    se_reprend,
)
from assistant.parcours.declarations_notees import Declaration, Manque, Suite
from assistant.parcours.durees import minutes_corrigees
from assistant.parcours.jours_passes import jour_passe

Dire = Callable[..., Declaration]


@pytest.fixture
def dire(amina: Allocataire, conversation_id: UUID, maintenant: datetime) -> Dire:
    """Amina's words, each time in a turn of their own unless one is given."""

    def dite(texte: str, tour_id: UUID | None = None, qui: Allocataire = amina) -> Declaration:
        return Declaration(qui, texte, conversation_id, tour_id or uuid4(), maintenant)

    return dite


def lu(suite: Suite | None) -> str:
    assert suite is not None
    return render(suite.reponse.cle, suite.reponse.valeurs)


def heures(session: Session) -> list[HeuresDeclarees]:
    return list(session.scalars(select(HeuresDeclarees).order_by(HeuresDeclarees.id)))


def le_code(contrat: Contrat) -> ActionContrat:
    return next(action for action in contrat.actions if "code" in action.libelle)


def test_hours_are_noted_and_counted_against_the_week(session: Session, dire: Dire) -> None:
    suite = declarer(session, dire("fait 4h de benevolat"))
    assert lu(suite) == "C'est noté : 4h. Cette semaine : 4h sur 15h. Reste à valider par votre référent."
    assert suite.manque is None
    assert [(h.minutes, h.texte, h.validees) for h in heures(session)] == [
        (240, "fait 4h de benevolat", None)
    ]


def test_hours_of_one_week_add_up(session: Session, dire: Dire) -> None:
    declarer(session, dire("fait 4h de benevolat"))
    assert "Cette semaine : 6h30 sur 15h" in lu(declarer(session, dire("2h30 de recherche su internet")))


def test_a_turn_taken_up_twice_counts_once(session: Session, dire: Dire, tour_id: UUID) -> None:
    premiere = lu(declarer(session, dire("note moi 4h", tour_id)))
    assert lu(declarer(session, dire("note moi 4h", tour_id))) == premiere
    assert len(heures(session)) == 1


def test_hours_for_a_named_action_are_noted_with_it(
    session: Session, dire: Dire, contrat_d_amina: Contrat
) -> None:
    assert "2h pour" in lu(declarer(session, dire("g revisé le code 2h")))
    assert heures(session)[0].action_id == le_code(contrat_d_amina).id
    assert le_code(contrat_d_amina).declaree_faite_le is None  # hours on it, not finished


def test_last_weeks_hours_count_in_last_week(session: Session, dire: Dire, maintenant: datetime) -> None:
    dit = lu(declarer(session, dire("10h au jardin la semaine derniere")))
    assert "Semaine du 16 novembre 2026 : 10h sur 15h" in dit
    assert heures(session)[0].jour == maintenant.date() - timedelta(days=7)


def test_hours_the_referent_refused_no_longer_count(session: Session, dire: Dire) -> None:
    declarer(session, dire("fait 4h"))
    heures(session)[0].validees = False
    assert "Cette semaine : 1h sur 15h" in lu(declarer(session, dire("fait 1h")))


def test_an_action_done_is_noted_at_once_and_its_hours_are_asked(
    session: Session, dire: Dire, contrat_d_amina: Contrat, maintenant: datetime
) -> None:
    suite = declarer(session, dire("c bon jai eu mon code"))
    assert suite.manque is Manque.HEURES
    assert suite.action_id == le_code(contrat_d_amina).id
    assert le_code(contrat_d_amina).declaree_faite_le == maintenant
    assert le_code(contrat_d_amina).etat is EtatAction.IN_PROGRESS  # the référent validates
    assert "Combien d'heures" in lu(suite)


def test_the_hours_asked_for_are_noted_with_the_action(
    session: Session, dire: Dire, contrat_d_amina: Contrat
) -> None:
    action = le_code(contrat_d_amina)
    assert "3h pour" in lu(preciser_heures(session, dire("jai eu mon code 3h"), 180, action.id))
    assert heures(session)[0].action_id == action.id


def test_a_contract_without_hours_asks_for_none(
    session: Session, dire: Dire, contrat_d_amina: Contrat
) -> None:
    contrat_d_amina.heures_semaine = 0
    suite = declarer(session, dire("jai eu mon code"))
    assert suite.manque is None
    assert "Claire Dubois" in lu(suite)


def test_something_begun_is_not_something_done(
    session: Session, dire: Dire, contrat_d_amina: Contrat
) -> None:
    suite = declarer(session, dire("jai commencé le code en ligne jen suis à la serie"))
    assert "avance" in lu(suite)
    assert le_code(contrat_d_amina).declaree_faite_le is None


def test_done_with_its_hours_in_one_message_needs_no_question(
    session: Session, dire: Dire, contrat_d_amina: Contrat, maintenant: datetime
) -> None:
    suite = declarer(session, dire("fini le code, ca ma pris 3h"))
    assert suite.manque is None
    assert le_code(contrat_d_amina).declaree_faite_le == maintenant
    assert heures(session)[0].minutes == 180


@pytest.mark.parametrize("dit", ["objectif 2 fait", "la 2 c'est fait", "action 2 ok"])
def test_an_action_can_be_named_by_its_number(session: Session, dire: Dire, dit: str) -> None:
    assert "Passer le code" in lu(declarer(session, dire(dit)))


@pytest.mark.parametrize("dit", ["g demandé une place en creche", "creche demandée", "dossier kreche déposé"])
def test_an_action_is_recognised_by_its_words_even_badly_spelt(
    session: Session, dire: Dire, dit: str
) -> None:
    assert "crèche" in lu(declarer(session, dire(dit)))


def test_what_the_referent_already_validated_is_said_to_be_so(session: Session, dire: Dire) -> None:
    suite = declarer(session, dire("c bon jai fini mon cv"))
    assert "déjà validé" in lu(suite)
    assert suite.manque is None


def test_when_it_is_not_clear_which_action_the_open_ones_are_listed(session: Session, dire: Dire) -> None:
    suite = declarer(session, dire("voila c fait"))
    assert suite.manque is Manque.ACTION
    assert "2. Passer le code" in lu(suite)
    assert "Mettre à jour mon CV" not in lu(suite)  # already done


@pytest.mark.parametrize("reponse", ["2", "la 2", "le code", "deuxieme"])
def test_the_answer_may_be_a_number_or_words(session: Session, dire: Dire, reponse: str) -> None:
    assert "Passer le code" in lu(preciser_action(session, dire("voila c fait"), reponse))


def test_an_answer_that_names_no_action_is_no_answer(session: Session, dire: Dire) -> None:
    assert preciser_action(session, dire("voila c fait"), "9") is None
    assert preciser_action(session, dire("voila c fait"), "je sais plus") is None


def test_what_is_outside_the_contract_goes_to_the_referent_and_its_hours_still_count(
    session: Session, dire: Dire, alertes: Callable[[], list[str]]
) -> None:
    suite = declarer_hors_contrat(session, dire("dossier mdph envoyé"))
    assert "j'ai prévenu Claire Dubois" in lu(suite)
    assert suite.manque is Manque.HEURES
    assert alertes() == ["contrat"]
    assert "2h" in lu(preciser_heures(session, dire("dossier mdph envoyé 2h"), 120, suite.action_id))
    assert heures(session)[0].texte == "dossier mdph envoyé 2h"


@pytest.mark.parametrize(
    "dit",
    ["passé le TOEIC hier", "ma demande de logement social est partie", "hier jai passé la matinée au CCAS"],
)
def test_a_verb_alone_never_makes_an_action_done(
    session: Session, dire: Dire, contrat_d_amina: Contrat, dit: str
) -> None:
    assert declarer(session, dire(dit)).manque is Manque.ACTION
    assert all(action.declaree_faite_le is None for action in contrat_d_amina.actions)


def test_enrolling_is_not_passing(session: Session, dire: Dire, contrat_d_amina: Contrat) -> None:
    assert "avance" in lu(declarer(session, dire("inscrite au code !!!")))
    assert le_code(contrat_d_amina).declaree_faite_le is None


def test_doing_more_of_something_already_validated_is_not_brushed_aside(session: Session, dire: Dire) -> None:
    assert declarer(session, dire("g deposé 6 cv en zone")).manque is Manque.ACTION


def test_someone_without_a_contract_is_not_told_their_hours_count(
    session: Session,
    dire: Dire,
    personne: Callable[[str], Allocataire],
    alertes: Callable[[], list[str]],
) -> None:
    dit = lu(declarer(session, dire("fait 4h", qui=personne("Fatou"))))
    assert "pas encore de contrat" in dit
    assert alertes() == ["contrat"]
    assert heures(session) == []


@pytest.mark.parametrize("dit", ["G FAIT MES HEURES ARRETEZ DE ME RELANCER", "jai fait 80h"])
def test_hours_without_a_likely_number_are_asked_for(session: Session, dire: Dire, dit: str) -> None:
    suite = declarer(session, dire(dit))
    assert suite.manque is Manque.HEURES
    assert heures(session) == []


def test_hours_just_noted_can_be_corrected_and_are_not_added(session: Session, dire: Dire) -> None:
    suite = declarer(session, dire("fait 4h de benevolat"))
    assert suite.heures_id is not None
    dit = lu(corriger(session, dire("non 3h"), suite.heures_id, 180))
    assert dit.startswith("C'est corrigé : 3h. Cette semaine : 3h sur 15h")
    assert [h.minutes for h in heures(session)] == [180]


def test_hours_the_referent_decided_on_stay_as_they_are(session: Session, dire: Dire) -> None:
    suite = declarer(session, dire("fait 4h"))
    heures(session)[0].validees = True
    assert suite.heures_id is not None
    assert "Claire Dubois" in lu(corriger(session, dire("non 3h"), suite.heures_id, 180))
    assert heures(session)[0].minutes == 240


def test_nobody_corrects_the_hours_of_somebody_else(
    session: Session, dire: Dire, personne: Callable[[str], Allocataire]
) -> None:
    suite = declarer(session, dire("fait 4h"))
    assert suite.heures_id is not None
    corriger(session, dire("non 3h", qui=personne("Jean-Marc")), suite.heures_id, 180)
    assert heures(session)[0].minutes == 240


@pytest.mark.parametrize(
    "dit", ["non 3h", "nan 3h", "en fait 3h", "je me suis trompé c 3h", "pas 4h, 3h", "3h"]
)
def test_words_that_correct(dit: str) -> None:
    assert est_une_correction(dit)


@pytest.mark.parametrize("dit", ["et 2h de jardin", "fait 2h de plus", "jai fini mon cv"])
def test_words_that_add(dit: str) -> None:
    assert not est_une_correction(dit)


@pytest.mark.parametrize(
    ("dit", "jour"),
    [
        ("hier", date(2026, 11, 23)),
        ("avant hier", date(2026, 11, 22)),
        ("samedi 3h et dimanche 1h30", date(2026, 11, 22)),
        ("mardi", date(2026, 11, 24)),
        ("mercredi", date(2026, 11, 18)),
        ("tous les mercredis", date(2026, 11, 24)),
        ("cette semaine", date(2026, 11, 24)),
    ],
)
def test_the_day_something_was_done_is_never_ahead(dit: str, jour: date, maintenant: datetime) -> None:

    assert jour_passe(dit, maintenant.date()) == jour


@pytest.mark.parametrize(
    ("dit", "minutes"),
    [
        ("je me suis trompé, c'était 4h pas 6", 240),
        ("corrige : 2h cette semaine", 120),
        ("j'ai dit 5h mais c'est 3h", 180),
        ("au lieu de 6h mettez 4h", 240),
        ("g mis 10h c 6h en vrai", 360),
    ],
)
def test_what_one_takes_back_is_told_from_what_replaces_it(dit: str, minutes: int) -> None:
    assert se_reprend(dit)
    assert minutes_corrigees(dit) == minutes


@pytest.mark.parametrize(
    "dit", ["j'ai fait 4h de bénévolat", "et la ils comptent les 20h du code ?", "jme suis trompé de numéro"]
)
def test_hours_said_for_the_first_time_take_nothing_back(dit: str) -> None:
    assert not se_reprend(dit)


def test_hours_too_many_are_taken_away(session: Session, dire: Dire) -> None:
    notees = declarer(session, dire("j'ai fait 6h de bénévolat"))
    assert notees.heures_id is not None
    assert "C'est retiré : 2h. Cette semaine : 4h" in lu(
        corriger(session, dire("enlevez deux heures alors"), notees.heures_id, 120)
    )
    assert [ligne.minutes for ligne in heures(session)] == [240]
    assert "Cette semaine : 0h" in lu(corriger(session, dire("retirez les 20h"), notees.heures_id, 1200))
    assert heures(session) == []
