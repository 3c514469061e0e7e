"""A broken engine is probed by one, not waited for by all."""

import pytest

from assistant.conversation.disjoncteur import AuRepos, Disjoncteur


def echoue(disjoncteur: Disjoncteur) -> None:
    with pytest.raises(ConnectionError), disjoncteur.appel():
        raise ConnectionError


def test_while_all_is_well_several_may_call_at_once() -> None:
    disjoncteur = Disjoncteur(pause=60, trop_long=60)
    with disjoncteur.appel(), disjoncteur.appel():
        assert not disjoncteur.au_repos


def test_after_a_failure_nobody_calls_until_the_pause_is_over() -> None:
    disjoncteur = Disjoncteur(pause=60, trop_long=60)
    echoue(disjoncteur)
    assert disjoncteur.au_repos
    with pytest.raises(AuRepos), disjoncteur.appel():
        pass


def test_after_the_pause_one_probe_goes_alone() -> None:
    disjoncteur = Disjoncteur(pause=0, trop_long=60)
    echoue(disjoncteur)
    with disjoncteur.appel(), pytest.raises(AuRepos), disjoncteur.appel():
        pass


def test_a_probe_that_succeeds_opens_to_everyone() -> None:
    disjoncteur = Disjoncteur(pause=0, trop_long=60)
    echoue(disjoncteur)
    with disjoncteur.appel():
        pass
    with disjoncteur.appel(), disjoncteur.appel():
        assert not disjoncteur.au_repos


def test_a_call_that_hangs_keeps_the_others_away_before_it_fails() -> None:
    disjoncteur = Disjoncteur(pause=60, trop_long=0)
    with disjoncteur.appel():
        assert disjoncteur.au_repos


def test_an_engine_that_failed_is_in_doubt_until_a_call_succeeds() -> None:
    disjoncteur = Disjoncteur(pause=0, trop_long=60)
    echoue(disjoncteur)
    assert disjoncteur.en_doute
    assert not disjoncteur.au_repos  # one may try
    with disjoncteur.appel():
        pass
    assert not disjoncteur.en_doute
