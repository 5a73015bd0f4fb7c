"""Le fichier des besoins que l'école garde : un CSV de codes, relu cellule par cellule."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pandas as pd

from liaison.support.needs import CHOICES, COLUMNS, FLAGS, INDEX, Needs, NeedsError

VERSION = "1"
HEADER = ["version", INDEX, *COLUMNS]
YES_NO = {"oui": True, "non": False}
_MOST_FAULTS = 20


def needs_csv(needs: Needs) -> str:
    """Return the needs as CSV text (UTF-8, `;`, oui or non) that a spreadsheet opens and `read_needs` reads back."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(HEADER)
    for code, row in needs.table.iterrows():
        writer.writerow([VERSION, code, *(_written(row[name]) for name in COLUMNS)])
    return out.getvalue()


def _written(value: object) -> str:
    if isinstance(value, bool | np.bool_):
        return "oui" if value else "non"
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def read_needs(source: Path | bytes, name: str = "") -> Needs:
    """Return the needs that a file written by `needs_csv` holds, perhaps corrected by hand since.

    `source` is a path, or the bytes of an uploaded file, then called `name`.

    Raises:
        NeedsError: unreadable file, or every faulty cell (20 at most) with its line, its column and what is accepted.
    """
    name = name or (source.name if isinstance(source, Path) else "besoins.csv")
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NeedsError(f"« {name} » n'est pas un fichier lisible : l'enregistrer en CSV UTF-8.") from error
    if not rows or rows[0] != HEADER:
        raise NeedsError(f"« {name} » doit commencer par ces colonnes : {';'.join(HEADER)}")
    faults: list[str] = []
    columns: dict[str, list[object]] = {name: [] for name in COLUMNS}
    codes: list[str] = []
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(HEADER):
            faults.append(f"ligne {line} : {len(row)} cellules, {len(HEADER)} sont attendues")
            continue
        if row[0].strip() != VERSION:
            faults.append(f"ligne {line}, version : « {row[0]} », cette suite lit la version {VERSION}")
        codes.append(row[1])
        for name, cell in zip(COLUMNS, row[2:], strict=True):
            columns[name].append(_read(name, cell.strip(), line, faults))
    if faults:
        more = f"\n… et {len(faults) - _MOST_FAULTS} autres." if len(faults) > _MOST_FAULTS else ""
        raise NeedsError(
            "Ce fichier n'est pas gardé :\n" + "\n".join(f"- {one}" for one in faults[:_MOST_FAULTS]) + more
        )
    return Needs(_table(codes, columns))


def _read(name: str, cell: str, line: int, faults: list[str]) -> object:
    """Return what a cell holds; note the fault where it holds nothing that the column accepts."""
    if name in FLAGS:
        if cell in YES_NO:
            return YES_NO[cell]
        faults.append(f"ligne {line}, {name} : « {cell} », écrire oui ou non")
        return False
    if name == "enfants":
        if cell == "" or (cell.isascii() and cell.isdigit() and 1 <= int(cell) <= 20):
            return int(cell) if cell else None
        faults.append(f"ligne {line}, {name} : « {cell} », écrire un nombre de 1 à 20, ou rien")
        return None
    if name in CHOICES and cell and cell not in CHOICES[name]:
        faults.append(f"ligne {line}, {name} : « {cell} », choisir {', '.join(CHOICES[name])}, ou rien")
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


__all__ = ["needs_csv", "read_needs"]
