"""Un exemple, un essai ou un tableau tapé sous les réponses ne compte pas sans un mot, et aucune famille n'est ôtée
pour un mot qu'elle a écrit."""

import re

import pytest
from diagnostic.survey_exports import (
    Rows,
    csv_text,
    google_forms,
    kobo,
    limesurvey,
    some_families,
    survey_monkey,
    words,
)
from diagnostic.tools_by_hand import microsoft_forms, moodle, tally

from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 30, seed=4)
GOOGLE = google_forms(FAMILIES)
TYPED = [[f"6e {'ABC'[rank % 3]}" if rank else "Groupe", *row[1:-1]] for rank, row in enumerate(GOOGLE)]
WIDTH = len(TYPED[0])
CHANNEL = TYPED[0].index(words()("canal"))


def read(rows: Rows) -> ReadReport:
    return read_answers(csv_text(rows, ",").encode(), QUESTIONNAIRE, name="reponses.csv")


def without_what_is_named(rows: Rows, report: ReadReport) -> Rows:
    """Return the file without the lines that the reading asks to take out of it."""
    named = [each.reason for each in report.flagged if "ne sont peut-être d'aucune famille" in each.reason]
    lines = {int(number) for reason in named for number in re.findall(r"\d+", reason.rpartition(":")[2])}
    return [row for number, row in enumerate(rows, start=1) if number not in lines]


def cells(width: int, **at: str) -> list[str]:
    return [at.get(f"at_{place}", "") for place in range(width)]


def assert_asked(rows: Rows, added: int) -> None:
    """Check that lines that are of no family wait for a yes, are named, and taken out give the rest."""
    report = read(rows)
    assert (len(report.answers), len(report.maybe_nobody), report.waits) == (30 + added, added, True)
    followed = read(without_what_is_named(rows, report))
    assert (len(followed.answers), followed.waits) == (30, False)
    assert followed.answers.table.equals(read(GOOGLE if len(rows[0]) == len(GOOGLE[0]) else TYPED).answers.table)


@pytest.mark.parametrize("blank", [0, 1])
@pytest.mark.parametrize("counts", [("14", "16"), ("47 %", "53 %"), ("", "")])
@pytest.mark.parametrize("by_a_tool", [True, False])
def test_a_recap_under_the_answers_is_no_family(by_a_tool: bool, counts: tuple[str, str], blank: int) -> None:
    rows = [[*row, ""] for row in (GOOGLE if by_a_tool else TYPED)]
    width, place = len(rows[0]), CHANNEL
    recap = [
        cells(width, **{f"at_{place}": word, f"at_{width - 1}": count})
        for word, count in zip((words()("canal-sms"), words()("canal-papier")), counts, strict=True)
    ]
    if not by_a_tool and not blank and not counts[0]:
        return  # one answer alone, on a line like the others: a family may give no more
    report = read([*rows, *[[""] * width] * blank, *recap])
    assert (len(report.answers), len(report.maybe_nobody), report.waits) == (32, 2, True)


@pytest.mark.parametrize("word", ["Exemple", "TEST", "Synthèse", "Total", "Réponse majoritaire", "02/11/2026 (essai)"])
@pytest.mark.parametrize("place", [1, 9, 31])
def test_an_example_where_the_tool_writes_when_a_family_answered_is_named_and_asked_about(
    word: str, place: int
) -> None:
    rows = [*GOOGLE[:place], [word, *GOOGLE[4][1:-1], ""], *GOOGLE[place:]]
    assert_asked(rows, 1)


@pytest.mark.parametrize("word", ["Exemple", "essai", "SYNTHÈSE", "Réponse la plus fréquente"])
def test_a_line_that_says_what_it_is_before_all_else_is_asked_about_in_a_table_typed_by_hand(word: str) -> None:
    assert_asked([*TYPED, [word, *TYPED[3][1:]]], 1)


@pytest.mark.parametrize("form", [kobo, limesurvey, survey_monkey, microsoft_forms, moodle, tally])
def test_what_a_tool_exports_holds_no_line_of_nobody_and_a_trial_typed_in_it_is_one(form: object) -> None:
    rows = form(FAMILIES)  # type: ignore[operator]
    report = read(rows)
    assert (report.maybe_nobody, report.lines_in) == ((), len(FAMILIES) + report.lines_aside)
    own = [place for place, cell in enumerate(rows[-1]) if re.search(r"\d", cell)]
    trial = ["" if place in own else cell for place, cell in enumerate(rows[-2])]
    trial[own[0]] = "TEST"
    tried = read([*rows, trial])
    # A tool that says which responses were sent says that this one was not: it does not count.
    assert len(tried.maybe_nobody) + tried.lines_aside - report.lines_aside == 1


@pytest.mark.parametrize("word", ["Exemple", "Test", "Synthèse", "Total", "Essai", "Mode"])
def test_a_family_that_writes_such_a_word_counts_and_nothing_is_asked(word: str) -> None:
    rows = [[*row, "Remarque" if rank == 0 else word if rank == 5 else ""] for rank, row in enumerate(GOOGLE)]
    report = read(rows)
    assert (len(report.answers), report.maybe_nobody, report.waits) == (30, (), False)
    typed = [[*row, "Remarque" if rank == 0 else word if rank == 5 else ""] for rank, row in enumerate(TYPED)]
    report = read(typed)
    assert (len(report.answers), report.maybe_nobody, report.waits) == (30, (), False)


def test_a_paper_typed_under_an_export_is_a_family_and_it_is_said_that_the_tool_did_not_write_it() -> None:
    report = read([*GOOGLE, *(["", *row[1:]] for row in GOOGLE[1:4])])
    assert (len(report.answers), report.maybe_nobody) == (33, ())
    (said,) = (each.reason for each in report.flagged if "n'a pas écrites" in each.reason)
    assert "« Horodateur »" in said
    assert said.endswith("lignes 32, 33, 34")


def test_a_family_that_answers_one_question_and_families_typed_below_a_blank_line_are_families() -> None:
    short = ["03/11/2026 08:00:00", *cells(len(GOOGLE[0]) - 1, **{f"at_{CHANNEL - 1}": words()("canal-sms")})]
    assert read([*GOOGLE, [""] * len(short), short]).maybe_nobody in ((), (33,))
    assert not read([*GOOGLE[:9], short, *GOOGLE[9:]]).waits
    assert not read([*TYPED[:20], [""] * WIDTH, *TYPED[20:]]).waits
    assert not read([[row[CHANNEL], str(rank)] for rank, row in enumerate(TYPED)]).waits
