"""Examples are each other's neighbours, not copies; what judges them is not among them."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.offres.mots import plier
from assistant.settings import ROOT

NEARLY = 4  # words: shorter texts are said alike by everybody


def _yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _words(text: str) -> str:
    """The words whatever their order, accents and doubled letters."""
    return " ".join(sorted(re.sub(r"(.)\1+", r"\1", word) for word in plier(text).split()))


@pytest.fixture(scope="module")
def examples() -> Counter[str]:
    blocks = [block for file in (ROOT / "nlu_data").glob("*.yml") for block in _yaml(file)["nlu"]]
    texts = [line.removeprefix("- ") for block in blocks for line in block["examples"].splitlines()]
    return Counter(words for text in texts if len((words := _words(text)).split()) >= NEARLY)


def test_no_example_says_another_again_with_its_words_in_another_order(examples: Counter[str]) -> None:
    assert [words for words, times in examples.items() if times > 1] == []


def test_no_message_that_judges_is_among_the_examples(examples: Counter[str]) -> None:
    judging = [
        message["text"] for file in Path(__file__).parent.glob("held_out*.yml") for message in _yaml(file)
    ]
    assert [text for text in judging if _words(text) in examples] == []
