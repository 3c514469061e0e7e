"""« c koi le cer », « mon contrat fini kan », « jdois faire koi »: what a person hears of a contract."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.parcours.actions_contrat import actions_consultees
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_dit import contrat_consulte, contrat_explique
from assistant.parcours.contrats import ActionContrat, Contrat, EtatAction, GenreContrat

Personne = Callable[[str], Allocataire]


def lu(reponse: Reponse) -> str:
    return render(reponse.cle, reponse.valeurs)


def test_someone_not_verified_hears_what_a_contract_is_in_general(
    session: Session, maintenant: datetime
) -> None:
    dit = lu(contrat_explique(session, None, "cest koi le cer", maintenant.date()))
    assert "plan fait avec votre référent" in dit


def test_a_verified_person_hears_the_name_of_their_own_contract(
    session: Session, personne: Personne, maintenant: datetime
) -> None:
    jour = maintenant.date()
    assert "Votre contrat d'engagement" in lu(contrat_explique(session, personne("Amina"), "c koi", jour))
    assert "Votre CER" in lu(contrat_explique(session, personne("Jean-Marc"), "cest koi le contrat", jour))


def test_the_fifteen_hours_are_explained_without_promise_or_threat(
    session: Session, amina: Allocataire, maintenant: datetime
) -> None:
    dit = lu(contrat_explique(session, None, "15h de quoi ??", maintenant.date()))
    assert "moins selon votre situation" in dit
    assert "Pas de travail gratuit" in dit
    sien = lu(contrat_explique(session, amina, "koi les 15 heures", maintenant.date()))
    assert "15h par semaine" in sien
    assert "Claire Dubois" in sien


def test_a_signed_contract_is_told_with_its_dates(
    session: Session, amina: Allocataire, maintenant: datetime
) -> None:
    dit = lu(contrat_consulte(session, amina, maintenant.date()))
    assert "est signé" in dit
    assert "du 24 juin 2026 au 24 juin 2027" in dit


def test_a_contract_that_ends_within_a_month_says_how_to_renew_it(
    session: Session, personne: Personne, maintenant: datetime
) -> None:
    dit = lu(contrat_consulte(session, personne("Jean-Marc"), maintenant.date()))
    assert "finit bientot, le 14 décembre 2026" in dit
    assert "RENOUVELER" in dit
    assert "Thomas Girard" in dit


def test_a_contract_that_has_ended_says_so(
    session: Session, contrat_d_amina: Contrat, amina: Allocataire
) -> None:
    dit = lu(contrat_consulte(session, amina, contrat_d_amina.fin + timedelta(days=1)))
    assert "a pris fin" in dit


def test_a_contract_not_signed_says_so_and_how_to_sign(
    session: Session, contrat_d_amina: Contrat, amina: Allocataire, maintenant: datetime
) -> None:
    contrat_d_amina.signe_le = None
    dit = lu(contrat_consulte(session, amina, maintenant.date()))
    assert "n'est pas encore signé" in dit
    assert "SIGNER" in dit


def test_the_contract_in_force_speaks_before_the_next_one_waiting_for_a_signature(
    session: Session, contrat_d_amina: Contrat, amina: Allocataire, maintenant: datetime
) -> None:
    suivant = Contrat(
        allocataire_id=amina.id,
        genre=GenreContrat.CONTRAT_ENGAGEMENT,
        debut=contrat_d_amina.fin,
        fin=contrat_d_amina.fin + timedelta(days=365),
    )
    session.add(suivant)
    session.flush()
    assert "du 24 juin 2026" in lu(contrat_consulte(session, amina, maintenant.date()))


def test_without_a_contract_one_hears_with_whom_and_until_when_it_is_prepared(
    session: Session, personne: Personne, maintenant: datetime
) -> None:
    dit = lu(contrat_consulte(session, personne("Fatou"), maintenant.date()))
    assert "pas encore de contrat" in dit
    assert "Claire Dubois" in dit
    assert "14 décembre 2026" in dit  # oriented 10 days ago: within one month


def test_a_deadline_already_past_is_not_held_against_the_person(
    session: Session, personne: Personne, maintenant: datetime
) -> None:
    dit = lu(contrat_consulte(session, personne("Kevin"), maintenant.date()))
    assert "pas encore de contrat" in dit
    assert "d'ici au" not in dit


def test_the_stand_in_is_named_while_the_referent_is_away(
    session: Session, personne: Personne, maintenant: datetime
) -> None:
    assert "Claire Dubois" in lu(contrat_consulte(session, personne("Maria"), maintenant.date()))


def test_actions_are_numbered_with_their_state_and_the_hours_of_the_week(
    session: Session, amina: Allocataire, maintenant: datetime
) -> None:
    dit = lu(actions_consultees(session, amina, maintenant.date()))
    assert "1. Mettre à jour mon CV : fait" in dit
    assert "2. Passer le code de la route : en cours" in dit
    assert "3. Demander une place en crèche : à faire" in dit
    assert "Cette semaine : 0h sur 15h" in dit


def test_what_was_declared_done_waits_for_the_referent(
    session: Session, contrat_d_amina: Contrat, amina: Allocataire, maintenant: datetime
) -> None:
    contrat_d_amina.actions[1].declaree_faite_le = maintenant
    assert "2. Passer le code de la route : à valider" in lu(
        actions_consultees(session, amina, maintenant.date())
    )


def test_a_contract_without_hours_counts_none(
    session: Session, contrat_d_amina: Contrat, amina: Allocataire, maintenant: datetime
) -> None:
    contrat_d_amina.heures_semaine = 0
    assert "semaine" not in lu(actions_consultees(session, amina, maintenant.date()))


def test_of_many_actions_those_still_to_do_are_shown_under_their_own_numbers(
    session: Session, contrat_d_amina: Contrat, amina: Allocataire, maintenant: datetime
) -> None:
    modele = contrat_d_amina.actions[0]
    for rang in range(4, 8):
        contrat_d_amina.actions.append(
            ActionContrat(
                rang=rang, libelle=f"Démarche {rang}", objectif_id=modele.objectif_id, etat=EtatAction.PLANNED
            )
        )
    session.flush()
    dit = lu(actions_consultees(session, amina, maintenant.date()))
    assert "1. " not in dit  # done, and there was no room left
    assert "2. Passer le code" in dit
    assert "6. Démarche 6" in dit


def test_an_abandoned_action_is_no_longer_shown(
    session: Session, contrat_d_amina: Contrat, amina: Allocataire, maintenant: datetime
) -> None:
    contrat_d_amina.actions[2].etat = EtatAction.ABANDONED
    assert "crèche" not in lu(actions_consultees(session, amina, maintenant.date()))


def test_one_person_never_reads_the_contract_of_another(
    session: Session, personne: Personne, maintenant: datetime
) -> None:
    assert len(session.scalars(select(Contrat)).all()) == 2
    assert "pas encore de contrat" in lu(actions_consultees(session, personne("Nadia"), maintenant.date()))
