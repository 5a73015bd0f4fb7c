"""Ôter des noms d'une base de données, jusque dans les pages qu'elle n'emploie plus."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from liaison.readers.readable_text import texts_of_cell
from liaison.training.marks.given_to import TABLE as ANSWERS
from liaison.training.marks.given_to import fingerprint
from liaison.training.marks.replaced_marks import TABLE as REPLACED_MARKS
from liaison.training.purge.name_search import GONE, NameSearch

_BESIDE = ("-journal", "-wal")
# nbgrader's own places for who a code is; a trainer may have filled them in formgrader.
_PERSONAL = ("first_name", "last_name", "email", "lms_user_id")


def waiting_beside(path: Path) -> Path | None:
    """Return the file beside a base that holds changes not in it yet, if there is one."""
    return next((beside for end in _BESIDE if os.path.lexists(beside := path.with_name(path.name + end))), None)


def refuses_changes(error: BaseException) -> bool:
    """Whether a sound base has rules of its own, or a form, that keep a name where it is."""
    return isinstance(error, sqlite3.IntegrityError) or getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR


def strip_names(path: Path, search: NameSearch, announce: Callable[[int], object] = lambda _: None) -> int:
    """Replace names in every text of a base, empty what nbgrader keeps of a person, and return how many cells changed.

    The base is written again whole, so that nothing of what was there stays in it. `announce` is told how many cells
    change, if any, just before they do: nothing changes when it raises.

    Raises:
        sqlite3.Error: damaged, or open elsewhere; nothing changed.
    """
    changed = 0
    with closing(sqlite3.connect(path, timeout=5)) as base:
        base.text_factory = lambda raw: raw.decode("utf-8", "replace")
        with base:
            for (table,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                _without_prints(base, table)
                changed += _table(base, table, search)
            if changed:
                announce(changed)
        base.execute("VACUUM")  # otherwise what was replaced, or deleted long ago, stays in unused pages
    return changed


def _without_prints(base: sqlite3.Connection, table: str) -> None:
    """Take away our own fingerprints: whoever guesses a text that named somebody could recognise it.

    They are of no use any more: no mark is taken once names are erased. That an answer is blank still is.
    """
    if table == REPLACED_MARKS:
        base.execute(f'DELETE FROM "{table}"')
    elif table == ANSWERS:
        base.execute(f'UPDATE "{table}" SET former = NULL')
        base.execute(f"UPDATE \"{table}\" SET answer = '' WHERE answer <> ?", (fingerprint(""),))


def _table(base: sqlite3.Connection, table: str, search: NameSearch) -> int:
    changed = 0
    # What tables refer to each other by is a code: changed in one, it would be lost in the other.
    keys = {row[3] for row in base.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()}
    for _, column, _, _, _, key in base.execute(f'PRAGMA table_info("{table}")').fetchall():
        if key or column in keys:
            continue
        where = f"FROM \"{table}\" WHERE typeof(\"{column}\") IN ('text', 'blob')"
        for row, cell in base.execute(f'SELECT rowid, "{column}" {where}').fetchall():
            text = cell if isinstance(cell, str) else cell.decode("utf-8", "ignore")
            personal = table == "student" and column in _PERSONAL
            if personal or _names(text, search):
                bare = search.replaced(text)
                value = None if personal else GONE if _names(bare, search) else bare
                base.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (value, row))
                changed += 1
    return changed


def _names(text: str, search: NameSearch) -> bool:
    return any(search.finds(form) for form in texts_of_cell(text))


__all__ = ["refuses_changes", "strip_names", "waiting_beside"]
