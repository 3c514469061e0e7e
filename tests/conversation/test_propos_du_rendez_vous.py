"""What people fear or expect of a rendez-vous, in their words."""

import pytest

from assistant.conversation.propos import dit


@pytest.mark.parametrize(
    ("propos", "texte"),
    [
        ("rdv_piece_perimee", "ma piece didentité elle est perimé, jai un recipissé sa va quand meme ?"),
        ("rdv_piece_perimee", "oui mais elle est perimee je vous dis, le recepissé c bon ou pas ???"),
        ("rdv_piece_perimee", "4 la carte didentité perimé"),
        ("rdv_courrier", "non je parle du courrier du rendez vous"),
        ("rdv_courrier", "et dici la yaura une lettre? le courrier arrive pas toujours"),
        ("rdv_ouvert", "je demande si le bureau est ouvert samedi a 16h"),
        ("rdv_ouvert", "cest ouvert samedi ?"),
        ("rdv_perd_place", "1 mais attendez si je change je perd ma place ? sinon je viens quand meme"),
        ("rdv_decaler", "bon lundi 15h45 jai un entretien interim a 16h c chaud on peu decaler encore"),
        ("rdv_redira", "Je sais pas encore, on est que lundi. Je vous dis jeudi soir ?"),
    ],
)
def test_it_is_heard(propos: str, texte: str) -> None:
    assert dit(propos, texte)


@pytest.mark.parametrize(
    ("propos", "texte"),
    [
        ("rdv_courrier", "j'ai recu une lettre de la caf"),
        ("rdv_perd_place", "j'ai perdu mon travail"),
        ("rdv_piece_perimee", "ma carte bancaire est bloquee"),
        ("rdv_redira", "je sais pas"),
    ],
)
def test_what_is_something_else_is_not(propos: str, texte: str) -> None:
    assert not dit(propos, texte)
