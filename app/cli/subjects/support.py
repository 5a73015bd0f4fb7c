"""La commande du plan : prêts, ateliers, partenaires, messages, rapport."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from app.cli.french import FrenchCommand, examples, formerly
from app.cli.options import Families, GuessesRight, Json, NameOfFamilies, NewCollection, On, Seed
from liaison.school.vocabulary import UNNAMED

PLACE: Final = 3  # le numéro de son module : où viennent ses commandes dans l'aide

commands = typer.Typer()


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison plan besoins.csv --zone C --lent-on 2026-12-07 --out sortie/plan",
        (
            "Avec un diagnostic",
            "liaison plan besoins.csv --zone C --lent-on 2026-12-07 --answers reponses.csv --policy ent_un_deux "
            "--out sortie/plan",
        ),
    ),
    context_settings=formerly(school="population"),
)
def plan(
    needs: Annotated[
        Path, typer.Argument(metavar="BESOINS", help="Fichier des besoins, ou réponses avec une colonne « code ».")
    ],
    zone: Annotated[Literal["A", "B", "C"], typer.Option("--zone", metavar="ZONE", help="A, B ou C.")],
    lent_on: Annotated[str, typer.Option("--lent-on", metavar="AAAA-MM-JJ", help="Jour de la remise du matériel.")],
    loans: Annotated[
        str, typer.Option("--loans", metavar="MODÈLE|FICHIER", help="Stock, et critères du premier au dernier.")
    ] = "exemple",
    workshops: Annotated[
        str, typer.Option("--workshops", metavar="MODÈLE|FICHIER", help="Créneaux, salles, animation, interprètes.")
    ] = "exemple",
    costs: Annotated[str, typer.Option("--costs", metavar="MODÈLE|FICHIER", help="Achats et prix.")] = "exemple",
    partners: Annotated[
        Path | None, typer.Option("--partners", metavar="FICHIER", help="Partenaires du quartier, CSV.")
    ] = None,
    answers: Annotated[
        list[Path] | None, typer.Option("--answers", metavar="FICHIER", help="Réponses au diagnostic ; répétable.")
    ] = None,
    previous: Annotated[
        list[Path] | None,
        typer.Option(
            "--previous", metavar="DOSSIER", help="Export déjà publié, à relire à côté du plan ; autant qu'il y en a."
        ),
    ] = None,
    new_collection: NewCollection = False,
    guesses: GuessesRight = None,
    population: Families = None,
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="MODÈLE|FICHIER", help="Politique à changer d'après les réponses.")
    ] = None,
    kind: Annotated[
        Literal["ecole", "college", "lgt", "lp"],
        typer.Option("--kind", metavar="TYPE", help="ecole, college, lgt ou lp."),
    ] = "college",
    until: Annotated[
        Literal["fin_annee", "prochaines_vacances"],
        typer.Option("--until", metavar="RETOUR", help="fin_annee ou prochaines_vacances."),
    ] = "fin_annee",
    name: NameOfFamilies = UNNAMED,
    seed: Seed = 1,
    date: On = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire le rapport et les fichiers de l'équipe.")
    ] = None,
    json: Json = False,
) -> None:
    """Faire le plan : prêts, ateliers, partenaires, messages, et le rapport pour le conseil."""
    from app.cli.plan_request import PlanRequest
    from app.cli.planning import run

    request = PlanRequest(
        needs=needs,
        zone=zone,
        lent_on=lent_on,
        until=until,
        date=date,
        seed=seed,
        loans=loans,
        workshops=workshops,
        costs=costs,
        partners=partners,
        policy=policy,
        name=name,
        kind=kind,
        population=population,
        answers=answers or (),
        previous=previous or (),
        new_collection=new_collection,
        guesses=guesses,
        out=out,
    )
    run(request, json)
