"""`liaison session …` : les commandes d'une séance de formation, côté formateur."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from liaison.cli.french import FrenchCommand, FrenchGroup

session = typer.Typer(
    cls=FrenchGroup,
    no_args_is_help=True,
    rich_markup_mode="rich",
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    help="Une séance de formation : noter les copies.",
    epilog="Exemple : liaison session grade 01_messagerie_ent",
)


@session.callback()
def _group() -> None:
    """Une séance de formation : noter les copies."""


@session.command(cls=FrenchCommand, epilog="Exemple : liaison session grade 01_messagerie_ent --out notes")
def grade(
    module: Annotated[str, typer.Argument(metavar="MODULE", help="L'exercice, par exemple 01_messagerie_ent.")],
    course: Annotated[
        Path, typer.Option("--course", metavar="DOSSIER", help="Dossier du cours, qui contient submitted/.")
    ] = Path(),
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire notes.csv et textes_a_lire.csv.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Répondre en JSON, pour une machine.")] = False,
) -> None:
    """Noter les copies remises dans le carnet de notes de nbgrader, sans exécuter une ligne de ce qui est remis.

    Code de sortie 1 si une copie n'a pas pu être notée.
    """
    from liaison.cli.session_grading import run

    raise typer.Exit(run(module, course, out, json))
