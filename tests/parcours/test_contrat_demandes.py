"""« comment je signe », « je veux changer mes objectifs »: the link, or the référent who is told."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_demandes import changement_demande, signature_demandee
from assistant.parcours.contrats import Contrat

LIEN = "https://signature.gironde.example/contrats/3f2b8c1e"
Alertes = Callable[[], list[str]]
Signer = Callable[..., str]


@pytest.fixture
def signer(
    session: Session, amina: Allocataire, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> Signer:
    def demander(texte: str, qui: Allocataire = amina) -> str:
        reponse = signature_demandee(session, qui, texte, conversation_id, tour_id, maintenant)
        return render(reponse.cle, reponse.valeurs)

    return demander


@pytest.fixture
def a_signer(contrat_d_amina: Contrat) -> Contrat:
    contrat_d_amina.signe_le = None
    contrat_d_amina.lien_signature = LIEN
    return contrat_d_amina


def test_a_contract_with_a_link_is_signed_by_the_link(
    signer: Signer, a_signer: Contrat, alertes: Alertes
) -> None:
    assert LIEN in signer("coment je signe")
    assert alertes() == []


@pytest.mark.parametrize(
    "dit", ["le lien marche pas", "LE LIEN POUR SIGNER EST EXPIRÉ", "ça bloque a letape signature"]
)
def test_a_link_that_does_not_work_brings_the_referent(
    signer: Signer, a_signer: Contrat, alertes: Alertes, dit: str
) -> None:
    assert "J'ai prévenu Claire Dubois" in signer(dit)
    assert alertes() == ["contrat"]


def test_a_contract_without_a_link_is_signed_with_the_referent(
    signer: Signer, a_signer: Contrat, alertes: Alertes
) -> None:
    a_signer.lien_signature = None
    assert "Vous le signerez ensemble" in signer("je veux signer mon contrat")
    assert alertes() == ["contrat"]


def test_renewing_tells_the_referent_and_the_end_date(
    signer: Signer, personne: Callable[[str], Allocataire], alertes: Alertes
) -> None:
    dit = signer("renouveler svp", personne("Jean-Marc"))
    assert "J'ai prévenu Thomas Girard" in dit
    assert "14 décembre 2026" in dit
    assert alertes() == ["contrat"]


def test_a_first_contract_is_asked_of_the_referent(
    signer: Signer, personne: Callable[[str], Allocataire]
) -> None:
    assert "pas encore de contrat" in signer("jveu fer mon cer", personne("Fatou"))


def test_one_turn_tells_the_referent_once(signer: Signer, alertes: Alertes) -> None:
    signer("renouveler")
    signer("renouveler")
    assert alertes() == ["contrat"]


def test_a_wish_to_change_goes_to_the_referent_and_reveals_no_contract(
    session: Session,
    amina: Allocataire,
    conversation_id: UUID,
    tour_id: UUID,
    maintenant: datetime,
    alertes: Alertes,
) -> None:
    reponse = changement_demande(session, amina, conversation_id, tour_id, maintenant)
    dit = render(reponse.cle, reponse.valeurs)
    assert "J'ai prévenu Claire Dubois" in dit
    assert "contrat" not in dit
    assert alertes() == ["contrat"]
