"""Kept, moved or not cancelled, said in words. The rendez-vous is tomorrow, Wednesday, at 10:00."""

from datetime import datetime

import pytest

from assistant.clock import PARIS
from assistant.parcours.agenda.intentions import (
    redit_le_sien,
    refuse_d_annuler,
    veut_decaler,
    veut_garder,
    veut_l_ancien,
)

MARDI = datetime(2026, 11, 24, 9, 30, tzinfo=PARIS)
LE_SIEN = datetime(2026, 11, 25, 10, 0, tzinfo=PARIS)


@pytest.mark.parametrize(
    "texte",
    [
        "jconfirme demain 10h",
        "nn je bouge plu rien c bon je garde demain",
        "finalement je garde",
        "change rien stp",
        "en fait je viens",
        "laissez comme ca",
        "attend non en fait cest le 16 toulouse, garde la place",
    ],
)
def test_it_is_kept(texte: str) -> None:
    assert veut_garder(texte, LE_SIEN, MARDI)


@pytest.mark.parametrize(
    "texte",
    [
        "je garde la 2",
        "jconfirme jeudi 14h",
        "je garde mes enfants",
        "je viens de trouver un travail",
        "je viens pas",
        "je confirme",
        "je viens plus tard",
        "oui je confirme l'annulation de demain",
        "je garde la place de jeudi",
        "si ma mere peut pas la garder je fais koi",
        "je peux plus le garder",
    ],
)
def test_it_is_not_said_to_be_kept(texte: str) -> None:
    assert not veut_garder(texte, LE_SIEN, MARDI)


@pytest.mark.parametrize(
    "texte",
    [
        "nn mais jveu pa annulé just le décaler",
        "je veux pas annuler, je veux venir mais plus tard dans la journée",
        "Je veux juste changer l'heure de jeudi",
        "oui mais plutot un autre jour",
        "on peut reporter ?",
    ],
)
def test_it_is_moved(texte: str) -> None:
    assert veut_decaler(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "oui annulez je reporterai plus tard",
        "non je veux pas le décaler, annulez",
        "j'ai un autre rdv a l'hopital",
        "je peux pas me déplacer",
        "oui on verra plus tard",
        "merci d'avance",
    ],
)
def test_it_is_not_moved(texte: str) -> None:
    assert not veut_decaler(texte)


def test_not_to_cancel_is_no_cancelling() -> None:
    assert refuse_d_annuler("mais jveu pa annuler")
    assert not refuse_d_annuler("non pas decaler, annulez")


@pytest.mark.parametrize(
    "texte", ["non laisse 10h c'est bon", "remet moi a 10h", "demain 10h c bon", "mercredi 10h ça reste"]
)
def test_it_is_the_one_they_have(texte: str) -> None:
    assert redit_le_sien(texte, LE_SIEN, MARDI)


@pytest.mark.parametrize(
    "texte",
    [
        "10h",
        "demain 10h je peux pas",
        "changez demain 10h",
        "jeudi 10h c bon",
        "laisse tomber le matin",
        "demain apres 10h",
        "non laisse 14h c bon",
    ],
)
def test_it_is_not_the_one_they_have(texte: str) -> None:
    assert not redit_le_sien(texte, LE_SIEN, MARDI)


@pytest.mark.parametrize(
    "texte",
    [
        "finalement non gardez celui d'avant",
        "jprefere l'ancien rdv",
        "remettez comme avant svp",
        "je prefere lundi 30 novembre 14h30 comme c'était prévu",
        "je peux pas jeudi, laissez l'ancien",
    ],
)
def test_the_one_before_is_wanted_back(texte: str) -> None:
    assert veut_l_ancien(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "et l'ancien il est bien annulé ?",
        "l'ancien c'était quand ?",
        "je veux plus l'ancien",
        "je préfère le nouveau à l'ancien",
        "laissez tomber celui d'avant",
        "je veux bien",
    ],
)
def test_the_one_before_is_only_spoken_of(texte: str) -> None:
    assert not veut_l_ancien(texte)
