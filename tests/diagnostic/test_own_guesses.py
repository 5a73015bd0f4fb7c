"""D'un formulaire d'école, ce qui n'est que deviné est dit là où une personne relit, avec la façon de le corriger."""

from __future__ import annotations

import random

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.own.words import guessed_words
from liaison.diagnostic.reading.reading import read_answers

ACTIVITIES = ("Sport", "Musique", "Théâtre")


def own_of(rows: Rows) -> OwnQuestionnaire:
    return own_questionnaire("export.csv", csv_text(rows, ",").encode())


def activities(title: str, mark: str, blank: str = "") -> Rows:
    chance = random.Random(7)
    lines = [[mark if chance.random() < 0.4 else blank for _ in ACTIVITIES] for _ in range(60)]
    visits = [chance.choice(("Souvent", "Parfois", "Jamais")) for _ in lines]
    head = [*(f"{title} - {each}" for each in ACTIVITIES), "Venez-vous aux réunions ?"]
    return [head, *([*line, visit] for line, visit in zip(lines, visits, strict=True))]


@pytest.mark.parametrize(("mark", "blank"), [("X", ""), ("1", "0")])
def test_columns_of_marks_whose_titles_begin_alike_are_the_boxes_of_a_question_and_it_is_said_to_be_guessed(
    mark: str, blank: str
) -> None:
    rows = activities("Vos activités", mark, blank)
    own = own_of(rows)
    question = own.counted[0]
    assert (question.title, question.item.kind, question.answers) == ("Vos activités", "multiple", ACTIVITIES)
    (said,) = guessed_words(own)
    assert "« Vos activités »" in said
    assert "« Sport », « Musique » et « Théâtre »" in said
    report = read_answers(csv_text(rows, ",").encode(), own.read_again().questionnaire, own.mapping, name="export.csv")
    ticked = report.answers.table[f"{question.item.id}__sport"].dropna().sum()
    assert (ticked, report.waits) == (sum(row[0] == mark for row in rows[1:]), False)


def test_two_questions_answered_yes_or_no_whose_titles_begin_alike_stay_two() -> None:
    own = own_of(activities("Vos activités", "Oui", "Non"))
    assert [each.item.kind for each in own.counted] == ["single"] * 4
    assert guessed_words(own) == []


def test_the_title_of_a_question_that_ends_with_its_mark_says_its_boxes_and_nothing_is_guessed() -> None:
    assert guessed_words(own_of(activities("Vos activités ?", "X"))) == []


def test_answers_cut_at_commas_are_said_to_be_guessed_and_those_cut_at_semicolons_are_not() -> None:
    chance = random.Random(3)
    places = ("Oui, mais pas souvent", "Le soir", "Le matin", "Oui")
    cells = [[each for each in places if chance.random() < 0.5] or ["Le soir"] for _ in range(80)]
    cut = {sign: own_of([["Quand venez-vous ?"], *([sign.join(cell)] for cell in cells)]) for sign in (", ", ";")}
    (said,) = guessed_words(cut[", "])
    assert "coupées aux virgules" in said
    assert all(f"« {each} »" in said for each in ("Oui", "mais pas souvent", "Le soir", "Le matin"))
    assert guessed_words(cut[";"]) == []
    assert "Oui, mais pas souvent" in cut[";"].counted[0].answers


def test_the_rows_of_a_grid_of_kobotoolbox_that_only_answers_tell_are_said_to_be_guessed() -> None:
    chance = random.Random(1)
    head = ["Venez-vous ?/Aux réunions", "Venez-vous ?/Aux fêtes", "_id", "_uuid", "_submission_time"]
    lines = [
        [*(chance.choice(("Souvent", "Parfois", "Jamais")) for _ in range(2)), str(rank), f"f-{rank}", "2026-11-02"]
        for rank in range(60)
    ]
    own = own_of([head, *lines])
    assert own.counted[0].item.kind == "grid"
    (said,) = guessed_words(own)
    assert "« Aux réunions » et « Aux fêtes »" in said


@pytest.mark.parametrize(
    "new", ["Viande et poisson", "Viande / Poisson", "Viande Poisson", "Poisson ; Viande", "Sans viande"]
)
def test_a_new_word_of_a_school_s_own_form_is_not_read_whatever_answers_it_holds(new: str) -> None:
    chance = random.Random(5)
    menus = ("Viande", "Poisson", "Végétarien")
    cells = [", ".join([each for each in menus if chance.random() < 0.5] or ["Viande"]) for _ in range(60)]
    own = own_of([["Quels menus ?"], *([cell] for cell in cells)])
    grown = csv_text([["Quels menus ?"], *([cell] for cell in cells), *[[new]] * 9], ",").encode()
    report = read_answers(grown, own.read_again().questionnaire, own.mapping, name="export.csv")
    (question,) = own.counted
    for menu, value in zip(menus, question.item.values, strict=True):
        ticked = report.answers.table[f"{question.item.id}__{value}"].fillna(False).sum()
        assert ticked == sum(menu in cell.split(", ") for cell in cells)
    assert [each.word for each in report.refused] == [new] * 9
