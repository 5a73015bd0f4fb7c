"""Une question dont un fichier n'a pas la colonne n'a pas été posée à ses familles, si peu qu'elles soient."""

from __future__ import annotations

from pathlib import Path

import pytest
from diagnostic.survey_exports import Rows
from diagnostic.test_repeats import WHOLE, as_csv, counts, read
from diagnostic.test_taken_away import NUMBERED
from diagnostic.test_two_exports import place_of

from liaison.diagnostic.reading.reports import ReadReport

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

# « Pouvez-vous imprimer ? », as each tool heads it.
PRINTER = {"tally": "imprimer", "kobo": "imprimante", "limesurvey": "imprimante", "surveymonkey": "imprimer"}


def two_weeks(
    tool: str, tmp_path: Path, first: int, not_asked: int, *, corrected: bool, later_first: bool
) -> ReadReport:
    """The report of a first week without the question, and of all, of which the first families have no answer to it."""
    export = NUMBERED[tool]()
    place = place_of(export.rows, PRINTER[tool])
    whole: Rows = [[*line] for line in export.rows]
    for line in whole[export.head : export.head + not_asked]:
        line[place] = ""
    monday = [[cell for at, cell in enumerate(line) if at != place] for line in whole[: export.head + first]]
    if corrected:
        own, other = whole[export.head], whole[export.head + 1]
        help_of = place_of(export.rows, "aide")
        own[help_of] = next(line[help_of] for line in whole[export.head + 1 :] if line[help_of] != own[help_of])
        assert other != own
    files = {"lundi_csv": as_csv(monday, ","), "mardi_csv": as_csv(whole, ",")}
    return read(tmp_path, **(dict(reversed(files.items())) if later_first else files))


@pytest.mark.parametrize("later_first", [False, True])
@pytest.mark.parametrize("first", [2, 3])
@pytest.mark.parametrize("tool", PRINTER)
def test_a_question_of_which_the_first_file_has_no_column_was_not_asked_of_its_families(
    tool: str, first: int, tmp_path: Path, *, later_first: bool
) -> None:
    """Two of forty, or three: chance alone would not tell."""
    report = two_weeks(tool, tmp_path, first, first, corrected=False, later_first=later_first)
    assert counts(report)[0] == WHOLE
    assert "imprimante" in report.answers.unasked


@pytest.mark.parametrize("tool", ["tally", "limesurvey"])
def test_though_one_of_them_corrected_an_answer_since(tool: str, tmp_path: Path) -> None:
    report = two_weeks(tool, tmp_path, 3, 3, corrected=True, later_first=False)
    assert counts(report)[0] == WHOLE
    assert "imprimante" in report.answers.unasked


@pytest.mark.parametrize("tool", PRINTER)
def test_a_question_that_one_of_them_answers_in_the_second_file_was_asked(tool: str, tmp_path: Path) -> None:
    report = two_weeks(tool, tmp_path, 4, 3, corrected=False, later_first=False)
    assert counts(report)[0] == WHOLE
    assert "imprimante" not in report.answers.unasked
