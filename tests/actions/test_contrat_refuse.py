"""« je veux rien signer », « non pas d'appel, et… ? »: nothing leaves that was not wished."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from actions.contrat import ActionConsulterCer, ActionSignerCer
from actions.conversation import ActionIncompris
from actions.droits import ActionQuestionSanction
from actions.identite import ValiderFormulaireIdentite
from actions.referent import ActionParlerReferent
from assistant.conversation.accord import reponse_et_reste
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.parcours.contrat_demandes import veut_signer
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC, FATOU, INCONNU = "+33639980001", "+33639980002", "+33639980003", "+33639980099"
Ouvrir = Callable[[str], Dialogue]


def alertes() -> list[GenreAlerte]:
    with transaction() as session:
        return list(session.scalars(select(Alerte.genre)))


@pytest.mark.parametrize(
    "texte", ["RENOUVELER", "signer svp", "comment je signe le contrat", "jveu fer mon cer"]
)
def test_a_plain_wish_to_sign(texte: str) -> None:
    assert veut_signer(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "je n'ai pas dit que je signais",
        "je veux pas signer le contrat",
        "Mon CER se termine, que dois je faire",
        "suis-je OBLIGÉ de le renouveler à 58 ans",
        "si je signe pas",
    ],
)
def test_no_wish_to_sign(texte: str) -> None:
    assert not veut_signer(texte)


def test_a_refusal_is_told_as_one_and_can_be_explained_to_the_referent(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    (dite,) = jean_marc.dire(ActionSignerCer(), "NON. Annulez ça. Je ne veux rien signer", "signer_cer")
    assert "vous ne signez pas" in dite
    assert "Un appel de Thomas Girard ?" in dite
    assert alertes() == []
    assert jean_marc.slots["question"] == "prevenir_referent"


def test_what_was_told_by_mistake_is_put_right(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    jean_marc.dire(ActionSignerCer(), "RENOUVELER", "signer_cer")
    jean_marc.dire(ValiderFormulaireIdentite(), "30/11/1968", "donner_information")
    assert alertes() == [GenreAlerte.CONTRAT]
    texte = "Attendez je n'ai pas dit que je signais. Je veux savoir si je suis OBLIGÉ de le renouveler"
    (dite,) = jean_marc.dire(ActionSignerCer(), texte, "signer_cer")
    assert "Thomas Girard lira que vous ne voulez pas signer" in dite
    assert alertes() == [GenreAlerte.CONTRAT]


def test_whoever_only_speaks_of_the_end_is_asked_first(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    jean_marc.dire(ActionSignerCer(), "Mon CER se termine bientot", "signer_cer")
    (dite,) = jean_marc.dire(ValiderFormulaireIdentite(), "30/11/1968", "donner_information")
    assert "répondez RENOUVELER" in dite
    assert alertes() == []


@pytest.mark.parametrize("texte", ["Et si je dis non, je signe pas ?", "le contrat est obligatoire ?"])
def test_what_refusing_may_lead_to(dialogue: Ouvrir, texte: str) -> None:
    for numero in (JEAN_MARC, INCONNU):
        (dite,) = dialogue(numero).dire(ActionIncompris(), texte, "nlu_fallback")
        assert "il se discute" in dite
        assert "sanction" in dite


@pytest.mark.parametrize(
    ("texte", "lue"),
    [
        ("Non pas d'appel. ils peuvent prendre mon argent ?", (False, "ils peuvent prendre mon argent ?")),
        ("Oui parlez-lui. Et le rdv c'est toujours bon ?", (True, "Et le rdv c'est toujours bon ?")),
        ("laisse. mon rsa c'est combien", (False, "mon rsa c'est combien")),
        ("oui", None),
        ("oui. mais seulement si c'est gratuit", None),
        ("pas d'appel je suis au travail", None),
        ("Oui qu'il m'appelle, et dites-lui que je ne veux PAS signer", None),
    ],
)
def test_yes_or_no_and_what_is_asked_besides(texte: str, lue: tuple[bool, str] | None) -> None:
    assert reponse_et_reste(texte) == lue


def test_a_no_with_a_question_passes_nothing_on_and_the_question_is_heard(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    jean_marc.dire(ActionQuestionSanction(), "j'ai recu une amende, sanction ?", "question_sanction")
    texte = "non pas un appel. ils peuvent prendre sur mon compte en banque direct ?"
    assert jean_marc.dire(ActionParlerReferent(), texte, "parler_referent") == [
        "D'accord, je ne transmets rien."
    ]
    assert alertes() == []
    entendu = next(e for e in reversed(jean_marc.events) if e["event"] == "user")
    assert entendu["text"] == "ils peuvent prendre sur mon compte en banque direct ?"


def test_a_yes_with_a_question_is_passed_on(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    (dite,) = jean_marc.dire(ActionIncompris(), "hernie, les 15h je peux en être dispensé ?", "expliquer_cer")
    assert "Thomas Girard en décide avec vous" in dite
    dites = jean_marc.dire(ActionIncompris(), "Oui parlez-lui. Et le rdv c'est bon ?", "consulter_rdv")
    assert "C'est transmis à Thomas Girard" in dites[0]
    assert alertes() == [GenreAlerte.PARLER]


def test_whoever_asked_that_nothing_be_sent_is_not_spoken_for(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    (dite,) = amina.dire(ActionIncompris(), "arrete d'envoyer mes msg a claire!!!", "nlu_fallback")
    assert "je ne transmets rien" in dite
    for _ in range(3):
        amina.dire(ActionIncompris(), "brtz", "nlu_fallback")
    assert alertes() == []


@pytest.mark.parametrize(
    ("texte", "intent", "dite"),
    [
        ("C'est gratuit le contrat ou pas ?", "expliquer_cer", "rien à payer"),
        ("Combien argent je dois donner ?", "question_paiement", "rien à payer"),
        ("je peux pas faire 15h avec la petite", "nlu_fallback", "les heures peuvent baisser"),
        ("ya des dispenses ?", "detail_offre", "les heures peuvent baisser"),
        ("c'est quoi la difference entre renforcé et pas renforcé", "question_sanction", "rien fait de mal"),
        ("mais g pas de référent moi je connais personne", "nlu_fallback", "05 36 49 00 0"),
        ("Je appelle quoi je dis au telephone ?", "parler_referent", "Dites :"),
        ("RGPD. mes données personnelles, droit d'accès", "activer_espace", "c'est votre droit"),
        ("comment effacer mes messages", "demander_aide", "dpd@gironde.example"),
        ("Vous gardez mes messages ? Qui lit ? je veux tout effacer", "consulter_rdv", "dpd@gironde.example"),
    ],
)
def test_a_general_question_is_answered_whoever_asks(
    dialogue: Ouvrir, texte: str, intent: str, dite: str
) -> None:
    for numero in (AMINA, INCONNU):
        assert dite in " / ".join(dialogue(numero).dire(ActionIncompris(), texte, intent))
    assert alertes() == []


@pytest.mark.parametrize("texte", ["je dois faire quoi", "jcomprend rien a la lettre"])
def test_whoever_just_arrived_hears_the_first_steps_without_a_birth_date(
    dialogue: Ouvrir, texte: str
) -> None:
    (dite,) = dialogue(FATOU).dire(ActionConsulterCer(), texte, "consulter_actions")
    assert "D'abord un rendez-vous" in dite
