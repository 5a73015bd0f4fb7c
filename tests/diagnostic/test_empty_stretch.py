"""Des familles qui se suivent et passent toutes une question : elle ne leur a pas été posée, sans doute."""

from __future__ import annotations

import random

import pytest
from diagnostic.survey_exports import Rows, csv_text, google_forms, some_families, words
from hypothesis import given
from hypothesis import strategies as st

from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import ReadReport, read_answers
from liaison.diagnostic.reading.reports import merged

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 60, seed=5, skipped=0)
ROWS = google_forms(FAMILIES)
t = words()


def without(rows: Rows, title: str, first: int, last: int) -> Rows:
    """An export in which these families, from rank `first` to before `last`, have nothing under a title."""
    places = {place for place, each in enumerate(rows[0]) if each == title or each.startswith(f"{title} [")}
    assert places
    lines = [
        [("" if place in places and first <= rank < last else cell) for place, cell in enumerate(row)]
        for rank, row in enumerate(rows[1:])
    ]
    return [rows[0], *lines]


def read(rows: Rows) -> ReadReport:
    return merged(settled([read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name="essai.csv")]), QUESTIONNAIRE)


@pytest.mark.parametrize(("first", "last"), [(0, 30), (30, 60), (20, 45)], ids=["added", "taken away", "in between"])
@pytest.mark.parametrize("question", ["connexion", "appareils", "seul", "niveau"])
def test_a_question_that_families_in_a_row_all_pass_is_not_published_and_the_lines_are_told(
    question: str, first: int, last: int
) -> None:
    report = read(without(ROWS, t(question), first, last))
    lacking = {name.partition("__")[0] for name in report.answers.unasked}
    assert lacking == {question}
    if question == "niveau":
        return
    told = " ".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")
    assert f"des lignes {first + 2} à {last + 1}" in told
    assert "elle ne leur a peut-être pas été posée" in told


def test_the_lines_where_it_was_asked_are_published_when_they_are_read_apart() -> None:
    rows = without(ROWS, t("connexion"), 0, 30)
    apart = read([rows[0], *rows[31:]])
    assert "connexion" not in apart.answers.unasked
    assert apart.answers.table["connexion"].notna().all()


def test_the_first_week_tells_it_of_a_cumulative_export_too() -> None:
    place = ROWS[0].index(t("connexion"))
    first = [[cell for at, cell in enumerate(row) if at != place] for row in ROWS[:31]]
    both = {"semaine_1.csv": first, "semaine_2.csv": without(ROWS, t("connexion"), 0, 30)}
    parts = [read_answers(csv_text(rows).encode(), QUESTIONNAIRE, name=name) for name, rows in both.items()]
    report = merged(settled(parts), QUESTIONNAIRE)
    assert (len(report.answers), "connexion" in report.answers.unasked) == (60, True)


@given(st.integers(0, 2**32), st.integers(0, 30))
def test_silence_that_chance_scatters_is_silence(seed: int, silent: int) -> None:
    """Half of the families at most pass it, wherever they stand: nothing says that they were not asked."""
    draw = random.Random(seed)
    rows = [list(row) for row in ROWS]
    place = rows[0].index(t("connexion"))
    for row in draw.sample(rows[1:], silent):
        row[place] = ""
    assert "connexion" not in read(rows).answers.unasked


@pytest.mark.parametrize(
    ("first", "last", "withheld"), [(0, 4, True), (56, 60, True), (30, 36, True), (30, 35, False), (0, 3, False)]
)
def test_few_families_in_a_row_are_enough_at_an_end_where_nobody_else_passes_it(
    first: int, last: int, withheld: bool
) -> None:
    """Four of sixty, the first or the last; a tenth between others, where nothing is added nor taken away."""
    assert ("connexion" in read(without(ROWS, t("connexion"), first, last)).answers.unasked) == withheld


@given(st.integers(0, 2**32), st.integers(4, 12))
def test_a_question_that_few_answer_is_left_empty_in_long_rows(seed: int, answered: int) -> None:
    draw = random.Random(seed)
    rows = [list(row) for row in ROWS]
    place = rows[0].index(t("connexion"))
    answering = draw.sample(range(1, len(rows)), answered)
    for rank, row in enumerate(rows[1:], start=1):
        row[place] = row[place] if rank in answering else ""
    assert "qui se suivent" not in " ".join(reading_words(read(rows), question_words, value_words))


def test_four_answers_that_chance_puts_among_the_last_ones_are_published() -> None:
    """One order in a thousand has them so: that few answer says nothing of the order in which they do."""
    place = ROWS[0].index(t("imprimante"))
    lines = [
        [("" if at == place and rank not in (49, 52, 53, 59) else cell) for at, cell in enumerate(row)]
        for rank, row in enumerate(ROWS[1:])
    ]
    assert "imprimante" not in read([ROWS[0], *lines]).answers.unasked


def test_a_sheet_that_is_sorted_by_the_answers_has_its_silence_together() -> None:
    place = ROWS[0].index(t("connexion"))
    rows = without(ROWS, t("connexion"), 0, 20)
    assert "connexion" in read(rows).answers.unasked
    assert "connexion" not in read([rows[0], *sorted(rows[1:], key=lambda row: row[place])]).answers.unasked


def test_each_row_of_a_grid_says_of_which_lines_it_is() -> None:
    rows = [list(row) for row in ROWS]
    parts = ("envoyer_document", "repondre_ou_signer")
    for part, (first, last) in zip(parts, ((0, 30), (20, 50)), strict=True):
        place = rows[0].index(f"{t('seul')} [{t(f'seul-{part}')}]")
        for row in rows[1 + first : 1 + last]:
            row[place] = ""
    report = read(rows)
    assert report.answers.unasked == {f"seul__{part}" for part in parts}
    told = " ".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")
    for part, lines in zip(parts, ("2 à 31", "22 à 51"), strict=True):
        assert f"« {value_words('seul', part)} » : aucune des familles qui se suivent des lignes {lines}" in told
