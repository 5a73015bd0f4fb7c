"""Ouvrir un dossier de CSV : chaque ligne est gardée ou refusée, et chaque refus dit où, pourquoi, et que faire."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
from pydantic import BaseModel, Field, ValidationError

from liaison.base.faults import faults_in_french, why
from liaison.base.sentences import french_beside
from liaison.base.tables import bare_cell, decoded, dialect_of, line_cells, plain
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.school.lists.cells import LONGEST_CELL, RESPONSABLE_ONLY, TABLES, FolderTable
from liaison.school.lists.folder_checks import check_references
from liaison.school.lists.folder_lines import FolderLines, Problem, Row, RowCount
from liaison.school.tables import School, typed_people
from liaison.school.vocabulary import SchoolKind, Zone

phrase = french_beside(__file__)

FORMAT = "carnets-de-liaison/ecole"
VERSION = 1
LARGEST_FILE = 50_000_000  # octets
LONGEST_LINE = 20_000  # caractères


@dataclass(frozen=True)
class FolderReport:
    """What was read of a folder: the school of the lines kept (None if there is none), problems, counts by file."""

    school: School | None
    problems: tuple[Problem, ...]
    counts: dict[str, RowCount]

    @property
    def complete(self) -> bool:
        """True when nothing was refused: there is then a school, and it is whole."""
        return all(problem.severity != "refus" for problem in self.problems)

    def summary(self) -> str:
        """Return one French line per file: lines read, kept, refused."""
        return "\n".join(
            typeset(phrase("lignes-lues-gardees-refusees", file=file, read=n.read, kept=n.loaded, refused=n.refused))
            + (phrase("mises-part", aside=n.aside) if n.aside else "")
            + (phrase("vides", blank=n.blank) if n.blank else "")
            for file, n in self.counts.items()
        )

    def table(self) -> pd.DataFrame:
        """Return the problems: fichier, ligne, colonne, gravite, raison, valeurs_acceptees."""
        return pd.DataFrame(
            [
                (p.file, p.line, p.column, p.severity, typeset(p.reason), typeset(p.accepted) if p.accepted else None)
                for p in self.problems
            ],
            columns=["fichier", "ligne", "colonne", "gravite", "raison", "valeurs_acceptees"],
        ).astype({"ligne": "Int64"})


def read_folder(path: Path) -> FolderReport:
    """Return the school held in a folder of CSV, and everything that is wrong with it.

    Accepts any delimiter and any encoding that a spreadsheet writes. Never raises for
    what a file holds.
    """
    files = [_read_table(Path(path) / table.file, table) for table in TABLES]
    if all(lines.usable for lines in files):
        check_references(*files)
    problems = [problem for lines in files for problem in lines.problems]
    counts = {lines.table.file: lines.count() for lines in files}
    school = None
    package, package_problems, readable = _read_package(Path(path))
    problems += package_problems
    if readable and all(lines.rows for lines in files):
        school = _school(Path(path), package, files, problems)
    elif all(lines.usable for lines in files):
        empty = [lines.table.file for lines in files if not lines.rows]
        problems += [Problem(file, None, None, phrase("aucune-ligne-gardee-ecole")) for file in empty]
    return FolderReport(school, tuple(problems), counts)


def _read_table(path: Path, table: FolderTable) -> FolderLines:
    lines = FolderLines(table)
    text = _text(path, lines)
    if text is None:
        lines.usable = False
        return lines
    physical = re.split(r"\r\n|\n|\r", text)
    start = next((i for i, line in enumerate(physical) if line.strip()), None)
    if start is None:
        lines.say(None, None, phrase("fichier-vide"), phrase("premiere-ligne", columns=",".join(table.columns)))
        lines.usable = False
        return lines
    delimiter = dialect_of(text).delimiter
    columns = _header(physical[start], start + 1, delimiter, lines)
    if columns is None:
        lines.usable = False
    seen: dict[tuple[Any, ...], int] = {}
    for number, line in enumerate(physical[start + 1 :], start=start + 2):
        if not line.strip(f"{delimiter} \t\u00a0"):
            lines.blank += bool(line)
            continue
        lines.read += 1
        row = _row(line, number, delimiter, columns, lines) if columns else None
        if row is None:
            continue
        lines.rows[number] = row
        key = tuple(row[column] for column in table.key)
        if key in seen:
            repeated = joined(str(part) for part in key)
            lines.refuse(number, table.key[-1], phrase("deja-ligne", repeated=repeated, seen=seen[key]))
        else:
            seen[key] = number
    return lines


def _text(path: Path, lines: FolderLines) -> str | None:
    try:
        if path.stat().st_size > LARGEST_FILE:
            lines.say(None, None, phrase("fichier-depasse-mo-pas", largest_file=LARGEST_FILE // 1000000))
            return None
        raw = path.read_bytes()
    except FileNotFoundError:
        lines.say(
            None, None, phrase("fichier-manque"), phrase("dossier-contient", tables=", ".join(t.file for t in TABLES))
        )
        return None
    except OSError as error:
        lines.say(None, None, phrase("fichier-peut-pas-etre", error=why(error)))
        return None
    text, encoding = decoded(raw)
    if not encoding.sure:
        read = phrase("fichier-pas-entierement-utf", name=encoding.name)
        lines.warn(None, None, read)
    return text


def _header(line: str, number: int, delimiter: str, lines: FolderLines) -> list[str] | None:
    """Return the columns in the order of the file, None if some are missing."""
    columns = [plain(name) for name in line.split(delimiter)]
    expected = lines.table.columns
    missing = [name for name in expected if name not in columns]
    for name in missing:
        lines.say(number, name, phrase("colonne-manque"), phrase("colonnes", expected=", ".join(expected)))
    repeated = sorted({name for name in columns if name in expected and columns.count(name) > 1})
    for name in repeated:
        lines.say(number, name, phrase("colonne-deux-fois"))
    for name, written in zip(columns, line.split(delimiter), strict=True):
        if name not in expected:
            shown = written.strip(' "')[:LONGEST_CELL] or None
            lines.warn(number, shown, phrase("colonne-pas-connue-pas"))
    return None if missing or repeated else columns


def _row(line: str, number: int, delimiter: str, columns: list[str], lines: FolderLines) -> Row | None:
    """Return the values of one line, or None once it has been said why it is refused."""
    if len(line) > LONGEST_LINE:
        lines.say(
            number,
            None,
            phrase("ligne-caracteres", length=len(line)),
            phrase("caracteres-plus", longest_line=LONGEST_LINE),
        )
        return None
    cells = line_cells(line, delimiter)
    if cells is None:
        lines.say(number, None, phrase("guillemets-ligne-vont-pas"))
        return None
    if len(cells) != len(columns):
        lines.say(number, None, phrase("ligne-cellules", cells=len(cells)), phrase("cellules", n=len(columns)))
        return None
    given = {name: bare_cell(cell).strip() for name, cell in zip(columns, cells, strict=True)}
    row: Row = {}
    faults = False
    for name in lines.table.columns:
        try:
            row[name] = _value(name, given[name], lines.table)
        except ValueError as error:
            faults = True
            accepts = lines.table.accepts[name]
            lines.say(number, name, str(error) or phrase("pas-accepte", given=given[name][:60]), accepts.words())
    if not faults and lines.table.file == "personnes.csv":
        faults = not _person_is_whole(row, number, lines)
    if faults:
        lines.refused_keys.setdefault(given[lines.table.key[0]], number)
        return None
    return row


def _value(name: str, cell: str, table: FolderTable) -> Any:
    if len(cell) > LONGEST_CELL:
        raise ValueError(phrase("cellule-caracteres-plus-lus", cell=len(cell), longest_cell=LONGEST_CELL))
    if any(unicodedata.category(c) in ("Cc", "Cs") or c == "\ufffd" for c in cell):
        raise ValueError(phrase("cellule-contient-caractere-illisible"))
    if not cell:
        if name in table.optional:
            return None
        raise ValueError(phrase("cellule-vide"))
    return table.accepts[name].read(cell)


def _person_is_whole(row: Row, number: int, lines: FolderLines) -> bool:
    """Return whether a responsable légal has all that only a responsable has; say what others have in excess."""
    whole = True
    for name in RESPONSABLE_ONLY:
        if row["profil"] == "responsable" and row[name] is None:
            lines.say(number, name, phrase("cellule-vide-responsable-legal"), lines.table.accepts[name].words())
            whole = False
        elif row["profil"] != "responsable" and row[name] is not None:
            lines.warn(number, name, phrase("colonne-vaut-responsable-legal", row=row[name]))
            row[name] = None
    if row["profil"] in ("eleve", "responsable") and row["foyer"] is None:
        lines.say(number, "foyer", phrase("cellule-vide"), lines.table.accepts["foyer"].words())
        whole = False
    return whole


class _Package(BaseModel):
    name: Annotated[str, Field(min_length=1, max_length=LONGEST_CELL)]
    kind: SchoolKind
    zone: Zone
    origin: Annotated[str, Field(min_length=1, max_length=LONGEST_CELL)]
    seed: Annotated[int, Field(ge=0)] | None = None
    opened_on: dt.date = dt.date(2026, 9, 1)


def _read_package(folder: Path) -> tuple[_Package | None, list[Problem], bool]:
    """Return what datapackage.json says of the school, what is wrong with it, and whether this version is read."""
    file = "datapackage.json"
    try:
        raw = json.loads((folder / file).read_text(encoding="utf-8-sig"))
        if not isinstance(raw, dict):
            raise ValueError
    except FileNotFoundError:
        reason = phrase("fichier-manque-type-ecole")
        return None, [Problem(file, None, None, reason, None, "attention")], True
    except (OSError, ValueError, RecursionError):
        return None, [Problem(file, None, None, phrase("fichier-pas-json-lisible"))], True
    version = raw.get("version", VERSION)
    if str(version) != str(VERSION):
        reason = phrase("dossier-version-mettre-suite", version=str(version)[:LONGEST_CELL])
        return None, [Problem(file, None, "version", reason, str(VERSION))], False
    try:
        return _Package.model_validate(school := raw.get("ecole")), [], True
    except ValidationError as error:
        return None, [Problem(file, None, "ecole", fault) for fault in faults_in_french(error, school)], True


def _school(folder: Path, package: _Package | None, files: list[FolderLines], problems: list[Problem]) -> School:
    classes, people, memberships, links = (pd.DataFrame(list(lines.rows.values())) for lines in files)
    if package is None:
        package = _Package(
            name=folder.resolve().name[:LONGEST_CELL] or "École",
            kind=_kind_of_levels(list(classes["niveau"])),
            zone="B",
            origin=phrase("lue-dans-le-dossier", folder=folder.resolve().name)[:LONGEST_CELL],
        )
    return School(
        name=package.name,
        kind=package.kind,
        zone=package.zone,
        origin=package.origin,
        seed=package.seed,
        classes=classes.astype("str"),
        people=typed_people(people),
        memberships=memberships.astype("str"),
        links=links.astype(
            {"eleve": "str", "responsable": "str", "lien": "str", "rang": "int64", "part_residence": "float64"}
        ),
        opened_on=package.opened_on,
    )


def _kind_of_levels(levels: list[str]) -> SchoolKind:
    parts = [part for level in levels for part in level.split("-")]
    if any(part.startswith("CAP") for part in parts):
        return "lp"
    if any(part in ("2de", "1re", "Tle") for part in parts):
        return "lgt"
    return "college" if any(part in ("6e", "5e", "4e", "3e") for part in parts) else "ecole"
