"""A broken engine is probed by one, not waited for by all."""

from assistant.conversation.disjoncteur import Disjoncteur


def test_while_all_is_well_everyone_passes() -> None:
    disjoncteur = Disjoncteur(pause=60)
    assert [disjoncteur.laisse_passer(10) for _ in range(3)] == [True] * 3


def test_after_a_failure_nobody_calls_until_the_pause_is_over() -> None:
    disjoncteur = Disjoncteur(pause=60)
    disjoncteur.echec()
    assert disjoncteur.au_repos
    assert not disjoncteur.laisse_passer(10)


def test_after_the_pause_one_probe_goes_alone() -> None:
    disjoncteur = Disjoncteur(pause=0)
    disjoncteur.echec()
    assert not disjoncteur.au_repos
    assert [disjoncteur.laisse_passer(10) for _ in range(3)] == [True, False, False]


def test_a_probe_that_succeeds_opens_to_everyone() -> None:
    disjoncteur = Disjoncteur(pause=0)
    disjoncteur.echec()
    disjoncteur.laisse_passer(10)
    disjoncteur.succes()
    assert [disjoncteur.laisse_passer(10) for _ in range(3)] == [True] * 3
