"""La page que formgrader ouvre pour chaque copie notée : chaque question, ce qui y est répondu, sans rien exécuter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from liaison.base.files import put_whole
from liaison.base.sentences import french_beside
from liaison.module import EXERCISE
from liaison.training.exercise.answer_words import in_words
from liaison.training.exercise.definition import Exercise, Question
from liaison.training.marks.autograded import nothing_written
from liaison.training.marks.copies import Copy

phrase = french_beside(__file__)


AUTOGRADED = "autograded"  # where formgrader looks for a copy before it shows any mark
_PYTHON = {"name": "python3", "display_name": "Python 3", "language": "python"}


def write_page(root: Path, exercise: Exercise, copy: Copy) -> None:
    """Write the page of a copy, as `nbgrader autograde` would have: its cells have the names that the gradebook knows.

    Raises:
        OSError: it cannot be written.
    """
    folder = root / AUTOGRADED / copy.student / exercise.id
    folder.mkdir(parents=True, exist_ok=True)
    cells = [cell for question in exercise.questions for cell in _cells(exercise, question, copy)]
    page = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": _PYTHON}, "cells": cells}
    # That of `nbgrader autograde` can be replaced, and not written in.
    put_whole(folder / EXERCISE, json.dumps(page, ensure_ascii=False).encode())


def _cells(exercise: Exercise, question: Question, copy: Copy) -> Iterator[dict[str, Any]]:
    yield _cell("markdown", f"{question.id}_question", f"### {question.title}\n\n{question.text}")
    call = f'("{exercise.id}", "{question.id}")'
    if question.by_hand:
        text = dict(copy.texts).get(question.id, nothing_written())
        yield _cell("code", f"{question.id}_lu", f"text_of{call}", shown=text)
        looked_at = "\n".join(f"- {line}" for line in getattr(question, "grid", ()))
        yield _cell(
            "markdown", question.id, phrase("ce-que-l-on-y-cherche", lines=looked_at), task=True, points=question.points
        )
    else:
        last = copy.answers.last(question.id) if copy.answers else None
        shown = phrase("pas-de-reponse") if last is None else "\n".join(in_words(question, last))
        yield _cell("code", question.id, f"points{call}", shown=shown, grade=True, points=question.points)


def _cell(kind: str, name: str, source: str, *, shown: str | None = None, **settings: Any) -> dict[str, Any]:
    """Return a cell; what a person wrote is only ever an output of plain text."""
    flags = {"grade": False, "solution": False, "task": False, "locked": True, **settings}
    named = {"schema_version": 3, "cell_type": kind, "grade_id": name, **flags}
    cell: dict[str, Any] = {
        "cell_type": kind,
        "id": name.replace("_", "-")[:64],
        "metadata": {"nbgrader": named},
        "source": source,
    }
    if shown is not None:
        printed = shown.encode("utf-8", "replace").decode("utf-8")
        cell |= {"execution_count": None, "outputs": [{"output_type": "stream", "name": "stdout", "text": printed}]}
    return cell


__all__ = ["AUTOGRADED", "write_page"]
