"""A town complained of is not where to look."""

import pytest

from assistant.offres.lieux_dits import lire_lieux


@pytest.mark.parametrize(
    ("dit", "refuse", "voulu"),
    [
        ("bordeaux c'est trop loin vous le faites expres", "Bordeaux", None),
        ("pauillac c loin lol ya pa une aide pr payé", "Pauillac", None),
        ("Bordeaux c'est vachement loin pour moi", "Bordeaux", None),
        ("c trop loin bordeaux", "Bordeaux", None),
        ("c'est loin à Bordeaux", "Bordeaux", None),
        ("bordeaux c trop loin, et a langon ?", "Bordeaux", "Langon"),
        ("trop loin bordeaux plutot libourne", "Bordeaux", "Libourne"),
        ("un garage a langon, bordeaux c trop loin", "Bordeaux", "Langon"),
        ("je peux pas aller a bordeaux", "Bordeaux", None),
        ("pas a bordeaux, plutot a langon", "Bordeaux", "Langon"),
        ("et a libourne ?", None, "Libourne"),
        ("c'est moins loin a libourne", None, "Libourne"),
        ("pas trop loin de langon", None, "Langon"),
        ("c trop loin de langon", None, "Langon"),
        ("je suis a langon c'est trop loin", None, "Langon"),
        ("ya rien a lesparre ? a pied", None, "Lesparre-Médoc"),
        ("ya pas a lesparre un garage", None, "Lesparre-Médoc"),
        ("dans le medoc pas blaye c de lautre coté de leau", "Blaye", None),
        ("coutras pas blaye", "Blaye", "Coutras"),
        ("partout sauf bordeaux", "Bordeaux", None),
        ("pas cher a langon", None, "Langon"),
        ("j'ai pas le permis, a libourne", None, "Libourne"),
        ("pas bon du tout", None, None),
        ("pourquoi pas blaye", None, "Blaye"),
        ("c trop loin", None, None),
        ("kelkun pour me montré lordi a langon ou pa loin cadillac la réole", None, "Langon"),
        ("jai travaillé dans les vignes avec mon oncle a Bazas il ya 40 ans, ya du boulot?", None, None),
        ("mon oncle a Bazas il ya 40 ans mais je cherche a libourne", None, "Libourne"),
        ("je suis a langon je cherche a bordeaux", None, "Langon"),
        ("un garage", None, None),
    ],
)
def test_a_town_complained_of_is_not_where_to_look(dit: str, refuse: str | None, voulu: str | None) -> None:
    lus = lire_lieux(dit)
    assert (lus.refuse and lus.refuse.nom, lus.voulu and lus.voulu.nom) == (refuse, voulu)
