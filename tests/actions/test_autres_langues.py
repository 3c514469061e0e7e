"""People who write in another language: what is understood is answered, and a person is one word away."""

from collections.abc import Callable

import pytest

from actions.conversation import ActionChangerLangue, ActionIncompris, ActionReponseSeule
from actions.politesses import ActionRemercier
from actions.referent import ActionParlerReferent
from actions.rendez_vous import ActionConsulterRdv
from assistant.conversation.demandes_etrangeres import commence_par_humain, demande_une_personne
from assistant.conversation.numeros_expliques import numeros_expliques
from assistant.conversation.tables import Tour
from assistant.database import transaction
from assistant.sms_text.gsm7 import segments
from tests.actions.conftest import Dialogue

AMINA, INCONNU = "+33639980001", "+33639980099"
ACCUEIL = "05 36 49 00 00"
Ouvrir = Callable[[str], Dialogue]


def suite(dialogue: Dialogue) -> str | None:
    """The action that the last turn handed over to."""
    return next((e["name"] for e in reversed(dialogue.events) if e["event"] == "followup"), None)


@pytest.mark.parametrize(
    "texte",
    [
        "людина будь ласка",
        "a human please",
        "i need to speak to someone",
        "quero falar com uma pessoa",
        "persona por favor",
        "insanla konusmak istiyorum",
        "أريد التحدث مع شخص",
        "HUMAIN. pergunta: meu filho de 6 anos pode vir domingo no atelier",
        "Humain, my question is about the money",
    ],
)
@pytest.mark.parametrize("numero", [AMINA, INCONNU])
def test_a_person_asked_for_in_any_language_is_asked_for(dialogue: Ouvrir, texte: str, numero: str) -> None:
    fil = dialogue(numero)
    fil.dire(ActionIncompris(), texte, "nlu_fallback")
    assert suite(fil) == "action_parler_referent"


@pytest.mark.parametrize(
    "texte",
    [
        "IL Y A T IL UN HUMAIN QUI MONTRE CALMEMENT",
        "someone give me this number, i have no money",
        "la personne ne repond pas",
        "c'est humain de se tromper",
        "humain ou robot",
    ],
)
def test_a_person_merely_named_is_not(texte: str) -> None:
    assert not commence_par_humain(texte) and demande_une_personne(texte) is None


def test_a_word_alone_is_answered_in_its_language(dialogue: Ouvrir) -> None:
    dite = " / ".join(dialogue(INCONNU).dire(ActionParlerReferent(), "a human please", "nlu_fallback"))
    assert "To speak to a person, call" in dite and ACCUEIL in dite


def test_an_unknown_number_is_given_the_number_to_call_at_once(dialogue: Ouvrir) -> None:
    (dite,) = dialogue(INCONNU).dire(ActionIncompris(), "preciso de ajuda com a minha casa", "nlu_fallback")
    assert "só escrevo" in dite or "so escrevo" in dite
    assert ACCUEIL in dite and "HUMAIN" not in dite
    (connue,) = dialogue(AMINA).dire(ActionIncompris(), "preciso de ajuda com a minha casa", "nlu_fallback")
    assert "HUMAIN" in connue


@pytest.mark.parametrize(
    ("texte", "action"),
    [
        ("Bom dia senhora, tenho encontro sexta feira? que horas?", "action_consulter_rdv"),
        ("when is my appointment please", "action_consulter_rdv"),
        ("oficina de CV domingo, rua? morada?", "action_lieu_rdv"),
        ("randevum ne zaman lutfen", "action_consulter_rdv"),
    ],
)
def test_their_own_rendez_vous_is_shown_rather_than_a_refusal(
    dialogue: Ouvrir, texte: str, action: str
) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionIncompris(), texte, "nlu_fallback")
    assert suite(amina) == action


def test_the_line_comes_once_after_answers(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    texte = "Bom dia senhora, tenho encontro sexta feira? que horas?"
    dites = [" / ".join(amina.dire(ActionConsulterRdv(), texte, "consulter_rdv")) for _ in range(2)]
    assert ["escrevo em franc" in dite for dite in dites] == [True, False]
    assert all("rendez-vous" in dite for dite in dites)


def test_thanks_do_not_swallow_what_follows_them(dialogue: Ouvrir) -> None:
    for texte in ("obrigada 🙏 e domingo o CV é onde", "thank you and where is my appointment friday"):
        amina = dialogue(AMINA)
        assert amina.dire(ActionRemercier(), texte, "remercier") == []
        assert suite(amina) == "action_incompris"
    for texte in ("obrigada", "thank you so much", "gracias", "merci beaucoup pour votre gentillesse"):
        assert "plaisir" in dialogue(AMINA).dire(ActionRemercier(), texte, "remercier")[0]


@pytest.mark.parametrize("texte", ["sim", "sim venho", "evet", "confirmo", "da, multumesc"])
def test_yes_in_another_language_answers_what_was_asked(dialogue: Ouvrir, texte: str) -> None:
    amina = dialogue(AMINA)
    amina.slots |= {"question": "prevenir_referent"}
    assert "transmis" in " ".join(amina.dire(ActionReponseSeule(), texte, "nlu_fallback"))


@pytest.mark.parametrize("texte", ["nao, fico", "não obrigada", "hayir"])
def test_so_does_no(dialogue: Ouvrir, texte: str) -> None:
    amina = dialogue(AMINA)
    amina.slots |= {"question": "prevenir_referent"}
    assert "D'accord" in " ".join(amina.dire(ActionReponseSeule(), texte, "nlu_fallback"))


def test_who_does_not_read_the_number_of_a_danger_is_told_it_again(dialogue: Ouvrir) -> None:
    inconnu = dialogue(INCONNU)
    inconnu.dire(ActionIncompris(), "tonight i sleep where", "nlu_fallback")
    with transaction() as session:
        tour = session.get_one(Tour, inconnu.tour_id)
        tour.regle, tour.clos_le = "sans_abri", inconnu.maintenant
    texte = "i dont understand french. 115 they speak english ?"
    dite = " / ".join(inconnu.dire(ActionChangerLangue(), texte, "changer_langue"))
    assert "Nowhere to sleep: call 115" in dite


@pytest.mark.parametrize(
    ("texte", "phrase"),
    [
        ("what is 3919", "3919 women. Free"),
        ("what's the number 115 ?", "115 shelter"),
        ("3919 nedir", "3919 kadin"),
        ("que es el 115?", "115 refugio"),
        ("что такое 3919", "3919 zhenshchiny"),
    ],
)
def test_a_number_is_explained_in_the_language_of_the_question(
    dialogue: Ouvrir, texte: str, phrase: str
) -> None:
    for numero in (AMINA, INCONNU):
        (dite,) = dialogue(numero).dire(ActionReponseSeule(), texte, "donner_information")
        assert phrase in dite and segments(dite) == 1


def test_another_question_on_a_number_shows_no_menu_in_french(dialogue: Ouvrir) -> None:
    texte = "115 they speak english please ?"
    dites = dialogue(INCONNU).dire(ActionReponseSeule(), texte, "donner_information")
    assert ["call 112" in dites[0], "only write in French" in dites[1], len(dites)] == [True, True, 2]


@pytest.mark.parametrize(
    "texte", ["when is my appointment, 17 december", "le 17 ne marche pas", "la 15 c'est quoi"]
)
def test_a_day_is_no_number_to_call(texte: str) -> None:
    assert numeros_expliques(texte) is None


def test_in_french_a_number_is_explained_alone(dialogue: Ouvrir) -> None:
    (dite,) = dialogue(INCONNU).dire(ActionIncompris(), "c koi le 3919", "nlu_fallback")
    assert dite.startswith("Le 3919 écoute")


@pytest.mark.parametrize("intent", ["changer_langue", "nlu_fallback"])
def test_somebody_may_listen_and_translate(dialogue: Ouvrir, intent: str) -> None:
    texte = "ma sœur peut écouter au téléphone avec moi, je comprends pas tout le français"
    for numero, qui in ((AMINA, "Claire Dubois"), (INCONNU, ACCUEIL)):
        dite = " / ".join(dialogue(numero).dire(ActionChangerLangue(), texte, intent))
        assert "Oui, un proche peut vous aider" in dite and qui in dite


@pytest.mark.parametrize(
    "texte",
    [
        "slt jvoudré parlé francé mieu c ou",
        "je veux parler mieux le français",
        "ou apprendre a parler francais",
        "jveu progressé en francé",
    ],
)
def test_who_would_speak_french_better_looks_for_lessons(dialogue: Ouvrir, texte: str) -> None:
    amina = dialogue(AMINA)
    for formulaire in (None, "formulaire_identite"):
        amina.formulaire = formulaire
        assert amina.dire(ActionChangerLangue(), texte, "changer_langue") == []
        assert suite(amina) == "action_chercher_offre"


@pytest.mark.parametrize(
    "texte", ["parlez moi en arabe", "vous parlez mieux français ?", "je parle mieux anglais que francais"]
)
def test_who_asks_us_for_a_language_hears_which_one_we_write(dialogue: Ouvrir, texte: str) -> None:
    amina = dialogue(AMINA)
    assert amina.dire(ActionChangerLangue(), texte, "changer_langue")
    assert suite(amina) != "action_chercher_offre"
