"""« ccas c koi »: the words of the administration are explained to whoever asks."""

from pathlib import Path

import pytest
import yaml

from assistant.content.catalogue import catalogue
from assistant.conversation import glossaire
from assistant.conversation.glossaire import mot_demande


@pytest.mark.parametrize(
    ("texte", "mot"),
    [
        ("CCAS cé koi", "ccas"),
        ("c koi le ccas", "ccas"),
        ("c'est quoi MDS ?", "mds"),
        ("sa veu dir koi mds", "mds"),
        ("RQTH c'est quoi comme papier", "rqth"),
        ("équipe pluridisciplinaire c'est quoi c'est eux qui coupent", "equipe"),
        ("c'est quoi un référent ? moi j'en ai pas", "referent"),
        ("vae ca veut dire koi", "vae"),
        ("je connais pas le ccas", "ccas"),
        ("qu'est ce que c'est la mdph", "mdph"),
    ],
)
def test_the_meaning_of_a_word_is_asked(texte: str, mot: str) -> None:
    assert mot_demande(texte) == mot


@pytest.mark.parametrize(
    "texte",
    [
        "c quoi le numero de la mds",
        "je dois apporter quoi a la mds",
        "c kan mon rdv a la mds",
        "c'est la caf qui paye",
        "la caf dit quoi",
        "je veux un chantier d'insertion",
        "je comprends pas la caf m'a rien versé",
        "le mail de ma référente cé koi",
        "le chantier c'est quoi comme boulot",
        "c'est quoi la différence entre le ccas et la mds",
    ],
)
def test_another_question_holds_such_a_word(texte: str) -> None:
    assert mot_demande(texte) is None


def test_each_word_has_its_explanation() -> None:
    mots = yaml.safe_load(Path(glossaire.__file__).with_name("glossaire.yml").read_text())
    assert {f"mot_{nom}" for nom in mots} == {cle for cle in catalogue() if cle.startswith("mot_")}
