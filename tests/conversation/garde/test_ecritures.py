"""The way a message is typed does not change the rule that answers it."""

from unicodedata import category, normalize

from hypothesis import given
from hypothesis import strategies as st

from assistant.conversation.garde.regles import Regle, regle_fixe
from tests.conversation.garde.messages import en_danger, liste, par_regle

MESSAGES = [
    *(message for message, _ in en_danger()),
    *liste("ordinaire/mots_de_danger_sans_danger.yml"),
    *(message for groupe in par_regle("opposition.yml").values() for message in groupe),
]


def sans_accents(texte: str) -> str:
    return "".join(c for c in normalize("NFD", texte) if category(c) != "Mn")


@given(message=st.sampled_from(MESSAGES))
def test_case_and_accents_do_not_matter(message: str) -> None:
    assert regle_fixe(message.upper()) == regle_fixe(message.lower()) == regle_fixe(message)
    assert regle_fixe(sans_accents(message)) == regle_fixe(message)


@given(
    message=st.sampled_from(MESSAGES),
    avant=st.text(" \n.!?…«-", max_size=5),
    apres=st.text(" \n.!?…»-", max_size=5),
    espace=st.sampled_from(["  ", "\n", "\u00a0", " ... ", ", "]),
)
def test_spaces_and_punctuation_do_not_matter(message: str, avant: str, apres: str, espace: str) -> None:
    assert regle_fixe(f"{avant}{message.replace(' ', espace)}{apres}") == regle_fixe(message)


@given(message=st.sampled_from(MESSAGES))
def test_typographic_apostrophes_do_not_matter(message: str) -> None:
    assert regle_fixe(message.replace("'", "’")) == regle_fixe(message)


@given(texte=st.text(max_size=300))
def test_any_text_has_one_rule_or_none(texte: str) -> None:
    regle = regle_fixe(texte)
    assert regle is None or regle in Regle
    assert regle_fixe(texte) == regle
