"""Ce que nbgrader fait d'une copie : n'exécuter que les cellules de l'exercice, n'attendre qu'un texte écrit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from liaison.training.exercise.answers import ExerciseAnswers, ExerciseAnswersError, read_answers
from liaison.training.exercise.definition import ExerciseError, exercise
from liaison.training.marks.given_to import answers_come
from liaison.training.marks.gradebook import beside


class OnlyCellsOfTheExercise(NbGraderPreprocessor):
    """Take out of a copy every cell that the exercise does not lock, before nbgrader runs it.

    Nobody has code to write in our exercises: what remains is restored by nbgrader from its gradebook. A learner's
    cell could otherwise choose its mark, write in the gradebook or never end.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Return the notebook with the locked cells of the gradebook only, each once, in the order of the exercise."""
        where = resources["nbgrader"]
        with Gradebook(where["db_url"]) as gradebook:
            source = gradebook.find_notebook(where["notebook"], where["assignment"])
            locked = [cell.name for cell in source.source_cells if cell.locked]
        by_name: dict[str, Any] = {}
        for cell in nb.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in locked:
                by_name[name] = cell  # of two cells of one name the last stays, as nbgrader does
        # A copy with its cells upside down would otherwise use a name before the cell that gives it.
        nb.cells = [by_name[name] for name in locked if name in by_name]
        return nb, resources


class OnlyWrittenTextsWait(NbGraderPreprocessor):
    """Leave to the trainer, once nbgrader has marked a copy, the texts that were written, and what was marked for
    another answer."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Return the notebook as it is; the gradebook waits for what is to be read, and for nothing else."""
        where = resources["nbgrader"]
        try:
            course = exercise(where["assignment"])
        except ExerciseError:
            return nb, resources
        try:
            answers = read_answers(Path(resources["metadata"]["path"]), course)
        except ExerciseAnswersError:
            answers = ExerciseAnswers(exercise=course.id, edition=course.edition)
        with Gradebook(where["db_url"]) as gradebook:
            book = gradebook.find_submission_notebook(where["notebook"], where["assignment"], where["student"])
            tasks = {cell.name for cell in book.notebook.task_cells}
            coming = [beside(grade, answers, grade.name, text=grade.name in tasks) for grade in book.grades]
            answers_come(gradebook.db, coming)
            gradebook.db.commit()
        return nb, resources


__all__ = ["OnlyCellsOfTheExercise", "OnlyWrittenTextsWait"]
