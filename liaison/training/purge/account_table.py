"""Une table qui dit qui est qui sans un nom : à côté d'un code, ou de notes, un compte, un numéro ou une adresse.

Told by what it holds: it may be called anything, and be anywhere in the session.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from liaison.base.tables import bare_cell, open_table
from liaison.training.session.definition import LARGEST_LIST, Session

_FIELDS = ("username", "idnumber", "email")  # those of liaison.training.marks.results, which stands beside
_MOST_LINES = 5_000
_ACCOUNT = re.compile(r"(?=\S*[^\W\d_])\S{4,}|\d{4,}")  # no cross, no « oui », no mark
Row = Sequence[str]


def says_who_is_who(session: Session, path: Path) -> bool:
    """Return whether a table has an account beside each code, or beside marks; False of what is no table.

    Each code with a word of its own is such a table: nothing tells « portable » from the account of somebody.
    """
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST_LIST:
        return False
    lines = islice(open_table(path, path.name).lines, _MOST_LINES)
    head, *rows = [[bare_cell(str(cell)).strip() for cell in line.cells] for line in lines] or [[]]
    return _has_marks(session, head, rows) or any(_has_codes(session, rows, *turn) for turn in ((0, 1), (1, 0)))


def _has_marks(session: Session, head: Row, rows: Sequence[Row]) -> bool:
    """Whether its columns are those of a file for Moodle, and somebody is there otherwise than by code."""
    of_marks = any(cell.startswith(session.modules) for cell in head[1:])
    return (
        head[:1] in [[field] for field in _FIELDS]
        and of_marks
        and any(row[0] not in session.participants for row in rows if row and row[0])
    )


def _has_codes(session: Session, rows: Sequence[Row], code: int, account: int) -> bool:
    """Whether its first two columns are a code and what stands beside no other."""
    lines = [row for row in rows if len(row) > 1 and row[code] in session.participants and row[account]]
    accounts = {row[account] for row in lines}
    alone = len(lines) == len(accounts) == len({row[code] for row in lines})
    words = accounts.isdisjoint(session.modules) and all(len(account.split()) == 1 for account in accounts)
    return alone and words and any(map(_ACCOUNT.fullmatch, accounts))


__all__ = ["says_who_is_who"]
