"""Un formulaire qui a déjà servi l'an dernier : ses anciennes réponses ne comptent pas sans un oui."""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path

import numpy as np
import pytest
from diagnostic.survey_exports import Rows
from diagnostic.test_family_twice import TOOLS as IDENTIFIED
from diagnostic.test_family_twice import IdentifiedExport, given
from diagnostic.test_repeats import WHOLE, counts, reasons
from diagnostic.test_taken_away import NUMBERED

from liaison.diagnostic.reading.school_years import school_year

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

TOOLS = NUMBERED | {tool: IDENTIFIED[tool] for tool in ("google", "ms_forms")}
OLD = 15


def of_two_years(export: IdentifiedExport) -> Rows:
    """The lines of an export, of which the first were sent a year before."""
    lines = [list(line) for line in export.lines]
    for line in lines[:OLD]:
        line[export.time] = line[export.time].replace("2026", "2025")
    return lines


@pytest.mark.parametrize("tool", TOOLS)
def test_lines_of_the_year_before_count_and_wait_for_a_yes_and_erasing_them_is_right(tool: str, tmp_path: Path) -> None:
    export = TOOLS[tool]()
    lines = of_two_years(export)
    report = given(tmp_path, export, lines)
    assert (counts(report), report.maybe_twice, report.waits) == ((WHOLE, 0, 0), OLD, True)
    first, last = export.head + 1, export.head + OLD
    assert (
        "des réponses sont d'une autre année scolaire que 2026-2027 (15 de 2025-2026 et 25 de 2026-2027) : toutes "
        "comptent, et les mêmes familles peuvent y être deux fois. Pour ne compter que 2026-2027, effacer les lignes "
        f"{first} à {last}"
    ) in reasons(report)
    alone = given(tmp_path, export, lines[OLD:])
    assert (counts(alone), alone.waits) == ((WHOLE - OLD, 0, 0), False)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_file_of_the_year_before_given_beside_that_of_this_year_is_named(tool: str, tmp_path: Path) -> None:
    export = TOOLS[tool]()
    lines = of_two_years(export)
    report = given(tmp_path, export, lines[OLD:], lines[:OLD])
    assert (len(report.answers), report.maybe_twice, report.waits) == (WHOLE, OLD, True)
    assert "f1.csv : des réponses sont d'une autre année scolaire que 2026-2027 (15 de 2025-2026)" in reasons(report)
    assert "Pour ne compter que 2026-2027, ne pas donner ce fichier" in reasons(report)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_collection_within_one_school_year_waits_for_nothing(tool: str, tmp_path: Path) -> None:
    export, chance = TOOLS[tool](), np.random.default_rng(secrets.randbits(32))
    start, last = dt.date(2026, 8, 1), dt.date(2027, 7, 31)
    for line in export.lines:
        day = start + dt.timedelta(days=int(chance.integers(0, (last - start).days + 1)))
        line[export.time] = (
            line[export.time].replace("2026", f"{day.year}").replace(*_month_and_day(export, line[export.time], day))
        )
    report = given(tmp_path, export, export.lines)
    assert (counts(report), report.waits) == ((WHOLE, 0, 0), False)


def _month_and_day(export: IdentifiedExport, written: str, day: dt.date) -> tuple[str, str]:
    """What to replace in a time, and by what, for it to be of this month and day, in the order of the tool."""
    if "T" in written or "-" in written:
        return f"-{written[5:10]}", f"-{day:%m-%d}"
    first = "%m/%d" if export.written.startswith("11") else "%d/%m"
    return written[:5], f"{day:{first}}"


@pytest.mark.parametrize("later_first", [False, True])
@pytest.mark.parametrize("week", [4, 5, 6])
def test_a_short_export_whose_days_may_be_months_is_read_as_the_longer_one_of_its_tool(
    week: int, later_first: bool, tmp_path: Path
) -> None:
    export = TOOLS["surveymonkey"]()  # 11/02/2026: the month first; its first week may be in February
    weeks = [export.lines[:week], export.lines]
    report = given(tmp_path, export, *(reversed(weeks) if later_first else weeks))
    assert (len(report.answers), report.maybe_twice, report.waits) == (WHOLE, 0, False)


@pytest.mark.parametrize("later_first", [False, True])
def test_the_short_export_of_the_year_before_is_read_as_the_longer_one_of_its_tool(
    later_first: bool, tmp_path: Path
) -> None:
    export = TOOLS["surveymonkey"]()
    lines = of_two_years(export)
    weeks = [lines[:4], export.lines[OLD:]]
    report = given(tmp_path, export, *(reversed(weeks) if later_first else weeks))
    assert (len(report.answers), report.maybe_twice, report.waits) == (4 + WHOLE - OLD, 4, True)
    assert "(4 de 2025-2026)" in reasons(report)  # November 2025; the day first, it would be of 2024-2025


def test_fifty_years_either_way_round_are_read_at_once(tmp_path: Path) -> None:
    export = TOOLS["surveymonkey"]()
    lines = [list(line) for line in export.lines[:12]]
    for rank, line in enumerate(lines):
        line[export.time] = f"{rank + 1:02}/{12 - rank:02}/{1980 + 4 * rank} 10:00:00"
    report = given(tmp_path, export, lines, lines[:3])
    assert (len(report.answers), report.waits) == (12, True)


def test_two_short_exports_whose_days_may_be_months_are_of_the_fewest_years(tmp_path: Path) -> None:
    export = TOOLS["surveymonkey"]()
    report = given(tmp_path, export, export.lines[:4], export.lines[4:8])
    assert (len(report.answers), report.maybe_twice, report.waits) == (8, 0, False)


@pytest.mark.parametrize(
    ("day", "year"),
    [("2026-07-31", 2025), ("2026-08-01", 2026), ("2026-09-01", 2026), ("2027-01-15", 2026), ("2027-06-30", 2026)],
)
def test_a_school_year_begins_in_august(day: str, year: int) -> None:
    assert school_year(dt.date.fromisoformat(day)) == year
