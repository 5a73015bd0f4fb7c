"""Le fichier des besoins que l'école garde : un tableau de codes, relu cellule par cellule quel que soit le tableur."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pandas as pd

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import HEAD_LINES, Line, Opened, csv_bytes, is_blank
from liaison.base.words import listed
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.formats import open_file
from liaison.diagnostic.reading.wording import lexicon
from liaison.support.file_faults import other_cells, other_columns
from liaison.support.needs.needs import CHOICES, COLUMNS, FLAGS, INDEX, Needs, NeedsError

phrase = french_beside(__file__)
VERSION = "1"
HEADER = ["version", INDEX, *COLUMNS]
YES_NO = {"oui": True, "non": False}
_MOST_FAULTS = 20


def needs_csv(needs: Needs) -> bytes:
    """Return the needs as a table that a spreadsheet opens and `read_needs` reads back."""
    table = needs.table[list(COLUMNS)]
    return csv_bytes(HEADER, ([VERSION, *row] for row in table.itertuples()), kind="besoins-des-familles")


def read_needs(source: Path | bytes, name: str = "") -> Needs:
    """Return the needs that a file written by `needs_csv` holds, perhaps corrected by hand or saved by a spreadsheet.

    `source` is a path, or the bytes of an uploaded file, then called `name`.

    Raises:
        NeedsError: unreadable file, or every faulty cell (20 at most) with its line, its column and what is accepted.
    """
    name = name or (source.name if isinstance(source, Path) else "besoins.csv")
    opened = _opened(source, name)
    if opened.fault:
        raise NeedsError(phrase("pas-lisible", file=name, fault=opened.fault))
    header = _header(opened.lines)
    if header is None:
        raise NeedsError(other_columns(name, HEADER))
    return _needs(opened.lines, _columns(header, name))


def holds_needs(content: bytes, name: str) -> bool:
    """Return whether a file has the columns of needs, whatever wrote it: CSV of any delimiter, workbook."""
    opened = _opened(content, name)
    return not opened.fault and _header(opened.lines) is not None


def _opened(source: Path | bytes, name: str) -> Opened:
    return open_file(source, name, lexicon(family_questionnaire()))


def _header(lines: Iterator[Line]) -> list[str] | None:
    """Return the names of the columns, once their line is read; None when these are not the columns of needs."""
    for line in islice(lines, HEAD_LINES):
        names = [cell.strip() for cell in line.cells]
        # Coupons share less than half of them: those that are also questions, or that the school adds.
        if INDEX in names and 2 * len({*names} & {*COLUMNS}) > len(COLUMNS):
            while not names[-1]:
                names.pop()
            return names
    return None


def _columns(names: list[str], name: str) -> list[str]:
    """Return the columns as they come in the file, each once and none but those of needs.

    Raises:
        NeedsError: a column that is missing, that is there twice, or that is none of ours and may hold a name.
    """
    if missing := [each for each in HEADER if each not in names]:
        raise NeedsError(phrase("colonnes-absentes", file=name, columns=", ".join(missing)))
    if others := [shown(each) or phrase("colonne-sans-nom") for each in names if each not in HEADER]:
        raise NeedsError(phrase("colonnes-en-trop", file=name, columns=", ".join(others)))
    if twice := [each for each in HEADER if names.count(each) > 1]:
        raise NeedsError(phrase("colonnes-deux-fois", file=name, columns=", ".join(twice)))
    return names


def _needs(read: Iterator[Line], names: list[str]) -> Needs:
    faults: list[str] = []
    columns: dict[str, list[object]] = {name: [] for name in COLUMNS}
    codes: list[str] = []
    for line in read:
        if line.fault or is_blank(line.cells):
            faults += [phrase("ligne-fautive", line=line.number, fault=line.fault)] if line.fault else []
            continue
        if len(line.cells) < len(names) or not is_blank(line.cells[len(names) :]):
            faults.append(other_cells(line.number, len(line.cells), len(names)))
            continue
        row = dict(zip(names, (cell.strip() for cell in line.cells), strict=False))
        if row["version"] != VERSION:
            faults.append(phrase("autre-version", line=line.number, read=row["version"], version=VERSION))
        codes.append(row[INDEX])
        for name in COLUMNS:
            columns[name].append(_read(name, row[name], line.number, faults))
    if faults:
        raise NeedsError(f"{phrase('pas-garde')}\n{listed(faults, _MOST_FAULTS)}")
    return Needs(_table(codes, columns))


def _read(name: str, cell: str, line: int, faults: list[str]) -> object:
    """Return what a cell holds; note the fault where it holds nothing that the column accepts."""
    if name in FLAGS:
        if cell in YES_NO:
            return YES_NO[cell]
        faults.append(phrase("ecrire-oui-ou-non", line=line, column=name, cell=cell))
        return False
    if name == "enfants":
        if cell == "" or (cell.isascii() and cell.isdigit() and 1 <= int(cell) <= 20):
            return int(cell) if cell else None
        faults.append(phrase("ecrire-un-nombre", line=line, column=name, cell=cell))
        return None
    if name in CHOICES and cell and cell not in CHOICES[name]:
        faults.append(phrase("choisir", line=line, column=name, cell=cell, values=", ".join(CHOICES[name])))
        return None
    return cell if name == "niveaux" else cell or None


def _table(codes: list[str], columns: dict[str, list[object]]) -> pd.DataFrame:
    table = pd.DataFrame(index=pd.Index(codes, name=INDEX, dtype="str"))
    for name in COLUMNS:
        if name in CHOICES:
            table[name] = pd.Categorical(columns[name], categories=list(CHOICES[name]))
        elif name == "enfants":
            table[name] = pd.Series(columns[name], dtype="Int64").array
        else:
            table[name] = pd.Series(columns[name], index=table.index, dtype="bool" if name in FLAGS else "object")
    return table


__all__ = ["holds_needs", "needs_csv", "read_needs"]
