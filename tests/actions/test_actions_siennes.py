"""« et le code eu !!! »: what is done is read with the person's own actions; a number keeps its words."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from actions.contrat import ActionConsulterActions, ActionConsulterCer, ActionSignerCer
from actions.conversation import ActionIncompris
from actions.declaration import ActionDeclarerAction, ValiderFormulaireDeclaration
from actions.droits import ActionActiverEspace
from actions.identite import ValiderFormulaireIdentite
from assistant.conversation.rangs import rang_en_tete
from assistant.database import transaction
from assistant.handoff.alertes import Alerte
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC, INCONNU = "+33639980001", "+33639980002", "+33639980099"
Ouvrir = Callable[[str], Dialogue]


def suites(dialogue: Dialogue) -> list[str]:
    return [event["name"] for event in dialogue.events if event["event"] == "followup"]


@pytest.mark.parametrize(
    "texte",
    [
        "et le code eu!!! enfin apres 3 fois",
        "mais non le code de la route!! je lai eu",
        "je cherche pas je lai EU. le code est fait vs comprenez",
    ],
)
def test_a_word_of_ones_own_action_and_done_is_declared(dialogue: Ouvrir, texte: str) -> None:
    amina = dialogue(AMINA)
    assert amina.dire(ActionActiverEspace(), texte, "activer_espace") == []
    assert suites(amina) == ["action_declarer_action"]


@pytest.mark.parametrize(
    ("numero", "texte"),
    [
        (AMINA, "j'ai pas eu la place en crèche"),
        (AMINA, "j'ai eu un code par sms pour la caf"),
        (AMINA, "c'est fait le code ?"),
        (AMINA, "le code marche pas"),
        (JEAN_MARC, "le code, je l'ai eu"),
        (INCONNU, "jai eu le code"),
    ],
)
def test_what_is_not_done_or_no_action_of_theirs_is_not(dialogue: Ouvrir, numero: str, texte: str) -> None:
    personne = dialogue(numero)
    personne.dire(ActionActiverEspace(), texte, "activer_espace")
    assert "action_declarer_action" not in suites(personne)


@pytest.mark.parametrize(
    ("texte", "suite"),
    [
        ("le code c pas a valider c EN COURS. corrigez", "action_declarer_action"),
        ("vous avez mis fait par erreur, le code c'est en cours", "action_declarer_action"),
        ("mais je parle du code de la ROUTE la voiture!!", "action_consulter_actions"),
    ],
)
def test_the_code_of_the_road_is_no_password(dialogue: Ouvrir, texte: str, suite: str) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionConsulterActions(), "mes actions", "consulter_actions")
    amina.dire(ValiderFormulaireIdentite(), "12/04/1991", "donner_information")
    amina.dire(ActionDeclarerAction(), "fini le code, ca ma pris 2h", "declarer_action")
    assert amina.dire(ActionActiverEspace(), texte, "activer_espace") == []
    assert suites(amina)[-1] == suite


def test_not_finished_amid_the_question_of_hours(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionConsulterActions(), "mes actions", "consulter_actions")
    amina.dire(ValiderFormulaireIdentite(), "12/04/1991", "donner_information")
    amina.dire(ActionDeclarerAction(), "jai eu le code", "declarer_action")
    formulaire = ValiderFormulaireDeclaration()
    texte = "mais non c pas fini le code j ai pas encore passé l examen. 6h en tout cette semaine"
    (dite,) = amina.dire(formulaire, texte, "declarer_action")
    assert "reste en cours. 6h notées. Cette semaine : 6h sur 15h" in dite
    (dite,) = amina.dire(ActionConsulterActions(), "remontre moi la liste", "consulter_actions")
    assert "Passer le code de la route : en cours" in dite


def test_a_number_of_the_list_and_done(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionConsulterActions(), "mes actions", "consulter_actions")
    amina.dire(ValiderFormulaireIdentite(), "12/04/1991", "donner_information")
    (dite,) = amina.dire(ActionDeclarerAction(), "2 c fait", "declarer_action")
    assert '"Passer le code de la route" est fait' in dite


def test_a_number_and_words_choose_and_go_together(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionIncompris(), "ya la creche", "nlu_fallback")
    amina.slots |= {
        "question": "precision",
        "precision_choix": ["prendre_rdv", "expliquer_cer"],
        "precision_tour": str(amina.tour_id),
    }
    texte = "2 je veux juste savoir si yen a qui sont en formation dans le contrat"
    amina.dire(ActionIncompris(), texte, "detail_offre")
    assert suites(amina)[-1] == "action_preciser"


@pytest.mark.parametrize(
    ("texte", "rang"),
    [
        ("1 oui le code", 0),
        ("2 si tu veu", 1),
        ("3 je veux savoir combien ils vont menlever", 2),
        ("2 c fait", 1),
        ("2 mais j'ai peur", 1),
        ("3. combien ?", 2),
        ("2 enfants", None),
        ("4h", None),
        ("2 heures c'est fait", None),
        ("2,5h", None),
        ("3 decembre", None),
        ("2 euros", None),
        ("2 fois", None),
        ("2 non attend", None),
        ("2 le 3 decembre", None),
        ("9 je veux", None),
    ],
)
def test_a_place_said_first(texte: str, rang: int | None) -> None:
    assert rang_en_tete(texte, 4) == rang


@pytest.mark.parametrize(
    ("action", "texte", "intent", "dite"),
    [
        (ActionConsulterCer(), "Mon CER se termine, que faire", "consulter_cer", "se renouvelle avec"),
        (ActionSignerCer(), "je dois signer quoi", "signer_cer", "se signe avec le référent"),
        (ActionIncompris(), "non c'est bien moi, Lacoste Jean-Marc", "donner_information", "noté"),
        (
            ActionIncompris(),
            "Comment ça pas depuis ce numéro ? C'est mon téléphone depuis 10 ans",
            "mauvais_numero",
            "noté",
        ),
    ],
)
def test_a_number_nobody_noted_hears_the_general_answer_and_who_notes_it(
    dialogue: Ouvrir, action: ActionConsulterCer, texte: str, intent: str, dite: str
) -> None:
    (lue,) = dialogue(INCONNU).dire(action, texte, intent)
    assert dite in lue
    assert "05 36 49 00 00" in lue
    with transaction() as session:
        assert session.scalars(select(Alerte)).all() == []


def test_one_of_two_parts_is_corrected_and_a_doubt_is_asked(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDeclarerAction(), "jai fait 3h de code é 2h de cv", "declarer_action")
    (notee,) = amina.dire(ValiderFormulaireIdentite(), "12/04/1991", "donner_information")
    assert "5h sur 15h" in notee
    (doute,) = amina.dire(ActionDeclarerAction(), "non 2h le matin", "declarer_action")
    assert "en tout ?" in doute
    (dite,) = amina.dire(ActionDeclarerAction(), "non c t 2h le code", "declarer_action")
    assert "4h sur 15h" in dite
    (encore,) = amina.dire(ActionDeclarerAction(), "non 6h", "declarer_action")
    assert "6h sur 15h" in encore
