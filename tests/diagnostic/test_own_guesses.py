"""D'un formulaire d'école, ce qui n'est que deviné est dit là où une personne relit, avec la façon de le corriger."""

from __future__ import annotations

import random

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.own.words import guessed_words, number_words
from liaison.diagnostic.reading.reading import ReadReport, read_answers

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


def one_question(cells: list[str]) -> Rows:
    chance = random.Random(8)
    return [["La question ?", "Quel groupe ?"], *([cell, chance.choice("AB")] for cell in cells)]


def read_by(own: OwnQuestionnaire, cells: list[str]) -> ReadReport:
    content = csv_text(one_question(cells), ",").encode()
    return read_answers(content, own.read_again().questionnaire, own.mapping, name="export.csv")


@pytest.mark.parametrize(
    "answers",
    [
        ("0", "5", "9", "99"),
        ("-1", "0", "1"),
        ("Oui", "Non", "Non concerné"),
        ("Souvent", "Jamais", "Je ne sais pas"),
        ("Oui", "Non", "NSP", "Sans objet"),
    ],
)
def test_what_a_school_s_own_form_proposes_is_an_answer_even_where_the_suite_would_read_none(
    answers: tuple[str, ...],
) -> None:
    own = own_of(one_question([*answers] * 12))
    asked = next(each for each in own.counted if each.title == "La question ?")
    assert set(asked.answers) == set(answers)
    report = read_by(own, [*answers] * 12)
    counts = report.answers.table[asked.item.id].value_counts()
    assert ([*counts], report.lines_aside, report.unread) == ([12] * len(answers), 0, ())


@pytest.mark.parametrize("silence", ["Sans réponse", "Non renseigné", "N/A", "null"])
def test_what_says_that_nothing_is_answered_is_no_answer_of_any_form(silence: str) -> None:
    own = own_of(one_question(["Oui", "Non", silence] * 12))
    asked = next(each for each in own.counted if each.title == "La question ?")
    assert asked.answers == ("Oui", "Non")
    assert int(read_by(own, ["Oui", "Non", silence] * 12).answers.table[asked.item.id].isna().sum()) == 12


@pytest.mark.parametrize("new", ["9", "99", "Je ne sais pas", "Non concerné"])
def test_an_answer_that_nobody_had_given_yet_is_not_read_and_is_not_taken_for_silence(new: str) -> None:
    report = read_by(own_of(one_question(["5", "6", "7", "8"] * 12)), ["5", "6", "7", "8"] * 12 + [new] * 6)
    assert [each.word for each in report.unread] == [new] * 6


def test_a_number_that_may_be_how_a_tool_writes_silence_is_said_with_what_to_do() -> None:
    (said,) = number_words(own_of(one_question(["0", "5", "9", "99"] * 12)))
    assert "À « La question ? », « 9 » et « 99 » comptent comme des réponses." in said.replace("\u00a0", " ")
    emptied = own_of(one_question(["0", "5", "", ""] * 12))
    assert emptied.counted[0].answers == ("0", "5")
    assert number_words(own_of(one_question(["7", "8", "9", "10"] * 12))) == []
