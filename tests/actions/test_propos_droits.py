"""A question of money or rights is answered by what it is about: true, general, who decides, what to do."""

from collections.abc import Callable

import pytest

from actions.conversation import ActionIncompris
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv
from actions.droits import ActionQuestionSanction
from actions.propos_droits import LABELS_DROITS
from actions.propos_labels import LABELS
from assistant.content.catalogue import catalogue
from assistant.content.rendering import render
from assistant.conversation.propos import dit
from assistant.sms_text.gsm7 import segments
from tests.actions.conftest import Dialogue

AMINA, INCONNU = "+33639980001", "+33639980099"
Ouvrir = Callable[[str], Dialogue]
QUI = {"referent": "Claire Dubois", "accueil": "05 36 49 00 00"}


def regle(texte: str, label: str) -> str | None:
    return next((nom for nom, labels in LABELS.items() if label in labels and dit(nom, texte)), None)


@pytest.mark.parametrize("cle", LABELS_DROITS)
def test_each_rule_has_its_answer_in_one_segment(cle: str) -> None:
    for encore in (cle, *(f"{cle}_inconnu",) * (f"{cle}_inconnu" in catalogue())):
        assert segments(render(encore, QUI)) == 1


@pytest.mark.parametrize(
    ("attendu", "texte", "label"),
    [
        ("droits_retard", "le rsa de novembre il est pas arrivé c normal??", "question_paiement"),
        ("droits_retard", "d habitude c le 5, la on est le 23 jai plus rien", "question_paiement"),
        (
            "droits_retenue_recours",
            "et pendant ce temps ils me retiennent 200 € par mois quand même ? c'est légal",
            "question_paiement",
        ),
        (
            "droits_etranger",
            "au noel je vais au portugal 3 semaine voir ma mere, j'ai le droit?",
            "question_droits",
        ),
        ("droits_foyer", "Ma fille vient vivre avec moi avec son bébé, le RSA change?", "question_droits"),
        ("droits_couple", "on est pas marié a la mairie juste religieux, faut declarer ?", "question_droits"),
        ("droits_couple", "et si elle declare pas? on est pas marié juste religieux", "question_droits"),
        ("droits_etudes", "je reprend mes etudes a la fac, je garde le RSA etudiante ?", "question_droits"),
        (
            "droits_saisie",
            "saisie sur compte par un huissier, ont-ils le droit de prendre le RSA ?",
            "nlu_fallback",
        ),
        ("droits_saisie", "ils peuvent prendre sur mon compte en banque direct ?", "parler_referent"),
        (
            "droits_amende",
            "j'ai des amendes majorées, je peux payer en plusieurs fois ?",
            "question_paiement",
        ),
        ("droits_prime_noel", "La prime de Noël c'est quand svp et combien", "question_paiement"),
        ("droits_controle", "la caf elle vient chez moi jeudi c'est normal", "question_paiement"),
        (
            "droits_releves_caf",
            "la dame de la caf veu mon releve de compte, elle a le droit?",
            "preparer_rdv",
        ),
        ("droits_zero", "non mais si c zero je met zero ou je declare rien ?", "question_droits"),
        ("droits_ass_dite", "je touche lass chomage 450e, je peu avoir le rsa en plus", "question_droits"),
        ("droits_aspa", "mon père a 71 ans touche retraite 500€, RSA ou aspa ?", "question_droits"),
        ("droits_logement", "on fait comment pour avoir les apl", "question_droits"),
        ("droits_numero_caf", "c quoi le num de la caf svp", "coordonnees_referent"),
        ("droits_non_declare", "je risque koi pour le black", "question_sanction"),
        ("droits_travail", "avec un taf a mi temps on perd tout ?", "question_droits"),
        ("droits_travail", "ma femme a trouver travail 20h par semaine le rsa il saute??", "question_droits"),
        ("droits_demenagement", "je déménage a Toulouse. mon dossier il suit ?", "declarer_changement"),
        ("droits_le_dire", "moi je veux juste savoir si je dois le dire quelque part", "consulter_rdv"),
        ("droits_continue", "je veux savoir si argent continue decembre", "chercher_offre"),
        ("droits_peur", "j ai peur ils coupe argent. je suis arrive France 2 ans", "chercher_offre"),
        (
            "droits_recours_lettre",
            "A quelle adresse j'écris au président, et un modèle de lettre ?",
            "question_recours",
        ),
        ("droits_corriger", "j'ai oublié de déclarer 300 euro, amende ?", "question_droits"),
        (None, "tu as le droit de me couper le rsa ?", "question_droits"),
        (None, "comment contester", "question_recours"),
        (None, "jé démenagé le 3 je suis a Cenon maintenan", "declarer_changement"),
        (None, "je dois déclarer mes ventes vinted ?", "question_droits"),
        (None, "saisir le defenseur des droits c'est compliqué ?", "question_recours"),
        (None, "je suis hébergé chez un ami, j'ai le droit quand meme ?", "question_droits"),
        (None, "j'ai une lettre à poster à ma conseillère, à quelle adresse", "coordonnees_referent"),
    ],
)
def test_by_what_it_is_about(attendu: str | None, texte: str, label: str) -> None:
    assert regle(texte, label) == attendu


def test_known_or_not_the_answer_is_the_same(dialogue: Ouvrir) -> None:
    for numero in (AMINA, INCONNU):
        dites = dialogue(numero).dire(
            ActionIncompris(), "c quoi le num de la caf svp", "coordonnees_referent"
        )
        assert "3230" in dites[0]


def test_a_radiation_without_a_letter_asks_for_the_decision(dialogue: Ouvrir) -> None:
    texte = "ils me disent radié du rsa pour 4 mois, j'ai pas recu de lettre"
    for numero, qui in ((AMINA, "Claire Dubois"), (INCONNU, "votre référent")):
        dite = dialogue(numero).dire(ActionQuestionSanction(), texte, "question_sanction")[0]
        assert "la décision écrite" in dite
        assert qui in dite


def test_a_day_said_amid_free_slots_is_a_choice(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDeplacerRdv(), "je peux changer de jour ?", "deplacer_rdv")
    texte = "la caf elle vient chez moi, lundi c'est mieux"
    dite = " ".join(amina.dire(ValiderFormulaireCreneau(), texte, "question_paiement"))
    assert "Soyez là si la CAF vient" not in dite
