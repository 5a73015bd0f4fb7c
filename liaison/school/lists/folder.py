"""Enregistrer une école dans un dossier de quatre CSV avec son datapackage.json, et la rouvrir."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from liaison.base.faults import FrenchError, why
from liaison.base.files import whole_folder
from liaison.base.sentences import french_beside
from liaison.base.tables import OPEN_DATA, table_csv
from liaison.base.words import listed
from liaison.school.lists.cells import TABLES, FolderTable
from liaison.school.lists.folder_lines import Problem, RowCount
from liaison.school.lists.folder_reading import FORMAT, VERSION, read_folder
from liaison.school.tables import School

phrase = french_beside(__file__)

PACKAGE_FILE = "datapackage.json"
SHOWN = 20  # lignes refusées que dit une erreur
LICENCE = {"name": "CC-BY-SA-4.0", "title": "Creative Commons Attribution - Partage dans les mêmes conditions 4.0"}


class FolderError(FrenchError):
    """Why a folder cannot be written or read, in French; `problems` holds every bad line when it was read."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()):
        super().__init__(message)
        self.problems = problems


def write_folder(school: School, path: Path | str) -> Path:
    """Return the folder where the school is now, whole: classes, personnes, appartenances, liens, datapackage.

    Files are UTF-8, commas, line feeds, booleans oui and non, empty when without object. Everything is written
    beside and put in place at the end: an interruption leaves the folder as it was. A school's own folder is
    replaced; a folder that holds anything else is left alone.

    Raises:
        FolderError: the folder holds something else, or cannot be written.
    """
    target = Path(path)
    _check_replaceable(target)
    try:
        with whole_folder(target, replacing=True) as fresh:
            for table, frame in zip(TABLES, _frames(school), strict=True):
                (fresh / table.file).write_bytes(
                    table_csv(frame[list(table.columns)], OPEN_DATA, kind=table.kind, index=False)
                )
            text = json.dumps(data_package(school), ensure_ascii=False, indent=2) + "\n"
            (fresh / PACKAGE_FILE).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise FolderError(phrase("dossier-pas-pu-etre", target=target, error=why(error))) from error
    return target


def load_folder(path: Path | str) -> School:
    """Return the school of a folder, if every line of it is good.

    Raises:
        FolderError: with every bad line; `read_folder` gives the school of the good lines all the same.
    """
    report = read_folder(Path(path))
    refused = [problem for problem in report.problems if problem.severity == "refus"]
    if report.school is None or refused:
        raise FolderError(f"{phrase('dossier-pas-ouvert', path=path)}\n{listed(refused, SHOWN)}", tuple(refused))
    return report.school


def data_package(school: School) -> dict[str, Any]:
    """Return the datapackage.json of a school: schemas, keys, references, what it is and where it comes from."""
    return {
        "name": "ecole",
        "title": school.name,
        "description": phrase("quatre-tables", origin=school.origin)
        + (phrase("toutes-personnes-fictives") if school.seed is not None else ""),
        "format": FORMAT,
        "version": str(VERSION),  # a text: so says the Data Package standard
        "fictif": school.seed is not None,
        # Only invented people are offered under a licence: a list of real people is not ours to license.
        **({"licenses": [LICENCE]} if school.seed is not None else {}),
        "ecole": {
            "name": school.name,
            "kind": school.kind,
            "zone": school.zone,
            "origin": school.origin,
            "seed": school.seed,
            "opened_on": school.opened_on.isoformat(),
        },
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: FolderTable) -> dict[str, Any]:
    fields = []
    for name, description in table.columns.items():
        field = {"name": name, "description": description, **table.accepts[name].field}
        if name not in table.optional:
            field["constraints"] = {"required": True, **field.get("constraints", {})}
        fields.append(field)
    schema: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key), "missingValues": [""]}
    if table.references:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": resource, "fields": "id"}}
            for column, resource in table.references
        ]
    return {
        "name": table.file.removesuffix(".csv"),
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": schema,
    }


def _frames(school: School) -> tuple[pd.DataFrame, ...]:
    return school.classes, school.people, school.memberships, school.links


def _check_replaceable(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise FolderError(phrase("fichier-choisir-dossier-rien", target=target))
    here = {entry.name for entry in target.iterdir()}
    foreign = sorted(here - {table.file for table in TABLES} - {PACKAGE_FILE})
    if foreign or (here and not _is_school(target / PACKAGE_FILE)):
        held = ", ".join(foreign[:5] or sorted(here)[:5])
        raise FolderError(phrase("dossier-contient-autre-chose", target=target, held=held))


def _is_school(package: Path) -> bool:
    try:
        content = json.loads(package.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(content, dict) and content.get("format") == FORMAT


__all__ = [
    "FolderError",
    "Problem",
    "RowCount",
    "data_package",
    "load_folder",
    "read_folder",
    "write_folder",
]
