"""What people say of us: who reads, who gave the number, leave me alone, wait; and what needs no menu."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.conversation import ActionDemanderRobot, ActionHorsSujet, ActionIncompris, ActionRepeter
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv, ActionPrendreRdv
from actions.numero import ActionMauvaisNumero
from actions.politesses import ActionRemercier
from actions.referent import ActionCoordonneesReferent, ActionParlerReferent
from actions.rendez_vous import ActionPreparerRdv
from assistant.conversation.propos import dit
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC, INCONNU = "+33639980001", "+33639980002", "+33639980099"
ACCUEIL = "05 36 49 00 00"
Ouvrir = Callable[[str], Dialogue]


def dire(dialogue: Dialogue, texte: str, intent: str = "nlu_fallback") -> str:
    return " / ".join(dialogue.dire(ActionIncompris(), texte, intent))


def alertes() -> list[GenreAlerte]:
    with transaction() as session:
        return list(session.scalars(select(Alerte.genre)))


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("Merci de ne plus m'écrire", "remercier"),
        ("ne m'écrivez plus", "repeter"),
        ("arrêtez de m'écrire", "repeter"),
        ("laissez moi tranquille", "mecontent"),
        ("stp plu de sms merci", "remercier"),
        ("arrete tes sms", "mecontent"),
        ("vous pouvez arreter de m'envoyer des sms", "desinscrire_offre"),
        ("j'en ai marre de vos sms", "mecontent"),
        ("bonjour plus de sms svp merci", "remercier"),
        ("comment je fais pour plus avoir de sms", "nlu_fallback"),
        ("ne m'envoyez plus rien", "annuler_rdv"),
    ],
)
def test_leave_me_alone_is_told_how(dialogue: Ouvrir, texte: str, intent: str) -> None:
    for numero in (AMINA, INCONNU):
        assert "répondez STOP" in " / ".join(dialogue(numero).dire(ActionRemercier(), texte, intent))


@pytest.mark.parametrize(
    "texte",
    [
        "ya plus de sms dans mon forfait",
        "envoyez moi plus de sms sur les ateliers",
        "vous m'envoyez plus rien depuis lundi ?",
        "elle m'envoie plus de messages",
        "pas de message de claire ?",
        "j'ai pas eu de sms",
    ],
)
def test_messages_that_do_not_come_are_no_wish_for_silence(texte: str) -> None:
    assert not dit("ne_plus_ecrire", texte)


@pytest.mark.parametrize(
    ("texte", "intent"),
    [("effacez mon numéro de vos fichiers", "mauvais_numero"), ("supprimez mes données", "activer_espace")],
)
def test_to_be_erased_one_writes_to_the_data_protection_officer(
    dialogue: Ouvrir, texte: str, intent: str
) -> None:
    dite = dire(dialogue(INCONNU), texte, intent)
    assert "délégué à la protection des données : dpd@gironde.example" in dite
    assert "STOP" in dite


@pytest.mark.parametrize("texte", ["Comment avez-vous eu mon numéro ?", "qui vous a donné mon numéro"])
def test_who_gave_the_number(dialogue: Ouvrir, texte: str) -> None:
    assert "Un service du Département a noté votre numéro" in dire(dialogue(AMINA), texte, "demander_aide")
    dite = " / ".join(dialogue(INCONNU).dire(ActionMauvaisNumero(), texte, "mauvais_numero"))
    assert "a pu le noter par erreur, ou vous m'avez écrit" in dite
    assert "STOP" in dite


@pytest.mark.parametrize(
    "texte",
    ["et ce que j'écris qui c'est qui le lit, la caf?", "qui lit mes messages", "la police voit mes sms ?"],
)
def test_who_reads(dialogue: Ouvrir, texte: str) -> None:
    dite = " / ".join(dialogue(AMINA).dire(ActionDemanderRobot(), texte, "demander_robot"))
    assert "robot" in dite
    assert "La CAF ne les lit pas" in dite


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("je l'ai perdu le courrier", "demander_document"),
        ("c koi le numero de la mds", "coordonnees_referent"),
    ],
)
def test_without_the_letter_a_stranger_gets_a_number_that_exists(
    dialogue: Ouvrir, texte: str, intent: str
) -> None:
    dite = dire(dialogue(INCONNU), texte, intent)
    assert ACCUEIL in dite
    assert "courrier" not in dite


def test_the_number_of_the_mds_named_or_of_ones_own(dialogue: Ouvrir) -> None:
    assert "MDS Libourne : 05 36 49 00 13" in dire(dialogue(INCONNU), "c koi le numero de la mds de libourne")
    dites = dialogue(AMINA).dire(ActionCoordonneesReferent(), "le tel de la mds ?", "coordonnees_referent")
    assert "MDS Bastide : 05 36 49 00 11" in dites[0]


def test_a_person_rather_than_a_robot_is_told_at_once(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dites = amina.dire(ActionDemanderRobot(), "c un robot ? jveux un humain", "demander_robot")
    assert "transmis à Claire Dubois, qui peut vous répondre dans la journée" in dites[0]
    assert alertes() == [GenreAlerte.PARLER]


def test_a_stranger_who_wants_a_person_is_told_whom_to_call(dialogue: Ouvrir) -> None:
    dites = dialogue(INCONNU).dire(ActionParlerReferent(), "jveux parler à quelqu'un svp", "parler_referent")
    assert ACCUEIL in dites[0]


def test_a_need_said_between_two_languages_is_looked_for(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    texte = "bon ok je garde mercredi. je cherche cours de francais please, i dont speak good"
    assert dire(amina, texte) == ""
    assert amina.events[-1]["name"] == "action_chercher_offre"


def test_a_language_is_no_need(dialogue: Ouvrir) -> None:
    assert "only write in French" in dire(dialogue(AMINA), "sorry i dont speak french")


def test_a_word_in_passing_is_no_misunderstanding(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dire(amina, "tkt")
    assert "1. Mon rendez-vous" in dire(amina, "brtz")
    assert alertes() == []


@pytest.mark.parametrize(
    ("texte", "intent", "dite"),
    [
        ("serieux", "mecontent", "Oui, c'est bien"),
        ("tkt", "nlu_fallback", "Pas de souci"),
        ("scuse jsuis a cran", "nlu_fallback", "Pas de souci"),
        ("atten jverifi un truc", "nlu_fallback", "prenez votre temps"),
        ("attend 2 min", "signaler_retard", "prenez votre temps"),
        ("pas mal et vous", "hors_sujet", "merci de demander"),
        ("mdr", "hors_sujet", "Je reste là"),
    ],
)
def test_small_talk_gets_a_few_human_words(dialogue: Ouvrir, texte: str, intent: str, dite: str) -> None:
    amina = dialogue(AMINA)
    reponse = " / ".join(amina.dire(ActionHorsSujet(), texte, intent))
    assert dite.casefold() in reponse.casefold()
    assert "1." not in reponse
    assert alertes() == []


def test_whoever_looks_something_up_is_not_hurried(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    dites = amina.dire(ValiderFormulaireAnnulation(), "atten jverifi un truc", "nlu_fallback")
    assert dites == ["Pas de souci, prenez votre temps."]
    assert amina.formulaire == "formulaire_annulation"
    assert "annulé" in amina.dire(ValiderFormulaireAnnulation(), "oui", "affirmer")[0]


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("enlevez mon nom de la liste", "desinscrire_offre"),
        ("mdr non", "nier"),
        ("non désolée", "nier"),
        ("attendez moi j'ai du retard", "signaler_retard"),
    ],
)
def test_what_asks_or_answers_something_is_left_to_its_own_action(
    dialogue: Ouvrir, texte: str, intent: str
) -> None:
    dite = dire(dialogue(AMINA), texte, intent)
    assert not any(mots in dite for mots in ("Pas de souci", "protection", "Je reste là", "STOP"))


def test_a_word_of_the_administration_is_explained_and_the_question_waits(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    assert "service de la mairie" in dire(amina, "CCAS cé koi")
    assert "service de la mairie" in dire(amina, "ccas c koi deja", "consulter_actions")
    assert "à la MDPH, avec un certificat" in dire(amina, "RQTH c'est quoi comme papier", "demander_document")


@pytest.mark.parametrize(
    ("texte", "intent", "dite"),
    [
        ("et il y a un robot qui décide à la place", "demander_robot", "un robot ne décide de rien"),
        ("est ce qu'on peut voir le dossier que vous avez sur moi", "prendre_rdv", "C'est votre droit"),
        ("Je demande à voir les informations que vous gardez", "nier", "C'est votre droit"),
        ("vous gardez mes messages ?", "demander_robot", "gardés pour votre suivi"),
        ("je veux que vous effaciez tout ce que j'ai écrit", "nlu_fallback", "faire effacer"),
        ("effacez mes messages svp", "repeter", "faire effacer"),
        ("je veux pas dire mon nom", "mauvais_numero", "Vous n'avez pas à donner votre nom"),
        ("c'est gratuit de vous écrire ?", "detail_offre", "Jalon est gratuit"),
        ("c'est validé par qui mes heures et quand", "consulter_cer", "validées par Claire Dubois"),
        ("tu lui a dit ?", "hors_sujet", "Pour joindre Claire Dubois"),
        ("elle a repondu ?", "detail_offre", "Pour joindre Claire Dubois"),
    ],
)
def test_what_people_want_to_know_of_us(dialogue: Ouvrir, texte: str, intent: str, dite: str) -> None:
    assert dite.casefold() in dire(dialogue(AMINA), texte, intent).casefold()


def test_a_word_for_the_referent_is_passed_on_and_the_next_one_added(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    premier = dire(amina, "dis a claire stp que jai pas de cv et que je viens avec mon fils", "preparer_rdv")
    assert "transmis à Claire Dubois" in premier
    assert "C'est ajouté" in dire(amina, "dites lui aussi que je fais la demande creche jeudi")
    assert alertes() == [GenreAlerte.PARLER]


@pytest.mark.parametrize(
    "texte",
    [
        "et c'est moi qui appelle ou c'est eux",
        "c'est lui qui m'appelle ?",
        "sur quel numero vont ils me joindre",
        "il m'appelle sur ce numero ?",
        "cest moi ki doit apeler ?",
        "c bien moi ki doit appeler ?",
        "je dois appeler ou c'est lui ?",
    ],
)
@pytest.mark.parametrize(
    "intent", ["nlu_fallback", "parler_referent", "coordonnees_referent", "consulter_cer"]
)
def test_who_calls_whom_for_a_rendez_vous_by_telephone(dialogue: Ouvrir, texte: str, intent: str) -> None:
    assert dire(dialogue(JEAN_MARC), texte, intent) == (
        "Thomas Girard vous appelle mardi 1er décembre à 14h30, sur ce numéro."
        " Gardez votre téléphone près de vous."
    )
    assert alertes() == []


@pytest.mark.parametrize(
    "texte", ["je veux qu'il m'appelle", "dites lui de m'appeler", "c'est vous qui m'avez appelé ?"]
)
def test_a_wish_to_be_called_is_passed_on(dialogue: Ouvrir, texte: str) -> None:
    dites = dialogue(JEAN_MARC).dire(ActionParlerReferent(), texte, "parler_referent")
    assert "transmis à Thomas Girard" in dites[0]


def test_nobody_calls_for_a_rendez_vous_on_the_spot(dialogue: Ouvrir) -> None:
    dites = dialogue(AMINA).dire(ActionParlerReferent(), "c'est lui qui m'appelle ?", "parler_referent")
    assert "transmis" in dites[0]


@pytest.mark.parametrize(
    "texte",
    [
        "et je peux amener mon beau frère avec moi",
        "et je px venir ac mes 2 petits ?",
        "je peux venir accompagnée ?",
        "ma soeur peut venir avec moi ?",
    ],
)
def test_coming_with_somebody_is_asked_of_the_referent(dialogue: Ouvrir, texte: str) -> None:
    dites = dialogue(AMINA).dire(ActionPreparerRdv(), texte, "preparer_rdv")
    assert "venir accompagné. Demandez d'abord à Claire Dubois" in dites[0]


@pytest.mark.parametrize(
    "texte", ["c obligé le cv ? jen ai pas", "jai pas de cv c grave ?", "je retrouve pas ma carte d'identité"]
)
def test_without_what_to_bring_one_comes_all_the_same(dialogue: Ouvrir, texte: str) -> None:
    dites = dialogue(AMINA).dire(ActionPreparerRdv(), texte, "preparer_rdv")
    assert dites[0].startswith("Venez malgré tout jeudi 26 novembre à 10h")


@pytest.mark.parametrize("texte", ["je dois ramener koi", "il faut mon cv ?", "g besoin de quels papiers"])
def test_what_to_bring_is_still_told(dialogue: Ouvrir, texte: str) -> None:
    assert "apportez" in dialogue(AMINA).dire(ActionPreparerRdv(), texte, "preparer_rdv")[0]


def test_nothing_moved_is_said_while_a_list_waits(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    texte = "ok et mon rdv a pas bougé hein ?"
    dites = amina.dire(ValiderFormulaireCreneau(), texte, "deplacer_rdv")
    assert dites[0].startswith("Vous avez rendez-vous jeudi 26 novembre à 10h")
    assert amina.formulaire == "formulaire_creneau"


def test_a_stranger_who_wants_to_see_somebody_is_told_where(dialogue: Ouvrir) -> None:
    dites = dialogue(INCONNU).dire(ActionPrendreRdv(), "je veux voir une assistante sociale", "prendre_rdv")
    assert "MDS près de chez vous" in dites[0]
    assert ACCUEIL in dites[0]


@pytest.mark.parametrize(
    ("texte", "dite"),
    [
        ("ok merci bonne soiree", "Au revoir, bonne soirée."),
        ("bonne journee", "Au revoir, bonne journée."),
        ("ok merci", "Avec plaisir. Je reste là si besoin."),
    ],
)
def test_a_polite_word_misheard_is_answered_in_kind(dialogue: Ouvrir, texte: str, dite: str) -> None:
    assert dire(dialogue(AMINA), texte) == dite


def test_whoever_asks_for_simpler_words_is_offered_a_person(
    dialogue: Ouvrir, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina = dialogue(AMINA)
    monkeypatch.setattr("actions.conversation.derniere_reponse", lambda *_: dire(amina, "brtz"))
    dites = amina.dire(ActionRepeter(), "jcomprend rien a vos truc ecrivé plus simple", "repeter")
    assert "une personne vous l'explique" in dites[0]
