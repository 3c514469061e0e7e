"""A yes acts only when nothing else is asked with it."""

import pytest

from assistant.conversation.accord import accepte


@pytest.mark.parametrize(
    "texte",
    [
        "oui",
        "oui svp merci",
        "oui annule",
        "ok c bon",
        "oui je peux pas venir",
        "oui jsui malade",
        "oui s'il vous plaît",
        "oui si possible",
        "oui si vous voulez",
        "si",
        "si si",
        "si merci",
        "oui et merci",
        "oui la ptite est malade",
        "oui j'ai un entretien quand meme",
        "d'accord",
    ],
)
def test_a_plain_yes(texte: str) -> None:
    assert accepte(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "si la ptite est malade lundi jpreviens comment",
        "si je suis malade je fais quoi",
        "si c'est possible jeudi",
        "ok mais c ou",
        "oui mais si je suis malade",
        "ok et pour le bus ?",
        "ok et le bus",
        "oui s'il pleut pas",
        "oui ? ",
        "oui cest quand deja",
        "ok je vais voir",
        "ok comment on fait",
        "oui sauf le mardi",
        "o revoir",
        "we prochain plutot",
        "non",
    ],
)
def test_not_yet(texte: str) -> None:
    assert not accepte(texte)
