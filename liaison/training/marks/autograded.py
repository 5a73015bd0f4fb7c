"""Ce que les cellules notées d'un exercice appellent : les points d'une question, le texte à lire."""

from __future__ import annotations

from pathlib import Path

from liaison.base.sentences import french_beside
from liaison.training.exercise.answers import ExerciseAnswersError, read_answers
from liaison.training.exercise.definition import exercise
from liaison.training.exercise.scoring import mark

phrase = french_beside(__file__)


def nothing_written() -> str:
    """Return what stands for a text in which nothing was written."""
    return phrase("rien-d-ecrit")


def points(name: str, question: str) -> float:
    """Return the points of one question, from the answers file beside the notebook; nbgrader takes them as the mark.

    Answers that cannot be read are said, and count for nothing.
    """
    course = exercise(name)
    asked_question = course.question(question)
    try:
        marked = mark(asked_question, read_answers(Path(), course).last(question))
    except ExerciseAnswersError as error:
        # On the error stream nbgrader would read a failure, with no mark that can be told from a wrong answer.
        print(error)
        return 0.0
    if marked.fault:
        print(marked.fault)
    return marked.points or 0.0


def text_of(name: str, question: str) -> None:
    """Show the trainer what was written, as plain text."""
    course = exercise(name)
    try:
        text = read_answers(Path(), course).written(question) or nothing_written()
    except ExerciseAnswersError as error:
        text = str(error)
    print(text.encode("utf-8", "replace").decode("utf-8"))
