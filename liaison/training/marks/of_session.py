"""Les exercices d'une séance que l'on note, lit et rend : celui qu'on nomme, ou tous les siens."""

from __future__ import annotations

from pathlib import Path

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.training.exercise.definition import Exercise, exercise, exercise_names
from liaison.training.marks.copies import CourseError
from liaison.training.marks.texts_to_read import Readings, texts_to_read
from liaison.training.session.definition import SESSION_NAME, SessionFolder, load_session

phrase = french_beside(__file__)


class NoExerciseError(FrenchError):
    """There is no exercise to mark, and what to do."""


def asked_exercises(module: str | None, course: Path) -> list[Exercise]:
    """Return the exercise of that name (01, or 01_messagerie_ent), or those of the session when none is named.

    Raises:
        ExerciseError: no such exercise.
        SessionError: the session cannot be read.
        NoExerciseError: no name, and no session; or none of its modules has an exercise.
    """
    if module is not None:
        short = [name for name in exercise_names() if name.startswith(f"{module}_")]
        return [exercise(short[0] if len(short) == 1 else module)]
    if not (course / SESSION_NAME).is_file():
        raise NoExerciseError(phrase("pas-une-seance", course=course, exercises=", ".join(exercise_names())))
    with_exercise = [name for name in load_session(course).session.modules if name in exercise_names()]
    if not with_exercise:
        raise NoExerciseError(phrase("aucun-exercice"))
    return [exercise(name) for name in with_exercise]


def texts_of_session(place: SessionFolder) -> tuple[Readings | None, str]:
    """Return the texts of a session, or None and why nobody knows what is left to read.

    Of a session that has no exercise there is nothing to say: None, and no reason.
    """
    try:
        return texts_to_read(place.root, asked_exercises(None, place.root)), ""
    except CourseError as error:
        return None, str(error)
    except NoExerciseError:
        return None, ""


__all__ = ["NoExerciseError", "asked_exercises", "texts_of_session"]
