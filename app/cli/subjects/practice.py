"""Les commandes de l'ENT d'entraînement."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from app.cli.french import FrenchCommand, examples
from app.cli.options import Json

PLACE: Final = 4  # le numéro de son module : où viennent ses commandes dans l'aide

commands = typer.Typer()


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison practice --site sortie/pratique",
        (
            "L'affiche d'un parcours",
            "liaison practice --poster sortie/affiches --path premiere_connexion "
            "--address https://ent.example/pratique/",
        ),
        ("Vérifier les missions", "liaison practice --check"),
    ),
)
def practice(
    site: Annotated[
        Path | None, typer.Option("--site", metavar="DOSSIER", help="Écrire le site : une page par langue.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Vérifier que toute mission peut se finir.")] = False,
    poster: Annotated[
        Path | None, typer.Option("--poster", metavar="DOSSIER", help="Écrire l'affiche d'un parcours, avec son code.")
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", metavar="URL", help="Où le site est posé : l'affiche y mène.")
    ] = None,
    missions: Annotated[
        str | None, typer.Option("--missions", metavar="ID,ID", help="Les missions de l'affiche, dans l'ordre.")
    ] = None,
    path: Annotated[
        str | None,
        typer.Option("--path", metavar="ID", help="Ou un parcours tout fait, par exemple premiere_connexion."),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="CODE", help="Langue de l'affiche, ou « toutes » ; sinon français."),
    ] = None,
    json: Json = False,
) -> None:
    """L'ENT d'entraînement des familles : écrire son site, le vérifier, imprimer une affiche.

    Code de sortie 1 si --check trouve quelque chose à corriger.
    """
    from app.cli.practicing import run

    raise typer.Exit(run(site, check, poster, address, missions, path, lang, json))
