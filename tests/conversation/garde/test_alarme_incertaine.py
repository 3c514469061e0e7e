"""An alarm that may be false gives the numbers all the same, and asks what is needed."""

from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.conversation.garde import passage
from assistant.sms_text.gsm7 import segments
from tests.offres.inscriptions import dit, repond

SINON = render("detresse_sinon")


def test_a_danger_said_plainly_is_answered_and_nothing_else(demo: Session, maintenant: datetime) -> None:
    (texte,) = dit(repond(demo, "Amina", "je veux mourir", maintenant))
    assert "3114" in texte


def test_when_the_alarm_may_be_false_the_door_stays_open_to_a_need(
    demo: Session, maintenant: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passage, "_est_un_danger", lambda _texte: False)
    numeros, sinon = dit(repond(demo, "Amina", "je veux mourir", maintenant))
    assert "3114" in numeros
    assert sinon == SINON
    assert segments(SINON) == 1
