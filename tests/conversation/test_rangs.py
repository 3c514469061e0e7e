"""« la deuxième », « 2 stp » choose; « j'ai un entretien », « mes deux enfants » do not."""

import pytest

from assistant.conversation.rangs import rang_dit


@pytest.mark.parametrize(
    ("texte", "rang"),
    [
        ("faut un diplome ? jai arreté en 3eme", None),
        ("1", 0),
        ("le 2", 1),
        ("la deuxieme", 1),
        ("n°3", 2),
        ("le dernier", 2),
        ("celui du milieu", 1),
        ("2️⃣", 1),
        ("le 1er", 0),
        ("deux svp", 1),
        ("un", 0),
        ("oui le 2", 1),
        ("la 2 c est ou", 1),
        ("inscris moi a la 3", 2),
        ("inscris moi au 1", 0),
        ("le deuxième de la liste s'il vous plaît", 1),
        ("pas le 1, le 2", 1),
        ("4", None),
        ("le 1 ou le 2", None),
        ("les deux", None),
        ("oui", None),
        ("j'ai un entretien d'embauche", None),
        ("mes deux enfants sont malades", None),
        ("mon deuxieme enfant est malade", None),
        ("j'ai 2 enfants", None),
        ("une autre", None),
        ("c'est la premiere fois", None),
        ("", None),
    ],
)
def test_a_place_in_a_list_of_three(texte: str, rang: int | None) -> None:
    assert rang_dit(texte, 3) == rang
