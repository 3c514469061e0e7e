"""The language of a person; each has one sentence on how to reach a human."""

import re
from pathlib import Path

import pytest
import yaml

from assistant.content.catalogue import catalogue
from assistant.content.rendering import render
from assistant.conversation import langues
from assistant.conversation.langues import langue_demandee, langue_ecrite
from assistant.offres.mots import plier
from assistant.settings import ROOT
from assistant.sms_text.gsm7 import is_gsm7, segments

LANGUES = yaml.safe_load(Path(langues.__file__).with_suffix(".yml").read_text())


@pytest.mark.parametrize(
    ("texte", "langue"),
    [
        ("english please", "en"),
        ("I don't speak french", "en"),
        ("hablo español", "es"),
        ("não falo francês", "pt"),
        ("fala portugues ?", "pt"),
        ("أنا لا أتكلم الفرنسية", "ar"),
        ("vous parlez arabe", "ar"),
        ("не розумію", "uk"),
        ("не понимаю", "ru"),
        ("mon mari lit que le pachto", "ps"),
        ("en roumain svp", "ro"),
        ("merhaba", "tr"),
        ("je sais pas lire le francais", "autre"),
        ("vous parlez wolof ?", "autre"),
    ],
)
def test_who_asks_for_a_language_is_answered_in_it(texte: str, langue: str) -> None:
    assert langue_demandee(texte) == langue


@pytest.mark.parametrize(
    ("texte", "langue"),
    [
        ("متى يدفعون لي المال", "ar"),
        ("من فارسی صحبت می کنم", "fa"),
        ("زه په پښتو خبرې کوم", "ps"),
        ("ትግርኛ ጥራይ ይዛረብ", "ti"),
        ("მე ფრანგული არ ვიცი", "ka"),
        ("мені потрібна допомога", "uk"),
        ("мне нужны деньги", "ru"),
        ("не разбирам какво пишете", "bg"),
        ("salam 3afak bghit nhder m3a chi wahed", "ar"),
        ("wach kayn chi khbar 3la dossier dyali", "ar"),
        ("I got your message but what is this", "en"),
        ("no puedo pagar nada este mes porque estoy sin trabajo", "es"),
        ("preciso de ajuda com a minha casa", "pt"),
        ("ho bisogno di parlare con qualcuno, grazie", "it"),
        ("am nevoie de ajutor cu copilul", "ro"),
        ("kam nevoje per ndihme ju lutem", "sq"),
        ("yardim istiyorum lutfen", "tr"),
        ("nie rozumiem prosze o pomoc", "pl"),
        ("我不懂法语", "autre"),
        ("میں فرانسیسی نہیں جانتا ہوں، ٹھیک ہے", "autre"),
    ],
)
def test_a_message_tells_its_language(texte: str, langue: str) -> None:
    assert langue_ecrite(texte) == langue


@pytest.mark.parametrize(
    "texte",
    [
        "brtz kwx plonf",
        "wesh koi 2 9",
        "c koi ca encor la",
        "slt g pa recu le msg",
        "el repon pa ma referente no plus",
        "jpeu plu alé o taf ma caisse et kc",
        "help svp",  # one word of another language is not a message in it
        "ok thanks",
        "hola merci bcp pour tout",
        "la 3eme et 3heures ou 3jours",
        "🇬🇧 🙏",
        "",
    ],
)
def test_french_however_spelt_is_never_answered_in_another_language(texte: str) -> None:
    assert langue_ecrite(texte) is None


def test_no_french_training_text_is_taken_for_another_language() -> None:
    """Misspelt French above all: that is what is often not understood."""
    donnees = yaml.safe_load((ROOT / "nlu_data" / "rendez_vous.yml").read_text())["nlu"]
    textes = [texte for bloc in donnees for texte in re.findall(r"^- (.+)$", bloc["examples"], re.M)]
    francais = [t for t in textes if re.search(r"\b(?:je|j|jai|jsuis|mon|ma|pas)\b", plier(t))]
    pris = [texte for texte in francais if langue_ecrite(texte)]
    assert len(pris) <= 0.005 * len(francais), pris


@pytest.mark.parametrize("langue", [*LANGUES, "autre"])
def test_each_language_has_one_short_sentence_to_reach_a_human(langue: str) -> None:
    phrase = render(f"langue_{langue}")
    assert "HUMAIN" in phrase
    assert is_gsm7(phrase)
    assert segments(phrase) == 1


def test_no_sentence_is_without_its_language() -> None:
    ecrites = {cle.removeprefix("langue_") for cle in catalogue() if cle.startswith("langue_")}
    assert {langue for langue in ecrites if not langue.endswith(("_appel", "_inconnu"))} == {
        *LANGUES,
        "autre",
    }


@pytest.mark.parametrize("langue", LANGUES)
def test_the_words_of_a_language_are_written_as_they_are_looked_up(langue: str) -> None:
    mots = LANGUES[langue]["mots"].split()
    assert [mot for mot in mots if plier(mot) != mot] == []
    assert sorted({mot for mot in mots if mots.count(mot) > 1}) == []
