"""Une réponse corrigée dans la feuille de Google Forms entre deux exports : les autres lignes comptent une fois."""

from __future__ import annotations

from pathlib import Path

import pytest
from diagnostic.survey_exports import Rows, some_families
from diagnostic.test_repeats import FAMILIES, QUESTIONNAIRE, WHOLE, as_csv, counts, read, reasons
from diagnostic.test_two_exports import as_said, changed_at, google

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.reading.reading import ReadReport

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

MONDAY, CORRECTED = 26, (3, 10, 17)


def given(folder: Path, monday: Rows, friday: Rows, *, friday_first: bool = False) -> ReadReport:
    files = {"lundi_csv": as_csv(monday, ","), "vendredi_csv": as_csv(friday, ",")}
    return read(folder, **dict(reversed(files.items())) if friday_first else files)


def corrected(*ranks: int) -> Answers:
    """The families, of which those of these ranks have one other answer."""
    answers = FAMILIES
    for rank in ranks:
        answers = changed_at(answers, rank)
    return answers


@pytest.mark.parametrize("friday_first", [False, True])
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("monday", [MONDAY, WHOLE])
def test_answers_corrected_in_the_sheet_count_once_corrected_and_the_other_lines_once(
    monday: int, count: int, friday_first: bool, tmp_path: Path
) -> None:
    since = corrected(*CORRECTED[:count])
    report = given(tmp_path, google(FAMILIES)[: 1 + monday], google(since), friday_first=friday_first)
    assert (counts(report), report.maybe_twice, report.waits) == ((WHOLE, monday, 0), 0, False)
    assert as_said(report.answers) == as_said(since)
    assert f"{monday - count} réponses sont déjà comptées" in reasons(report)
    who = "une famille a" if count == 1 else f"{count} familles ont"
    which = "changé" if monday < WHOLE else "d'autres réponses"
    assert f"{who} {which}" in reasons(report)


def test_a_class_corrected_with_an_answer_counts_once_corrected(tmp_path: Path) -> None:
    since = google(corrected(3))
    level = next(place for place, title in enumerate(since[0]) if "Niveau" in title)
    other = next(row[level] for row in since[1:] if row[level] != since[4][level])
    since[4][level] = other
    report = given(tmp_path, google(FAMILIES)[: 1 + MONDAY], since)
    assert (counts(report), report.waits) == ((WHOLE, MONDAY, 0), False)


def test_a_family_that_answered_again_at_another_time_waits_alone_and_the_file_not_to_give_is_named(
    tmp_path: Path,
) -> None:
    friday = google(corrected(3))
    friday[4][0] = "28/11/2026 07:30:41"
    report = given(tmp_path, google(FAMILIES)[: 1 + MONDAY], friday)
    assert (len(report.answers), report.maybe_twice, len(report.maybe_nobody)) == (WHOLE + 1, 0, 1)
    assert report.waits
    assert (
        "une de ses 26 réponses n'est plus dans « vendredi.csv », un export plus récent qui a les autres (ligne 5) : "
        "elle compte. Si l'école l'a ôtée ou refusée dans l'outil, ou si la famille a changé sa réponse depuis, ne pas "
        "donner « lundi.csv » : le dernier export suffit"
    ) in reasons(report)
    alone = read(tmp_path, vendredi_csv=as_csv(friday, ","))
    assert (counts(alone)[0], alone.waits) == (WHOLE, False)


def test_two_families_that_answer_alike_at_one_second_stay_two_beside_an_answer_corrected(tmp_path: Path) -> None:
    monday, friday = google(FAMILIES)[: 1 + MONDAY], google(corrected(3))
    friday = [*friday[:9], list(friday[8]), *friday[9:]]
    for before in ([*monday, list(monday[8])], monday):  # the second one before Monday, or after
        report = given(tmp_path, before, friday)
        assert (counts(report)[0], report.maybe_nobody) == (WHOLE + 1, ())
        # Two lines of one file that are alike are said, here as in one file alone.
        assert report.maybe_twice == read(tmp_path, vendredi_csv=as_csv(friday, ",")).maybe_twice


def test_a_family_at_the_second_of_another_that_answers_otherwise_is_not_lost(tmp_path: Path) -> None:
    friday, others = google(FAMILIES), google(some_families(QUESTIONNAIRE, 40, seed=6))
    friday[8] = [friday[8][0], *others[8][1:]]
    report = given(tmp_path, google(FAMILIES)[: 1 + MONDAY], friday)
    assert (counts(report)[0], report.waits) == (WHOLE + 1, True)
    assert "n'est plus dans « vendredi.csv »" in reasons(report)


def test_two_classes_that_answer_at_the_same_seconds_lose_nobody(tmp_path: Path) -> None:
    report = given(tmp_path, google(FAMILIES), google(some_families(QUESTIONNAIRE, 40, seed=6)))
    assert counts(report)[0] == 2 * WHOLE
