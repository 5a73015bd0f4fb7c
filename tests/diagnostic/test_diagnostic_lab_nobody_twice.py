"""À l'écran : une famille qui répond deux fois, deux années scolaires, des réponses ôtées de l'outil."""

from __future__ import annotations

import pytest
from diagnostic.a_diagnosis import give, open_group
from diagnostic.survey_exports import Rows, csv_text
from diagnostic.test_diagnostic_lab_loops import press
from diagnostic.test_family_twice import TOOLS, TWICE
from diagnostic.test_school_years import OLD, of_two_years
from diagnostic.test_taken_away import BEFORE, NUMBERED, TRIALS, without

from widgets.diagnostic import Diagnostic

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests", "answers_protected_once")


def told(lab: Diagnostic, *files: Rows) -> str:
    """What the screen tells of these files, once given."""
    give(lab, *((f"f{rank}.csv", csv_text(rows).encode()) for rank, rows in enumerate(files)))
    assert lab.received.report is not None
    return " ".join(lab.received.report.table()["raison"]).replace("\u00a0", " ")


def test_a_family_that_answered_again_is_told_and_nothing_waits(real: Diagnostic) -> None:
    export = TOOLS["google"]()
    again = [export.again(rank, rank + 1, number=200 + rank) for rank in TWICE]
    assert "leur dernière réponse compte" in told(real, [*export.rows, *again])
    assert open_group(real, "take").refused.title == ""


def test_lines_of_the_year_before_wait_and_without_them_nothing_does(real: Diagnostic) -> None:
    export = TOOLS["google"]()
    lines = of_two_years(export)
    assert f"effacer les lignes 2 à {OLD + 1}" in told(real, [*export.rows[:1], *lines])
    view = open_group(real, "take")
    assert view.refused.title.replace("\u00a0", " ") == f"{OLD} familles sont peut-être comptées deux fois"
    view.before.first.value = True
    assert "faites d'abord ce qu'en dit « Ce qui a été lu »" in press(view.buttons["table"]).replace("\u00a0", " ")
    told(real, [*export.rows[:1], *lines[OLD:]])
    assert open_group(real, "take").refused.title == ""


def test_responses_taken_away_wait_and_with_the_last_export_alone_nothing_does(real: Diagnostic) -> None:
    export = NUMBERED["kobo"]()
    head, later = export.rows[:1], without(export.lines, TRIALS)
    assert "ne pas donner « f0.csv »" in told(real, [*head, *export.lines[:BEFORE]], [*head, *later])
    view = open_group(real, "take")
    assert view.refused.title.replace("\u00a0", " ") == f"{len(TRIALS)} lignes ne sont peut-être d'aucune famille"
    told(real, [*head, *later])
    assert open_group(real, "take").refused.title == ""
