"""General questions on the référent, rights and the contract; and what is, or is not, passed on."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from actions.contrat import ActionConsulterActions, ActionExpliquerCer, ActionSignerCer
from actions.conversation import ActionIncompris
from actions.droits import ActionQuestionDroits
from actions.identite import ValiderFormulaireIdentite
from actions.offres import ActionChercherOffre
from actions.referent import ActionParlerReferent
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC, MARIA, INCONNU = "+33639980001", "+33639980002", "+33639980005", "+33639980099"
Ouvrir = Callable[[str], Dialogue]


def dire(dialogue: Dialogue, texte: str, intent: str = "nlu_fallback") -> str:
    return " / ".join(dialogue.dire(ActionIncompris(), texte, intent))


def parler(dialogue: Dialogue, texte: str) -> str:
    return " / ".join(dialogue.dire(ActionParlerReferent(), texte, "parler_referent"))


def alertes() -> list[GenreAlerte]:
    with transaction() as session:
        return list(session.scalars(select(Alerte.genre)))


@pytest.mark.parametrize(
    "texte",
    [
        "non jveu pas quon mapel",
        "pas besoin de m'appeler",
        "je veux pas parler a claire",
        "ne m'appelez pas je suis au travail",
    ],
)
def test_whoever_wants_no_call_has_nothing_passed_on(dialogue: Ouvrir, texte: str) -> None:
    assert "aucun appel" in parler(dialogue(AMINA), texte)
    assert alertes() == []


def test_a_refusal_after_a_request_is_read_with_it(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    parler(amina, "je veux parler a claire")
    assert "lira que vous ne voulez pas d'appel" in parler(amina, "non finalement jveu pas quon mapel")
    assert alertes() == [GenreAlerte.PARLER]


@pytest.mark.parametrize(
    "texte", ["je veux qu'elle m'appelle", "je veux pas un robot je veux parler a claire"]
)
def test_a_wish_to_be_called_is_no_refusal(dialogue: Ouvrir, texte: str) -> None:
    assert "C'est transmis" in parler(dialogue(AMINA), texte)


def test_new_words_for_the_referent_are_added_to_what_waits(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    assert "C'est transmis à Thomas Girard" in parler(jean_marc, "je veux parler a qqun")
    assert "C'est ajouté" in parler(jean_marc, "dite a girar kil me rapel pour le contra")
    assert "C'est ajouté" in parler(jean_marc, "je veux lui dire que jai plus de logement")
    assert "déjà transmise" in parler(jean_marc, "rappelez moi svp")
    assert alertes() == [GenreAlerte.PARLER]


@pytest.mark.parametrize("intent", ["question_droits", "question_sanction", "nlu_fallback"])
def test_a_word_for_ones_referent_by_name_is_passed_on_with_how_to_correct(
    dialogue: Ouvrir, intent: str
) -> None:
    dite = dire(
        dialogue(AMINA), "dites a Claire que j'ai declaré en retard 6h de ménage et que j'ai peur", intent
    )
    assert "transmis à Claire Dubois" in dite
    assert "CAF" in dite
    assert alertes() == [GenreAlerte.PARLER]


def test_passed_on_what_is_told(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    parler(amina, "je veux parler a claire")
    assert "demandez à lui parler, rien d'autre" in dire(
        amina, "transmis quoi? j'ai rien ecrit encore", "repeter"
    )
    assert "lira que vous ne voulez pas d'appel" in dire(amina, "PAS D'APPEL")


@pytest.mark.parametrize("texte", ["c'est quoi son telephone", "donnez moi son numero", "son tel"])
def test_the_number_is_given_to_whoever_wants_it(dialogue: Ouvrir, texte: str) -> None:
    assert "05 36 49 00 01" in parler(dialogue(AMINA), texte)
    assert alertes() == []


@pytest.mark.parametrize(
    ("texte", "dite"),
    [
        (
            "claire elle bosse le vendredi?",
            "Oui, Claire Dubois travaille vendredi 27 novembre, 9h-12h et 13h30-17h",
        ),
        ("claire elle est là mercredi ?", "travaille demain, 9h-12h."),
        ("ma referente travaille samedi ?", "Non, Claire Dubois ne travaille pas samedi 28 novembre"),
        ("claire elle bosse quand", "05 36 49 00 01"),
        ("faut relancer ki", "05 36 49 00 01"),
        ("claire est gentille ou pas", "Claire Dubois est là pour vous aider"),
        ("elle est gentille ma referente ?", "Claire Dubois est là pour vous aider"),
    ],
)
def test_the_referent_is_no_secret(dialogue: Ouvrir, texte: str, dite: str) -> None:
    assert dite in dire(dialogue(AMINA), texte)


@pytest.mark.parametrize(
    "texte",
    ["elle revient quand Sophie Martin?", "sophie martin revient bientot", "quand est ce que sophie revient"],
)
def test_the_return_of_who_is_away(dialogue: Ouvrir, texte: str) -> None:
    dite = dire(dialogue(MARIA), texte, "hors_sujet")
    assert "Sophie Martin n'est pas là jusqu'au mardi 8 décembre" in dite
    assert "Claire Dubois" in dite


def test_a_general_question_asks_for_no_birth_date(dialogue: Ouvrir) -> None:
    dites = dialogue(AMINA).dire(ActionSignerCer(), "fo kje fasse koi pour le renouvelé", "signer_cer")
    assert "Pour que Claire Dubois vous rappelle" in dites[0]
    assert "date de naissance" in dialogue(AMINA).dire(ActionSignerCer(), "RENOUVELER", "signer_cer")[0]


def test_while_the_birth_date_waits_a_general_question_is_answered(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionConsulterActions(), "jdois faire koi deja", "consulter_actions")
    dites = amina.dire(ValiderFormulaireIdentite(), "claire elle bosse le vendredi?", "nlu_fallback")
    assert "Claire Dubois travaille vendredi" in dites[0]
    assert amina.formulaire == "formulaire_identite"


@pytest.mark.parametrize(
    ("texte", "intent", "dite"),
    [
        ("comment on fait pour corriger alors", "question_recours", "CAF (ou à la MSA), cela se corrige"),
        ("j'ai oublié de déclarer un salaire", "question_droits", "cela se corrige"),
        ("trop perçu 84 euros… je peux payer en plusieur fois?", "question_paiement", "plusieurs fois"),
        (
            "é le pole emploi on ma écri que je sui inscri doffice cé koi se cirque",
            "question_sanction",
            "la loi inscrit à France Travail",
        ),
        ("la declaration cé tou lé 3 moi ou tou lé moi", "question_droits", "tous les 3 mois"),
        ("je fé coman si jé pa internet pour declaré", "question_droits", "France services"),
        ("jdois le declarer ou les heures", "question_droits", "L'argent gagné se déclare à la CAF"),
        (
            "cé koi sé 15 eure kon ma dit? jé le do foutu moi jpeu pa porter",
            "preparer_rdv",
            "selon votre santé",
        ),
        ("pourquoi je suis inscrit a pole emploi", "nlu_fallback", "la loi inscrit à France Travail"),
        ("c koi france travail ils mon inscrit doffice", "nlu_fallback", "la loi inscrit à France Travail"),
    ],
)
def test_rights_are_answered_by_what_is_asked(dialogue: Ouvrir, texte: str, intent: str, dite: str) -> None:
    for numero in (AMINA, INCONNU):
        assert dite in dire(dialogue(numero), texte, intent)


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("j'ai 150 euros de vendange, faut il que je le dise", "question_droits"),
        ("je veux contester la decision", "question_recours"),
        ("jdois amener koi a 15h", "preparer_rdv"),
    ],
)
def test_what_asks_something_else_is_left_to_its_own_answer(
    dialogue: Ouvrir, texte: str, intent: str
) -> None:
    assert not any(
        mots in dire(dialogue(AMINA), texte, intent) for mots in ("se corrige", "tous les 3 mois", "15h par")
    )


def test_the_second_time_the_hours_are_explained_by_examples(
    dialogue: Ouvrir, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina = dialogue(AMINA)
    (premiere,) = amina.dire(ActionExpliquerCer(), "15 eures de koi", "expliquer_cer")
    monkeypatch.setattr("assistant.parcours.contrat_redit.derniere_reponse", lambda *_: premiere)
    (seconde,) = amina.dire(ActionExpliquerCer(), "15 eures de koi", "expliquer_cer")
    assert "Par exemple" in seconde


def test_a_file_for_a_handicap_is_explained_and_help_is_looked_for(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dites = amina.dire(ActionQuestionDroits(), "je veu faire un dossier mdph", "question_droits")
    assert "MDPH" in dites[0]
    assert [e["name"] for e in amina.events if e["event"] == "followup"] == ["action_chercher_offre"]


def test_a_town_hall_that_does_not_answer_is_asked_again(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    texte = "jai demande une place de creche a la mairie g pas de reponse jfais koi"
    assert "Rappelez la mairie" in amina.dire(ActionChercherOffre(), texte, "chercher_offre")[0]


def test_a_wish_on_the_hour_of_a_call_is_no_refusal(dialogue: Ouvrir) -> None:
    assert "C'est transmis" in parler(dialogue(AMINA), "je veux pas qu'on m'appelle le matin")


def test_whether_it_was_passed_on_passes_nothing_on(dialogue: Ouvrir) -> None:
    amina, texte = dialogue(AMINA), "vous avez transmis mon message ?"
    assert "Aucun message n'est en attente" in parler(amina, texte)
    assert alertes() == []
    parler(amina, "je veux parler a claire")
    assert "Oui, Claire Dubois a votre demande" in parler(amina, texte)


@pytest.mark.parametrize("texte", ["elle est absente sophie martin ?", "sophie est en vacances ou quoi"])
def test_whoever_is_away_is_said_away(dialogue: Ouvrir, texte: str) -> None:
    assert "Sophie Martin n'est pas là jusqu'au" in dire(dialogue(MARIA), texte)
