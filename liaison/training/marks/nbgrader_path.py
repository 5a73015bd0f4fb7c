"""Ce que nbgrader exécute d'une copie : les cellules de l'exercice distribué, et aucune autre."""

from __future__ import annotations

from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor


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
        kept: dict[str, Any] = {}
        for cell in nb.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in locked:
                kept[name] = cell  # of two cells of one name the last stays, as nbgrader does
        # A copy with its cells upside down would otherwise use a name before the cell that gives it.
        nb.cells = [kept[name] for name in locked if name in kept]
        return nb, resources


__all__ = ["OnlyCellsOfTheExercise"]
