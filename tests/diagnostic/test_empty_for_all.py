"""Une colonne vide pour toutes les familles n'a pas été posée : elle n'est pas « sans réponse » pour toutes."""

from __future__ import annotations

import numpy as np
import pytest
from diagnostic.survey_exports import Rows, csv_text, framaforms, google_forms, some_families, words

from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.left_empty import FEWEST
from liaison.diagnostic.reading.often_unread import without_often_unread
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import ReadReport, read_answers
from liaison.diagnostic.reading.reports import merged

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 12, seed=5, skipped=0)
t = words()


def read(rows: Rows, name: str = "essai.csv") -> ReadReport:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name=name)


def emptied(rows: Rows, title: str, last: str = "") -> Rows:
    """Return an export in which nobody answered what bears a title, but the last line, that says `last`."""
    places = [place for place, each in enumerate(rows[0]) if each == title]
    lines = [[("" if place in places else cell) for place, cell in enumerate(row)] for row in rows[1:]]
    for place in places:
        lines[-1][place] = last
    return [rows[0], *lines]


def unasked(report: ReadReport) -> frozenset[str]:
    return without_often_unread(report).answers.unasked


@pytest.mark.parametrize("question", ["connexion", "pret", "niveau"])
def test_a_question_that_every_family_leaves_empty_was_not_asked_and_it_is_said(question: str) -> None:
    rows = emptied(google_forms(FAMILIES), t(question))
    assert {each.partition("__")[0] for each in unasked(read(rows))} == {question}
    if question != "niveau":
        said = " ".join(reading_words(without_often_unread(read(rows)), question_words, value_words))
        assert "la colonne est vide pour toutes les familles" in said
        assert "Non lues : 1, qui ne sont pas dans ce qui se publie" in said.replace("\u00a0", " ")


def test_of_fewer_than_four_families_all_may_have_passed_it() -> None:
    rows = emptied(google_forms(FAMILIES), t("connexion"))
    assert "connexion" in unasked(read(rows[: FEWEST + 1]))
    assert "connexion" not in unasked(read(rows[:FEWEST]))


@pytest.mark.parametrize("last", [t("connexion-fixe"), "Je ne sais pas", "n/a"])
def test_one_family_that_answers_be_it_that_it_does_not_know_was_asked(last: str) -> None:
    assert "connexion" not in unasked(read(emptied(google_forms(FAMILIES), t("connexion"), last)))


def test_a_box_that_nobody_ticked_was_asked_and_a_row_that_is_empty_was_not() -> None:
    rows = framaforms(FAMILIES, details=False)
    box, row = rows[2].index(t("appareils-tablette")), rows[2].index(t("seul-se_connecter"))
    for line in rows[3:]:
        line[box] = line[row] = ""
    assert unasked(read(rows)) == {"seul__se_connecter"}


@pytest.mark.parametrize("question", ["connexion", "pret", "niveau"])
def test_a_column_that_one_file_leaves_empty_was_not_asked_there_and_nothing_of_it_is_published(question: str) -> None:
    others = some_families(QUESTIONNAIRE, 30, seed=6, skipped=0)
    empty = read(emptied(google_forms(FAMILIES), t(question)), "vide.csv")
    report = without_often_unread(merged(settled([empty, read(google_forms(others), "autre.csv")]), QUESTIONNAIRE))
    assert {each.partition("__")[0] for each in report.answers.unasked} == {question}
    assert report.answers.unasked <= report.answers.asked_by_some
    said = " ".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")
    assert "« vide.csv » : la colonne est vide pour toutes les familles" in said
    assert "autre.csv" not in said


@pytest.mark.parametrize(
    ("count", "silent", "published"), [(3, 0, True), (4, 0, False), (4, 20, True), (12, 20, False)]
)
def test_a_few_families_of_a_file_may_all_have_passed_what_many_others_passed(
    count: int, silent: int, published: bool
) -> None:
    others = google_forms(some_families(QUESTIONNAIRE, 30, seed=6, skipped=0))
    place = others[0].index(t("connexion"))
    for row in [row for rank, row in enumerate(others[1:]) if rank % 3][:silent]:  # scattered, as silence is
        row[place] = ""
    empty = emptied(google_forms(FAMILIES)[: count + 1], t("connexion"))
    report = without_often_unread(merged(settled([read(empty, "vide.csv"), read(others, "autre.csv")]), QUESTIONNAIRE))
    assert ("connexion" not in report.answers.unasked) is published


def test_the_form_of_the_suite_asks_every_question() -> None:
    silent = FAMILIES.table.assign(connexion=FAMILIES.table["connexion"].where(np.zeros(len(FAMILIES), dtype=bool)))
    content = answers_csv(type(FAMILIES)(silent, QUESTIONNAIRE))
    assert "connexion" not in unasked(read_answers(content, QUESTIONNAIRE, name="suite.csv"))
