"""« Ce n'est pas moi », then perhaps « si, c'est moi »: nobody loses their file by a word said in anger."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from rasa_sdk import Action
from sqlalchemy import select

from actions.conversation import ActionDemanderAide, ActionReponseSeule
from actions.numero import ActionMauvaisNumero
from actions.politesses import ActionSaluer
from actions.rendez_vous import ActionConsulterRdv
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from tests.actions.conftest import Dialogue

JEAN_MARC, INCONNU = "+33639980002", "+33639980099"
Ouvrir = Callable[[str], Dialogue]


def alertes() -> list[GenreAlerte]:
    with transaction() as session:
        return list(session.scalars(select(Alerte.genre)))


def dire(dialogue: Dialogue, texte: str, intent: str = "mauvais_numero") -> str:
    actions: dict[str, Action] = {
        "mauvais_numero": ActionMauvaisNumero(),
        "saluer": ActionSaluer(),
        "demander_aide": ActionDemanderAide(),
        "consulter_rdv": ActionConsulterRdv(),
    }
    return " / ".join(dialogue.dire(actions.get(intent, ActionReponseSeule()), texte, intent))


def detacher(dialogue: Dialogue) -> None:
    dire(dialogue, "c pas moi")
    assert "Plus rien de personnel" in dire(dialogue, "oui", "affirmer")


def test_anger_at_being_written_to_takes_nothing_away(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    dite = dire(jean_marc, "bah j'ai rien demandé moi. qui c'est qui vous a donné mon numero")
    assert "service du Département" in dite
    assert "14h30" in dire(jean_marc, "c quand mon rdv", "consulter_rdv")
    assert alertes() == []


@pytest.mark.parametrize("numero", [JEAN_MARC, INCONNU])
def test_one_short_question_naming_nobody_comes_first(dialogue: Ouvrir, numero: str) -> None:
    personne = dialogue(numero)
    dite = dire(personne, "vous vous trompez de personne")
    assert "Est-ce que je me trompe de personne ? Répondez OUI ou NON" in dite
    assert alertes() == []
    assert "Plus rien de personnel" in dire(personne, "oui", "affirmer")


@pytest.mark.parametrize(
    ("reponse", "intent"),
    [("non", "nier"), ("si c'est moi jean marc", "mauvais_numero"), ("c moi", "affirmer")],
)
def test_no_keeps_everything(dialogue: Ouvrir, reponse: str, intent: str) -> None:
    jean_marc = dialogue(JEAN_MARC)
    dire(jean_marc, "c pas moi")
    assert "rien ne change" in dire(jean_marc, reponse, intent)
    assert "14h30" in dire(jean_marc, "c quand mon rdv", "consulter_rdv")


def test_said_again_plainly_is_a_yes_whatever_the_label(dialogue: Ouvrir) -> None:
    jean_marc, mots = dialogue(JEAN_MARC), "non je connais pas ce monsieur"
    dire(jean_marc, "c pas moi")
    assert dire(jean_marc, mots, "nier") == ""  # the engine runs what follows
    assert jean_marc.events[-1]["name"] == "action_mauvais_numero"
    assert "Plus rien de personnel" in dire(jean_marc, mots)
    assert alertes() == [GenreAlerte.MAUVAIS_NUMERO]


def test_it_is_not_said_twice_in_the_same_words(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    detacher(jean_marc)
    assert "déjà noté" in dire(jean_marc, "c pas moi je vous dis")


@pytest.mark.parametrize(
    "mots",
    ["c'est le bon numero", "c'est moi jean marc", "si c'est bien mon numéro", "c'est moi Jean-Marc Lacoste"],
)
def test_within_the_day_it_is_undone(dialogue: Ouvrir, mots: str) -> None:
    jean_marc = dialogue(JEAN_MARC)
    detacher(jean_marc)
    assert "rétabli" in dire(jean_marc, mots)
    assert "14h30" in dire(jean_marc, "c quand mon rdv", "consulter_rdv")


def test_later_the_team_looks_first(dialogue: Ouvrir, monkeypatch: pytest.MonkeyPatch) -> None:
    jean_marc = dialogue(JEAN_MARC)
    detacher(jean_marc)
    demain = jean_marc.maintenant + timedelta(hours=25)
    monkeypatch.setattr("actions.dossier.now", lambda: demain)
    assert "L'équipe qui vous suit est prévenue" in dire(jean_marc, "c'est le bon numero")
    assert alertes() == [GenreAlerte.MAUVAIS_NUMERO] * 2


def test_a_number_nobody_has_is_told_whom_to_call(dialogue: Ouvrir) -> None:
    assert "05 36 49 00 00" in dire(dialogue(INCONNU), "c'est moi", "affirmer")


@pytest.mark.parametrize("numero", [JEAN_MARC, INCONNU])
def test_a_wrong_number_is_shown_no_menu(dialogue: Ouvrir, numero: str) -> None:
    personne = dialogue(numero)
    detacher(personne)
    for texte, intent in (("bonjour", "saluer"), ("vous faites quoi", "demander_aide"), ("2", "choisir")):
        assert "1." not in dire(personne, texte, intent)
