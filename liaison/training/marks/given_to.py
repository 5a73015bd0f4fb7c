"""À quelle réponse une note a été donnée : quand une autre réponse vient, elle reste, et la réponse est à relire.

nbgrader keeps a mark beside a question and a person, whatever they have written since. A table of our own, in its
gradebook, keeps the fingerprint of the answer beside the mark; nbgrader's own tables stay as it made them. Erasing
names takes the fingerprints away: whoever guesses an answer that named somebody could recognise it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, MetaData, String, Table, inspect
from sqlalchemy.dialects.sqlite import insert

TABLE = "carnets_given_to"
_TABLE = Table(
    TABLE,
    MetaData(),
    Column("grade_id", String(32), primary_key=True),
    Column("answer", String(64), nullable=False),
    # What had been given when another answer came; it waits as long as it is still that which stands there.
    Column("former", String(64)),
)


def fingerprint(answer: object) -> str:
    """Return what tells an answer from another; spaces alone do not make another text."""
    compared = " ".join(answer.split()) if isinstance(answer, str) else answer
    return hashlib.sha256(json.dumps(compared, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class GradebookAnswer:
    """An answer that comes beside a mark of the gradebook; `waits`: it is to be read while nobody has marked it."""

    grade: Any
    answer: object
    waits: bool


def answers_come(db: Any, coming: Sequence[GradebookAnswer]) -> None:
    """Put answers beside their marks, and say which are to be looked at.

    What a trainer gave to another answer stays, and waits to be given again.
    """
    _TABLE.create(db.connection(), checkfirst=True)
    query = _TABLE.select().where(_TABLE.c.grade_id.in_([answer.grade.id for answer in coming]))
    rows = {row.grade_id: row for row in db.execute(query)}
    _keep(db, [_come(answer, rows.get(answer.grade.id)) for answer in coming])


def _come(coming: GradebookAnswer, row: Any) -> dict[str, str | None]:
    grade, came = coming.grade, fingerprint(coming.answer)
    held = _given(grade.manual_score, _comment(grade))
    former = row.former if row and grade.needs_manual_grade and row.former == held else None
    if row and row.answer != came:
        former = held
    grade.needs_manual_grade = coming.waits if grade.manual_score is None else former is not None
    return {"grade_id": grade.id, "answer": came, "former": former}


def given_to(db: Any, grade: Any, answer: object) -> None:
    """Say that the mark that is being given is given to this answer."""
    _TABLE.create(db.connection(), checkfirst=True)
    _keep(db, [{"grade_id": grade.id, "answer": fingerprint(answer), "former": None}])


def answers_beside(db: Any) -> dict[str, tuple[str, str | None]]:
    """Return, by the gradebook's key of each mark, its answer, and what had been given to a former one."""
    if not inspect(db.connection()).has_table(_TABLE.name):  # a gradebook that a former version wrote
        return {}
    return {row.grade_id: (row.answer, row.former) for row in db.execute(_TABLE.select())}


def is_blank(beside: tuple[str, str | None] | None) -> bool:
    """Whether the answer beside a mark is a text in which nothing is written: it waits for nobody."""
    return beside is not None and beside[0] == fingerprint("")


def is_former(former: str | None, points: float | None, comment: str) -> bool:
    """Whether what stands there is what had been given to a former answer."""
    return former is not None and former == _given(points, comment)


def _given(points: float | None, comment: str) -> str | None:
    return None if points is None and not comment else fingerprint([points, comment])


def _comment(grade: Any) -> str:
    written = (entry.manual_comment for entry in grade.notebook.comments if entry.cell_id == grade.cell_id)
    return (next(written, None) or "").strip()


def _keep(db: Any, rows: Sequence[Mapping[str, str | None]]) -> None:
    if rows:
        put = insert(_TABLE)
        set_ = {name: put.excluded[name] for name in ("answer", "former")}
        db.execute(put.on_conflict_do_update(["grade_id"], set_=set_), rows)


__all__ = [
    "TABLE",
    "GradebookAnswer",
    "answers_beside",
    "answers_come",
    "fingerprint",
    "given_to",
    "is_blank",
    "is_former",
]
