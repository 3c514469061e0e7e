"""« plus », « c trop loin », « c'est gratuit ? »: a wish for other offers, or a question about these."""

import pytest

from assistant.offres.suite_lue import Voeu, interroge_une_offre, lire_suite


@pytest.mark.parametrize(
    ("dit", "voeux"),
    [
        ("plus", {Voeu.AUTRES}),
        ("PLUS", {Voeu.AUTRES}),
        ("+", {Voeu.AUTRES}),
        ("autre chose", {Voeu.AUTRES}),
        ("non autre chose svp", {Voeu.AUTRES}),
        ("otre choz", {Voeu.AUTRES}),
        ("d'autres ?", {Voeu.AUTRES}),
        ("vs en avez d autres", {Voeu.AUTRES}),
        ("ya rien d'autre", {Voeu.AUTRES}),
        ("c'est tout ?", {Voeu.AUTRES}),
        ("encore", {Voeu.AUTRES}),
        ("la suite", {Voeu.AUTRES}),
        ("moins loin", {Voeu.MOINS_LOIN}),
        ("c trop loin", {Voeu.MOINS_LOIN}),
        ("loin", {Voeu.MOINS_LOIN}),
        ("c loin pr moi", {Voeu.MOINS_LOIN}),
        ("plus pres je suis a pied", {Voeu.MOINS_LOIN}),
        ("ah non pas ça", {Voeu.AUTRES}),
        ("autre", {Voeu.AUTRES}),
        ("aucune des deux", {Voeu.AUTRES}),
        ("ya pas plus pres ?", {Voeu.MOINS_LOIN}),
        ("plus proche svp", {Voeu.MOINS_LOIN}),
        ("pres de chez moi", {Voeu.CHEZ_MOI}),
        ("gratuit", {Voeu.GRATUIT}),
        ("ya du gratuit ?", {Voeu.GRATUIT}),
        ("j'ai pas d'argent", {Voeu.MOINS_CHER}),
        ("c trop cher", {Voeu.MOINS_CHER}),
        ("en ligne", {Voeu.EN_LIGNE}),
        ("plutot par telephone", {Voeu.EN_LIGNE}),
        ("par tel ?", {Voeu.EN_LIGNE}),
        ("autre chose gratuit", {Voeu.AUTRES, Voeu.GRATUIT}),
        ("un truc gratuit plus pres", {Voeu.GRATUIT, Voeu.MOINS_LOIN}),
    ],
)
def test_a_wish_is_read_whole(dit: str, voeux: set[Voeu]) -> None:
    lue = lire_suite(dit)
    assert (set(lue.voeux), lue.reste) == (voeux, "")


@pytest.mark.parametrize(
    "dit",
    [
        "je viens plus",
        "dites m'en plus",
        "je veux en savoir plus",
        "j'en peux plus",
        "plus d'infos",
        "non plus",
    ],
)
def test_not_every_plus_asks_for_others(dit: str) -> None:
    assert not lire_suite(dit).voeux


@pytest.mark.parametrize(
    ("dit", "reste"),
    [
        ("et a libourne ?", "libourne"),
        ("gratuit a libourne", "libourne"),
        ("non plutot garde d'enfant", "garde enfant"),
        ("ya rien a lesparre ? a pied", "lesparre"),
    ],
)
def test_what_remains_is_a_place_or_a_need(dit: str, reste: str) -> None:
    assert lire_suite(dit).reste.removeprefix("a ") == reste


@pytest.mark.parametrize(
    "dit",
    [
        "c'est gratuit ?",
        "ça coûte combien",
        "la 2 c est ou",
        "c ou",
        "c'est quand",
        "faut quoi",
        "il faut ramener koi",
        "ma fille peut venir ?",
        "je peux venir avec mon bebe",
        "c'est pour les jeunes ?",
        "ya une limite d'age",
        "c quoi le num",
        "en bus?",
        "c payé cmb",
        "et le soir ya ?",
        "c'est ouvert le dimanche",
    ],
)
def test_a_question_is_about_what_was_shown(dit: str) -> None:
    assert interroge_une_offre(dit)


@pytest.mark.parametrize(
    "dit",
    ["gratuit", "ya du gratuit ?", "c trop cher", "c trop loin", "plus", "et a libourne ?", "par telephone"]
    + ["loin", "pauillac c loin", "une garde le soir", "bonne journée quand meme"],
)
def test_a_wish_is_no_question(dit: str) -> None:
    assert not interroge_une_offre(dit)
