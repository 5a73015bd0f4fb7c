"""Les commandes de la messagerie : simuler une politique, la vérifier, la changer, écrire la charte et la notice."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Final, Literal

import typer

from app.cli.french import FrenchCommand, examples
from app.cli.options import Json, On, PolicyArgument, PolicySource, School, SchoolName, Seed, Start
from liaison.base.sentences import french_beside
from liaison.messaging.vocabulary import FEWEST_WEEKS, MOST_WEEKS
from liaison.school.vocabulary import UNNAMED

phrase = french_beside(__file__)


PLACE: Final = 1  # le numéro de son module : où viennent ses commandes dans l'aide

commands = typer.Typer()
Weeks = Annotated[
    int, typer.Option("--weeks", metavar="SEMAINES", min=FEWEST_WEEKS, max=MOST_WEEKS, help="Durée simulée.")
]


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison simulate --school college_rural --policy equilibree --weeks 12 --seed 7 --out sortie/essai",
        ("Dix tirages", "liaison simulate --school college_rural --policy equilibree --replications 10"),
        (
            "Une académie",
            "liaison simulate --annuaire annuaire.csv --ips ips.csv --academie Rennes --policy equilibree "
            "--out sortie/rennes",
        ),
    ),
)
def simulate(
    policy: PolicySource,
    school: Annotated[
        str | None, typer.Option("--school", metavar="MODÈLE|DOSSIER", help="École : modèle ou dossier de CSV.")
    ] = None,
    weeks: Weeks = 12,
    seed: Seed = 1,
    start: Start = None,
    hypotheses: Annotated[
        Path | None, typer.Option("--hypotheses", metavar="FICHIER", help="YAML des hypothèses à remplacer.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire trace.csv et les indicateurs.")
    ] = None,
    annuaire: Annotated[
        Path | None, typer.Option("--annuaire", metavar="FICHIER", help="Annuaire : simuler tous ses établissements.")
    ] = None,
    ips: Annotated[
        list[Path] | None, typer.Option("--ips", metavar="FICHIER", help="Indices de position sociale ; répétable.")
    ] = None,
    effectifs: Annotated[
        Path | None, typer.Option("--effectifs", metavar="FICHIER", help="Effectifs du second degré.")
    ] = None,
    academie: Annotated[
        str | None, typer.Option("--academie", metavar="ACADÉMIE", help="Une seule académie de l'annuaire.")
    ] = None,
    zone: Annotated[
        Literal["A", "B", "C"] | None,
        typer.Option(
            "--zone", metavar="ZONE", help="Vacances supposées où l'académie n'a pas de zone (Corse, outre-mer)."
        ),
    ] = None,
    processes: Annotated[
        int | None, typer.Option("--processes", metavar="NOMBRE", min=1, help="Processus ; sinon tous les cœurs.")
    ] = None,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADRESSE", help="Cluster Dask à qui confier les blocs.")
    ] = None,
    restart: Annotated[
        bool, typer.Option("--restart", help="Oublier la simulation interrompue que le dossier garde.")
    ] = False,
    replications: Annotated[
        int,
        typer.Option("--replications", metavar="NOMBRE", min=1, max=200, help="Tirages, pour dire des intervalles."),
    ] = 1,
    json: Json = False,
) -> None:
    """Simuler une politique sur une école, ou sur tous les collèges et lycées d'une académie.

    Interrompue, une simulation d'académie reprend où elle en était : relancer la même commande.
    """
    from app.cli.output import InputError
    from app.cli.simulation_request import AcademyRequest, Files, SchoolRequest

    if (school is None) == (annuaire is None):
        raise InputError(phrase("ou-simuler"))
    if annuaire is not None and replications > 1:
        raise InputError(phrase("intervalles-d-une-ecole"))
    if annuaire is None and zone is not None:
        raise InputError(phrase("zone-d-un-annuaire"))
    common: dict[str, Any] = {
        "policy": policy,
        "weeks": weeks,
        "seed": seed,
        "start": start,
        "hypotheses": hypotheses,
        "out": out,
    }
    if annuaire is not None:
        from app.cli.simulating_many import run as run_many

        academy = AcademyRequest(
            **common,
            files=Files(annuaire, tuple(ips or ()), effectifs, zone),
            academy=academie,
            processes=processes,
            dask=dask,
            restart=restart,
        )
        run_many(academy, json)
    elif school is not None:
        from app.cli.simulating import run

        run(SchoolRequest(**common, school=school, replications=replications), json)


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison check circulaire_2025", ("Votre politique", "liaison check ma_politique.yaml --date 2026-09-01")
    ),
)
def check(
    policy: PolicyArgument,
    kind: Annotated[
        Literal["ecole", "college", "lgt", "lp"],
        typer.Option("--kind", metavar="TYPE", help="ecole, college, lgt ou lp : ce qu'il n'a pas n'est pas vérifié."),
    ] = "college",
    date: On = None,
    json: Json = False,
) -> None:
    """Vérifier une politique : les constats, et la règle dont chacun vient.

    Code de sortie 1 si un constat repose sur une loi ou un règlement.
    """
    from app.cli.checking import run

    raise typer.Exit(run(policy, kind, date, json))


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison improve equilibree --aim absences_soirs_charge --school college_rural --out sortie/pistes"
    ),
)
def improve(
    policy: PolicyArgument,
    aim: Annotated[str, typer.Option("--aim", metavar="BUT", help="Nom d'un but, ou fichier YAML.")],
    school: School = "college_urbain_mixte",
    weeks: Weeks = 12,
    seed: Seed = 1,
    start: Start = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire les pistes, une politique chacune.")
    ] = None,
    json: Json = False,
) -> None:
    """Chercher que changer en premier : l'effet de chaque réglage seul, puis les deux ou trois qui atteignent un but.

    Code de sortie 1 si aucune piste n'atteint le but, ou si le hasard d'un tirage suffit à l'expliquer.
    """
    from app.cli.improving import run

    raise typer.Exit(run(policy, aim, school, weeks, seed, start, out, json))


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        'liaison charter --policy equilibree --name "Collège des Tilleuls" --out sortie/charte',
        (
            "Avec la feuille du conseil",
            "liaison charter --policy equilibree --before tout_tout_de_suite --out sortie/charte",
        ),
    ),
)
def charter(
    policy: PolicySource,
    out: Annotated[Path, typer.Option("--out", metavar="DOSSIER", help="Où écrire les fichiers.")],
    before: Annotated[
        str | None,
        typer.Option(
            "--before",
            metavar="MODÈLE|FICHIER",
            help="Politique d'avant : la raison du vote, et la feuille du conseil, en une page.",
        ),
    ] = None,
    school: Annotated[
        str | None,
        typer.Option("--fiction", metavar="MODÈLE|FICHIER", help="École fictive où comparer ; sinon une du même type."),
    ] = None,
    weeks: Weeks = 12,
    seed: Seed = 1,
    start: Start = None,
    name: SchoolName = UNNAMED,
    kind: Annotated[
        Literal["ecole", "college", "lgt", "lp"],
        typer.Option("--kind", metavar="TYPE", help="ecole, college, lgt ou lp : décide de l'instance qui vote."),
    ] = "college",
    date: On = None,
    json: Json = False,
) -> None:
    """Écrire la charte de communication : charte.docx, charte.pdf et charte.html.

    Avec --before, aussi la feuille du conseil, de même, et son image seule, avant_apres.svg.
    """
    from app.cli.chartering import Comparison, run

    comparison = Comparison(before=before, school=school, weeks=weeks, seed=seed, start=start)
    run(policy, out, name, kind, date, comparison, json)


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        'liaison notice --policy equilibree --name "Collège des Tilleuls" --out sortie/notice',
        (
            "En trois langues, une page chacune",
            "liaison notice --policy equilibree --lang fr,ar,uk --out sortie/notice",
        ),
    ),
)
def notice(
    policy: PolicySource,
    out: Annotated[Path, typer.Option("--out", metavar="DOSSIER", help="Où écrire les fichiers.")],
    lang: Annotated[
        str,
        typer.Option(
            "--lang", metavar="CODE,CODE", help="Ces langues, une page chacune ; « toutes » les donne toutes."
        ),
    ] = "fr",
    name: SchoolName = UNNAMED,
    kind: Annotated[
        Literal["ecole", "college", "lgt", "lp"],
        typer.Option("--kind", metavar="TYPE", help="ecole, college, lgt ou lp : ce qu'il n'a pas n'est pas dit."),
    ] = "college",
    json: Json = False,
) -> None:
    """Écrire la notice aux parents, une page par langue : un DOCX, un PDF et une page HTML."""
    from app.cli.noticing import run

    run(policy, out, name, kind, lang, json)
