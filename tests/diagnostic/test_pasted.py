"""Deux exports collés dans un fichier, triés, ou dont une réponse a changé ; et ce qui n'est pas un collage."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from diagnostic.survey_exports import Rows, google_forms, some_families
from diagnostic.test_repeats import (
    CHANGED,
    FAMILIES,
    QUESTIONNAIRE,
    TOOLS,
    WHOLE,
    as_csv,
    counts,
    ms_forms,
    read,
    reasons,
)
from diagnostic.test_two_exports import changed_since, dated

from liaison.diagnostic.reading.reading import ReadReport

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

BEFORE = 12  # lines of the first export


def by_time(row: list[str]) -> str:
    day, month, year = row[0][:10].split("/")
    return f"{year}{month}{day}{row[0][10:]}"


def put_in_order(rows: Rows, by: Callable[[list[str]], Any]) -> Rows:
    return [rows[0], *sorted(rows[1:], key=by)]


def erased(report: ReadReport, rows: Rows) -> Rows:
    """What stays of a table where the lines that a sentence names are erased."""
    named = re.search(r"effacer les? lignes? ([\d, à]+)", reasons(report))
    assert named
    lines: set[int] = set()
    for each in named[1].split(", "):
        first, _, last = each.strip().partition(" à ")
        lines.update(range(int(first), int(last or first) + 1))
    return [row for line, row in enumerate(rows, start=1) if line not in lines]


ORDERS: dict[str, tuple[str, Callable[[list[str]], Any]]] = {
    "by time": ("google", by_time),
    "by level": ("google", lambda row: row[-2]),
    "by all its columns": ("excel", lambda row: row),
    "by its first answer": ("excel", lambda row: row[0]),
    "newest first": ("google", lambda row: by_time(row)[::-1]),
}


@pytest.mark.parametrize("before", [BEFORE, WHOLE])
@pytest.mark.parametrize("order", ORDERS)
def test_lines_that_are_twice_in_a_file_that_was_put_in_order_are_all_said_and_erasing_them_leaves_each_once(
    order: str, before: int, tmp_path: Path
) -> None:
    tool, by = ORDERS[order]
    rows = TOOLS[tool][0](FAMILIES)
    both = put_in_order([*rows[: 1 + before], *rows[1:]], by)
    report = read(tmp_path, a_csv=as_csv(both, ";"))
    assert (len(report.answers), report.maybe_twice, report.waits) == (WHOLE + before, before, True)
    followed = read(tmp_path, b_csv=as_csv(erased(report, both), ";"))
    assert (counts(followed), followed.waits) == ((WHOLE, 0, 0), False)
    assert sorted(erased(report, both)[1:]) == sorted(rows[1:])


@pytest.mark.parametrize("place", [1, 2, 6, BEFORE - 2])
@pytest.mark.parametrize("edit", ["changed", "taken away", "added"])
@pytest.mark.parametrize("before", [BEFORE, 30])
def test_erasing_what_was_pasted_leaves_each_once_whatever_was_edited_in_between(
    before: int, edit: str, place: int, tmp_path: Path
) -> None:
    rows = TOOLS["excel"][0](FAMILIES)
    first, since = rows[: 1 + before], list(rows)
    if edit == "changed":
        since[1 + place] = TOOLS["excel"][0](some_families(QUESTIONNAIRE, WHOLE, seed=77))[1]
    elif edit == "taken away":
        del since[1 + place]
    else:
        first = [*first[: 1 + place], *first[2 + place :]]
    both = [*first, *since[1:]]
    left = erased(read(tmp_path, a_csv=as_csv(both, ";")), both)
    expected = {tuple(row) for row in (*first, *since)}
    assert sorted(map(tuple, left)) == sorted(expected)
    report = read(tmp_path, b_csv=as_csv(left, ";"))
    assert (len(report.answers), report.waits) == (len(expected) - 1, False)


def test_a_line_changed_among_lines_pasted_again_is_said_to_be_at_the_place_of_another(tmp_path: Path) -> None:
    rows = TOOLS["excel"][0](FAMILIES)
    other = TOOLS["excel"][0](some_families(QUESTIONNAIRE, WHOLE, seed=77))[1]
    both = [*rows[: 1 + BEFORE], rows[1], other, *rows[3:]]
    report = read(tmp_path, a_csv=as_csv(both, ";"))
    at = f"(lignes 3 et {3 + BEFORE}), et ne disent pas la même chose : les deux comptent"
    assert f"deux réponses y sont à la même place de deux suites pareilles {at}" in reasons(report)
    left = [row for row in erased(report, both) if row is not both[2]]
    followed = read(tmp_path, b_csv=as_csv(left, ";"))
    assert (len(followed.answers), followed.waits) == (WHOLE, False)


def test_an_answer_changed_between_two_exports_pasted_in_one_file_waits_for_a_yes(tmp_path: Path) -> None:
    monday, friday = (dated(ms_forms(each), "Heure de début") for each in (FAMILIES, changed_since(FAMILIES)))
    both = [*monday[: 1 + BEFORE], *friday[1:]]
    report = read(tmp_path, a_csv=as_csv(both, ","))
    assert (len(report.answers), report.maybe_twice, report.waits) == (WHOLE + 1, 1, True)
    first, again = CHANGED + 2, CHANGED + 2 + BEFORE
    assert f"ou la même heure (lignes {first} et {again}), et ne disent pas la même chose : les deux" in reasons(report)
    followed = read(tmp_path, b_csv=as_csv([*both[: first - 1], *both[first:]], ","))
    assert (counts(followed), followed.waits) == ((WHOLE, BEFORE - 1, 0), False)


def test_a_cell_changed_by_hand_between_two_pastes_waits_for_a_yes_by_its_time(tmp_path: Path) -> None:
    monday, friday = (TOOLS["google"][0](each) for each in (FAMILIES, changed_since(FAMILIES)))
    both = put_in_order([*monday[: 1 + BEFORE], *friday[1:]], by_time)
    report = read(tmp_path, a_csv=as_csv(both, ","))
    assert (len(report.answers), report.maybe_twice) == (WHOLE + BEFORE, BEFORE)
    assert "le même numéro ou la même heure" in reasons(report)


def test_numbers_alone_tell_an_answer_that_was_changed_where_all_others_are_there_twice(tmp_path: Path) -> None:
    monday, friday = (
        [["ID", *row[1:-1]] for row in google_forms(each, joint=";")] for each in (FAMILIES, changed_since(FAMILIES))
    )
    for rows in (monday, friday):
        for rank, row in enumerate(rows[1:], start=1):
            row[0] = str(rank)
    report = read(tmp_path, a_csv=as_csv([*monday[: 1 + BEFORE], *friday[1:]], ";"))
    assert (len(report.answers), report.maybe_twice) == (WHOLE + BEFORE, BEFORE)


def test_two_classes_whose_forms_are_pasted_in_one_file_wait_for_nothing(tmp_path: Path) -> None:
    classes = (FAMILIES, some_families(QUESTIONNAIRE, WHOLE, seed=1))
    mine, theirs = (dated(ms_forms(each), "Heure de début") for each in classes)
    later = [[row[0], row[1].replace(" 18:", " 19:"), row[2].replace(" 19:", " 20:"), *row[3:]] for row in theirs[1:]]
    report = read(tmp_path, a_csv=as_csv([*mine, *later], ","))
    assert (counts(report), report.waits) == ((2 * WHOLE, 0, 0), False)


@pytest.mark.parametrize("sorted_too", [False, True])
@pytest.mark.parametrize("questions", [2, 4, 8])
def test_families_that_answer_alike_by_chance_are_no_paste(questions: int, sorted_too: bool, tmp_path: Path) -> None:
    """Of ten schools, one at most is asked: as often as a doubt may be said of what chance gives."""
    asked = 0
    for seed in range(10):
        rows = TOOLS["excel"][0](some_families(QUESTIONNAIRE, 60, seed=seed, skipped=0.02))
        places = np.random.default_rng(seed).choice(len(rows[0]), questions, replace=False).tolist()
        table = [[row[place] for place in places] for row in rows]
        table = put_in_order(table, lambda row: row) if sorted_too else table
        asked += read(tmp_path, a_csv=as_csv(table, ";")).waits
    assert asked <= 1
