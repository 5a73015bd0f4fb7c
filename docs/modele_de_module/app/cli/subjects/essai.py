"""La commande de cette étude. Ce qu'elle appelle s'importe dans la fonction : `liaison --help` reste prompt."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from app.cli.french import FrenchCommand, examples
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

NAME: Final = "essai".replace("_", "-")  # ce que l'on tape après « liaison »
PLACE: Final = 99  # le numéro de son module : où viennent ses commandes dans l'aide

commands = typer.Typer()


@commands.command(NAME, cls=FrenchCommand, epilog=examples(f"liaison {NAME} --feuilles 20"))
def essai(
    feuilles: Annotated[int, typer.Option("--feuilles", metavar="NOMBRE", min=0, help="Nombre de feuilles.")] = 0,
    file: Annotated[
        Path | None, typer.Option("--fiche", metavar="FICHIER", help="Une fiche, plutôt qu'un nombre.")
    ] = None,
) -> None:
    """Compter les familles qui restent sans papier."""
    from liaison.essai.fiche import FICHE_FILE, Fiche
    from liaison.module import scenario_of

    families = scenario_of("essai")["familles"]["default"]
    fiche = FICHE_FILE.load(file) if file else Fiche(familles=families, feuilles=feuilles)
    typer.echo(phrase("familles-sans-papier", count=fiche.sans_papier))
