"""Yes, no, never mind: as people text them."""

import pytest

from assistant.conversation.reponses_courtes import dit_non, dit_oui, est_un_abandon, politesse, refuse


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


@pytest.mark.parametrize(
    "texte",
    [
        "annulez mon rdv",
        "j'ai oublié",
        "non",
        "je laisse mon fils à la crèche",
        "jai plus un rond pour le train, tant pis",
    ],
)
def test_not_a_never_mind(texte: str) -> None:
    assert not est_un_abandon(texte)


@pytest.mark.parametrize(
    ("texte", "quoi"),
    [
        ("au revoir et bonne journée quand meme", "au_revoir"),
        ("ok merci quand meme, bonne journée", "au_revoir"),
        ("merci pour rien, a dimanche", "au_revoir"),
        ("ok merci bcp", "remercier"),
        ("ok mrc", "remercier"),
        ("bon jme casse", "au_revoir"),
        ("merci pour le 2", None),
        ("plus tard dans la journée", None),
        ("merci et c'est combien ?", None),
        ("bonne journée pour venir ?", None),
        ("non merci", None),
        ("ok", None),
    ],
)
def test_thanks_and_goodbyes(texte: str, quoi: str | None) -> None:
    assert politesse(texte) == quoi


@pytest.mark.parametrize(
    "texte", ["nn laissé", "c bon laissez", "pas la peine", "plus la peine merci", "ca ira"]
)
def test_no_without_the_word(texte: str) -> None:
    assert refuse(texte)


@pytest.mark.parametrize("texte", ["oui", "laissez un message a claire", "oui pas la peine d'attendre"])
def test_what_holds_such_words_and_says_yes(texte: str) -> None:
    assert not refuse(texte)
