"""Whoever may not read French gets the number to call in their own language too."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import yaml
from sqlalchemy.orm import Session

from assistant.content.catalogue import catalogue
from assistant.content.rendering import render
from assistant.conversation import langues
from assistant.conversation.garde.numeros import valeurs_numeros
from assistant.conversation.outbox import envoyer
from assistant.conversation.tables import MessageEntrant
from assistant.sms_text.gsm7 import segments
from tests.offres.inscriptions import demandeur, dit, repond

LANGUES = [*yaml.safe_load(Path(langues.__file__).with_suffix(".yml").read_text(encoding="utf-8")), "autre"]


@pytest.mark.parametrize(
    ("mots", "phrase"),
    [
        ("my husband find me. he have knife he say he take the baby", "In danger: call 112"),
        ("tonight i sleep where. i am outside with my baby", "Nowhere to sleep: call 115"),
        ("mi marido me pega, tengo mucho miedo por los hijos", "En peligro: llame al 112"),
        ("Я боюсь, муж меня бьет, помогите", "V opasnosti: zvonite 112"),
    ],
)
def test_a_danger_is_answered_in_french_then_in_the_language_of_the_person(
    demo: Session, maintenant: datetime, mots: str, phrase: str
) -> None:
    francais, etranger = dit(repond(demo, "Amina", mots, maintenant))
    assert "gratuit" in francais or "114" in francais
    assert phrase in etranger


def test_french_is_answered_in_french_alone(demo: Session, maintenant: datetime) -> None:
    for mots in ("mon mari me frape jai peur", "je dors dehors ce soir avec mes enfants help please"):
        assert len(dit(repond(demo, "Amina", mots, maintenant))) == 1


def test_it_is_said_once_a_day_and_again_to_whoever_asks_about_the_number(
    demo: Session, maintenant: datetime
) -> None:
    texte = "my husband has a knife he will kill me"
    _, phrase = dit(repond(demo, "Amina", texte, maintenant))
    fil = demandeur(demo, "Amina", maintenant).conversation_id
    envoyer(demo, fil, phrase, maintenant, tour_id=None, rang=0)
    demo.flush()
    assert len(dit(repond(demo, "Amina", texte, maintenant))) == 1
    assert phrase in dit(repond(demo, "Amina", f"{texte}. 17 they speak english ?", maintenant))
    assert phrase in dit(repond(demo, "Amina", texte, maintenant + timedelta(days=2)))


def test_the_language_is_the_one_of_the_conversation(demo: Session, maintenant: datetime) -> None:
    fil = demandeur(demo, "Amina", maintenant).conversation_id
    texte = "Bom dia senhora, tenho reuniao sexta feira, que horas por favor"
    demo.add(MessageEntrant(conversation_id=fil, sid="bomdia", corps=texte, recu_le=maintenant))
    demo.flush()
    (_, phrase) = dit(repond(demo, "Amina", "o meu marido bate-me e quer matar", maintenant))
    assert "Em perigo" in phrase


@pytest.mark.parametrize("langue", LANGUES)
@pytest.mark.parametrize(("quoi", "numero"), [("danger", "112"), ("abri", "115")])
def test_each_language_has_the_sentence_of_a_danger_and_of_a_night_outside(
    langue: str, quoi: str, numero: str
) -> None:
    phrase = render(f"{quoi}_langue_{langue}", valeurs_numeros())
    assert numero in phrase and segments(phrase) == 1
    assert f"{quoi}_langue_{langue}" in catalogue()
