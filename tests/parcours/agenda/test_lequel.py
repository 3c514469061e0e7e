"""Maria has two rendez-vous: Saturday 28 at 9:00 and Monday 30 at 14:00. Which one does she mean?"""

from datetime import datetime

import pytest

from assistant.clock import PARIS
from assistant.parcours.agenda.lequel import le_seul_designe, le_seul_quitte

MARDI = datetime(2026, 11, 24, 9, 30, tzinfo=PARIS)
SAMEDI = datetime(2026, 11, 28, 9, 0, tzinfo=PARIS)
LUNDI = datetime(2026, 11, 30, 14, 0, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("texte", "rang"),
    [
        ("annulez celui de lundi", 1),
        ("je peux pas venir samedi", 0),
        ("le 1er", 0),
        ("la deuxieme", 1),
        ("celui de 14h", 1),
        ("le 28", 0),
        ("je peux pas venir", None),
        ("mardi", None),
    ],
)
def test_the_one_meant_in_a_cancellation(texte: str, rang: int | None) -> None:
    assert le_seul_designe(texte, [SAMEDI, LUNDI], MARDI) == rang


@pytest.mark.parametrize(
    ("texte", "rang"),
    [
        ("decaler mon rdv de samedi a lundi", 0),
        ("lundi je peux pas, autre chose ?", 1),
        ("on peut decaler a lundi ?", None),
        ("un autre jour svp", None),
    ],
)
def test_the_one_to_leave_is_not_the_day_wished(texte: str, rang: int | None) -> None:
    assert le_seul_quitte(texte, [SAMEDI, LUNDI], MARDI) == rang
