"""« c koi le num de ma referente » : name, place, number, and the hours that are left today."""

from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.content.rendering import render
from assistant.handoff.coordonnees import coordonnees
from assistant.parcours.allocataires import Allocataire
from assistant.sms_text.gsm7 import segments


def lu(session: Session, prenom: str, quand: datetime) -> str:
    qui = session.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()
    reponse = coordonnees(qui, quand)
    texte = render(reponse.cle, reponse.valeurs)
    assert segments(texte) == 1
    return texte


def test_amina_reads_who_where_and_until_when_today(demo: Session, maintenant: datetime) -> None:
    assert lu(demo, "Amina", maintenant) == (
        "Votre référent : Claire Dubois, MDS Bastide. "
        "Téléphone : 05 36 49 00 01, aujourd'hui 9h-12h et 13h30-17h."
    )


@pytest.mark.parametrize(
    ("quand", "dit"),
    [
        (datetime(2026, 11, 24, 12, 30, tzinfo=PARIS), "aujourd'hui 13h30-17h"),
        (datetime(2026, 11, 24, 19, 0, tzinfo=PARIS), "Joignable demain dès 9h"),
        (datetime(2026, 11, 28, 10, 0, tzinfo=PARIS), "Joignable lundi 30 novembre dès 9h"),
        (datetime(2026, 12, 25, 10, 0, tzinfo=PARIS), "Joignable lundi 28 décembre dès 9h"),
    ],
)
def test_out_of_hours_the_next_hour_of_presence_is_given(demo: Session, quand: datetime, dit: str) -> None:
    assert dit in lu(demo, "Amina", quand)


def test_while_sophie_is_away_the_number_is_that_of_claire(demo: Session, maintenant: datetime) -> None:
    texte = lu(demo, "Maria", maintenant)
    assert texte.startswith("Sophie Martin n'est pas là")
    assert "Claire Dubois" in texte
    assert "05 36 49 00 01" in texte
