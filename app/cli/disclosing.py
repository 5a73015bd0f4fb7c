"""`liaison disclosure` : publier n'importe quel tableau sans rien apprendre d'une seule famille."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.cli.output import InputError, Steps, print_json, print_table, say, whole_folder
from liaison.base.tables import csv_bytes
from liaison.diagnostic.any_table import Protected, protected, read_lines
from liaison.diagnostic.disclosure import DEFAULT_THRESHOLD

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
        raise InputError("Dire par quelle colonne compter : --by COLONNE, une à trois fois.")
    if out is not None and (out.suffix.lower() != ".csv" or out.is_dir()):
        raise InputError(f"« {out} » : le tableau protégé s'écrit en CSV, par exemple --out tableau.csv.")
    if not table.is_file():
        raise InputError(f"« {table} » n'existe pas, ou n'est pas un fichier. Rien n'a été lu.")
    if out is not None and out.exists() and out.samefile(table):
        raise InputError(f"« {out} » est le tableau à protéger : donner un autre nom à --out. Rien n'a été écrit.")
    folder = out.parent if out else None
    with Steps(2 if out else 1) as steps:
        steps.step(f"Comptes de « {table.name} », et ce qu'il faut cacher")
        lines = read_lines(table)
        limit = DEFAULT_THRESHOLD if threshold is None else threshold
        found = protected(lines, by, value, count, limit, not_names)
        if out and folder:
            steps.step(f"Écriture dans « {out} »")
            with whole_folder(folder) as fresh:
                (fresh / out.name).write_bytes(csv_bytes(found.header, found.rows))
    if json:
        print_json(_answer(found, lines.remarks, out))
        return
    for remark in lines.remarks:
        say(f"À vérifier : « {table.name} », {remark}.")
    shown = found.rows[:MOST_SHOWN]
    print_table(list(found.header), [tuple(row) for row in shown])
    if len(found.rows) > MOST_SHOWN:
        say(f"Et {len(found.rows) - MOST_SHOWN} autres lignes.")
    say(f"Lignes comptées : {found.lines}. Cases cachées : {found.hidden} sur {len(found.rows)}, totaux compris.")
    say(
        "Sont cachés : un petit nombre, ce qu'un groupe entier ou presque a répondu, une somme nulle, et ce qui les "
        "rendrait par soustraction."
    )
    say(
        "Ce tableau, seul, ne dit la réponse de personne ; deux tableaux des mêmes familles peuvent en dire plus "
        "ensemble. Ne publier que celui-ci, ou croiser en une fois tout ce qui sera publié."
    )
    say(
        "Une colonne qui désigne des familles est refusée aux mots de son titre, à la forme de ses cellules, quand "
        "trop peu de familles partagent une valeur, ou quand une valeur sur trois est un nom ou un prénom répandu. Ce "
        "que veut dire toute autre valeur n'est pas reconnu : relire les titres et les valeurs avant de publier."
    )
    if out:
        say(f"Écrit dans « {out} ».")


def _answer(found: Protected, remarks: Sequence[str], out: Path | None) -> dict[str, Any]:
    return {
        "lignes": found.lines,
        "remarques": list(remarks),
        "seuil": found.threshold,
        "cases": len(found.rows),
        "cases_cachees": found.hidden,
        "colonnes": list(found.header),
        "tableau": [list(row) for row in found.rows],
        "fichier": str(out) if out else None,
    }
