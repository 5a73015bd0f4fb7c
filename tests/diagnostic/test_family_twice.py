"""Une famille qui répond deux fois sous la même adresse, ou le même code, compte une fois : sa dernière réponse."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from diagnostic.survey_exports import Rows, framaforms, google_forms, survey_monkey
from diagnostic.test_repeats import FAMILIES, WHOLE, as_csv, counts, read, reasons
from diagnostic.test_two_exports import as_said, tool_export

from liaison.diagnostic.reading.reading import ReadReport

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

TWICE = (3, 8, 21, 22, 35)  # ranks of the families that answer again


ISO = "2026-11-{day:02}T{hour:02}:{minute:02}:07"


class IdentifiedExport(NamedTuple):
    """An export of a tool, a line a family: how many lines of header, where its numbers, its time and its level are,
    and where it says who answers."""

    rows: Rows
    head: int
    numbers: tuple[int, ...]
    time: int
    level: int
    who: int
    written: str = ISO

    @property
    def lines(self) -> Rows:
        return self.rows[self.head :]

    def timed(self, day: int, hour: int, minute: int) -> str:
        return self.written.format(day=day, hour=hour, minute=minute)

    def again(self, rank: int, other: int, *, number: int, level: str | None = None) -> list[str]:
        """The line of a family that answers again, days later, what another one does."""
        line = list(self.lines[other])
        for place in (self.who, self.level):
            line[place] = self.lines[rank][place]
        if level is not None:
            line[self.level] = level
        for place in self.numbers:
            line[place] = f"{self.lines[rank][place][:-3]}{number}"
        line[self.time] = self.timed(27, 8 + number % 8, number % 60)
        return line


def place_of(row: Sequence[str], word: str) -> int:
    return next(place for place, name in enumerate(row) if word in name)


def _identified(
    rows: Rows, titles: Sequence[str], head: int, numbers: Sequence[str], time: str, written: str = ISO
) -> IdentifiedExport:
    """The export of these rows, each at a time of its own and under a number of its own, and one column more, of these
    titles, where each family has an address of its own."""
    rows = [
        [*row, *([titles[rank]] if rank < head else [f"famille{rank - head}@exemple.invalid"])]
        for rank, row in enumerate(rows)
    ]
    named = ["|".join(cells) for cells in zip(*rows[:head], strict=True)]
    places = tuple(place_of(named, number) for number in numbers)
    level = place_of(named, "iveau")
    export = IdentifiedExport(rows, head, places, place_of(named, time), level, len(rows[0]) - 1, written)
    for rank, row in enumerate(export.lines):
        row[export.time] = export.timed(2 + rank % 20, 18, rank)
        for place in places:
            row[place] = f"{row[place]}{100 + rank}"
    return export


def qualtrics() -> IdentifiedExport:
    asked = google_forms(FAMILIES)
    codes = ["StartDate", "Status", "ResponseId", *(f"Q{rank}" for rank in range(1, len(asked[0]) - 1))]
    titles = ["Date de début", "Type de réponse", "ID de réponse", *asked[0][1:-1]]
    lines = [["", "Adresse IP", f"R_{rank:04}", *row[1:-1]] for rank, row in enumerate(asked[1:])]
    own = ["RecipientEmail", "E-mail du destinataire"]
    return _identified([codes, titles, *lines], own, 2, ["ResponseId"], "StartDate")


def of_access_codes() -> IdentifiedExport:
    export = _identified(tool_export("limesurvey", FAMILIES), ["token"], 1, ["id", "seed"], "submitdate")
    for rank, row in enumerate(export.lines):
        row[export.who] = f"cAs{rank:05}"
    return export


def _microsoft() -> IdentifiedExport:
    rows = [[cell for place, cell in enumerate(row) if place != 3] for row in tool_export("ms_forms", FAMILIES)]
    return _identified(rows, ["Adresse de messagerie"], 1, ["ID"], "Heure de début")


TOOLS: dict[str, Callable[[], IdentifiedExport]] = {
    "google": lambda: _identified(
        [row[:-1] for row in google_forms(FAMILIES, joint=";")],
        *(["Adresse e-mail"], 1, [], "Horodateur", "{day:02}/11/2026 {hour:02}:{minute:02}:07"),
    ),
    "ms_forms": _microsoft,
    "framaforms": lambda: _identified(
        framaforms(FAMILIES), ["", "", "Votre adresse e-mail"], 3, ["Serial", "SID"], "Submitted Time"
    ),
    "limesurvey": of_access_codes,
    "kobo": lambda: _identified(
        tool_export("kobo", FAMILIES), ["Votre courriel"], 1, ["_id", "_uuid"], "_submission_time"
    ),
    "surveymonkey": lambda: _identified(
        *(survey_monkey(FAMILIES), ["Email Address", ""], 2, ["Respondent ID"], "Start Date"),
        "11/{day:02}/2026 {hour:02}:{minute:02}:07",
    ),
    "qualtrics": qualtrics,
}


def answers_of(tmp_path: Path, export: IdentifiedExport, lines: Rows) -> list[list[str]]:
    """What is read of these lines alone."""
    return as_said(read(tmp_path, seules_csv=as_csv([*export.rows[: export.head], *lines], ",")).answers)


def given(tmp_path: Path, export: IdentifiedExport, *files: Rows) -> ReadReport:
    named = {f"f{rank}_csv": as_csv([*export.rows[: export.head], *lines], ",") for rank, lines in enumerate(files)}
    return read(tmp_path, **named)


@pytest.mark.parametrize("tool", TOOLS)
def test_of_a_family_that_answers_again_under_its_address_or_its_code_the_last_answers_count_and_it_is_said(
    tool: str, tmp_path: Path
) -> None:
    export = TOOLS[tool]()
    again = [export.again(rank, rank + 1, number=200 + rank) for rank in TWICE]
    report = given(tmp_path, export, [*export.lines, *again])
    assert (counts(report), report.waits) == ((WHOLE, len(TWICE), 0), False)
    last = [*(line for rank, line in enumerate(export.lines) if rank not in TWICE), *again]
    assert as_said(report.answers) == answers_of(tmp_path, export, last)
    lines = ", ".join(str(export.head + rank + 1) for rank in TWICE)
    known_by = "le même code d'accès" if tool == "limesurvey" else "la même adresse électronique"
    said = f"{len(TWICE)} familles ont répondu plusieurs fois, chacune sous {known_by} : leur dernière réponse compte"
    assert f"{said}, et non les lignes {lines}" in reasons(report)
    for written in ("exemple.invalid", "cAs0"):
        assert written not in reasons(report)
        assert written.encode() not in repr(report).encode()


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("kept", [0, len(TWICE)])
def test_so_is_it_in_two_exports_whether_the_second_has_all_of_the_first_or_none_of_it(
    kept: int, tool: str, tmp_path: Path
) -> None:
    export = TOOLS[tool]()
    again = [export.again(rank, rank + 1, number=200 + rank) for rank in TWICE]
    later = [*export.lines, *again] if kept else again
    report = given(tmp_path, export, export.lines, later)
    assert (len(report.answers), report.waits) == (WHOLE, False)
    last = [*(line for rank, line in enumerate(export.lines) if rank not in TWICE), *again]
    assert as_said(report.answers) == answers_of(tmp_path, export, last)


@pytest.mark.parametrize("tool", TOOLS)
def test_two_children_of_one_address_at_two_levels_both_count_and_wait_for_a_yes(tool: str, tmp_path: Path) -> None:
    export = TOOLS[tool]()
    own = {line[export.level] for line in export.lines if line[export.level]}
    rank = next(rank for rank, line in enumerate(export.lines) if line[export.level])
    level = next(each for each in sorted(own) if each != export.lines[rank][export.level])
    again = export.again(rank, rank + 1, number=200, level=level)
    report = given(tmp_path, export, [*export.lines, again])
    assert (counts(report), report.maybe_twice, report.waits) == ((WHOLE + 1, 0, 0), 1, True)
    assert "une famille a répondu pour plusieurs niveaux" in reasons(report)
    lines = f"(lignes {export.head + rank + 1} et {export.head + WHOLE + 1})"
    assert lines in reasons(report)
    alone = given(tmp_path, export, [*export.lines[:rank], *export.lines[rank + 1 :], again])
    assert (counts(alone), alone.waits) == ((WHOLE, 0, 0), False)


@pytest.mark.parametrize("tool", TOOLS)
def test_one_who_types_sheets_for_others_under_one_address_loses_nobody_and_waits_for_nothing(
    tool: str, tmp_path: Path
) -> None:
    export = TOOLS[tool]()
    for line in export.lines[:12]:
        line[export.who] = export.lines[0][export.who]
    report = given(tmp_path, export, export.lines)
    assert (counts(report), report.waits) == ((WHOLE, 0, 0), False)
    assert "12 réponses ont été envoyées sous" in reasons(report)


@pytest.mark.parametrize("who", ["", "anonymous", "famille@exemple.invalid"])
@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_the_same_on_every_line_tells_nobody(tool: str, who: str, tmp_path: Path) -> None:
    export = TOOLS[tool]()
    for line in export.lines:
        line[export.who] = who
    report = given(tmp_path, export, export.lines)
    assert (counts(report), report.waits) == ((WHOLE, 0, 0), False)
    assert "ont été envoyées sous" not in reasons(report)


def test_where_no_time_tells_which_answer_is_the_last_both_count_and_wait_for_a_yes(tmp_path: Path) -> None:
    export = TOOLS["google"]()
    again = export.again(3, 4, number=200)
    for line in (*export.lines, again):
        line[export.time] = ""
    report = given(tmp_path, export, [*export.lines, again])
    assert (len(report.answers), report.maybe_twice, report.waits) == (WHOLE + 1, 1, True)
    assert "sans que rien dise quelle réponse est la dernière" in reasons(report)


def test_two_responses_of_one_browser_are_perhaps_of_two_families_and_wait_for_a_yes(tmp_path: Path) -> None:
    rows = tool_export("tally", FAMILIES)
    again = [*rows[9]]
    again[0], again[1], again[2] = "fictif999", rows[4][1], "2026-11-28 18:00:00"
    report = read(tmp_path, f_csv=as_csv([*rows, again], ","))
    assert (len(report.answers), report.maybe_twice, report.waits) == (WHOLE + 1, 1, True)
    assert "plusieurs réponses ont été envoyées depuis le même appareil (lignes 5 et 42)" in reasons(report)


def test_an_address_that_says_whose_it_is_and_is_not_the_family_s_tells_nobody(tmp_path: Path) -> None:
    export = TOOLS["google"]()
    export.rows[0][export.who] = "Adresse e-mail du professeur principal"
    again = [export.again(rank, rank + 1, number=200 + rank) for rank in TWICE]
    report = given(tmp_path, export, [*export.lines, *again])
    assert (len(report.answers), report.waits) == (WHOLE + len(TWICE), False)


def test_most_families_that_share_their_address_with_another_wait_for_a_yes(tmp_path: Path) -> None:
    export = TOOLS["google"]()
    for rank, line in enumerate(export.lines):
        line[export.who] = f"classe{rank // 3}@exemple.invalid"
    report = given(tmp_path, export, export.lines)
    assert (len(report.answers), report.waits) == (WHOLE, True)


@pytest.mark.parametrize("tool", ["google", "ms_forms"])
def test_an_export_of_which_responses_were_taken_away_since_doubles_nobody_by_its_addresses(
    tool: str, tmp_path: Path
) -> None:
    export = TOOLS[tool]()
    report = given(tmp_path, export, export.lines[:26], [line for rank, line in enumerate(export.lines) if rank != 3])
    assert (len(report.answers), report.maybe_twice) == (WHOLE, 0)


def _families_drawn(chance: np.random.Generator, ranks: Collection[int]) -> list[int]:
    return sorted(chance.choice([*ranks], size=int(chance.integers(1, len(ranks) + 1)), replace=False).tolist())


@pytest.mark.parametrize("tool", TOOLS)
def test_whoever_answers_again_however_often_and_wherever_counts_once_by_the_last_line(
    tool: str, tmp_path: Path
) -> None:
    export, chance = TOOLS[tool](), np.random.default_rng(secrets.randbits(32))
    last = dict(enumerate(export.lines))
    added: Rows = []
    several = chance.choice(WHOLE, size=7, replace=False).tolist()
    for turn in range(int(chance.integers(1, 4))):
        for rank in _families_drawn(chance, several):
            line = export.again(rank, int(chance.integers(0, WHOLE)), number=100 * (2 + turn) + rank)
            line[export.time] = export.timed(25 + turn, 8, rank)
            added.append(line)
            last[rank] = line
    every = [*export.lines, *added]
    lines = [every[place] for place in chance.permutation(len(every))]
    report = given(tmp_path, export, *([lines] if chance.random() < 0.5 else [export.lines, lines]))
    assert (len(report.answers), report.waits) == (WHOLE, False)
    assert as_said(report.answers) == answers_of(tmp_path, export, [*last.values()])
