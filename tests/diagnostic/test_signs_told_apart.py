"""« + souvent » et « - souvent », « Les points + » et « Les points - » : un signe ne se perd pas à la lecture."""

from __future__ import annotations

from collections import Counter

import pytest
from diagnostic.survey_exports import csv_text

from liaison.base.letters import bears_a_sign, key, one_spelling, signed_key
from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.spellings import Spellings

APART = [
    ("+ souvent", "- souvent"),
    ("+ souvent", "souvent"),
    ("+ tôt", "– tôt"),
    ("< une heure", "> une heure"),
    ("D'accord", "+/- d'accord"),
    ("D'accord", "± d'accord"),
    ("Les points +", "Les points -"),
    ("Les points + du collège", "Les points - du collège"),
    ("Le point fort (+) ?", "Le point fort (-) ?"),
]
TITLES = ["Horodateur", "Faut-il des messages ?", "Quel jour ?"]


def content(answers: list[str], titles: list[str] | None = None) -> bytes:
    rows = [
        [f"02/11/2026 {8 + rank // 60}:{rank % 60:02}:00", each, ("Lundi", "Mardi")[rank // 2 % 2]]
        for rank, each in enumerate(answers)
    ]
    return csv_text([titles or TITLES, *rows]).encode()


def made(answers: list[str], titles: list[str] | None = None) -> OwnQuestionnaire:
    return own_questionnaire("semaine.csv", content(answers, titles), "formulaire").read_again()


def counted(own: OwnQuestionnaire, answers: list[str]) -> tuple[dict[str, int], int]:
    """Return how many families gave each answer to the first question, and how many cells are not read."""
    report = read_answers(content(answers), own.questionnaire, own.mapping, name="suite.csv")
    item = own.questionnaire.items[0]
    values = Counter(report.answers.table[item.id])
    return {item.words[value]: values[value] for value in item.values}, len(report.unread) + len(report.refused)


@pytest.mark.parametrize(("text", "other"), APART)
def test_two_texts_that_a_sign_tells_apart_are_not_read_as_one(text: str, other: str) -> None:
    assert one_spelling(text) != one_spelling(other)
    assert signed_key(text) != signed_key(other)
    assert Spellings({text: "a"}).find(other) == (frozenset() if bears_a_sign(other) else {"a"})
    assert Spellings({other: "a", text: "b"}).find(text.upper()) == {"b"}


def test_the_sign_that_a_tool_lost_is_no_other_sign_and_decides_between_two_answers_of_neither() -> None:
    assert Spellings({"+ souvent": "a"}).find("souvent") == {"a"}
    assert Spellings({"+ souvent": "a", "- souvent": "b"}).find("souvent") == {"a", "b"}
    assert signed_key("e-mail") == key("e-mail") == signed_key("E mail")
    assert signed_key("Question - sous-question") == key("Question, sous question")
    assert signed_key("<b>Votre avis</b>") == key("<b>Votre avis</b>")
    assert (
        signed_key("Messages > - souvent") == signed_key("Messages [- souvent]") != signed_key("Messages [+ souvent]")
    )
    assert signed_key("< 2 h") == signed_key("moins de 2 h")


@pytest.mark.parametrize(("text", "other"), APART[:6])
def test_an_answer_of_another_sign_is_not_counted_under_the_one_that_the_questionnaire_has(
    text: str, other: str
) -> None:
    own = made([text, "Comme maintenant"] * 14)
    counts, unread = counted(own, [text] * 9 + [other] * 6 + ["Comme maintenant"] * 5)
    assert counts[text] == 9 + (0 if bears_a_sign(other) else 6)
    assert unread == (6 if bears_a_sign(other) else 0)


def test_both_are_counted_where_the_questionnaire_has_both() -> None:
    answers = ["+ souvent"] * 14 + ["- souvent"] * 10 + ["Comme maintenant"] * 6
    assert counted(made(answers), answers) == ({"+ souvent": 14, "- souvent": 10, "Comme maintenant": 6}, 0)


@pytest.mark.parametrize(("text", "other"), APART[6:])
def test_a_title_of_another_sign_is_another_question(text: str, other: str) -> None:
    answers = ["La cantine", "L'accueil", "Le CDI"] * 10
    own = made(answers, [TITLES[0], text, TITLES[2]])
    report = read_answers(
        content(answers, [TITLES[0], other, TITLES[2]]), own.questionnaire, own.mapping, name="suite.csv"
    )
    assert own.questionnaire.items[0].id in report.answers.unasked
    again = read_answers(content(answers, [TITLES[0], other, TITLES[2]]), own.questionnaire, name="suite.csv")
    assert own.questionnaire.items[0].id in again.answers.unasked


@pytest.mark.parametrize(("text", "other"), APART[6:])
def test_two_titles_that_a_sign_tells_apart_are_both_published(text: str, other: str) -> None:
    rows = [
        [
            f"02/11/2026 08:{rank:02}:00",
            ("La cantine", "L'accueil")[rank % 2],
            ("La cantine", "L'accueil")[rank % 3 > 0],
        ]
        for rank in range(60)
    ]
    file = csv_text([["Horodateur", text, other], *rows]).encode()
    own = own_questionnaire("semaine.csv", file, "formulaire").read_again()
    answers = read_answers(file, own.questionnaire, own.mapping, name="semaine.csv").answers
    assert not {item.id for item in own.questionnaire.items} & answers.unasked
    counts = [sorted(Counter(answers.table[item.id]).values()) for item in own.questionnaire.items]
    assert counts == [[30, 30], [20, 40]]


@pytest.mark.parametrize("one", ["+ souvent", "- souvent"])
def test_a_box_of_another_sign_is_not_that_box(one: str) -> None:
    head = ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Tête de série"]

    def lime(boxes: list[str]) -> bytes:
        rows = [
            [
                str(rank + 1),
                f"2026-11-02 08:{rank:02}:00",
                "3",
                "fr",
                str(rank * 77 + 5),
                "Oui",
                ("Oui", "Non")[rank % 2],
                ("Lundi", "Mardi")[rank // 2 % 2],
            ]
            for rank in range(40)
        ]
        return csv_text([[*head, *(f"Quels messages ? [{box}]" for box in boxes), "Quel jour ?"], *rows]).encode()

    other = {"+ souvent": "- souvent", "- souvent": "+ souvent"}[one]
    own = own_questionnaire("boites.csv", lime([one, "Comme maintenant"]), "formulaire").read_again()
    for mapping in (own.mapping, None):
        report = read_answers(lime([other, "Comme maintenant"]), own.questionnaire, mapping, name="suite.csv")
        item = own.questionnaire.items[0]
        (box,) = (value for value in item.values if item.words[value] == one)
        assert f"{item.id}__{box}" in report.answers.unasked
