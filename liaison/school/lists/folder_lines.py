"""Les lignes d'un fichier en chemin : celles que l'on garde, celles que l'on refuse, et tout ce qui en est dit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.school.lists.cells import FolderTable

phrase = french_beside(__file__)

Row = dict[str, Any]


@dataclass(frozen=True)
class Problem:
    """One thing to look at: file, line (1 is the header; None: the whole file), column, reason, accepted values.

    `severity` is "refus" (the line was not kept) or "attention" (kept, to be checked).
    """

    file: str
    line: int | None
    column: str | None
    reason: str
    accepted: str | None = None
    severity: Literal["refus", "attention"] = "refus"

    def __str__(self) -> str:
        """The problem in one French sentence."""
        where = self.file + (phrase("a-la-ligne", line=self.line) if self.line else "")
        where += phrase("dans-la-colonne", column=self.column) if self.column else ""
        accepted = phrase("valeurs-acceptees", accepted=self.accepted) if self.accepted else ""
        return typeset(f"{where} : {self.reason}.{accepted}")


@dataclass(frozen=True)
class RowCount:
    """What became of the lines of one file: `read` = `loaded` + `refused` + `aside`; blank lines are apart."""

    read: int
    loaded: int
    refused: int
    blank: int
    aside: int = 0


@dataclass
class FolderLines:
    """The rows of one file on their way: kept ones by line number, unreadable ones by key, and all that was said."""

    table: FolderTable
    rows: dict[int, Row] = field(default_factory=dict)
    read: int = 0
    blank: int = 0
    aside: int = 0
    refused_keys: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    usable: bool = True

    def say(self, line: int | None, column: str | None, reason: str, accepted: str | None = None) -> None:
        """Record why a line, or the file, is refused."""
        self.problems.append(Problem(self.table.file, line, column, reason, accepted))

    def warn(self, line: int | None, column: str | None, reason: str, accepted: str | None = None) -> None:
        """Record something to check in a line, or a file, that is kept."""
        self.problems.append(Problem(self.table.file, line, column, reason, accepted, "attention"))

    def refuse(self, line: int, column: str | None, reason: str, accepted: str | None = None) -> None:
        """Refuse a row that had been kept so far."""
        self.say(line, column, reason, accepted)
        del self.rows[line]

    def set_aside(self, line: int) -> None:
        """Leave out a row that the suite does not need, and that is no fault."""
        del self.rows[line]
        self.aside += 1

    def count(self) -> RowCount:
        """What became of the rows."""
        loaded = len(self.rows)
        return RowCount(self.read, loaded, self.read - loaded - self.aside, self.blank, self.aside)


__all__ = ["FolderLines", "Problem", "Row", "RowCount"]
