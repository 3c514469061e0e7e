"""Kept, moved or not cancelled, said in words. The rendez-vous is tomorrow, Wednesday, at 10:00."""

from datetime import datetime

import pytest

from assistant.clock import PARIS
from assistant.parcours.agenda.intentions import refuse_d_annuler, veut_decaler, veut_garder

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
