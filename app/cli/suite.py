"""Les commandes qui ne sont d'aucune étude : une école, qui peut y écrire, un format de fichier, ouvrir la suite."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.french import FrenchCommand, examples
from app.cli.options import Json, School, Seed

commands = typer.Typer()


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison school --preset college_rural --seed 7 --out sortie/ecole",
        (
            "Aux proportions d'un établissement",
            "liaison school --annuaire annuaire.csv --ips ips.csv --uai 0350001N --out sortie/ecole",
        ),
    ),
)
def school(
    out: Annotated[Path, typer.Option("--out", metavar="DOSSIER", help="Où écrire les quatre CSV.")],
    preset: Annotated[
        str | None, typer.Option("--preset", metavar="MODÈLE|FICHIER", help="Modèle d'école, ou YAML d'agrégats.")
    ] = None,
    annuaire: Annotated[
        Path | None, typer.Option("--annuaire", metavar="FICHIER", help="Annuaire de l'éducation, tel que publié.")
    ] = None,
    ips: Annotated[Path | None, typer.Option("--ips", metavar="FICHIER", help="Fichier des IPS.")] = None,
    effectifs: Annotated[
        Path | None, typer.Option("--effectifs", metavar="FICHIER", help="Fichier des effectifs.")
    ] = None,
    uai: Annotated[str | None, typer.Option("--uai", metavar="CODE", help="Code UAI, par exemple 0350001X.")] = None,
    zone: Annotated[
        Literal["A", "B", "C"] | None, typer.Option("--zone", metavar="ZONE", help="Zone, si l'académie n'en a pas.")
    ] = None,
    seed: Seed = 1,
    json: Json = False,
) -> None:
    """Fabriquer une école fictive, depuis un modèle ou les données ouvertes d'un établissement."""
    from app.cli.schooling import run

    run(out, preset, annuaire, ips, effectifs, uai, zone, seed, json)


@commands.command(
    cls=FrenchCommand, epilog=examples("liaison writes --school college_rural --rules ent_un_deux --from R0001")
)
def writes(
    school: School,
    rules: Annotated[str, typer.Option("--rules", metavar="MODÈLE|FICHIER", help="ent_un_deux, vie_scolaire ou YAML.")],
    sender: Annotated[str, typer.Option("--from", metavar="ID", help="Identifiant de la personne qui écrit.")],
    groups: Annotated[bool, typer.Option("--groups", help="Lister aussi les groupes.")] = False,
    json: Json = False,
) -> None:
    """Dire à qui une personne peut écrire dans l'ENT, et par quel chemin de groupes."""
    from app.cli.writing import run

    run(school, rules, sender, groups, json)


@commands.command(cls=FrenchCommand, epilog=examples("liaison schema politique"))
def schema(
    subject: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="Un mot de son nom, par exemple politique ou seance.")
    ] = None,
) -> None:
    """Afficher le schéma JSON d'un format de fichier ; sans nom, la liste des formats."""
    from app.cli.describing import run

    run(subject)


@commands.command(cls=FrenchCommand, epilog=examples("liaison serve --no-browser"))
def serve(
    port: Annotated[
        int | None, typer.Option("--port", metavar="PORT", min=1024, max=65535, help="Port souhaité ; sinon 8866.")
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Ne pas ouvrir le navigateur.")] = False,
    new_key: Annotated[
        bool, typer.Option("--new-key", help="Prendre une autre clé ; les favoris d'avant la demandent.")
    ] = False,
) -> None:
    """Ouvrir la suite : un serveur sur cette machine, la page d'accueil dans le navigateur."""
    from app.cli.serving import run

    raise typer.Exit(run(port, no_browser, new_key))
