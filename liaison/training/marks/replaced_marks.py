"""Les notes qui ont laissé leur place à une autre dans ce carnet : ce qui n'y fut jamais vient d'un carnet perdu.

A table of our own, beside nbgrader's, keeps a fingerprint of each mark that was replaced or erased, and no word of it.
It goes when names are erased: whoever guesses a comment that named somebody could recognise it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, MetaData, String, Table, inspect
from sqlalchemy.dialects.sqlite import insert

from liaison.training.marks.given_to import fingerprint

TABLE = "carnets_replaced_marks"
_TABLE = Table(
    TABLE,
    MetaData(),
    Column("grade_id", String(32), primary_key=True),
    Column("mark", String(64), primary_key=True),
)


def mark_print(points: float | None, comment: str) -> str:
    """Return what tells a mark and its comment from others, as a table of texts writes them: to two decimals."""
    return fingerprint([None if points is None else round(float(points), 2), " ".join(comment.split())])


def give_way(db: Any, grade: Any, points: float | None, comment: str) -> None:
    """Say that a mark of the gradebook gives way to another; nothing is said of one that was not given yet."""
    if points is None and not comment:
        return
    _TABLE.create(db.connection(), checkfirst=True)
    line = {"grade_id": grade.id, "mark": mark_print(points, comment)}
    db.execute(insert(_TABLE).on_conflict_do_nothing(), [line])


def replaced_marks(db: Any) -> dict[str, frozenset[str]]:
    """Return, by the gradebook's key of each mark, the fingerprints of those that stood there before."""
    if not inspect(db.connection()).has_table(_TABLE.name):  # nothing was replaced, or by a former version
        return {}
    marks: dict[str, set[str]] = {}
    for row in db.execute(_TABLE.select()):
        marks.setdefault(row.grade_id, set()).add(row.mark)
    return {key: frozenset(prints) for key, prints in marks.items()}


__all__ = ["TABLE", "give_way", "mark_print", "replaced_marks"]
