"""Examples are each other's neighbours, not copies; what judges them is not among them."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.conversation.garde.detecteur import DETRESSE
from assistant.offres.besoins_appris import BESOINS
from assistant.offres.mots import plier
from assistant.offres.notices_apprises import NOTICES
from assistant.settings import ROOT
from tests.conftest import SHARED

TESTS = ROOT / "tests"
SERVICES = SHARED / "data/services/sample_services.json"
NEARLY = 4  # words: shorter texts are said alike by everybody


def _yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _words(text: str) -> str:
    """The words whatever their order, accents and doubled letters."""
    return " ".join(sorted(re.sub(r"(.)\1+", r"\1", word) for word in plier(text).split()))


def _long(texts: Iterator[str]) -> Counter[str]:
    return Counter(words for text in texts if len((words := _words(text)).split()) >= NEARLY)


def _intents() -> Iterator[str]:
    for block in (block for file in (ROOT / "nlu_data").glob("*.yml") for block in _yaml(file)["nlu"]):
        yield from (line.removeprefix("- ") for line in block["examples"].splitlines())


def _needs() -> Iterator[str]:
    return (example.texte for example in BESOINS.exemples)


def _dangers() -> Iterator[str]:
    return (example.texte for example in DETRESSE.exemples)


def _judging_intents() -> Iterator[str]:
    return (one["text"] for file in TESTS.glob("nlu/held_out*.yml") for one in _yaml(file))


def _judging_needs() -> Iterator[str]:
    return (one["texte"] for file in TESTS.glob("offres/requetes_jugees*.yml") for one in _yaml(file))


def _judging_dangers() -> Iterator[str]:
    for file in TESTS.glob("conversation/garde/jugement*.tsv"):
        yield from (line.split("\t")[2] for line in file.read_text(encoding="utf-8").splitlines())


def test_no_example_of_an_intent_says_another_again_with_its_words_in_another_order() -> None:
    assert [words for words, times in _long(_intents()).items() if times > 1] == []


@pytest.mark.parametrize(
    ("examples", "judging"),
    [(_intents, _judging_intents), (_needs, _judging_needs), (_dangers, _judging_dangers)],
)
def test_no_message_that_judges_is_among_the_examples(examples: Any, judging: Any) -> None:
    learnt = _long(examples())
    judged = list(judging())
    assert len(judged) > 100
    assert [text for text in judged if _words(text) in learnt] == []


def test_no_real_notice_that_judges_is_among_the_examples() -> None:
    if not SERVICES.exists():
        pytest.skip("the real services are beside the project, not in it")
    real = json.loads(SERVICES.read_text(encoding="utf-8"))
    judging = {_words(text) for one in real for text in (one["nom"], one["description"] or "")}
    said = [part for notice in NOTICES.exemples for part in (notice.texte, *notice.texte.split(" : ", 1))]
    assert [text for text in said if len(text.split()) >= NEARLY and _words(text) in judging] == []
