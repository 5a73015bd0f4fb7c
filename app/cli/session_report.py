"""`liaison session report` : ce que la salle a atteint et ce qui lui a manqué, sans nommer personne."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.cli.output import InputError, Steps, print_json, say
from app.cli.session_modules import asked_exercises
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.documents import DocumentError, write_formats
from liaison.documents.cited import long_date
from liaison.rules import rule
from liaison.training.board.class_figures import FEWEST_RULE, ClassFigures, class_figures
from liaison.training.board.class_report import STEM, class_report
from liaison.training.session.definition import SESSION_NAME, Session, load_session
from liaison.training.session.time_zone import PARIS

phrase = french_beside(__file__)


def run(module: str | None, course: Path, out: Path | None, fewest: int | None, json: bool) -> int:
    """Write the report of the session in its three formats, in its own `documents/` unless told otherwise; 0."""
    exercises = asked_exercises(module, course)
    session = load_session(course).session if (course / SESSION_NAME).is_file() else None
    today = dt.datetime.now(session.zone if session else PARIS).date()
    least = fewest if fewest is not None else int(rule(FEWEST_RULE, today).value)
    figures = []
    with Steps(len(exercises) + 1) as steps:
        for exercise in exercises:
            steps.step(phrase("etape-copies", title=exercise.title))
            figures.append(class_figures(course, exercise, least, session.participants if session else ()))
        steps.step(phrase("etape-document"))
        document = class_report(figures, _subtitle(session, today), session.date if session else today)
        try:
            written = write_formats(document, out or course / "documents", STEM)
        except DocumentError as error:
            raise InputError(str(error)) from error
    if json:
        print_json(
            {
                "fichiers": [str(path) for path in written],
                "modules": [_counted(room) for room in figures],
            }
        )
        return 0
    for room in figures:
        words = {"title": room.exercise.title, "n": room.copies, "count": number(room.copies)}
        say(phrase("salle", **words) if room.large_enough else phrase("salle-sans-chiffres", **words, least=least))
    say(phrase("compte-rendu", path=written[0].with_suffix("")))
    return 0


def _counted(room: ClassFigures) -> dict[str, object]:
    return {"exercice": room.exercise.id, "copies": room.copies, "chiffres": room.large_enough}


def _subtitle(session: Session | None, today: dt.date) -> str:
    if session is None:
        return long_date(today)
    return " · ".join(part for part in (session.title, long_date(session.date), session.place) if part)
