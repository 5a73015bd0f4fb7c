"""`liaison disclosure` : publier n'importe quel tableau sans rien apprendre d'une seule famille."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.cli.output import InputError, Steps, print_json, print_table, say, whole_folder
from liaison.base.sentences import french_beside
from liaison.base.tables import csv_bytes
from liaison.diagnostic.disclosure.any_table import ProtectedTable, protected, read_lines
from liaison.disclosure.disclosure import DEFAULT_THRESHOLD

phrase = french_beside(__file__)


MOST_SHOWN = 40


def run(
    table: Path,
    by: Sequence[str],
    value: str | None,
    count: str | None,
    not_names: Sequence[str],
    threshold: int | None,
    out: Path | None,
    json: bool,
) -> None:
    """Count the table by the columns asked for, hide what must be, write it in `out` and print it."""
    if not by:
        raise InputError(phrase("manque-colonne"))
    if out is not None and (out.suffix.lower() != ".csv" or out.is_dir()):
        raise InputError(phrase("ecrit-en-csv", out=out))
    if not table.is_file():
        raise InputError(phrase("fichier-absent", table=table))
    if out is not None and out.exists() and out.samefile(table):
        raise InputError(phrase("tableau-a-proteger", out=out))
    folder = out.parent if out else None
    with Steps(2 if out else 1) as steps:
        steps.step(phrase("etape-comptes", file=table.name))
        lines = read_lines(table)
        limit = DEFAULT_THRESHOLD if threshold is None else threshold
        safe_table = protected(lines, by, value, count, limit, not_names)
        if out and folder:
            steps.step(phrase("etape-ecriture", out=out))
            with whole_folder(folder) as fresh:
                (fresh / out.name).write_bytes(csv_bytes(safe_table.header, safe_table.rows, kind=None))
    if json:
        print_json(_answer(safe_table, lines.remarks, out))
        return
    for remark in lines.remarks:
        say(phrase("a-verifier", file=table.name, remark=remark))
    shown = safe_table.rows[:MOST_SHOWN]
    print_table(list(safe_table.header), [tuple(row) for row in shown])
    if len(safe_table.rows) > MOST_SHOWN:
        say(phrase("autres-lignes", count=len(safe_table.rows) - MOST_SHOWN))
    say(
        phrase(
            "lignes-comptees",
            lines=safe_table.lines,
            hidden=safe_table.hidden,
            cells=len(safe_table.rows),
        )
    )
    for group in safe_table.alike:
        say(phrase("une-seule-valeur", spellings=", ".join(f"« {word} »" for word in group)))
    say(phrase("ce-qui-est-cache"))
    say(phrase("un-tableau-seul"))
    say(phrase("ce-qui-n-est-pas-reconnu"))
    if out:
        say(phrase("ecrit", out=out))


def _answer(safe_table: ProtectedTable, remarks: Sequence[str], out: Path | None) -> dict[str, Any]:
    return {
        "lignes": safe_table.lines,
        "remarques": list(remarks),
        "seuil": safe_table.threshold,
        "cases": len(safe_table.rows),
        "cases_cachees": safe_table.hidden,
        "ecritures_reunies": [list(group) for group in safe_table.alike],
        "colonnes": list(safe_table.header),
        "tableau": [list(row) for row in safe_table.rows],
        "fichier": str(out) if out else None,
    }
