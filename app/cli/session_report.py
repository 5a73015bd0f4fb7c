"""`liaison session report` : ce que la salle a atteint et ce qui lui a manqué, sans nommer personne."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.cli.output import InputError, Steps, print_json, say
from app.cli.session_modules import asked_exercises
from liaison.base.numbers import counted
from liaison.documents import DocumentError, write_formats
from liaison.documents.cited import long_date
from liaison.rules import rule
from liaison.training.room.class_figures import ClassFigures, class_figures
from liaison.training.room.class_report import STEM, class_report
from liaison.training.session.definition import SESSION_NAME, Session, load_session

FEWEST_RULE = "formation/petit_groupe"


def run(module: str | None, course: Path, out: Path | None, fewest: int | None, json: bool) -> int:
    """Write the report of the session in its three formats, in its own `documents/` unless told otherwise; 0."""
    today = dt.date.today()
    asked = asked_exercises(module, course)
    session = load_session(course).session if (course / SESSION_NAME).is_file() else None
    least = fewest if fewest is not None else int(rule(FEWEST_RULE, today).value)
    figures = []
    with Steps(len(asked) + 1) as steps:
        for exercise in asked:
            steps.step(f"Copies de « {exercise.title} »")
            figures.append(class_figures(course, exercise, least, session.participants if session else ()))
        steps.step("Le document, en trois formats")
        document = class_report(figures, _subtitle(session, today), session.date if session else today)
        try:
            written = write_formats(document, out or course / "documents", STEM)
        except DocumentError as error:
            raise InputError(str(error)) from error
    if json:
        print_json(
            {
                "fichiers": [str(path) for path in written],
                "modules": [_counted(one) for one in figures],
            }
        )
        return 0
    for one in figures:
        count = counted(one.copies, "copie", "copies")
        say(f"{one.exercise.title} : {count}{'' if one.told else f', trop peu pour des chiffres (moins de {least})'}.")
    say(f"Compte rendu : « {written[0].with_suffix('')} », en DOCX, PDF et HTML. Il ne nomme personne.")
    return 0


def _counted(one: ClassFigures) -> dict[str, object]:
    return {"exercice": one.exercise.id, "copies": one.copies, "chiffres": one.told}


def _subtitle(session: Session | None, today: dt.date) -> str:
    if session is None:
        return long_date(today)
    return " · ".join(part for part in (session.title, long_date(session.date), session.place) if part)
