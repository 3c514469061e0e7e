"""Yes, no, never mind, a rank: as people text them."""

import pytest

from assistant.conversation.reponses_courtes import dit_non, dit_oui, est_un_abandon, rang_dit


@pytest.mark.parametrize(
    "texte",
    ["oui", "ui", "Ouais", "ok", "dac", "d'accord", "wi", "OUI !!!", "oui jsui malade", "vas y", "okk"],
)
def test_yes(texte: str) -> None:
    assert dit_oui(texte)
    assert not dit_non(texte)


@pytest.mark.parametrize(
    "texte", ["non", "nn", "nan", "Non merci", "nooon", "non jeudi", "pas du tout", "merci mais non"]
)
def test_no(texte: str) -> None:
    assert dit_non(texte)
    assert not dit_oui(texte)


@pytest.mark.parametrize("texte", ["jeudi", "2", "nouveau rdv", "ouvert", "sinon", "nord", ""])
def test_neither(texte: str) -> None:
    assert not dit_oui(texte)
    assert not dit_non(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "laisse tomber",
        "c bon laissez",
        "oubliez",
        "annule tout",
        "tant pis",
        "laissez tomber svp",
        "non rien",
    ],
)
def test_never_mind(texte: str) -> None:
    assert est_un_abandon(texte)


@pytest.mark.parametrize("texte", ["annulez mon rdv", "j'ai oublié", "non", "je laisse mon fils à la crèche"])
def test_not_a_never_mind(texte: str) -> None:
    assert not est_un_abandon(texte)


@pytest.mark.parametrize(
    ("texte", "rang"),
    [
        ("1", 0),
        ("le 2", 1),
        ("la deuxieme", 1),
        ("n°3", 2),
        ("le dernier", 2),
        ("celui du milieu", 1),
        ("2️⃣", 1),
        ("le 1er", 0),
        ("4", None),
        ("le 1 ou le 2", None),
        ("les deux", None),
        ("oui", None),
    ],
)
def test_a_place_in_a_list_of_three(texte: str, rang: int | None) -> None:
    assert rang_dit(texte, 3) == rang
