"""Des réponses que l'école a ôtées de l'outil entre deux exports ne comptent pas sans un oui."""

from __future__ import annotations

import secrets
from pathlib import Path

import numpy as np
import pytest
from diagnostic.survey_exports import Rows
from diagnostic.test_family_twice import TOOLS as IDENTIFIED
from diagnostic.test_family_twice import IdentifiedExport, given, qualtrics
from diagnostic.test_repeats import FAMILIES, WHOLE, as_csv, counts, read, reasons
from diagnostic.test_two_exports import as_said, place_of, tool_export

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

BEFORE, TRIALS = 26, (3, 10, 17)  # responses of the first export; those that the school then takes away


def tally() -> IdentifiedExport:
    rows = tool_export("tally", FAMILIES, forms="x7f")
    return IdentifiedExport(rows, 1, (0,), 2, place_of(rows, "iveau"), 1)


# The tools that give each response a number that no other has.
NUMBERED = {"tally": tally, "qualtrics": qualtrics} | {
    tool: IDENTIFIED[tool] for tool in ("kobo", "surveymonkey", "limesurvey", "framaforms")
}


def without(lines: Rows, ranks: tuple[int, ...]) -> Rows:
    return [line for rank, line in enumerate(lines) if rank not in ranks]


@pytest.mark.parametrize("later_first", [False, True])
@pytest.mark.parametrize("tool", NUMBERED)
def test_responses_that_the_next_export_has_no_more_count_and_wait_for_a_yes_and_it_alone_is_right(
    tool: str, later_first: bool, tmp_path: Path
) -> None:
    export = NUMBERED[tool]()
    weeks = [export.lines[:BEFORE], without(export.lines, TRIALS)]
    report = given(tmp_path, export, *(reversed(weeks) if later_first else weeks))
    assert (counts(report)[0], len(report.maybe_nobody), report.waits) == (WHOLE, len(TRIALS), True)
    first, last = ("f1", "f0") if later_first else ("f0", "f1")
    lines = ", ".join(str(export.head + rank + 1) for rank in TRIALS)
    assert (
        f"{len(TRIALS)} de ses {BEFORE} réponses ne sont plus dans « {last}.csv », un export plus récent qui a les "
        f"autres (lignes {lines}) : elles comptent"
    ) in reasons(report)
    assert f"ne pas donner « {first}.csv » : le dernier export suffit" in reasons(report)
    alone = given(tmp_path, export, weeks[1])
    assert (counts(alone), alone.waits) == ((WHOLE - len(TRIALS), 0, 0), False)


def test_responses_that_the_school_refused_since_are_no_more_in_the_export_either(tmp_path: Path) -> None:
    export = NUMBERED["kobo"]()
    verdict = place_of(export.rows, "_validation_status")
    first = [list(line) for line in export.lines[:BEFORE]]
    for rank in TRIALS:
        export.lines[rank][verdict] = "Not Approved"
    report = given(tmp_path, export, first, export.lines)
    assert (counts(report)[0], len(report.maybe_nobody), report.waits) == (WHOLE, len(TRIALS), True)


@pytest.mark.parametrize("tool", NUMBERED)
def test_three_exports_count_what_was_taken_away_once_and_name_the_last_one(tool: str, tmp_path: Path) -> None:
    export = NUMBERED[tool]()
    report = given(
        tmp_path, export, export.lines[:BEFORE], without(export.lines[:33], TRIALS), without(export.lines, TRIALS)
    )
    assert (counts(report)[0], len(report.maybe_nobody), report.waits) == (WHOLE, len(TRIALS), True)
    assert reasons(report).count("ne sont plus dans") == 1
    assert "ne sont plus dans « f2.csv »" in reasons(report)


@pytest.mark.parametrize("tool", NUMBERED)
def test_the_export_of_other_classes_takes_nothing_away(tool: str, tmp_path: Path) -> None:
    export = NUMBERED[tool]()
    leveled = [line for line in export.lines if line[export.level]]
    level = min({line[export.level] for line in leveled}, key=[line[export.level] for line in leveled].count)
    others = [line for line in leveled if line[export.level] != level]
    report = given(tmp_path, export, leveled[:-1], [*others, *([] if others[-1] is leveled[-1] else [leveled[-1]])])
    if leveled[-1][export.level] != level:
        assert not report.maybe_nobody
        assert len(report.answers) == len(leveled)


@pytest.mark.parametrize("tool", NUMBERED)
def test_the_export_of_the_last_days_takes_nothing_away(tool: str, tmp_path: Path) -> None:
    export = NUMBERED[tool]()
    in_order = [export.lines[rank] for rank in sorted(range(WHOLE), key=lambda rank: (rank % 20, rank))]  # by day
    report = given(tmp_path, export, in_order[:BEFORE], in_order[5:])
    assert (len(report.answers), report.maybe_nobody) == (WHOLE, ())


@pytest.mark.parametrize("tool", NUMBERED)
def test_any_exports_of_a_form_from_which_nothing_is_taken_away_wait_for_nothing(tool: str, tmp_path: Path) -> None:
    export, chance = NUMBERED[tool](), np.random.default_rng(secrets.randbits(32))
    weeks = sorted(chance.choice(range(4, WHOLE), size=int(chance.integers(1, 4)), replace=False).tolist())
    files = [export.lines[:week] for week in (*weeks, WHOLE)]
    chance.shuffle(files)
    report = given(tmp_path, export, *files)
    assert (len(report.answers), report.maybe_nobody, report.waits) == (WHOLE, (), False)
    assert as_said(report.answers) == as_said(read(tmp_path, tout_csv=as_csv(export.rows, ",")).answers)
