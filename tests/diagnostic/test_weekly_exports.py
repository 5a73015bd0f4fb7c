"""L'usage courant : l'export de chaque semaine contient celui d'avant, de chacun des huit outils."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from diagnostic.survey_exports import Rows, some_families, survey_monkey
from diagnostic.test_repeats import (
    CHANGED,
    FAMILIES,
    QUESTIONNAIRE,
    TOOLS,
    WHOLE,
    as_csv,
    counts,
    read,
    reasons,
    stamped,
)
from diagnostic.test_two_exports import as_said, changed_since, google, numbered, tool_export, without_seconds
from diagnostic.tools_by_hand import moodle

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.papers.exporting import answers_csv

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")


def suite(answers: Answers) -> Rows:
    """The table of the suite, each family under the token that its page drew."""
    head, *lines = [line.split(";") for line in answers_csv(answers).decode("utf-8-sig").splitlines()]
    tokens = [f"{0x9E3779B9 * rank % 2**32:08x}" for rank in range(1, len(lines) + 1)]
    return [
        [*head[:3], "jeton", *head[3:]],
        *([*line[:3], token, *line[3:]] for line, token in zip(lines, tokens, strict=True)),
    ]


# The export of each tool, each response at its time; a table that is typed has none, nor that of the suite.
WEEKLY: dict[str, tuple[Callable[[Answers], Rows], int]] = {
    **{tool: (partial(tool_export, tool), 1) for tool in ("google", "limesurvey", "ms_forms", "tally", "kobo")},
    "framaforms": TOOLS["framaforms"][:2],
    "suite": (suite, 1),
    "table": TOOLS["excel"][:2],
}


def week(tool: str, families: int) -> bytes:
    make, head = WEEKLY[tool]
    return as_csv(make(FAMILIES)[: head + families], ";")


@pytest.mark.parametrize("friday_first", [False, True])
@pytest.mark.parametrize("before", [3, 26])
@pytest.mark.parametrize("tool", WEEKLY)
def test_the_export_of_the_week_and_the_one_before_count_every_family_once_and_wait_for_nothing(
    tool: str, before: int, friday_first: bool, tmp_path: Path
) -> None:
    files = {"lundi_csv": week(tool, before), "vendredi_csv": week(tool, WHOLE)}
    report = read(tmp_path, **dict(reversed(files.items())) if friday_first else files)
    assert (counts(report), report.maybe_twice, report.waits) == ((WHOLE, before, 0), 0, False)
    assert as_said(report.answers) == as_said(FAMILIES)


@pytest.mark.parametrize("tool", WEEKLY)
def test_a_first_export_of_one_family_counts_once_by_what_was_drawn_for_it_or_waits_and_the_next_is_named(
    tool: str, tmp_path: Path
) -> None:
    report = read(tmp_path, lundi_csv=week(tool, 1), vendredi_csv=week(tool, WHOLE))
    waits = tool in ("google", "ms_forms", "table")
    assert (len(report.answers), report.maybe_twice, report.waits) == (WHOLE + waits, waits, waits)
    assert ("ne pas donner « lundi.csv » : « vendredi.csv » a toutes ses familles" in reasons(report)) == waits


@pytest.mark.parametrize("tool", WEEKLY)
def test_every_export_of_a_collection_given_together_counts_every_family_once_and_waits_for_nothing(
    tool: str, tmp_path: Path
) -> None:
    weeks = (5, 14, 27, WHOLE)
    report = read(tmp_path, **{f"semaine {count}_csv": week(tool, count) for count in weeks})
    assert (counts(report), report.waits) == ((WHOLE, sum(weeks) - WHOLE, 0), False)
    assert as_said(report.answers) == as_said(FAMILIES)


def test_a_family_that_changed_its_answer_in_google_forms_makes_both_exports_wait_and_the_last_alone_loses_nobody(
    tmp_path: Path,
) -> None:
    since = changed_since(FAMILIES)
    friday = google(since)
    friday[1 + CHANGED][0] = "28/11/2026 07:30:41"
    report = read(tmp_path, lundi_csv=as_csv(google(FAMILIES)[:27], ","), vendredi_csv=as_csv(friday, ","))
    assert (len(report.answers), report.maybe_twice, report.waits) == (1 + WHOLE, 0, True)
    assert "une de ses 26 réponses n'est plus dans « vendredi.csv »" in reasons(report)
    assert "ne pas donner « lundi.csv » : le dernier export suffit" in reasons(report)
    alone = read(tmp_path, vendredi_csv=as_csv(friday, ","))
    assert (counts(alone), alone.waits) == ((WHOLE, 0, 0), False)
    assert as_said(alone.answers) == as_said(since)


# What each tool writes where its user corrects an answer: the column of what it writes anew, and what is kept.
CORRECTED = {"kobo": ("_uuid", "nouveau"), "limesurvey": ("submitdate", "2026-11-29 08:15:00")}


@pytest.mark.parametrize("tool", CORRECTED)
@pytest.mark.parametrize("taken_away", [0, 1])
def test_an_answer_that_was_corrected_counts_once_by_its_number_whatever_was_taken_away_since(
    tool: str, taken_away: int, tmp_path: Path
) -> None:
    name, anew = CORRECTED[tool]
    monday, friday = tool_export(tool, FAMILIES), tool_export(tool, changed_since(FAMILIES))
    column = next(place for place, title in enumerate(friday[0]) if title.startswith(name))
    friday[1 + CHANGED][column] = anew
    del friday[2 : 2 + taken_away]
    report = read(tmp_path, lundi_csv=as_csv(monday[:27], ";"), vendredi_csv=as_csv(friday, ";"))
    assert (len(report.answers), report.maybe_twice) == (WHOLE, 0)
    assert (len(report.maybe_nobody), report.waits) == (taken_away, bool(taken_away))


@pytest.mark.parametrize("friday_first", [False, True])
@pytest.mark.parametrize("erased", [[], [5], [5, 6, 20]])
def test_lines_erased_from_a_survey_monkey_export_and_an_answer_changed_count_once_by_the_number_of_the_response(
    erased: list[int], friday_first: bool, tmp_path: Path
) -> None:
    monday, friday = (numbered(each, "surveymonkey") for each in (FAMILIES, changed_since(FAMILIES)))
    left = [row for rank, row in enumerate(friday) if rank not in erased]
    files = {"lundi_csv": as_csv(monday[:27], ","), "vendredi_csv": as_csv(left, ",")}
    report = read(tmp_path, **dict(reversed(files.items())) if friday_first else files)
    assert (len(report.answers), report.maybe_twice) == (WHOLE, 0)
    assert (len(report.maybe_nobody), report.waits) == (len(erased), bool(erased))


def test_a_short_number_under_the_title_of_survey_monkey_proves_nothing(tmp_path: Path) -> None:
    mine, theirs = (
        [row if not rank else [str(rank), *row[1:]] for rank, row in enumerate(numbered(each, "surveymonkey"))]
        for each in (FAMILIES, some_families(QUESTIONNAIRE, WHOLE, 6))
    )
    later = [[re.sub(r" 18:(\d\d):05", r" 15:\1:41", cell) for cell in row] for row in theirs]
    report = read(tmp_path, a_csv=as_csv(mine, ","), b_csv=as_csv(later, ","))
    assert (counts(report), report.waits) == ((2 * WHOLE, 0, 0), False)


@pytest.mark.parametrize("tool", ["kobo", "limesurvey", "ms_forms"])
def test_a_first_export_of_one_family_that_corrected_its_answer_waits(tool: str, tmp_path: Path) -> None:
    monday, friday = tool_export(tool, FAMILIES), tool_export(tool, changed_since(FAMILIES))
    if tool in CORRECTED:
        name, anew = CORRECTED[tool]
        friday[1 + CHANGED][next(place for place, title in enumerate(friday[0]) if title.startswith(name))] = anew
    first = [monday[0], monday[1 + CHANGED]]
    report = read(tmp_path, lundi_csv=as_csv(first, ";"), vendredi_csv=as_csv(friday, ";"))
    counted_once = len(report.answers) == WHOLE
    assert counted_once or (report.maybe_twice, report.waits) == (1, True)


@pytest.mark.parametrize("papers", [4, 5, 7])
def test_papers_that_all_say_what_many_say_are_not_taken_for_the_lines_of_another_file(
    papers: int, tmp_path: Path
) -> None:
    """Five families that tick « aucun » and nothing else are no five proofs: they say one thing."""
    online = google(FAMILIES)
    frequent = ["", *online[1][1:]]
    rows = [*online, *([f"29/11/2026 09:0{rank}:17", *frequent[1:]] for rank in range(8))]
    paper = [online[0][1:], *(frequent[1:] for _ in range(papers))]
    report = read(tmp_path, en_ligne_csv=as_csv(rows, ","), papier_csv=as_csv(paper, ";"))
    assert (len(report.answers), report.maybe_twice, report.waits) == (len(rows) - 1 + papers, papers, True)


def test_the_file_that_is_named_as_the_only_one_to_give_has_every_family_once(tmp_path: Path) -> None:
    monday = [[row[0].replace(" 18:", " 17:"), *row[1:]] for row in google(FAMILIES)[:27]]  # a clock an hour apart
    friday = as_csv(google(FAMILIES), ",")
    report = read(tmp_path, lundi_csv=as_csv(monday, ","), vendredi_csv=friday)
    assert (len(report.answers), report.maybe_twice, report.waits) == (26 + WHOLE, 26, True)
    assert "26 de ses 40 réponses sont aussi dans « lundi.csv », qui en a 26, à d'autres heures" in reasons(report)
    assert "ne pas donner « lundi.csv » : « vendredi.csv » a toutes ses familles" in reasons(report)
    alone = read(tmp_path, vendredi_csv=friday)
    assert (counts(alone), alone.waits) == ((WHOLE, 0, 0), False)
    assert as_said(alone.answers) == as_said(FAMILIES)


def test_of_four_exports_that_are_two_and_two_alike_no_family_is_said_to_count_more_often_than_it_does(
    tmp_path: Path,
) -> None:
    """A family sends its answers again between the second and the third, and its time is another: of twenty families
    that are in two of the files, nineteen are known, and each pair of files says its own. No seconds tell them."""
    former, since = without_seconds(google(FAMILIES)), without_seconds(google(FAMILIES))
    since[1 + CHANGED] = ["28/11/2026 07:30", *since[1 + CHANGED][1:]]
    exports = {"s1": former[:11], "s2": former[:21], "s3": since[:31], "s4": since}
    report = read(tmp_path, **{f"{name}_csv": as_csv(rows, ",") for name, rows in exports.items()})
    assert (len(report.answers), report.maybe_twice) == (WHOLE + 20, 19)


@pytest.mark.parametrize(
    ("tool", "titles"),
    [
        ("moodle", {"Envoyé le": "Envoyé le"}),
        ("moodle", {"Envoyé le": "Soumis le :"}),
        ("moodle", {"Envoyé le": "Date d'envoi"}),
        ("moodle", {"Envoyé le": "Submitted on:", "Réponse": "Response"}),
        ("surveymonkey", {}),
        ("surveymonkey", {"Respondent ID": "ID du répondant", "Start Date": "Date de début"}),
    ],
)
def test_the_times_that_moodle_and_survey_monkey_write_tell_responses_in_english_and_in_french(
    tool: str, titles: dict[str, str], tmp_path: Path
) -> None:
    make, head, place = {"moodle": (moodle, 1, 1), "surveymonkey": (survey_monkey, 2, 1)}[tool]
    rows = stamped(make(FAMILIES), place, head)
    rows[0] = [titles.get(title, title) for title in rows[0]]
    report = read(tmp_path, lundi_csv=as_csv(rows[: head + 26], ","), vendredi_csv=as_csv(rows, ","))
    assert (counts(report), report.waits) == ((WHOLE, 26, 0), False)
    assert "à ce qu'elles disent" not in reasons(report)
