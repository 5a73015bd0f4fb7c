"""Deux titres qui finissent par une parenthèse : deux questions, à moins que leurs réponses ne soient celles d'une."""

import random
from collections.abc import Sequence

import pytest
from diagnostic.survey_exports import csv_text

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.reading.reading import read_answers

COUNT = 90
COMPUTER = ["Avez-vous un ordinateur (fixe)", "Avez-vous un ordinateur (portable)"]
READS = ["Votre enfant lit (seul)", "Votre enfant lit (avec vous)"]


def made_of(titles: Sequence[str], answers: Sequence[Sequence[str]]) -> tuple[OwnQuestionnaire, list[list[str]], bytes]:
    chance = random.Random(7)
    lines = [[chance.choice([*own, ""]) for own in answers] for _ in range(COUNT)]
    content = csv_text([[*titles, "Quel jour ?"], *([*line, chance.choice(["Lundi", "Jeudi"])] for line in lines)])
    return own_questionnaire("export.csv", content.encode()).read_again(), lines, content.encode()


@pytest.mark.parametrize(
    ("titles", "answers"),
    [
        (COMPUTER, [["Oui", "Non"]] * 2),
        (COMPUTER, [["Yes", "No"]] * 2),
        (READS, [["Souvent", "Parfois", "Jamais"], ["Chaque soir", "Jamais"]]),
    ],
)
def test_titles_that_end_with_a_parenthesis_are_questions_each_and_every_answer_counts(
    titles: list[str], answers: list[list[str]]
) -> None:
    own, lines, content = made_of(titles, answers)
    assert [(each.title, each.item.kind) for each in own.counted[:2]] == [(title, "single") for title in titles]
    table = read_answers(content, own.questionnaire, own.mapping, name="export.csv").answers.table
    for place, each in enumerate(own.counted[:2]):
        assert set(each.answers) == set(answers[place])
        assert table[each.item.id].isna().sum() == sum(not line[place] for line in lines)


@pytest.mark.parametrize("ticked", [["x"], ["TRUE", "FALSE"], ["1", "0"], ["Oui"]])
def test_marks_under_such_titles_are_boxes(ticked: list[str]) -> None:
    own, _, _ = made_of(["Vos outils (ordinateur)", "Vos outils (tablette)"], [ticked] * 2)
    assert (own.counted[0].title, own.counted[0].item.kind) == ("Vos outils", "multiple")


def test_answers_of_one_scale_under_such_titles_are_rows() -> None:
    scale = ["Très bien", "Bien", "Moyen", "Mal"]
    own, _, _ = made_of(["Votre avis (cantine)", "Votre avis (bus)", "Votre avis (CDI)"], [scale, scale[1:], scale[:1]])
    assert (own.counted[0].title, own.counted[0].item.kind) == ("Votre avis", "grid")


@pytest.mark.parametrize("written", ["{} ? ({})", "{} ? - {}", "{} ? [{}]"])
def test_boxes_of_which_families_say_no_and_leave_others_empty_are_rows_that_say_what_each_answered(
    written: str,
) -> None:
    titles = [written.format("Avez-vous un ordinateur", which) for which in ("fixe", "portable")]
    own, lines, content = made_of(titles, [["Oui", "Non"]] * 2)
    assert (own.counted[0].item.kind, own.counted[0].answers) == ("grid", ("Oui", "Non"))
    table = read_answers(content, own.questionnaire, own.mapping, name="export.csv").answers.table
    rows = [table[f"{own.counted[0].item.id}__{row}"] for row in own.counted[0].item.rows]
    assert [row.isna().sum() for row in rows] == [sum(not line[place] for line in lines) for place in (0, 1)]


def test_yes_and_no_between_brackets_are_boxes_as_limesurvey_writes_them() -> None:
    lines = [["Oui", "Non"], ["Non", "Oui"], ["", ""]] * 20
    content = csv_text([["Vos outils [ordinateur]", "Vos outils [tablette]"], *lines]).encode()
    assert own_questionnaire("export.csv", content).counted[0].item.kind == "multiple"
