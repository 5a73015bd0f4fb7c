"""Les commandes du diagnostic des familles : lire les réponses, publier sans trahir, poser les questions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from app.cli.french import FrenchCommand, examples, formerly
from app.cli.options import Families, GuessesRight, Json, NameOfFamilies, NewCollection, Threshold
from liaison.school.vocabulary import UNNAMED

PLACE: Final = 2  # le numéro de son module : où viennent ses commandes dans l'aide

commands = typer.Typer()


@commands.command(
    cls=FrenchCommand,
    epilog=examples("liaison diagnose reponses.csv papier.csv --population familles.csv --out sortie/diagnostic"),
    context_settings=formerly(school="population"),
)
def diagnose(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FICHIER",
            help="Réponses : CSV, XLSX, ODS ou JSON, ou un texte des codes que donnent les familles, un par ligne.",
        ),
    ],
    questionnaire: Annotated[
        str, typer.Option("--questionnaire", metavar="MODÈLE|FICHIER", help="Questionnaire posé.")
    ] = "diagnostic_familles",
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FICHIER", help="Correspondance des colonnes, corrigée.")
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--word",
            metavar="QUESTION: MOT=RÉPONSE",
            help="Ce qu'un mot non lu veut dire, plusieurs réponses avec + ; autant qu'il faut.",
        ),
    ] = None,
    more_answers: Annotated[
        bool,
        typer.Option("--more-answers", help="Ajouter au questionnaire les réponses non lues qui reviennent."),
    ] = False,
    by: Annotated[
        str, typer.Option("--by", metavar="VARIABLE", help="Les groupes : niveau, mode, equipement, une question…")
    ] = "niveau",
    threshold: Threshold = None,
    population: Families = None,
    previous: Annotated[
        list[Path] | None,
        typer.Option("--previous", metavar="DOSSIER", help="Export déjà publié, à comparer ; autant qu'il y en a."),
    ] = None,
    new_collection: NewCollection = False,
    guesses: GuessesRight = None,
    name: NameOfFamilies = UNNAMED,
    publish: Annotated[
        bool, typer.Option("--publish", help="Publier sans ce qui n'est pas lu ; sinon, le corriger d'abord.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire le compte rendu et les tableaux.")
    ] = None,
    json: Json = False,
) -> None:
    """Lire les réponses des familles : ce qui est gardé ou refusé, et ce qui peut être publié.

    Code de sortie 1, même avec --publish, si des lignes sont à corriger ou ne sont peut-être d'aucune famille, si des
    familles sont peut-être comptées deux fois ou ont répondu sans que rien n'en soit lu, ou si quelque chose n'est que
    deviné. Corrigées, les lignes se relisent
    avec le fichier d'où elles viennent.
    """
    from app.cli.diagnosing import DiagnosisRequest, run

    request = DiagnosisRequest(
        files=files,
        questionnaire=questionnaire,
        mapping=mapping,
        words=words or (),
        more_answers=more_answers,
        by=by,
        threshold=threshold,
        publish=publish,
        name=name,
        population=population,
        previous=previous or (),
        new_collection=new_collection,
        guesses=guesses,
        out=out,
    )
    raise typer.Exit(run(request, json))


@commands.command(
    cls=FrenchCommand,
    epilog=examples("liaison disclosure tableau.csv --by niveau --by connexion --out sortie/tableau.csv"),
)
def disclosure(
    table: Annotated[Path, typer.Argument(metavar="TABLEAU", help="CSV, XLSX ou ODS : une ligne par famille.")],
    by: Annotated[
        list[str] | None, typer.Option("--by", metavar="COLONNE", help="Compter par cette colonne ; une à trois fois.")
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="COLONNE", help="Additionner cette colonne plutôt que compter.")
    ] = None,
    count: Annotated[
        str | None,
        typer.Option("--count", metavar="COLONNE", help="Combien de familles compte chaque ligne ; sinon une."),
    ] = None,
    not_names: Annotated[
        list[str] | None,
        typer.Option(
            "--not-names", metavar="COLONNE", help="Dire qu'aucune valeur de cette colonne n'est un nom de personne."
        ),
    ] = None,
    threshold: Threshold = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FICHIER", help="Où écrire le tableau, en CSV.")] = None,
    json: Json = False,
) -> None:
    """Publier un tableau sans rien apprendre d'une seule famille : petites cases cachées, et d'autres avec elles."""
    from app.cli.disclosing import run

    run(table, by or [], value, count, not_names or [], threshold, out, json)


@commands.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison questionnaire --site sortie/questionnaire",
        ("La feuille A5, à recopier au clavier", "liaison questionnaire --paper sortie/feuilles --level sixieme"),
        (
            "Ce que l'école dit aux familles de leurs données",
            "liaison questionnaire --blank sortie/information_familles.yaml",
        ),
        ("Pour LimeSurvey et Framaforms", "liaison questionnaire --imports sortie/imports"),
        ("Le questionnaire que pose votre export", "liaison questionnaire --own export.csv --out sortie/le_notre"),
    ),
)
def questionnaire(
    site: Annotated[
        Path | None, typer.Option("--site", metavar="DOSSIER", help="Écrire le site : une page par langue.")
    ] = None,
    paper: Annotated[
        Path | None, typer.Option("--paper", metavar="DOSSIER", help="Écrire la feuille A5 de chaque langue (PDF).")
    ] = None,
    imports: Annotated[
        Path | None,
        typer.Option("--imports", metavar="DOSSIER", help="Écrire de quoi l'importer dans LimeSurvey et Framaforms."),
    ] = None,
    poster: Annotated[
        Path | None, typer.Option("--poster", metavar="DOSSIER", help="Écrire l'affiche, avec son code.")
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", metavar="URL", help="Où le site est posé : l'affiche y mène.")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="CODE,CODE",
            help="Ces langues seulement ; sinon toutes. Affiche : une, ou « toutes ».",
        ),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option(
            "--level",
            metavar="NIVEAU",
            help="Niveau écrit sur la feuille, ou dans l'adresse de l'affiche et les codes des familles : sixieme, cp…",
        ),
    ] = None,
    information: Annotated[
        Path | None,
        typer.Option("--information", metavar="FICHE", help="Ce que l'école dit aux familles de leurs données."),
    ] = None,
    blank: Annotated[
        Path | None, typer.Option("--blank", metavar="FICHE", help="Écrire cette fiche, vide, à remplir.")
    ] = None,
    own: Annotated[
        Path | None,
        typer.Option("--own", metavar="EXPORT", help="Faire, de votre propre export, le questionnaire qu'il pose."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire ce questionnaire et sa correspondance.")
    ] = None,
) -> None:
    """Le questionnaire aux familles : son site, sa feuille A5, ses fichiers d'import, son affiche."""
    from app.cli.questionnaire import run, run_own

    if own is not None or out is not None:
        others = (site, paper, imports, poster, address, lang, level, information, blank)
        raise typer.Exit(run_own(own, out, alone=all(each is None for each in others)))
    raise typer.Exit(run(site, paper, imports, poster, blank, address, lang, level, information))
