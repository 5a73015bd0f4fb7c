"""Ouvrir un tableau, quel qu'il soit : un CSV, un classeur XLSX ou ODS ; rien d'autre, et rien de démesuré."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from liaison.base.faults import why
from liaison.base.sentences import french_beside
from liaison.base.tables.delimited import open_delimited
from liaison.base.tables.not_tables import ZIP, why_no_table
from liaison.base.tables.opened import LARGEST_FILE, Opened, refused_file
from liaison.base.tables.spreadsheet import open_spreadsheet

phrase = french_beside(__file__)

Rows = Sequence[Sequence[str]]
_START = 512  # octets qui suffisent à reconnaître ce qu'est un fichier


def open_table(source: Path | bytes, name: str, is_table: Callable[[Rows], bool] | None = None) -> Opened:
    """Return the lines of a file, whatever it is; `fault` says why when nothing of it can be read. Never raises.

    Of a workbook, one sheet is read: the first whose first lines are those of such a table (`is_table`), otherwise the
    first that holds something.
    """
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > LARGEST_FILE:
            return refused_file(name, phrase("fichier-depasse-mo-couper", largest_file=LARGEST_FILE // 1000000))
        start = first_bytes(source)
        if not start:
            return refused_file(name, phrase("fichier-vide"))
        if fault := why_no_table(start, source):
            return refused_file(name, fault)
        return open_spreadsheet(source, name, is_table) if is_workbook(start) else open_delimited(source, name)
    except OSError as error:
        return refused_file(name, phrase("fichier-peut-pas-etre", error=why(error)))


def first_bytes(source: Path | bytes) -> bytes:
    """Return enough of a file to tell what it is.

    Raises:
        OSError: it cannot be read.
    """
    if isinstance(source, bytes):
        return source[:_START]
    with source.open("rb") as stream:
        return stream.read(_START)


def is_workbook(start: bytes) -> bool:
    """Return whether a file that begins so may be an XLSX or an ODS."""
    return start.startswith(ZIP)
