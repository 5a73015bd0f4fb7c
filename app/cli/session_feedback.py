"""`liaison session feedback` : le retour de chaque personne, en page web et en PDF, sans rien exécuter."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path
from typing import Any

from app.cli.output import Steps, print_json, say
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.words import lower_first
from liaison.training.exercise.definition import Exercise
from liaison.training.marks.copies import students_in
from liaison.training.marks.feedback_files import FEEDBACK, ReturnedCopy, give_back
from liaison.training.marks.gradebook import SUBMITTED
from liaison.training.marks.of_session import asked_exercises
from liaison.training.session.definition import SessionError, load_session
from liaison.training.session.sole_use import course_at_work
from liaison.training.session.time_zone import PARIS

phrase = french_beside(__file__)


BATCH = 10  # copies between two steps of the bar: a PDF takes a tenth of a second


def run(module: str | None, course: Path, pdf: bool, json: bool) -> int:
    """Write the feedback of every copy, say where; 1 when somebody gets none."""
    exercises = asked_exercises(module, course)
    with course_at_work(course):
        given = [(exercise, _given(course, exercise, pdf)) for exercise in exercises]
    if json:
        print_json({"modules": [_answer(exercise, feedback) for exercise, feedback in given]})
    else:
        for exercise, feedback in given:
            _print(exercise, feedback, course)
    return int(any(person.copy.refused for _, feedback in given for person in feedback))


def _given(course: Path, exercise: Exercise, pdf: bool) -> list[ReturnedCopy]:
    expected, zone = len(students_in(course / SUBMITTED)), _zone(course)
    feedback: list[ReturnedCopy] = []
    with Steps(1 + math.ceil(expected / BATCH)) as steps:
        steps.step(phrase("etape-retours", title=exercise.title))
        for person in give_back(course, exercise, dt.datetime.now(zone).date(), pdf=pdf, zone=zone):
            feedback.append(person)
            if not len(feedback) % BATCH:
                steps.step(phrase("etape-copies", count=len(feedback)))
        if len(feedback) % BATCH:
            steps.step(phrase("etape-copies", count=len(feedback)))
    return feedback


def _zone(course: Path) -> dt.tzinfo:
    """Return the time zone of the session; a course that is not one has that of Paris."""
    try:
        return load_session(course).session.zone
    except SessionError:
        return PARIS


def _answer(exercise: Exercise, feedback: list[ReturnedCopy]) -> dict[str, Any]:
    return {
        "exercice": exercise.id,
        "retours": [
            {
                "code": person.copy.shown,
                "fichiers": [str(path) for path in person.files],
                "refus": person.copy.refused,
                "sans_pdf": person.without_pdf or None,
            }
            for person in feedback
        ],
    }


def _print(exercise: Exercise, feedback: list[ReturnedCopy], course: Path) -> None:
    if not feedback:
        say(phrase("aucune-copie", exercise=exercise.id, folder=SUBMITTED))
        return
    written = sum(bool(person.files) for person in feedback)
    say(
        phrase(
            "retours",
            title=exercise.title,
            n=written,
            written=number(written),
            count=len(feedback),
            folder=course / FEEDBACK,
        )
    )
    for person in feedback:
        if person.copy.refused:
            say(phrase("pas-de-retour", code=person.copy.shown, reason=lower_first(person.copy.refused)))
        elif person.without_pdf:
            say(phrase("page-seule", code=person.copy.shown, reason=person.without_pdf))
