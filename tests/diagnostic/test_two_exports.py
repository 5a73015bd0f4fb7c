"""Deux exports d'un formulaire, dont l'un a une colonne de moins ou des réponses changées : une famille, une fois."""

from __future__ import annotations

import datetime as dt
import secrets
from collections import Counter
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from diagnostic.survey_exports import Rows, google_forms, limesurvey, some_families
from diagnostic.test_repeats import FAMILIES, QUESTIONNAIRE, TOOLS, WHOLE, as_csv, counts, read, reasons, stamped

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.reading import exports, two_exports
from liaison.diagnostic.reading.questions_read import questions_read
from liaison.diagnostic.reading.reading import ReadReport

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

START = dt.datetime(2026, 11, 2, 18)
PRINTER, LEVEL, CHANGED = "imprim", "Niveau", 3


def google(answers: Answers) -> Rows:
    return stamped(google_forms(answers, joint=";"), 0)


def place_of(rows: Rows, word: str) -> int:
    return next(place for place, name in enumerate(rows[0]) if word in name)


def without(rows: Rows, *words: str) -> Rows:
    """The same export without the columns of these titles."""
    out = {place_of(rows, word) for word in words}
    return [[cell for place, cell in enumerate(row) if place not in out] for row in rows]


def only(rows: Rows, *places: int) -> Rows:
    return [[row[place] for place in places] for row in rows]


def both(folder: Path, monday: Rows, friday: Rows, *, friday_first: bool = False) -> ReadReport:
    files = {"lundi_csv": as_csv(monday, ","), "vendredi_csv": as_csv(friday, ",")}
    return read(folder, **dict(reversed(files.items())) if friday_first else files)


def changed_since(answers: Answers) -> Answers:
    return changed_at(answers, CHANGED)


def changed_at(answers: Answers, rank: int) -> Answers:
    """The same answers, of which one family has another one."""
    table, family = answers.table.copy(), answers.table.index[rank]
    table.loc[family, "connexion"] = "fixe" if table.loc[family, "connexion"] == "aucune" else "aucune"
    return Answers(table, answers.questionnaire)


def dated(rows: Rows, column: str, *, later: int | None = None) -> Rows:
    """The same export, each response at its time; the one of this rank was sent again, three weeks later."""
    place = place_of(rows, column)
    times = [f"2026-11-{2 + rank % 20:02d} 18:{rank:02d}:05" for rank in range(len(rows) - 1)]
    if later is not None:
        times[later] = "2026-11-28 07:30:41"
    return [
        rows[0],
        *([*row[:place], time, *row[place + 1 :]] for row, time in zip(rows[1:], times, strict=True)),
    ]


TIMES = ("Heure de début", "submitdate", "Start Date", "DATE_SAISIE", "_submission_time", "Submitted at", "Horodateur")


def at_once(rows: Rows, seed: int, *, seconds: int = 600, written: str = "%Y-%m-%d %H:%M:%S") -> Rows:
    """The export of a class that all answers in so many seconds, from one minute on: each at a second of its own."""
    place = next(place for place, name in enumerate(rows[0]) if name in TIMES)
    late = np.sort(np.random.default_rng(seed).integers(0, seconds, len(rows) - 1)).tolist()
    times = [(START + dt.timedelta(seconds=each)).strftime(written) for each in late]
    return [
        rows[0],
        *([*row[:place], time, *row[place + 1 :]] for row, time in zip(rows[1:], times, strict=True)),
    ]


@pytest.mark.parametrize("friday_first", [False, True])
@pytest.mark.parametrize("tool", ["google", "ms_forms", "tally"])
@pytest.mark.parametrize("column", [PRINTER, LEVEL])
def test_an_export_that_has_a_column_less_doubles_nobody_and_withholds_nothing(
    tool: str, column: str, friday_first: bool, tmp_path: Path
) -> None:
    rows = TOOLS[tool][0](FAMILIES)
    report = both(tmp_path, without(rows, column), rows, friday_first=friday_first)
    assert counts(report) == (WHOLE, WHOLE, 0)
    assert not report.answers.not_asked_of_all - both(tmp_path, rows, rows).answers.not_asked_of_all
    assert not any("lundi" in question.why for question in questions_read(report))
    assert "sont déjà comptées" in reasons(report)
    assert not report.waits


@pytest.mark.parametrize("filled_first", [False, True])
@pytest.mark.parametrize("tool", ["google", "ms_forms"])
def test_a_level_that_the_school_fills_after_a_first_export_doubles_nobody_and_stays(
    tool: str, filled_first: bool, tmp_path: Path
) -> None:
    rows = TOOLS[tool][0](FAMILIES)
    place = place_of(rows, LEVEL)
    blank = [rows[0], *([*row[:place], "", *row[place + 1 :]] for row in rows[1:])]
    report = both(tmp_path, blank, rows, friday_first=filled_first)
    assert counts(report) == (WHOLE, WHOLE, 0)
    assert report.answers.table["niveau"].notna().all()
    assert not report.waits


def test_any_columns_may_be_missing_from_either_export_and_every_family_counts_once(tmp_path: Path) -> None:
    seed = secrets.randbits(32)
    chance = np.random.default_rng(seed)
    rows = google(FAMILIES)
    for rank in range(6):
        cut = [
            only(rows, 0, *sorted(chance.choice(np.arange(1, len(rows[0])), len(rows[0]) - 4, replace=False).tolist()))
            for _ in range(2)
        ]
        folder = tmp_path / str(rank)
        folder.mkdir()
        assert counts(both(folder, *cut))[:2] == (WHOLE, WHOLE), seed


def test_a_question_that_only_the_poorer_export_still_counts_is_said_to_be_asked_of_some(tmp_path: Path) -> None:
    rows = google(FAMILIES)
    report = both(tmp_path, without(rows, PRINTER), rows[:-2])
    assert counts(report) == (WHOLE, WHOLE - 2, 0)
    assert "imprimante" in report.answers.asked_by_some


@pytest.mark.parametrize("seconds", [":05", ""])
def test_two_exports_that_ask_one_question_in_common_are_one_where_every_line_has_its_time(
    seconds: str, tmp_path: Path
) -> None:
    rows = [
        [row[0].removesuffix(":05") + (seconds if rank else ""), *row[1:]] for rank, row in enumerate(google(FAMILIES))
    ]
    level, printer, internet = (place_of(rows, word) for word in (LEVEL, PRINTER, "allez-vous"))
    for files in (((printer, internet), (level, printer)), ((level, printer, internet), (level, printer))):
        report = both(tmp_path, *(only(rows, 0, *each) for each in files))
        assert (len(report.answers) <= WHOLE, report.waits) == (True, False)
        assert (report.answers.table["connexion"].notna() & report.answers.table["imprimante"].notna()).any()


def numbered(answers: Answers, tool: str, *, later: int | None = None) -> Rows:
    """The export of a tool that numbers its responses."""
    if tool == "ms_forms":
        return dated(TOOLS["ms_forms"][0](answers), "Heure de début", later=later)
    if tool == "limesurvey":
        return dated(TOOLS["limesurvey"][0](answers), "submitdate", later=later)
    head, *lines = google(answers)
    names = {"surveymonkey": ["Respondent ID", "Start Date"], "sphinx": ["CLE", "DATE_SAISIE"]}[tool]
    rows = [[*names, *head[1:]], *([f"1180000{rank:03d}", "", *row[1:]] for rank, row in enumerate(lines))]
    return dated(rows, names[1], later=later)


@pytest.mark.parametrize("friday_first", [False, True])
@pytest.mark.parametrize("tool", ["ms_forms", "limesurvey", "surveymonkey", "sphinx"])
def test_a_family_that_changed_its_answers_under_its_number_counts_once_with_its_last_ones(
    tool: str, friday_first: bool, tmp_path: Path
) -> None:
    since = changed_since(FAMILIES)
    friday = numbered(since, tool, later=CHANGED)
    report = both(tmp_path, numbered(FAMILIES, tool), friday, friday_first=friday_first)
    assert counts(report) == (WHOLE, WHOLE, 0)
    kept = report.answers.table["connexion"].value_counts().to_dict()
    assert kept == since.table["connexion"].value_counts().to_dict()
    assert "une famille a changé ses réponses" in reasons(report)
    assert not report.waits


@pytest.mark.parametrize("seconds", [120, 1200])
@pytest.mark.parametrize("tool", ["ms_forms", "sphinx"])
def test_two_classes_whose_forms_count_alike_in_the_same_minutes_keep_every_family(
    tool: str, seconds: int, tmp_path: Path
) -> None:
    others = some_families(QUESTIONNAIRE, WHOLE, seed=1)
    mine, theirs = (
        at_once(numbered(each, tool), seed, seconds=seconds) for seed, each in enumerate((FAMILIES, others))
    )
    together = sum(row[:2] == other[:2] for row, other in zip(mine[1:], theirs[1:], strict=True))
    assert together >= (seconds == 120)  # by chance, some have one number and one second
    report = both(tmp_path, mine, theirs)
    assert len(report.answers) == 2 * WHOLE


def with_levels(rows: Rows, count: int, level: str) -> Rows:
    """The same export, of which the first families have another level, as before the school corrected it."""
    place = place_of(rows, LEVEL)
    return [
        rows[0],
        *(
            [*row[:place], level if rank < count else row[place], *row[place + 1 :]]
            for rank, row in enumerate(rows[1:])
        ),
    ]


@pytest.mark.parametrize("count", [25, WHOLE])
@pytest.mark.parametrize("friday_first", [False, True])
@pytest.mark.parametrize("tool", ["ms_forms", "surveymonkey", "sphinx", "google"])
def test_a_level_that_the_school_corrected_on_most_lines_doubles_nobody_where_the_seconds_are_the_same(
    tool: str, friday_first: bool, count: int, tmp_path: Path
) -> None:
    rows = at_once(tool_export(tool, FAMILIES), 3)
    report = both(tmp_path, with_levels(rows, count, "Terminale"), rows, friday_first=friday_first)
    assert len(report.answers) == WHOLE


def test_a_level_corrected_on_most_lines_of_a_typed_table_waits_for_a_yes(tmp_path: Path) -> None:
    rows = [row[1:] for row in google(FAMILIES)]
    report = both(tmp_path, with_levels(rows, 25, "Terminale"), rows)
    assert report.waits
    assert "40 de ses 40 réponses sont aussi dans « lundi.csv », qui en a 40, sous d'autres niveaux" in reasons(report)


def test_all_rows_that_have_one_number_and_one_second_are_one_form_whatever_they_answer(tmp_path: Path) -> None:
    others = some_families(QUESTIONNAIRE, WHOLE, seed=1)
    report = both(tmp_path, at_once(numbered(FAMILIES, "ms_forms"), 3), at_once(numbered(others, "ms_forms"), 3))
    assert counts(report) == (WHOLE, WHOLE, 0)
    assert "sans dire lesquelles sont les plus récentes" in reasons(report)


def test_where_a_cell_is_blank_in_one_export_the_other_fills_it_in_whatever_order_they_are_given(
    tmp_path: Path,
) -> None:
    chance = np.random.default_rng(secrets.randbits(32))
    rows = without(numbered(FAMILIES, "ms_forms"), "Heure de début")
    for word, name in ((LEVEL, "niveau"), ("quelle langue", "langue")):
        place = place_of(rows, word)
        halves = [
            [
                rows[0],
                *([*row[:place], "" if chance.random() < 0.15 else row[place], *row[place + 1 :]] for row in rows[1:]),
            ]
            for _ in range(2)
        ]
        first, second = (both(tmp_path, *halves, friday_first=order) for order in (False, True))
        assert as_said(first.answers) == as_said(second.answers)
        assert counts(first)[0] == WHOLE
        blank = sum(not (one[place] or other[place]) for one, other in zip(*halves, strict=True))
        assert first.answers.table[name].isna().sum() == blank


@pytest.mark.parametrize("tool", ["limesurvey", "surveymonkey"])
def test_columns_in_another_order_hide_no_number(tool: str, tmp_path: Path) -> None:
    friday = numbered(changed_since(FAMILIES), tool, later=CHANGED)
    report = both(tmp_path, numbered(FAMILIES, tool), [row[::-1] for row in friday])
    assert counts(report)[:2] == (WHOLE, WHOLE)


def test_one_time_pasted_on_every_line_tells_nobody_from_another_class(tmp_path: Path) -> None:
    of_class = [google(some_families(QUESTIONNAIRE, WHOLE, seed=seed, skipped=0)) for seed in (1, 2)]
    pasted = [[rows[0], *(["03/11/2026 18:00:23", *row[1:]] for row in rows[1:])] for rows in of_class]
    level, printer, internet = (place_of(pasted[0], word) for word in (LEVEL, PRINTER, "allez-vous"))
    report = both(tmp_path, only(pasted[0], 0, level, printer, internet), only(pasted[1], 0, printer, internet))
    assert len(report.answers) == 2 * WHOLE
    assert not report.waits


def test_where_no_date_tells_the_later_answers_those_read_last_count_and_it_is_said(tmp_path: Path) -> None:
    def old(answers: Answers) -> Rows:
        return without(limesurvey(answers), "seed")

    since = changed_since(FAMILIES)
    report = both(tmp_path, old(FAMILIES), old(since))
    assert counts(report) == (WHOLE, WHOLE, 0)
    kept = report.answers.table["connexion"].value_counts().to_dict()
    assert kept == since.table["connexion"].value_counts().to_dict()
    assert "sans dire lesquelles sont les plus récentes" in reasons(report)


def test_the_remedy_of_two_versions_that_nothing_dates_leads_to_the_former_one_and_doubles_nobody(
    tmp_path: Path,
) -> None:
    monday, friday = (without(limesurvey(each), "seed") for each in (FAMILIES, changed_since(FAMILIES)))
    said = reasons(both(tmp_path, monday[:12], friday))
    assert f"celles de vendredi.csv, ligne {CHANGED + 2} comptent ; pour garder les autres, les y écrire" in said
    friday[CHANGED + 1] = monday[CHANGED + 1]
    followed = both(tmp_path, monday[:12], friday)
    assert (counts(followed), followed.waits) == ((WHOLE, 11, 0), False)
    assert followed.answers.table["connexion"].tolist() == FAMILIES.table["connexion"].tolist()


def test_the_same_numbers_in_two_forms_change_nothing_when_few_responses_are_the_same(tmp_path: Path) -> None:
    others = some_families(QUESTIONNAIRE, WHOLE, seed=6)
    first, second = numbered(FAMILIES, "ms_forms"), numbered(others, "ms_forms", later=CHANGED)
    place = place_of(second, "Heure de début")
    second = [[*row[:place], row[place].replace(" 18:", " 17:"), *row[place + 1 :]] for row in second]
    mixed = [*second[:-20], *first[-20:]]  # half of them, pasted from the other class
    report = both(tmp_path, first, mixed)
    assert (len(report.answers), report.maybe_twice) == (2 * WHOLE, 20)


def test_a_response_that_the_newer_export_lacks_still_counts_and_waits_for_a_yes(tmp_path: Path) -> None:
    friday = numbered(changed_since(FAMILIES), "ms_forms", later=CHANGED)
    report = both(tmp_path, numbered(FAMILIES, "ms_forms"), [*friday[:20], *friday[21:]])
    assert (counts(report)[0], report.maybe_twice, len(report.maybe_nobody), report.waits) == (WHOLE, 0, 1, True)


def without_seconds(rows: Rows) -> Rows:
    """The same export, as a spreadsheet saves it again: its times to the minute."""
    return [rows[0], *([row[0].rpartition(":")[0], *row[1:]] for row in rows[1:])]


def test_without_numbers_nor_seconds_an_answer_changed_between_two_exports_waits_for_a_yes_and_the_report_says_it(
    tmp_path: Path,
) -> None:
    since = google(changed_since(FAMILIES))
    since[1 + CHANGED][0] = "28/11/2026 07:30:41"
    report = both(tmp_path, without_seconds(google(FAMILIES)), without_seconds([*since[:20], *since[21:]]))
    assert (counts(report)[0], report.maybe_twice) == (2 * WHOLE - 1, WHOLE - 2)
    assert "38 de ses 39 réponses sont aussi dans « lundi.csv », qui en a 40, toutes pareilles" in reasons(report)
    # Of two families that are no more in it, one at least is in no other line of it.
    assert "ne donner qu'un fichier, où chaque famille est une fois" in reasons(report)
    assert any("peuvent y compter deux fois" in warning for warning in indicators(report.answers).warnings)


@pytest.mark.parametrize("tool", ["ms_forms", "google"])
def test_an_answer_changed_in_the_third_of_three_exports_is_known_or_waits_for_a_yes(tool: str, tmp_path: Path) -> None:
    def export(answers: Answers, *, later: int | None = None) -> Rows:
        return (
            dated(google(answers), "Horodateur", later=later)
            if tool == "google"
            else numbered(answers, tool, later=later)
        )

    weeks = [export(FAMILIES)[: 1 + 15 * week] for week in (1, 2)]  # the twenty-first came in the second week
    weeks.append(export(changed_at(FAMILIES, 20), later=20))
    report = read(tmp_path, **{f"semaine_{rank}_csv": as_csv(rows, ",") for rank, rows in enumerate(weeks)})
    assert report.waits == (tool == "google")
    assert report.waits or counts(report)[0] == WHOLE


def tool_export(tool: str, answers: Answers, *, forms: str = "") -> Rows:
    """The export of a tool, each response at its time; `forms`: of another form, whose drawn numbers differ."""
    if tool == "kobo":
        rows = [list(row) for row in TOOLS["kobo"][0](answers)]
        drawn = place_of(rows, "_uuid")
        for rank, row in enumerate(rows[1:]):
            row[drawn] = f"{forms}{rank:08x}"
        return dated(rows, "_submission_time")
    if tool == "tally":
        rows = TOOLS["tally"][0](answers)
        rows = [rows[0], *([f"{forms}{row[0]}", f"{forms}{row[1]}", *row[2:]] for row in rows[1:])]
        return dated(rows, "Submitted at")
    if tool == "limesurvey":
        rows = numbered(answers, "limesurvey")
        seed = place_of(rows, "seed")
        return [rows[0], *([*row[:seed], f"{forms}{row[seed]}", *row[seed + 1 :]] for row in rows[1:])]
    return google(answers) if tool == "google" else numbered(answers, tool)


def as_said(answers: Answers) -> list[list[str]]:
    """What every family says, in no order."""
    return sorted([str(cell) for cell in row] for row in answers.table.astype(object).fillna("").to_numpy().tolist())


@pytest.mark.parametrize("friday_first", [False, True])
@pytest.mark.parametrize("tool", ["tally", "kobo", "limesurvey", "ms_forms"])
def test_of_two_versions_of_one_response_that_have_one_date_those_of_the_newer_export_count(
    tool: str, friday_first: bool, tmp_path: Path
) -> None:
    since = changed_since(FAMILIES)
    report = both(tmp_path, tool_export(tool, FAMILIES)[:20], tool_export(tool, since), friday_first=friday_first)
    assert counts(report) == (WHOLE, 19, 0)
    assert as_said(report.answers) == as_said(since)
    assert "une famille a changé ses réponses" in reasons(report)
    assert "sans dire lesquelles" not in reasons(report)


@pytest.mark.parametrize("friday_first", [False, True])
def test_the_date_of_the_last_change_tells_the_later_version_in_framaforms(friday_first: bool, tmp_path: Path) -> None:
    since = changed_since(FAMILIES)

    def export(answers: Answers, *, later: bool) -> Rows:
        rows = [list(row) for row in TOOLS["framaforms"][0](answers)]
        for rank, row in enumerate(rows):
            changed = f"28/11/2026 07:{rank:02d}" if later and rank == 3 + CHANGED else row[2]
            row.insert(3, ["", "", "Modifié"][rank] if rank < 3 else changed)
        return rows

    monday, friday = export(FAMILIES, later=False), export(since, later=True)
    files = {"lundi_csv": as_csv(monday, ";"), "vendredi_csv": as_csv(friday, ";")}
    report = read(tmp_path, **dict(reversed(files.items())) if friday_first else files)
    assert counts(report) == (WHOLE, WHOLE, 0)
    assert as_said(report.answers) == as_said(since)
    assert "sans dire lesquelles" not in reasons(report)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_of_three_versions_the_last_counts_in_whatever_order_they_are_given(
    order: tuple[int, ...], tmp_path: Path
) -> None:
    since = changed_at(changed_since(FAMILIES), 5)
    weeks = [tool_export("tally", FAMILIES)[:20], tool_export("tally", changed_since(FAMILIES))[:30]]
    weeks.append(tool_export("tally", since))
    report = read(tmp_path, **{f"semaine_{week}_csv": as_csv(weeks[week], ",") for week in order})
    assert counts(report)[0] == WHOLE
    assert as_said(report.answers) == as_said(since)


@pytest.mark.parametrize("root", [False, True])
@pytest.mark.parametrize("friday_first", [False, True])
def test_a_number_that_kobo_draws_anew_at_each_edit_doubles_no_family(
    root: bool, friday_first: bool, tmp_path: Path
) -> None:
    since = changed_since(FAMILIES)
    monday, friday = tool_export("kobo", FAMILIES), tool_export("kobo", since)
    drawn = place_of(friday, "_uuid")
    if root:
        monday, friday = (
            [[*row, f"uuid:{row[drawn]}" if rank else "meta/rootUuid"] for rank, row in enumerate(rows)]
            for rows in (monday, friday)
        )
    friday = [
        [*row[:drawn], "ab12" if rank == 1 + CHANGED else row[drawn], *row[drawn + 1 :]]
        for rank, row in enumerate(friday)
    ]
    report = both(tmp_path, monday[:30], friday, friday_first=friday_first)
    assert counts(report) == (WHOLE, 29, 0)
    assert as_said(report.answers) == as_said(since)
    assert "ne sont plus dans" not in reasons(report)
    assert "n'est plus dans" not in reasons(report)


def test_numbers_of_two_kobo_servers_that_are_alike_at_the_same_hours_lose_nobody(tmp_path: Path) -> None:
    others = some_families(QUESTIONNAIRE, WHOLE, seed=1)
    mine, theirs = tool_export("kobo", FAMILIES), tool_export("kobo", others, forms="b")
    report = both(tmp_path, at_once(mine, 1), at_once(theirs, 2))
    assert len(report.answers) == 2 * WHOLE


@pytest.mark.parametrize("friday_first", [False, True])
def test_a_number_is_known_whatever_the_words_at_the_head_of_its_column(friday_first: bool, tmp_path: Path) -> None:
    since = changed_since(FAMILIES)
    words = limesurvey(since, heading="full", long=True)
    monday, friday = numbered(FAMILIES, "limesurvey"), dated(words, "Date de soumission", later=CHANGED)
    first, other = place_of(monday, "seed"), place_of(friday, "Tête de série")
    for rows, place in ((monday, first), (friday, other)):
        for rank, row in enumerate(rows[1:]):
            row[place] = str(71_234_567 + 91 * rank)
    report = both(tmp_path, monday, friday, friday_first=friday_first)
    assert counts(report) == (WHOLE, WHOLE, 0)
    assert as_said(report.answers) == as_said(since)


def test_a_number_that_a_spreadsheet_writes_with_its_decimals_is_the_same(tmp_path: Path) -> None:
    since = changed_since(FAMILIES)
    friday = [
        [f"{row[0]}.0" if rank else row[0], *row[1:]]
        for rank, row in enumerate(numbered(since, "ms_forms", later=CHANGED))
    ]
    report = both(tmp_path, numbered(FAMILIES, "ms_forms"), friday)
    assert counts(report) == (WHOLE, WHOLE, 0)
    assert as_said(report.answers) == as_said(since)


@pytest.mark.parametrize("tool", ["google", "tally", "kobo", "limesurvey", "ms_forms"])
@pytest.mark.parametrize("internet_first", [False, True])
def test_what_two_exports_each_lack_is_said_by_the_other_and_published(
    tool: str, internet_first: bool, tmp_path: Path
) -> None:
    rows = tool_export(tool, FAMILIES)
    lacks = [without(rows, "imprim"), without(rows, "connexion" if tool in {"kobo", "limesurvey"} else "allez-vous")]
    report = both(tmp_path, *lacks, friday_first=internet_first)
    whole = both(tmp_path, rows, rows)
    assert counts(report) == (WHOLE, WHOLE, 0)
    assert as_said(report.answers) == as_said(whole.answers)
    assert report.answers.not_asked_of_all == whole.answers.not_asked_of_all
    assert [each.why for each in questions_read(report)] == [each.why for each in questions_read(whole)]


@pytest.mark.parametrize("tool", ["google", "tally", "kobo", "limesurvey", "ms_forms"])
def test_two_classes_whose_forms_each_lack_a_question_keep_every_family_and_what_it_said(
    tool: str, tmp_path: Path
) -> None:
    others = some_families(QUESTIONNAIRE, WHOLE, seed=1)
    mine, theirs = tool_export(tool, FAMILIES), tool_export(tool, others, forms="b" if tool != "limesurvey" else "9")
    word = "connexion" if tool in {"kobo", "limesurvey"} else "allez-vous"
    mine, theirs = at_once(mine, 1), at_once(theirs, 2)
    report = both(tmp_path, without(mine, "imprim"), without(theirs, word))
    assert len(report.answers) == 2 * WHOLE
    assert {"imprimante", "connexion"} <= report.answers.asked_by_some


def test_a_question_that_some_of_the_later_families_were_not_asked_is_not_published(tmp_path: Path) -> None:
    rows = google(FAMILIES)
    report = both(tmp_path, without(rows, "allez-vous")[:31], without(rows, "imprim"))
    assert counts(report) == (WHOLE, 30, 0)
    assert "imprimante" in report.answers.asked_by_some & report.answers.unasked
    assert report.answers.table["imprimante"].notna().sum() == FAMILIES.table["imprimante"][:30].notna().sum()


def in_words(cell: str) -> str:
    return f"{int(cell[:2])} nov. 2026 à {cell[11:16]}"


def as_a_serial(cell: str) -> str:
    return str(46_327 + int(cell[:2]) + int(cell[14:16]) / 1440)


def no_time(cell: str) -> str:
    return ""


@pytest.mark.parametrize("write", [in_words, as_a_serial, no_time])
@pytest.mark.parametrize("friday_first", [False, True])
def test_a_column_less_and_times_that_are_not_read_alike_double_nobody(
    write: Callable[[str], str], friday_first: bool, tmp_path: Path
) -> None:
    rows = google(FAMILIES)
    less = [[write(row[0]) if rank else row[0], *row[1:]] for rank, row in enumerate(without(rows, PRINTER))]
    report = both(tmp_path, rows, less, friday_first=friday_first)
    assert counts(report) == (WHOLE, WHOLE, 0)
    assert as_said(report.answers) == as_said(both(tmp_path, rows, rows).answers)
    assert not report.waits


def test_two_typed_tables_that_each_lack_a_question_say_together_what_every_family_answered(tmp_path: Path) -> None:
    rows = [row[1:] for row in google(FAMILIES)]
    report = both(tmp_path, without(rows, PRINTER)[:31], without(rows, "allez-vous"))
    assert counts(report) == (WHOLE, 30, 0)
    assert "connexion" in report.answers.asked_by_some
    assert report.answers.table["imprimante"].notna().sum() == FAMILIES.table["imprimante"].notna().sum()


def test_two_classes_whose_typed_tables_do_not_ask_the_same_lose_nobody(tmp_path: Path) -> None:
    mine, theirs = ([row[1:] for row in google(some_families(QUESTIONNAIRE, WHOLE, seed=seed))] for seed in (1, 2))
    report = both(tmp_path, without(mine, PRINTER), theirs)
    assert counts(report) == (2 * WHOLE, 0, 0)
    assert not report.waits


def test_a_short_table_and_the_same_with_a_question_less_are_one_by_their_order_and_wait_when_it_is_another(
    tmp_path: Path,
) -> None:
    rows = google(some_families(QUESTIONNAIRE, WHOLE, seed=3, skipped=0))
    printer, internet, level = (place_of(rows, word) for word in (PRINTER, "allez-vous", LEVEL))
    head, *lines = only(rows, printer, internet)
    less = both(tmp_path, only(rows, level, printer, internet), [head, *lines])
    assert (counts(less), less.waits) == ((WHOLE, WHOLE, 0), False)
    report = both(tmp_path, only(rows, level, printer, internet), [head, *sorted(lines)])
    assert (len(report.answers), report.maybe_twice) == (2 * WHOLE, WHOLE)


@pytest.mark.parametrize("friday_first", [False, True])
def test_a_run_of_lines_is_compared_with_its_own_lines_whichever_table_is_the_shorter(
    friday_first: bool, tmp_path: Path
) -> None:
    rows = google(some_families(QUESTIONNAIRE, WHOLE, seed=3, skipped=0))
    head, *lines = only(rows, *(place_of(rows, word) for word in (PRINTER, "allez-vous")))
    both_tables = [head, *lines], [head, *lines[-20:], *sorted(lines)[:6]]
    for tables in (both_tables, both_tables[::-1]):
        report = both(tmp_path, *tables, friday_first=friday_first)
        assert (len(report.answers), report.maybe_twice) == (WHOLE + 26, 20)
        assert "20 de ses" in reasons(report)
        assert "toutes pareilles" in reasons(report)


@pytest.mark.parametrize("common", [[], ["quelle langue"], [LEVEL, "quelle langue"]])
@pytest.mark.parametrize("friday_first", [False, True])
def test_one_number_in_one_minute_and_less_than_two_answers_in_common_are_two_families_that_no_line_mixes(
    common: list[str], friday_first: bool, tmp_path: Path
) -> None:
    mine, theirs = (numbered(some_families(QUESTIONNAIRE, WHOLE, seed=seed, skipped=0), "ms_forms") for seed in (1, 2))
    mine, theirs = (
        at_once(rows, seed, seconds=3600, written="%Y-%m-%d %H:%M") for seed, rows in enumerate((mine, theirs))
    )
    # Every family of both classes answers alike to what both forms ask.
    for rows in (mine, theirs):
        for row in rows[1:]:
            for word in common:
                row[place_of(rows, word)] = mine[1][place_of(mine, word)]
    words = ["ID", "Heure de début", *common]
    monday = only(mine, *(place_of(mine, word) for word in (*words, PRINTER)))
    friday = only(theirs, *(place_of(theirs, word) for word in (*words, "allez-vous")))
    report = both(tmp_path, monday, friday, friday_first=friday_first)
    assert len(report.answers) == 2 * WHOLE
    assert not (report.answers.table["imprimante"].notna() & report.answers.table["connexion"].notna()).any()
    # Two classes of which the forms ask nothing in common may be the two halves of one questionnaire.
    assert report.waits == (not common)


def of_siblings(tool: str, answers: Answers, *, forms: str = "", later: int = 0) -> Rows:
    """The export of a class; `later`: of another one, that has other numbers, and hours that are not apart by as much.

    In both, the families are those of the same homes."""
    rows = [list(row) for row in tool_export(tool, answers, forms=forms)]
    if not later:
        return rows
    times = ["_submission_time", "Submitted at", "submitdate", "Heure de début", "Horodateur"]
    moment = next(place for place, name in enumerate(rows[0]) if name in times)
    number = next((place for place, name in enumerate(rows[0]) if name in {"id", "ID", "_id"}), None)
    for rank, row in enumerate(rows[1:]):
        row[moment] = f"{20 + rank % 7}/11/2026 {8 + rank % 9:02d}:{rank % 60:02d}:41"
        if number is not None:
            row[number] = str(1000 + later + rank)
    return rows


@pytest.mark.parametrize("tool", ["tally", "kobo", "limesurvey", "ms_forms", "google"])
@pytest.mark.parametrize("lacks", [PRINTER, ""])
@pytest.mark.parametrize("friday_first", [False, True])
def test_brothers_and_sisters_of_two_classes_are_told_apart_by_their_numbers_and_their_times(
    tool: str, lacks: str, friday_first: bool, tmp_path: Path
) -> None:
    mine = of_siblings(tool, FAMILIES)
    theirs = of_siblings(tool, FAMILIES, forms="9", later=1)
    report = both(tmp_path, mine, without(theirs, lacks) if lacks else theirs, friday_first=friday_first)
    assert counts(report) == (2 * WHOLE, 0, 0)
    assert report.waits == (tool == "google")
    if tool == "google":
        assert "à d'autres heures : toutes comptent" in reasons(report)


def test_numbers_that_kobo_draws_anew_do_not_tell_apart_two_exports_of_which_no_time_is_read(tmp_path: Path) -> None:
    monday, friday = tool_export("kobo", FAMILIES), tool_export("kobo", FAMILIES, forms="b")
    hidden = ("_id", "_submission_time")
    report = both(tmp_path, without(monday, *hidden), without(friday, *hidden, PRINTER))
    assert counts(report) == (WHOLE, WHOLE, 0)


def renumbered(tool: str, *, drawn: str, cut: int = 0) -> Rows:
    """An export of which the tool wrote all numbers anew, the last responses first; without the last `cut` of them."""
    rows = [list(row) for row in tool_export(tool, FAMILIES)]
    head, lines = rows[0], rows[1 : len(rows) - cut][::-1]
    for rank, row in enumerate(lines):
        for name in ("Submission ID", "Respondent ID", "_uuid", "seed"):
            if name in head:
                row[head.index(name)] = f"{drawn}{rank:05d}"
        for name in ("ID", "id", "_id"):
            if name in head:
                row[head.index(name)] = str(7000 + rank)
    return [head, *lines]


@pytest.mark.parametrize("tool", ["tally", "kobo", "limesurvey", "ms_forms"])
def test_numbers_that_a_tool_writes_anew_at_each_export_double_nobody_where_the_times_are_the_same(
    tool: str, tmp_path: Path
) -> None:
    report = both(tmp_path, renumbered(tool, drawn="8", cut=10), tool_export(tool, FAMILIES))
    assert counts(report) == (WHOLE, WHOLE - 10, 0)
    assert as_said(report.answers) == as_said(FAMILIES)
    assert not report.waits


@pytest.mark.parametrize("tool", ["tally", "limesurvey", "ms_forms"])
def test_other_numbers_and_no_time_are_a_doubt_that_is_said_and_waits_for_a_yes(tool: str, tmp_path: Path) -> None:
    times = {"tally": "Submitted at", "limesurvey": "submitdate", "ms_forms": "Heure de début"}
    files = (renumbered(tool, drawn="8"), tool_export(tool, FAMILIES))
    report = both(tmp_path, *(without(rows, times[tool]) for rows in files))
    assert counts(report) == (2 * WHOLE, 0, 0)
    assert report.maybe_twice == WHOLE
    assert "sous d'autres numéros : toutes comptent" in reasons(report)


def test_two_forms_that_count_from_one_pasted_in_one_file_at_one_time_keep_every_family(tmp_path: Path) -> None:
    others = some_families(QUESTIONNAIRE, WHOLE, seed=1)
    mine, theirs = (numbered(each, "ms_forms") for each in (FAMILIES, others))
    place = place_of(mine, "Heure de début")
    pasted = [[*row[:place], "2026-11-20 08:30:12", *row[place + 1 :]] for row in (*mine[1:], *theirs[1:])]
    report = read(tmp_path, ecole_csv=as_csv([mine[0], *pasted], ","))
    assert counts(report) == (2 * WHOLE, 0, 0)


@pytest.mark.parametrize("since", [0, 20])
@pytest.mark.parametrize("tool", ["google", "ms_forms"])
def test_two_clocks_that_are_an_hour_apart_for_all_or_since_the_hour_changed_wait_for_a_yes(
    tool: str, since: int, tmp_path: Path
) -> None:
    rows = tool_export(tool, FAMILIES)
    place = next(place for place, name in enumerate(rows[0]) if name in TIMES)
    late = [
        [*row[:place], row[place].replace(" 18:", " 19:") if rank > since else row[place], *row[place + 1 :]]
        for rank, row in enumerate(rows)
    ]
    report = both(tmp_path, rows, late)
    assert report.waits or counts(report)[0] == WHOLE


def test_of_three_files_one_of_which_asks_less_each_family_counts_once_with_what_it_said(tmp_path: Path) -> None:
    rows = [row[1:] for row in google(FAMILIES)]
    place = place_of(rows, PRINTER)
    twins = [[*rows[rank][:place], cell, *rows[rank][place + 1 :]] for rank in (1, 2) for cell in ("Oui", "Non")]
    whole = [rows[0], *twins, *rows[3:]]
    files = {"a_csv": whole[:31], "b_csv": whole, "c_csv": without(whole, PRINTER)[:36]}
    alone = read(tmp_path, b_csv=as_csv(whole, ","))
    for order in permutations(files):
        report = read(tmp_path, **{name: as_csv(files[name], ",") for name in order})
        assert as_said(report.answers) == as_said(alone.answers), order


def test_lines_that_only_their_answers_show_to_be_the_same_are_counted_once_and_it_is_said_of_how_many(
    tmp_path: Path,
) -> None:
    rows = [row[1:] for row in google(FAMILIES)]
    report = both(tmp_path, rows[:31], rows)
    assert counts(report) == (WHOLE, 30, 0)
    assert "30 de ses réponses, comptées avec celles d'un autre fichier" in reasons(report)
    assert "sans heure ni numéro tiré au hasard qui le prouve" in reasons(report)
    assert "tiré au hasard qui le prouve" not in reasons(both(tmp_path, google(FAMILIES)[:31], google(FAMILIES)))


def test_tables_of_one_question_that_a_tool_numbered_are_compared_in_as_many_steps_as_they_have_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["ID", "connexion"], *([str(rank), "fixe"] for rank in range(1, 301))]
    compared: list[object] = []
    differ = two_exports.numbers_differ

    def counted(*sent: Any) -> bool:
        compared.append(sent)
        return differ(*sent)

    monkeypatch.setattr(two_exports, "numbers_differ", counted)
    report = both(tmp_path, rows, [rows[0], *([f"9{row[0]}", row[1]] for row in rows[1:])])
    assert counts(report) == (600, 0, 0)
    assert 0 < len(compared) <= 12 * 300


@pytest.mark.parametrize("with_level", [False, True])
def test_two_halves_of_a_questionnaire_in_two_files_are_said_to_count_each_family_twice_and_wait(
    with_level: bool, tmp_path: Path
) -> None:
    rows = dated(google(FAMILIES), "Horodateur")
    half, level = len(rows[0]) // 2, place_of(rows, LEVEL)
    later = [[row[0].replace(" 18:", " 19:"), *row[half:level], *row[level : level + with_level]] for row in rows]
    report = both(tmp_path, [[*row[:half], *row[level : level + with_level]] for row in rows], later)
    assert (len(report.answers), report.maybe_twice, report.waits) == (2 * WHOLE, WHOLE, True)
    assert "aucune de ses questions n'est dans « lundi.csv »" in reasons(report)


def test_the_columns_of_one_export_in_two_files_say_together_what_each_family_answered(tmp_path: Path) -> None:
    rows = dated(google(FAMILIES), "Horodateur")
    half = len(rows[0]) // 2
    report = both(tmp_path, [row[:half] for row in rows], [[row[0], *row[half:]] for row in rows])
    assert (counts(report), report.waits) == ((WHOLE, WHOLE, 0), False)


def test_what_a_file_answers_is_counted_once_however_many_files_it_is_compared_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, counted = 12, 0

    class Counting(Counter[bytes]):
        def __init__(self, *values: Any) -> None:
            nonlocal counted
            counted += 1
            super().__init__(*values)

    monkeypatch.setattr(exports, "Counter", Counting)
    head, *rows = google(FAMILIES)
    read(tmp_path, **{f"classe{rank}_csv": as_csv([head, *rows[rank : rank + 2]], ",") for rank in range(files)})
    # Once a question, and once all of them together.
    assert 0 < counted <= files * (len(QUESTIONNAIRE.items) + 1)
