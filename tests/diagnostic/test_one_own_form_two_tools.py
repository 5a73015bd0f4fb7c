"""Le questionnaire d'une école, fait de l'export d'un outil, lit celui qu'un autre outil donne du même formulaire."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from diagnostic.own_exports import GRID, LEVEL, MARK, ROWS, SERVICES_ASKED, Family, families, framaforms, summed
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.reading.reading import read_answers


def in_one_cell(told: list[Family], between: str) -> Rows:
    """Return the same form of a school, as a tool writes it that gives several answers in one cell."""
    head = ["Reçu", SERVICES_ASKED, *(f"{GRID} [{row}]" for row in ROWS), MARK, LEVEL]
    lines = [[f"n° {rank}", between.join(e.services), *e.satisfied, e.mark, e.level] for rank, e in enumerate(told)]
    return [head, *lines]


TOLD, LATER = families(64, seed=9), families(40, seed=10)
OWN: dict[str, Callable[[list[Family]], Rows]] = {
    "Framaforms": framaforms,
    "Google Forms": lambda told: in_one_cell(told, ", "),
    "Tally": lambda told: summed(told, "{} ({})", "TRUE", "FALSE", ", "),
    "KoboToolbox": lambda told: summed(told, "{}/{}", "1", "0", " "),
}


def own(tool: str) -> OwnQuestionnaire:
    return own_questionnaire("formulaire.csv", csv_text(OWN[tool](TOLD)).encode(), "formulaire").read_again()


@pytest.mark.parametrize("other", sorted(OWN))
@pytest.mark.parametrize("tool", sorted(OWN))
def test_the_form_of_a_school_made_of_one_tool_is_read_in_the_export_of_another(tool: str, other: str) -> None:
    made = own(tool)
    content = csv_text(OWN[other](LATER)).encode()
    report = read_answers(content, made.questionnaire, made.mapping, name="essai.csv")
    asked = made.questionnaire.items[0]
    assert (len(report.answers), report.waits) == (len(LATER), False)
    for value in asked.values:
        ticked = sum(asked.words[value] in each.services for each in LATER)
        assert report.answers.table[f"{asked.id}__{value}"].sum() == ticked
