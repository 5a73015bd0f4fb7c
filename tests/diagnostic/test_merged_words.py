"""Des réponses comptées ensemble se disent ensemble, comme une personne le dirait."""

import pytest

from liaison.diagnostic.papers.report_words import value_words


@pytest.mark.parametrize(
    ("question", "name", "said"),
    [
        ("niveau", "sixieme+cinquieme", "6e et 5e"),
        ("niveau", "quatrieme+troisieme+sans_reponse", "4e et 3e, ou sans réponse"),
        ("mode", "papier+telephone", "Sur papier ou par téléphone"),
        ("langue", "turc+roumain+autre", "Une autre langue"),
        ("langue", "turc+autre+sans_reponse", "Une autre langue, ou sans réponse"),
        ("langue", "francais+autre", "Français ou une autre langue"),
        ("connexion", "fixe+sans_reponse", "Par une box, ou sans réponse"),
        ("axe__equipement", "partage+insuffisant", "Partagé ou insuffisant"),
        ("langue", "sans_reponse", "Sans réponse"),
    ],
)
def test_answers_told_together_are_said_together(question: str, name: str, said: str) -> None:
    assert value_words(question, name) == said


def test_answers_that_have_a_comma_of_their_own_are_parted_by_semicolons() -> None:
    assert value_words("connexion", "mobile_suffisante+mobile_limitee") == (
        "Par le téléphone, et cela suffit\u00a0; ou par le téléphone, mais cela ne suffit pas"
    )
