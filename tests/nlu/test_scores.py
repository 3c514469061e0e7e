"""How the evaluation counts."""

from benchmarks.nlu.scores import Case, accuracy, confusions, macro_f1, rejected, wrong_acts

CASES = [
    Case("saluer", "saluer", "saluer"),
    Case("saluer", "annuler_rdv", "annuler_rdv"),
    Case("annuler_rdv", "annuler_rdv", "annuler_rdv"),
    Case("nier", "annuler_rdv", "nlu_fallback"),
]


def test_accuracy_is_of_the_best_guess_whether_or_not_it_was_bold_enough() -> None:
    assert accuracy(CASES) == 0.5


def test_an_act_nobody_asked_for_counts_only_when_it_would_be_taken() -> None:
    assert wrong_acts(CASES) == [CASES[1]]
    assert rejected(CASES) == [CASES[3]]


def test_each_intent_weighs_the_same() -> None:
    assert macro_f1(CASES) == (2 / 3 + 2 / 4 + 0) / 3


def test_confusions_name_the_truth_first() -> None:
    assert dict(confusions(CASES)) == {("saluer", "annuler_rdv"): 1, ("nier", "annuler_rdv"): 1}
