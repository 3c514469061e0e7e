"""A search that asks where lets go of whoever looks for nothing, or asks something else."""

from collections.abc import Callable

import pytest

from actions.droits import ActionQuestionDroits
from actions.offres import ActionChercherOffre, ValiderFormulaireLieu
from assistant.offres.refus import ne_cherche_rien
from tests.actions.conftest import Dialogue

INCONNU = "+33639980099"
Ouvrir = Callable[[str], Dialogue]


@pytest.fixture
def demande_ou(dialogue: Ouvrir) -> Dialogue:
    inconnu = dialogue(INCONNU)
    assert (
        "Dans quelle commune" in inconnu.dire(ActionChercherOffre(), "aide pour manger", "chercher_offre")[0]
    )
    return inconnu


@pytest.mark.parametrize(
    ("texte", "dit"),
    [
        ("j ai peur ils coupe argent. je suis arrive France 2 ans", "Rien n'est automatique"),
        ("non je cherche pas. Je veux savoir si argent continue decembre", "Je ne vois pas vos paiements"),
        ("non je cherche rien du tout", "j'oublie cette recherche"),
    ],
)
def test_fears_and_questions_are_no_place(demande_ou: Dialogue, texte: str, dit: str) -> None:
    dite = " ".join(demande_ou.dire(ValiderFormulaireLieu(), texte, "chercher_offre"))
    assert dit in dite
    assert "commune" not in dite
    assert demande_ou.formulaire is None


def test_nothing_looked_for_with_another_request_is_not_recalled(demande_ou: Dialogue) -> None:
    texte = "STOP commune. question sur mes droits"
    demande_ou.dire(ValiderFormulaireLieu(), texte, "question_droits")
    dites = demande_ou.dire(ActionQuestionDroits(), texte, "question_droits", meme_tour=True)
    assert "commune" not in " ".join(dites)
    assert demande_ou.formulaire is None


@pytest.mark.parametrize(
    "texte",
    ["je cherche pas un cours mais un job", "je cherche pas a bordeaux", "je cherche pas loin", "a langon"],
)
def test_what_is_not_looked_for_says_what_is(texte: str) -> None:
    assert not ne_cherche_rien(texte)


def test_a_town_still_answers(demande_ou: Dialogue) -> None:
    assert "Langon" in demande_ou.dire(ValiderFormulaireLieu(), "langon", "donner_information")[0]
