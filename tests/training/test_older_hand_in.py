"""What was handed in before the exercises stood beside their notebooks is read, and marked the same."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from liaison.training.exercise.answers import parse_answers
from liaison.training.exercise.definition import exercise, exercise_names
from liaison.training.exercise.scoring import Marked, mark_all
from liaison.training.hand_in.reading import parse_hand_in

DATA = Path(__file__).parent / "data"
HAND_IN = parse_hand_in((DATA / "remise_v1.zip").read_bytes(), "« remise_v1.zip »")
# As they were marked then: `on` is full marks, `dit` what the person is told (reworded since for
# « apres_la_demonstration », which taught a conviction as a fact).
MARKS: dict[str, dict[str, Any]] = json.loads((DATA / "remise_v1_notes.json").read_text(encoding="utf-8"))


def told(marked: Marked) -> dict[str, Any]:
    return {
        "points": marked.points,
        "on": marked.max_points,
        "tenues": [one.id for one in marked.conditions if one.held],
        "mesures": [one.measured for one in marked.conditions],
        "dit": list(marked.feedback),
    }


def test_a_hand_in_made_before_holds_the_work_of_every_module_that_there_was() -> None:
    assert HAND_IN.code == "QJ8JY"
    assert set(HAND_IN.modules) == set(MARKS) <= set(exercise_names())
    assert len(MARKS) == 4


@pytest.mark.parametrize("name", MARKS)
def test_what_was_handed_in_before_is_marked_the_same(name: str) -> None:
    asked = exercise(name)
    found = mark_all(asked, parse_answers(HAND_IN.modules[name].answers, asked))
    marks = {question: told(marked) for question, marked in found.questions.items()}
    # Thousands were parted otherwise then, or not at all.
    assert without_spaces(marks) == without_spaces(MARKS[name])


def without_spaces(marks: dict[str, Any]) -> Any:
    """The same, with no space inside a number."""
    return json.loads(re.sub(r"(?<=\d)[\u202f\u00a0 ](?=\d{3})", "", json.dumps(marks, ensure_ascii=False)))
