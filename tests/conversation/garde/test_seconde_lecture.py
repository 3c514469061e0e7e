"""What is written in another language is read twice; a danger there is named as well as it can be."""

from statistics import mean

import pytest

from assistant.conversation.garde.detecteur import danger_possible
from assistant.conversation.garde.seconde_lecture import SECONDE_LECTURE
from tests.conversation.garde.messages import ICI, entendu

ENTENDUES_AU_MOINS, NOMMEES_AU_MOINS, FAUSSES_AU_PLUS = 0.95, 0.75, 0.16
ENTENDUES_OU_POSSIBLES_AU_MOINS = 0.99
UNE_SUR = 2  # each takes 40 ms; `benchmarks guard` reads them all
LIGNES = (ICI / "jugement_autres_langues.tsv").read_text().splitlines()
JUGES = [ligne.split("\t") for ligne in sorted(LIGNES)[::UNE_SUR]]
DANGERS = [(danger, texte) for danger, _, texte in JUGES if danger != "rien"]
SANS_DANGER = [texte for danger, _, texte in JUGES if danger == "rien"]


def test_dangers_in_twenty_six_languages_are_heard() -> None:
    assert mean(entendu(texte).alarme for _, texte in DANGERS) >= ENTENDUES_AU_MOINS
    assert mean(entendu(texte).alarme or entendu(texte).possible for _, texte in DANGERS) >= (
        ENTENDUES_OU_POSSIBLES_AU_MOINS
    )
    assert mean(entendu(texte).regle == danger for danger, texte in DANGERS) >= NOMMEES_AU_MOINS


def test_other_messages_in_these_languages_seldom_raise_the_alarm() -> None:
    assert mean(entendu(texte).alarme for texte in SANS_DANGER) <= FAUSSES_AU_PLUS


@pytest.mark.parametrize(
    "texte",
    [
        "bonjour je peu venir demain",
        "jé pa de voitur pr le rdv",
        "Merci beaucoup madame",
        "on pe cumulé rsa et aah",
    ],
)
def test_french_however_it_is_spelt_is_read_once(texte: str) -> None:
    assert not SECONDE_LECTURE.modele.est_etranger(texte)


def test_a_language_the_first_reading_was_never_taught_is_not_lost() -> None:
    assert danger_possible("більше не хочу жити, пробачте мене всі")
    assert not danger_possible("чи можна перенести зустріч на п'ятницю?")


def test_the_same_words_are_read_alike_each_time() -> None:
    seconde = SECONDE_LECTURE.modele
    assert seconde.lire("я больше не могу так жить") == seconde.lire("я больше не могу так жить")
