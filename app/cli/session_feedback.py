"""`liaison session feedback` : le retour de chaque personne, en page web et en PDF, sans rien exécuter."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path
from typing import Any

from app.cli.output import Steps, print_json, say
from app.cli.session_modules import asked_exercises
from liaison.base.sentences import french_beside
from liaison.base.words import lower_first
from liaison.training.exercise.definition import Exercise
from liaison.training.marks.copies import students_in
from liaison.training.marks.feedback_files import FEEDBACK, Given, give_back
from liaison.training.marks.gradebook import SUBMITTED
from liaison.training.session.definition import SessionError, load_session
from liaison.training.session.time_zone import PARIS

phrase = french_beside(__file__)


BATCH = 10  # copies between two steps of the bar: a PDF takes a tenth of a second


def run(module: str | None, course: Path, pdf: bool, json: bool) -> int:
    """Write the feedback of every copy, say where; 1 when somebody gets none."""
    given = [(asked, _given(course, asked, pdf)) for asked in asked_exercises(module, course)]
    if json:
        print_json({"modules": [_answer(asked, each) for asked, each in given]})
    else:
        for asked, each in given:
            _print(asked, each, course)
    return int(any(one.copy.refused for _, each in given for one in each))


def _given(course: Path, asked: Exercise, pdf: bool) -> list[Given]:
    expected = len(students_in(course / SUBMITTED))
    found: list[Given] = []
    with Steps(1 + math.ceil(expected / BATCH)) as steps:
        steps.step(phrase("etape-retours", title=asked.title))
        for one in give_back(course, asked, dt.date.today(), pdf=pdf, zone=_zone(course)):
            found.append(one)
            if not len(found) % BATCH:
                steps.step(phrase("etape-copies", count=str(len(found))))
        if len(found) % BATCH:
            steps.step(phrase("etape-copies", count=str(len(found))))
    return found


def _zone(course: Path) -> dt.tzinfo:
    """Return the time zone of the session; a course that is not one has that of Paris."""
    try:
        return load_session(course).session.zone
    except SessionError:
        return PARIS


def _answer(asked: Exercise, each: list[Given]) -> dict[str, Any]:
    return {
        "exercice": asked.id,
        "retours": [
            {
                "code": one.copy.shown,
                "fichiers": [str(path) for path in one.files],
                "refus": one.copy.refused,
                "sans_pdf": one.without_pdf or None,
            }
            for one in each
        ],
    }


def _print(asked: Exercise, each: list[Given], course: Path) -> None:
    if not each:
        say(phrase("aucune-copie", exercise=asked.id, folder=SUBMITTED))
        return
    written = sum(bool(one.files) for one in each)
    say(phrase("retours", title=asked.title, n=written, count=str(len(each)), folder=str(course / FEEDBACK)))
    for one in each:
        if one.copy.refused:
            say(phrase("pas-de-retour", code=one.copy.shown, reason=lower_first(one.copy.refused)))
        elif one.without_pdf:
            say(phrase("page-seule", code=one.copy.shown, reason=one.without_pdf))
