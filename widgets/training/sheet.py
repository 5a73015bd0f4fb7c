"""La copie d'une personne : un exercice, le dossier où ses réponses se gardent, et ce qu'on en relit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from traitlets import HasTraits, Instance, Unicode

from liaison.training.exercise.answers import (
    ExerciseAnswers,
    ExerciseAnswersError,
    read_answers,
    record_answer,
    set_answers_aside,
)
from liaison.training.exercise.definition import exercise


class SheetState(HasTraits):
    """What every question reads: `answers` as last read or saved, and `damage`, why they cannot be read ("" if so).

    While the file is damaged nothing is saved: it would be lost. `put_aside` keeps it under another name.
    """

    answers = Instance(ExerciseAnswers)
    damage = Unicode()

    def __init__(self, name: str, folder: Path) -> None:
        self.exercise = exercise(name)
        self.folder = folder
        super().__init__(answers=ExerciseAnswers(exercise=self.exercise.id, edition=self.exercise.edition))
        self.read()

    def read(self) -> None:
        """Take the answers of the folder, or say why they cannot be read."""
        try:
            self.answers = read_answers(self.folder, self.exercise)
            self.damage = ""
        except ExerciseAnswersError as error:
            self.damage = str(error)

    def record(self, question: str, value: Any) -> None:
        """Save one more attempt at a question.

        Raises:
            AnswersError: why nothing was saved.
        """
        try:
            self.answers = record_answer(self.folder, self.exercise, question, value)
        except ExerciseAnswersError:
            # Perhaps the file was damaged since it was read: every question then says so.
            self.read()
            raise

    def put_aside(self) -> Path:
        """Keep the damaged file under another name, and start from no answer.

        Raises:
            AnswersError: it could not be renamed.
        """
        aside = set_answers_aside(self.folder)
        self.read()
        return aside
