"""`liaison session report` : ce que la salle a atteint et ce qui lui a manqué, sans nommer personne."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import InputError, Steps, print_json, say
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.documents import DocumentError, write_formats
from liaison.training.board.class_figures import ClassFigures
from liaison.training.board.class_report import STEM
from liaison.training.closing.report import fewest_said, room_report
from liaison.training.marks.of_session import asked_exercises
from liaison.training.session.sole_use import course_at_work

phrase = french_beside(__file__)


def run(module: str | None, course: Path, out: Path | None, fewest: int | None, json: bool) -> int:
    """Write the report of the session in its three formats, in its own `documents/` unless told otherwise; 0."""
    count, least = len(asked_exercises(module, course)), fewest_said(course, fewest)
    with course_at_work(course), Steps(count + 1) as steps:
        document, figures = room_report(
            course, module, least, lambda title: steps.step(phrase("etape-copies", title=title))
        )
        steps.step(phrase("etape-document"))
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
