"""`jalon …` on a running Jalon, as somebody types it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stack import ROOT, Stack

MESSAGES = ["c quand mon rdv", "STOP", "jveu mourir", "zzzz sdlkfj"]


def jalon(stack: Stack, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "api.cli.main", *words]
    return subprocess.run(
        command, cwd=ROOT, env=stack.environment, capture_output=True, text=True, timeout=60
    )


@pytest.mark.engine
def test_say_prints_the_replies_with_their_segments(stack: Stack) -> None:
    stack.reset_demo()  # dialogues before this one may have left more to say
    done = jalon(stack, "say", "--from", "+33639980001", "c quand mon rdv", "--json")
    said = json.loads(done.stdout)
    assert said["intent"] == "consulter_rdv"
    assert said["replies"][0]["segments"] == 1


@pytest.mark.engine
def test_parse_tells_the_rule_and_the_intent_of_each_line_of_a_file(stack: Stack, tmp_path: Path) -> None:
    file = tmp_path / "messages.txt"
    file.write_text("\n".join(MESSAGES))
    rows = [
        json.loads(line) for line in jalon(stack, "parse", "--file", str(file), "--json").stdout.splitlines()
    ]
    assert [row["text"] for row in rows] == MESSAGES
    assert [row["rule"] for row in rows] == [None, "stop", "suicide", None]
    assert set(rows[0]) == {"text", "rule", "intent", "confidence", "entities"}
    assert rows[0]["intent"] == "consulter_rdv"


@pytest.mark.engine
@pytest.mark.parametrize(
    "words",
    [
        ("say", "--from", "pas un numero", "bonjour"),
        ("parse", "--file", "nulle-part.txt"),
        ("parse",),
        ("erase", "abc"),
        ("export", "+33612345678"),
    ],
)
def test_bad_input_is_a_plain_sentence_and_an_exit_code(stack: Stack, words: tuple[str, ...]) -> None:
    done = jalon(stack, *words)
    assert done.returncode != 0
    assert done.stderr.strip().endswith(".")
    assert "Traceback" not in done.stderr


@pytest.mark.engine
def test_a_number_can_be_exported_then_erased(stack: Stack) -> None:
    number = "+33639980095"
    stack.say(number, "bonjour vous pouvez faire quoi pour moi")
    exported = json.loads(jalon(stack, "export", number).stdout)
    assert exported["messages_entrants"][0]["corps"].startswith("bonjour")
    assert jalon(stack, "erase", number).returncode == 0
    assert jalon(stack, "export", number).returncode != 0
