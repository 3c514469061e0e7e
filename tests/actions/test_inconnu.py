"""A number nobody has: what cannot be done is said, then another way; nothing is said twice in a row."""

from collections.abc import Callable

import pytest

from actions.conversation import ActionChangerLangue, ActionIncompris, ActionMecontent, ActionRepeter
from actions.droits import ActionQuestionDroits
from actions.offres import ActionChercherOffre, ValiderFormulaireLieu
from actions.politesses import ActionRemercier
from actions.referent import ActionParlerReferent
from tests.actions.conftest import Dialogue

AMINA, INCONNU = "+33639980001", "+33639980099"
ACCUEIL = "05 36 49 00 00"
Ouvrir = Callable[[str], Dialogue]


def parler(dialogue: Dialogue, texte: str) -> str:
    return " / ".join(dialogue.dire(ActionParlerReferent(), texte, "parler_referent"))


def test_four_ways_to_ask_for_somebody_are_not_one_text_four_times(dialogue: Ouvrir) -> None:
    inconnu = dialogue(INCONNU)
    premiere = parler(inconnu, "je veux parler a mme roussel")
    assert ACCUEIL in premiere and "Je ne peux ni transmettre, ni vous faire rappeler" in premiere
    assert "CCAS" in parler(inconnu, "qu'elle me rappelle, vous pouvez lui dire ?")
    dites = [premiere, *(parler(inconnu, texte) for texte in ("HUMAIN", "rappelez moi", "HUMAIN"))]
    assert all(une != autre for une, autre in zip(dites, dites[1:], strict=False))


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("nan j ai plus de forfait j peux pas appeler, rappelez moi", "parler_referent"),
        ("accueil du departement ils repondent jamais 20 min de musique", "mecontent"),
        ("ma référente ne me rappelle jamais j'ai laissé 3 messages sur le repondeur", "nlu_fallback"),
    ],
)
def test_when_nobody_can_be_called_there_is_a_door_to_push(dialogue: Ouvrir, texte: str, intent: str) -> None:
    dite = " / ".join(dialogue(INCONNU).dire(ActionMecontent(), texte, intent))
    assert "Sans téléphoner, allez à votre MDS, ou au CCAS" in dite
    assert ACCUEIL not in dite


@pytest.mark.parametrize(
    ("texte", "nom"),
    [
        ("Bom dia, eu quero falar com a Sophie", "ligue para"),
        ("smehli ma n9rach mzyan francais, bghit nhder m3a chi wahed", "ittasil"),
        ("grazie mille, quando devo venire? ho perso il telefono del mio assistente", "chiami"),
    ],
)
def test_whoever_asks_for_somebody_in_their_language_is_answered_in_it(
    dialogue: Ouvrir, texte: str, nom: str
) -> None:
    dite = parler(dialogue(INCONNU), texte)
    assert f"{nom}" in dite and ACCUEIL in dite
    assert "Pour parler" not in dite


def test_humain_after_a_foreign_line_is_answered_in_that_language(dialogue: Ouvrir) -> None:
    inconnu = dialogue(INCONNU)
    texte = "hello can i speak to somebody in english please"
    (premiere,) = inconnu.dire(ActionChangerLangue(), texte, "changer_langue")
    assert "I only write in French" in premiere and ACCUEIL in premiere
    assert "To speak to a person, call" in parler(inconnu, "HUMAIN")


def test_an_answer_in_french_to_another_language_says_once_how_to_reach_a_person(dialogue: Ouvrir) -> None:
    inconnu, texte = dialogue(INCONNU), "no hablo francés, tengo una pregunta, puedo trabajar y el dinero"
    dites = [inconnu.dire(ActionQuestionDroits(), texte, "question_droits") for _ in range(2)]
    assert [sum("solo escribo" in dite for dite in d) for d in dites] == [1, 0]


@pytest.mark.parametrize("texte", ["t bete ou quoi tu repete la meme chose", "mais je tourne en rond la"])
def test_a_reproach_of_saying_the_same_thing_is_not_answered_by_saying_it(
    dialogue: Ouvrir, texte: str
) -> None:
    for numero, attendu in ((INCONNU, "CCAS"), (AMINA, "Voulez-vous que je prévienne Claire Dubois ?")):
        dite = " / ".join(dialogue(numero).dire(ActionRepeter(), texte, "repeter"))
        assert "Pardon, je me répète" in dite and attendu in dite


def test_thanks_do_not_hide_good_news(dialogue: Ouvrir) -> None:
    texte = "je viens d'avoir un cdi !!! merci pour tout a toute l'equipe, dites le a thomas"
    dite = " / ".join(dialogue(INCONNU).dire(ActionRemercier(), texte, "remercier"))
    assert "Félicitations" in dite and "je ne peux pas le prévenir" in dite
    assert "J'ai prévenu Claire Dubois" in " / ".join(
        dialogue(AMINA).dire(ActionRemercier(), texte, "remercier")
    )


@pytest.mark.parametrize(
    "texte",
    [
        "j'ai ete operé du dos je peux plus travailler faut que je previenne qui",
        "je dois dire a qui que je suis arrété 3 mois",
        "ma fille est née samedi, je dois le dire a qui",
    ],
)
def test_who_must_be_told_of_a_change_is_no_search(dialogue: Ouvrir, texte: str) -> None:
    dite = " / ".join(dialogue(INCONNU).dire(ActionChercherOffre(), texte, "chercher_offre"))
    assert "ites-le à la CAF" in dite and "commune" not in dite


@pytest.mark.parametrize(
    ("texte", "dit"),
    [
        ("mais je cherche rien, pourquoi une commune", "j'oublie cette recherche"),
        ("?? non je cherche rien. je dois dire a qui que je suis arrété 3 mois", "Dites-le à la CAF"),
    ],
)
def test_whoever_looks_for_nothing_is_asked_for_no_town(dialogue: Ouvrir, texte: str, dit: str) -> None:
    inconnu = dialogue(INCONNU)
    assert "commune" in inconnu.dire(ActionChercherOffre(), "je cherche un garage", "chercher_offre")[0]
    assert dit in " / ".join(inconnu.dire(ValiderFormulaireLieu(), texte, "chercher_offre"))
    assert inconnu.formulaire is None


def test_a_job_found_is_told_what_becomes_of_the_rights_then_where_to_reckon(dialogue: Ouvrir) -> None:
    inconnu = dialogue(INCONNU)
    for texte, dit in (
        ("j ai trouvé un taf au mcdo 20h par semaine je vais perdre le rsa ?", "prime d'activité"),
        ("nan je demandais si avec un taf a mi temps on perd tout", "On ne perd pas forcément tout"),
    ):
        assert dit in " / ".join(inconnu.dire(ActionQuestionDroits(), texte, "question_droits"))


@pytest.mark.parametrize(
    ("texte", "intent", "dit"),
    [
        ("vous etes surveillé par la caf ? tout est enregistré", "consulter_cer", "La CAF ne les lit pas"),
        ("wesh votre contrat jsigne rien", "signer_cer", "une sanction est possible"),
        ("on est deux sur ce téléphone moi et ma soeur", "mauvais_numero", "Pas de souci"),
        ("mais c est le numero avec lequel je vous ecris la", "nlu_fallback", "Je ne connais pas ce numéro"),
        ("et la il me dit de pas vous croire", "nlu_fallback", "Vous pouvez vérifier"),
    ],
)
def test_what_is_said_of_the_number_or_of_us_gets_its_own_answer(
    dialogue: Ouvrir, texte: str, intent: str, dit: str
) -> None:
    dite = " / ".join(dialogue(INCONNU).dire(ActionIncompris(), texte, intent))
    assert dit in dite and "1." not in dite
