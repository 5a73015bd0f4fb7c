"""Un fichier ouvert, avant d'être compris : des lignes de texte, leurs numéros, et ce qu'il y a à en dire."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

HEAD_LINES = 10  # lignes lues pour reconnaître un format et trouver l'en-tête
LONGEST_LINE = 100_000  # caractères : au-delà, ce n'est pas une ligne de tableau
MOST_COLUMNS = 2_000
LARGEST_FILE = 300_000_000  # octets


class Line(NamedTuple):
    """One line of a file: its number (1 is the first), its cells, or the reason why it cannot be read (French)."""

    number: int
    cells: Sequence[str] = ()
    fault: str = ""


class SheetBeside(NamedTuple):
    """A sheet of a workbook that is not read: its name, what is said of it, and its lines, each time that one asks."""

    name: str
    remark: str
    lines: Callable[[], Iterator[Line]]


@dataclass(frozen=True)
class Opened:
    """A file that was opened: its lines in order, blank ones included, and what is worth saying of it.

    `fault`: why nothing of it can be read; there are then no lines. `sheets`: those beside the one that is read, each
    in the remarks too.
    """

    name: str
    lines: Iterator[Line]
    remarks: tuple[str, ...] = ()
    fault: str = ""
    sheets: tuple[SheetBeside, ...] = ()


def refused_file(name: str, fault: str) -> Opened:
    """Return a file of which nothing can be read, and why."""
    return Opened(name, iter(()), fault=fault)


def is_blank(cells: Sequence[str]) -> bool:
    """Return whether no cell of a line holds anything."""
    return not any(cell and not cell.isspace() for cell in cells)
