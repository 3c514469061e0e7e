"""One phone, two people: who writes now, and of whom."""

import pytest

from assistant.conversation.qui_parle import (
    comme_sienne,
    demande_quand_un_proche,
    ne_dit_que_qui,
    parle_d_une_autre,
    qui_se_dit,
)
from assistant.parcours.allocataires import Allocataire

NADIA = Allocataire(prenom="Nadia", nom="El Amrani")
YOUSSEF = Allocataire(prenom="Youssef", nom="El Amrani")
DEUX = [NADIA, YOUSSEF]


@pytest.mark.parametrize(
    "texte",
    [
        "c youssef",
        "c youssef. jveux annulé jeudi jsuis a lhosto",
        "Bonjour, ici Youssef El Amrani",
        "ya deux personnes sur ce tel. youssef el amrani. je peux pas jeudi je fais koi",
        "non moi c'est yousef",
        "c'est pas nadia, c youssef",
        "youssef la. jeudi jarrive 11h10 a cause du tram",
        "Youssef ici. samedi 16h je peu pas",
        "youssef ici samedi je peux pas",
        "chokran. c youssef maintenant. ma femme est partie",
        "mais ca cest ma femme. moi cest jeudi. YOUSSEF",
        "moi cest jeudi 11h YOUSSEF",
        "je peux pas jeudi, cordialement youssef",
        "jeudi je serai en retard - Youssef",
        "ana youssef, wach kayn rdv jeudi",
        "je suis le mari de nadia, jeudi je viens pas",
    ],
)
def test_the_other_says_that_he_writes(texte: str) -> None:
    assert qui_se_dit(texte, DEUX) is YOUSSEF


@pytest.mark.parametrize(
    "texte",
    [
        "d'accord et youssef lui jeudi il a lhopital pour son dos il pourra pas venir",
        "non pas le mien !! celui de youssef jeudi",
        "et pour youssef ?? il est né le 03/03/1979 je vous dis il peut pas jeudi il a irm",
        "le rdv de mon mari c quand",
        "annulez celui de mon mari",
        "il faut annuler jeudi c pour mon mari",
        "c'est youssef qui peut pas venir jeudi, c pour youssef",
        "é mon mari lui c kan",
        "et mon mari c'est quel jour ?",
        "c quand pour mon mari svp",
    ],
)
def test_she_speaks_of_the_other(texte: str) -> None:
    assert qui_se_dit(texte, DEUX) is None
    assert parle_d_une_autre(texte, NADIA, DEUX)


def test_he_is_taken_for_his_wife() -> None:
    assert parle_d_une_autre("NON pas samedi c ma femme sa. moi c jeudi 11h", NADIA, DEUX)


@pytest.mark.parametrize(
    "texte",
    [
        "je peux venir avec youssef ?",
        "mon mari peut m'accompagner ?",
        "youssef me garde les enfants samedi, je viens",
        "ok merci et moi cest nadia, samedi cest ouvert ?",
        "jeudi je peux pas",
        "mardi c'est la chimio de mon mari",
        "c'est mon mari qui me conduit au rdv",
        "on peut venir tout les 2 le meme jour jeudi avec mon mari?",
        "jeudi je viens avec YOUSSEF",
    ],
)
def test_she_speaks_of_herself(texte: str) -> None:
    assert qui_se_dit(texte, DEUX) in (None, NADIA)
    assert not parle_d_une_autre(texte, NADIA, DEUX)


@pytest.mark.parametrize(
    ("texte", "sienne"),
    [
        ("je demande le rdv de NADIA pas le mien", "je demande mon rdv"),
        ("bonjour c pour le rendevous de ma femme", "bonjour c pour mon rdv"),
        ("le rdv de ma femme nadia samedi c quelle heure", "mon rdv samedi c quelle heure"),
        ("Je veux changer de numéro de téléphone", "Je veux changer de numéro de téléphone"),
    ],
)
def test_what_was_asked_for_her_she_asks_herself(texte: str, sienne: str) -> None:
    assert " ".join(comme_sienne(texte, NADIA).split()) == sienne


@pytest.mark.parametrize(
    "texte", ["mais ca cest ma femme. moi cest jeudi. YOUSSEF", "c pas moi ca, c youssef"]
)
def test_setting_right_asks_nothing(texte: str) -> None:
    assert ne_dit_que_qui(texte, DEUX)


@pytest.mark.parametrize("texte", ["youssef", "c youssef", "non c Youssef El Amrani"])
def test_only_who_writes_is_said(texte: str) -> None:
    assert ne_dit_que_qui(texte, DEUX)
    assert not ne_dit_que_qui(f"{texte} jeudi je peux pas", DEUX)


@pytest.mark.parametrize(
    "texte",
    [
        "mon mari il rentre quand j'ai peur",
        "mon mari me tape quand il boit",
        "et mon mari lui",
        "quand mon mari crie",
        "c quand mon rdv",
    ],
)
def test_when_of_a_relative_is_the_whole_message_or_is_not_read(texte: str) -> None:
    assert not demande_quand_un_proche(texte)


def test_once_he_writes_he_asks_for_himself() -> None:
    assert comme_sienne("é mon mari lui c kan", YOUSSEF) == "c'est quand mon rdv"
