"""La commande de cette étude. Ce qu'elle appelle s'importe dans la fonction : `liaison --help` reste prompt."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from app.cli.french import FrenchCommand, examples

PLACE: Final = 99  # le numéro de son module : où viennent ses commandes dans l'aide

commands = typer.Typer()


@commands.command(cls=FrenchCommand, epilog=examples("liaison essai --copies 20"))
def essai(
    copies: Annotated[int, typer.Option("--copies", metavar="NOMBRE", min=0, help="Nombre de copies.")] = 0,
    fiche: Annotated[
        Path | None, typer.Option("--fiche", metavar="FICHIER", help="Une fiche, plutôt qu'un nombre.")
    ] = None,
) -> None:
    """Compter les familles qui restent sans papier."""
    from liaison.essai.fiche import FICHE_FILE, Fiche
    from liaison.module import scenario_of

    families = scenario_of("essai")["familles"]["default"]
    found = FICHE_FILE.load(fiche) if fiche else Fiche(familles=families, copies=copies)
    typer.echo(f"Familles sans papier : {found.sans_papier}")
