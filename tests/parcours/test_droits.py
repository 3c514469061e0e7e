"""Payment, sanctions, appeal, changes: fixed answers, the right door, never a forecast."""

import re
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.droits import changement, craint_dans_sa_langue, droits, question_de_droits, sanction

Alertes = Callable[[], list[str]]


def lu(reponse: Reponse) -> str:
    return render(reponse.cle, reponse.valeurs)


@pytest.mark.parametrize("cle", ["droits_paiement", "droits_generaux", "droits_document", "droits_espace"])
def test_payment_rights_papers_and_account_send_to_the_caf_or_msa_and_name_the_referent(
    cle: str, amina: Allocataire, maintenant: datetime
) -> None:
    dit = lu(droits(cle, amina, maintenant.date()))
    assert "CAF" in dit
    assert "MSA" in dit
    assert "Claire Dubois" in dit


@pytest.mark.parametrize("cle", ["droits_paiement", "droits_document", "droits_espace"])
def test_an_unknown_number_hears_the_same_without_a_name(cle: str, maintenant: datetime) -> None:
    assert "votre référent" in lu(droits(cle, None, maintenant.date()))


@pytest.mark.parametrize(
    "dit", ["150 euros de vendange faut il que je le dise", "je dois déclarer mes ventes vinted ?"]
)
def test_all_that_is_earned_is_declared(dit: str, amina: Allocataire, maintenant: datetime) -> None:
    assert "Déclarez à la CAF (ou à la MSA) tout" in lu(question_de_droits(dit, amina, maintenant.date()))


def test_a_stranger_who_asks_for_rights_is_told_where_to_ask_them(maintenant: datetime) -> None:
    dit = lu(question_de_droits("demander le rsa, je fais comment ?", None, maintenant.date()))
    assert "caf.fr" in dit
    assert "référent" not in dit


def test_an_appeal_is_written_to_the_president_within_two_months(maintenant: datetime) -> None:
    dit = lu(droits("droits_recours", None, maintenant.date()))
    assert "président du conseil départemental" in dit
    assert "2 mois" in dit
    assert "association" in dit


@pytest.mark.parametrize(
    "mots", ["vous allez me couper le rsa ??", "jai peur d'etre coupé", "jvais etre radier ou pas"]
)
def test_who_fears_a_cut_hears_of_their_right_to_explain_and_may_be_called_back(
    mots: str, amina: Allocataire, maintenant: datetime
) -> None:
    dit = lu(sanction(mots, amina, maintenant.date()))
    assert "Rien n'est automatique" in dit
    assert "vous expliquer" in dit
    assert "Voulez-vous un appel de Claire Dubois ?" in dit


def test_who_got_the_letter_hears_of_the_two_months(amina: Allocataire, maintenant: datetime) -> None:
    dit = lu(sanction("jai recu un courrier de suspension", amina, maintenant.date()))
    assert "2 mois" in dit
    assert "Claire Dubois" in dit


def test_an_unknown_number_is_offered_no_call_back(maintenant: datetime) -> None:
    dit = lu(sanction("on ma radié", None, maintenant.date()))
    assert "?" not in dit
    assert "référent" in dit


@pytest.mark.parametrize("dit", ["jai demenagé", "g trouvé du taf !!", "je me suis séparé"])
def test_a_change_tells_the_referent_and_points_to_the_caf(
    session: Session,
    amina: Allocataire,
    conversation_id: UUID,
    tour_id: UUID,
    maintenant: datetime,
    alertes: Alertes,
    dit: str,
) -> None:
    reponse = lu(changement(session, dit, amina, conversation_id, tour_id, maintenant))
    assert "prévenu Claire Dubois" in reponse
    assert "CAF" in reponse
    assert alertes() == ["changement"]


def test_from_an_unknown_number_nobody_is_said_to_have_been_told(
    session: Session, conversation_id: UUID, tour_id: UUID, maintenant: datetime, alertes: Alertes
) -> None:
    reponse = lu(changement(session, "jai demenagé", None, conversation_id, tour_id, maintenant))
    assert "prévenu" not in reponse
    assert alertes() == []


def test_a_new_number_comes_with_how_to_change_it(
    session: Session, amina: Allocataire, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    reponse = lu(changement(session, "jai un nouveau tel", amina, conversation_id, tour_id, maintenant))
    assert "notera le nouveau numéro" in reponse
    assert not re.search(r"\d{2} \d{2}", reponse)


def test_a_death_is_met_with_a_word_first(
    session: Session, amina: Allocataire, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    mots = "mon mari est décédé le 2 novembre"
    reponse = lu(changement(session, mots, amina, conversation_id, tour_id, maintenant))
    assert reponse.startswith("Nous sommes désolés")


@pytest.mark.parametrize(
    ("dit", "craint"),
    [
        ("tenho medo de perder o subsídio porque declarei umas horas tarde", True),
        ("tengo miedo de que me corten la ayuda", True),
        ("i am afraid they cut my money", True),
        ("tenho medo do cão", False),
        ("não posso perder o autocarro", False),
    ],
)
def test_a_fear_is_heard_in_the_languages_of_many(dit: str, craint: bool) -> None:
    assert craint_dans_sa_langue(dit) is craint
