"""Les copies remises, lues sans en exécuter une ligne : une copie abîmée donne une raison, jamais un arrêt."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from liaison.base.faults import FrenchError, why
from liaison.base.guarded import taken
from liaison.base.quoting import printable
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.module import EXERCISE
from liaison.training.exercise.answers import (
    ANSWERS_FILE,
    ExerciseAnswers,
    ExerciseAnswersError,
    parse_answers,
    read_answers,
)
from liaison.training.exercise.definition import Exercise
from liaison.training.exercise.scoring import ExerciseMarks, mark_all
from liaison.training.marks.nbgrader_alone import nbgrader_alone

phrase = french_beside(__file__)


COURSE_ID = "carnets-de-liaison"  # le même que dans nbgrader_config.py
TIMESTAMP = "timestamp.txt"
SECRET = "submission_secret.txt"  # ce que l'échange de nbgrader donne à chaque remise
HANDED_OUT = f"{Path(EXERCISE).stem}.html"  # le retour d'une copie, là où l'échange de nbgrader le cherche
LONGEST_CODE = 255  # ce qu'un système de fichiers donne
_LARGEST_TIMESTAMP = 200
_SHOWN = 60


class CourseError(FrenchError):
    """A course folder in which nothing can be marked, and what to do."""


@dataclass(frozen=True)
class Copy:
    """What one person handed in: the marks, or the reason why there are none, and what the trainer should know.

    `student` is the name of their folder. `refused`: the copy itself cannot be read; no mark is written. Otherwise
    `result` holds marks, and `remarks` says what was wrong with the copy or with an answer.
    """

    student: str
    result: ExerciseMarks | None
    refused: str | None = None
    remarks: tuple[str, ...] = ()
    attempts: int = 0
    texts: tuple[tuple[str, str], ...] = ()  # (question, ce qui a été écrit), pour les questions notées à la main
    handed_in: dt.datetime | None = None
    answers: ExerciseAnswers | None = field(default=None, compare=False, repr=False)

    @property
    def shown(self) -> str:
        """The name of the folder, as it can be printed."""
        return self.student.encode("utf-8", "replace").decode("utf-8")


def students_in(submitted: Path) -> list[str]:
    """Return the names of the folders of `submitted`, sorted; hidden ones are not copies.

    Raises:
        CourseError: there is no such folder, or it cannot be read.
    """
    try:
        with os.scandir(submitted) as entries:
            return sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        raise CourseError(phrase("dossier-ferme", folder=submitted)) from error


def read_copies(submitted: Path, exercise: Exercise) -> Iterator[Copy]:
    """Yield the copy of everybody who handed this exercise in, by name; each is marked or says why it is not.

    Raises:
        CourseError: see `students_in`.
    """
    for student in students_in(submitted):
        if _may_be_there(submitted / student / exercise.id):
            yield _whatever_happens(submitted, student, exercise)


def written_texts(submitted: Path, exercise: Exercise) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what everybody who handed this exercise in wrote, by question, without marking anything else.

    A copy that cannot be read has no text: `read_copies` says why.

    Raises:
        CourseError: see `students_in`.
    """
    for student in students_in(submitted):
        folder = submitted / student / exercise.id
        if _refusal(submitted / student, folder, student) is None:
            try:
                yield student, _texts(read_answers(folder, exercise), exercise)
            except ExerciseAnswersError:
                yield student, {}


def _texts(answers: ExerciseAnswers, exercise: Exercise) -> dict[str, str]:
    by_hand = (question.id for question in exercise.questions if question.by_hand)
    return {name: text for name in by_hand if (text := answers.written(name))}


def _may_be_there(copy: Path) -> bool:
    """Return whether there is a copy; one that the system hides is not passed over in silence."""
    try:
        copy.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _whatever_happens(submitted: Path, student: str, exercise: Exercise) -> Copy:
    try:
        return read_copy(submitted, student, exercise)
    except Exception as error:  # the others are waiting: what nobody foresaw is said, and they are marked
        return Copy(
            student,
            None,
            refused=typeset(phrase("lecture-arretee", error=printable(repr(error))[:120])),
        )


def read_copy(submitted: Path, student: str, exercise: Exercise) -> Copy:
    """Return the copy of one person, marked from the answers file alone."""
    folder = submitted / student / exercise.id
    if refused := _refusal(submitted / student, folder, student):
        return Copy(student, None, refused=typeset(refused))
    remarks: list[str] = []
    try:
        answers = read_answers(folder, exercise)
    except ExerciseAnswersError as error:
        remarks.append(str(error))
        answers = parse_answers(_nothing(exercise), exercise)
    if answers.edition != exercise.edition:
        remarks.append(phrase("autre-edition", given=answers.edition, marked=exercise.edition))
    if unknown := sorted(set(answers.to_questions) - {question.id for question in exercise.questions}):
        remarks.append(phrase("questions-inconnues", names=", ".join(unknown)[:_SHOWN]))
    result = mark_all(exercise, answers)
    remarks += result.faults
    if all(entry.last is None for entry in answers.to_questions.values()) and not remarks:
        near = _near(folder)
        remarks.append(phrase("aucune-reponse-mais", file=near) if near else phrase("aucune-reponse"))
    if not os.path.lexists(folder / EXERCISE):
        remarks.append(phrase("carnet-absent", file=EXERCISE))
    handed_in, doubt = when_handed_in(folder)
    return Copy(
        student,
        result,
        remarks=tuple(typeset(printable(remark)) for remark in [*remarks, *doubt]),
        attempts=sum(entry.attempts for entry in answers.to_questions.values()),
        texts=tuple(_texts(answers, exercise).items()),
        handed_in=handed_in,
        answers=answers,
    )


def _refusal(person: Path, folder: Path, student: str) -> str | None:
    """Return why the folder of a copy cannot be taken for one, None when it can."""
    try:
        return _unlike_a_copy(person, folder, student)
    except OSError as error:
        return phrase("dossier-remis-ferme", reason=why(error))


def _unlike_a_copy(person: Path, folder: Path, student: str) -> str | None:
    if any(place.is_symlink() or _aside(place).is_symlink() for place in (person, folder)):
        return phrase("lien-non-suivi")
    if not folder.is_dir():
        return phrase("fichier-au-lieu-du-dossier")
    if len(student) > LONGEST_CODE or not student.isprintable():
        return phrase("nom-impossible")
    os.scandir(folder).close()  # a closed folder would be a copy without any answer
    return None


def _aside(link: Path) -> Path:
    """Return where nbgrader's own way puts a folder that is a link (nbgrader_config.py)."""
    return link.with_name(f".{link.name}.lien")


def _nothing(exercise: Exercise) -> bytes:
    return f'{{"version": 1, "exercise": "{exercise.id}", "edition": {exercise.edition}}}'.encode()


def _near(folder: Path) -> str | None:
    """Return a file that a browser or a person may have renamed: « reponses (1).json »."""
    names = sorted(file.name for file in folder.iterdir())
    renamed = [name for name in names if name.lower().startswith("reponses") and name != ANSWERS_FILE]
    return printable(renamed[0])[:_SHOWN] if renamed else None


def when_handed_in(folder: Path) -> tuple[dt.datetime | None, tuple[str, ...]]:
    """Return when the copy was handed in, as nbgrader's exchange wrote it, and a remark when it cannot be read."""
    try:
        text = taken(folder, TIMESTAMP, largest=_LARGEST_TIMESTAMP).decode("utf-8").strip()
        with nbgrader_alone():
            from nbgrader.utils import parse_utc
        return (parse_utc(text) if text else None), ()
    except FileNotFoundError:
        return None, ()
    except (OSError, ValueError, OverflowError):
        return None, (phrase("date-illisible", file=TIMESTAMP),)


__all__ = [
    "COURSE_ID",
    "HANDED_OUT",
    "Copy",
    "CourseError",
    "read_copies",
    "read_copy",
    "students_in",
    "when_handed_in",
    "written_texts",
]
