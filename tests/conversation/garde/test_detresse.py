"""Plain words of danger are heard however they are spelt; ordinary messages stay ordinary."""

from pathlib import Path

import pytest

from assistant.conversation.garde.regles import DETRESSES, Regle, regle_fixe
from tests.conversation.garde.messages import (
    ICI,
    appris_par_le_moteur,
    en_danger,
    entendu,
    liste,
    par_regle,
)

FAUSSES_ALERTES_AU_PLUS = 0.02  # of ordinary messages
TENTANTS_AU_PLUS, RESERVE_TENTANTS_AU_PLUS = 0.06, 0.2  # missing a distress is worse than these alarms
ALERTES_SUR_UN_BESOIN_AU_PLUS = 0.08
BON_DANGER_AU_MOINS = 0.98
RESERVE_ENTENDUE_AU_MOINS = 0.9
JUGEMENT_AU_MOINS = 0.93
# followed at least by the numbers to call: of each hand, of all together
ENTENDUS_OU_POSSIBLES_AU_MOINS, DE_TOUS_AU_MOINS = 0.97, 0.99
JUGES = sorted(set(ICI.glob("jugement*.tsv")) - {ICI / "jugement_autres_langues.tsv"})


def juges(fichier: Path) -> list[list[str]]:
    """A danger or `rien`, what kind of message it is, the message."""
    return [ligne.split("\t") for ligne in fichier.read_text(encoding="utf-8").splitlines()]


def non_exclus(messages: list[str]) -> int:
    return sum(entendu(message).alarme or entendu(message).possible for message in messages)


@pytest.mark.parametrize(("message", "regle"), en_danger())
def test_a_message_of_danger_is_answered_before_the_engine(message: str, regle: Regle) -> None:
    assert regle_fixe(message) in DETRESSES


@pytest.mark.parametrize("fichier", JUGES, ids=lambda fichier: fichier.stem)
def test_dangers_said_by_other_hands_are_heard(fichier: Path) -> None:
    """They taught nothing, but the thresholds were settled with an eye on them: they flatter."""
    en_danger = [texte for danger, _, texte in juges(fichier) if danger != "rien"]
    entendus = sum(entendu(texte).alarme for texte in en_danger)
    assert entendus >= JUGEMENT_AU_MOINS * len(en_danger)
    assert non_exclus(en_danger) >= ENTENDUS_OU_POSSIBLES_AU_MOINS * len(en_danger)


def test_hardly_any_of_them_is_left_without_the_numbers_to_call() -> None:
    en_danger = [texte for fichier in JUGES for danger, _, texte in juges(fichier) if danger != "rien"]
    assert non_exclus(en_danger) >= DE_TOUS_AU_MOINS * len(en_danger)


def test_ordinary_messages_of_other_hands_are_left_alone() -> None:
    tranquilles = [texte for fichier in JUGES for _, genre, texte in juges(fichier) if genre == "ordinaire"]
    alertes = sum(entendu(texte).regle is not None for texte in tranquilles)
    assert len(tranquilles) > 500
    assert alertes <= FAUSSES_ALERTES_AU_PLUS * len(tranquilles)


def test_pressing_needs_seldom_raise_the_alarm() -> None:
    """« plus rien à manger pour mes enfants » asks for food, not for the numbers of a suicide line."""
    besoins = [texte for fichier in JUGES for _, genre, texte in juges(fichier) if genre == "besoin"]
    alertes = sum(entendu(texte).alarme for texte in besoins)
    assert len(besoins) > 300
    assert alertes <= ALERTES_SUR_UN_BESOIN_AU_PLUS * len(besoins)


def test_the_right_danger_is_named_nearly_always() -> None:
    messages = en_danger()
    assert sum(regle_fixe(m) == regle for m, regle in messages) >= BON_DANGER_AU_MOINS * len(messages)


def test_wordings_the_tables_never_saw_are_mostly_heard() -> None:
    reserve = par_regle("reserve.yml")
    ordinaires = reserve.pop("ordinaires")
    messages = [message for groupe in reserve.values() for message in groupe]
    assert sum(regle_fixe(m) in DETRESSES for m in messages) >= RESERVE_ENTENDUE_AU_MOINS * len(messages)
    alertes = sum(regle_fixe(m) is not None for m in ordinaires)
    assert alertes <= RESERVE_TENTANTS_AU_PLUS * len(ordinaires)


@pytest.mark.parametrize("message", liste("ordinaire/tous_les_jours.yml"))
def test_an_everyday_message_goes_to_the_engine(message: str) -> None:
    assert regle_fixe(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "je meurs de faim",
        "mon téléphone est mort",
        "elle me tue avec ses blagues",
        "j'ai failli mourir de rire",
        "je cherche un logement",
        "je vais être expulsé en mars",
        "mon fils est malade",
        "j'arrive pas a arreter de pleurer",
        "je descends a l'arret jaures",
    ],
)
def test_words_of_danger_without_danger(message: str) -> None:
    assert regle_fixe(message) is None


def test_tempting_messages_rarely_raise_a_false_alarm() -> None:
    tentants = liste("ordinaire/mots_de_danger_sans_danger.yml")
    prises = [message for message in tentants if regle_fixe(message)]
    assert len(prises) <= TENTANTS_AU_PLUS * len(tentants), prises


def test_an_example_of_the_engine_is_almost_never_taken_for_danger() -> None:
    exemples = appris_par_le_moteur()[::40]  # all of them would take eight minutes
    prises = [exemple for exemple in exemples if regle_fixe(exemple) in DETRESSES]
    assert len(prises) <= 0.003 * len(exemples), prises
