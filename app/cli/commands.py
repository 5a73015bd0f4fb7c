"""Les commandes et leurs options : ce que `liaison --help` dit. Ce que chacune fait est dans les modules voisins.

Nothing heavy is imported here: pandas takes longer to load than the help takes to read.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Literal, NoReturn

import typer

from app.cli import subjects
from app.cli.badging import badge
from app.cli.french import FrenchCommand, FrenchGroup, examples
from app.cli.session import session
from app.interruptions import end_as_ctrl_c_does

Json = Annotated[bool, typer.Option("--json", help="Répondre en JSON, pour une machine.")]
PolicySource = Annotated[str, typer.Option("--policy", metavar="MODÈLE|FICHIER", help="Politique de messagerie.")]
NewCollection = Annotated[
    bool,
    typer.Option("--new-collection", help="Ces réponses n'ont jamais été publiées, même en partie : je le confirme."),
]
Seed = Annotated[int, typer.Option("--seed", metavar="GRAINE", min=0, help="Même graine, même résultat.")]
On = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="AAAA-MM-JJ", help="Règles datées de ce jour ou d'avant, même rapportées ; sinon aujourd'hui."
    ),
]

app = typer.Typer(
    cls=FrenchGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    help="Carnets de liaison : préparer et vérifier la messagerie d'une école, sans ouvrir de carnet.",
    epilog=examples("liaison check equilibree"),
)


# A subject gives its commands by its own file of `subjects`: nothing is to be added here for one more.
for module in sorted(iter_modules(subjects.__path__), key=lambda module: module.name):
    app.add_typer(import_module(f"{subjects.__name__}.{module.name}").commands)
app.add_typer(session, name="session")
app.add_typer(badge, name="badge")


@app.callback()
def _root() -> None:
    """Carnets de liaison : préparer et vérifier la messagerie d'une école, sans ouvrir de carnet."""


@app.command(
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
    weeks: Annotated[int, typer.Option("--weeks", metavar="SEMAINES", min=1, max=52, help="Durée simulée.")] = 12,
    seed: Seed = 1,
    start: Annotated[
        str | None, typer.Option("--start", metavar="AAAA-MM-JJ", help="Premier jour ; sinon celui de la rentrée.")
    ] = None,
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

    if (school is None) == (annuaire is None):
        raise InputError("Dire où simuler : --school MODÈLE, ou --annuaire FICHIER avec --ips ; l'un des deux.")
    if annuaire is not None and replications > 1:
        raise InputError("--replications dit les intervalles d'une école : la nommer par --school, sans --annuaire.")
    if annuaire is None and zone is not None:
        raise InputError("--zone complète un annuaire : l'ajouter à --annuaire. Une école (--school) dit déjà sa zone.")
    if annuaire is not None:
        from app.cli.simulating_many import Files
        from app.cli.simulating_many import run as run_many

        files = Files(annuaire, tuple(ips or ()), effectifs, zone)
        run_many(files, academie, policy, weeks, seed, start, hypotheses, out, processes, dask, restart, json)
    elif school is not None:
        from app.cli.simulating import run

        run(school, policy, weeks, seed, start, hypotheses, out, json, replications)


@app.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison check circulaire_2025", ("Votre politique", "liaison check ma_politique.yaml --date 2026-09-01")
    ),
)
def check(
    policy: Annotated[str, typer.Argument(metavar="POLITIQUE", help="Nom d'un modèle, ou fichier YAML ou JSON.")],
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


@app.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison improve equilibree --aim absences_soirs_charge --school college_rural --out sortie/pistes"
    ),
)
def improve(
    policy: Annotated[str, typer.Argument(metavar="POLITIQUE", help="Nom d'un modèle, ou fichier YAML ou JSON.")],
    aim: Annotated[str, typer.Option("--aim", metavar="BUT", help="Nom d'un but, ou fichier YAML.")],
    school: Annotated[
        str, typer.Option("--school", metavar="MODÈLE|DOSSIER", help="École : modèle ou dossier de CSV.")
    ] = "college_urbain_mixte",
    weeks: Annotated[int, typer.Option("--weeks", metavar="SEMAINES", min=1, max=52, help="Durée simulée.")] = 12,
    seed: Seed = 1,
    start: Annotated[
        str | None, typer.Option("--start", metavar="AAAA-MM-JJ", help="Premier jour ; sinon celui de la rentrée.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire les pistes, une politique chacune.")
    ] = None,
    json: Json = False,
) -> None:
    """Chercher que changer en premier : l'effet de chaque réglage seul, puis les deux ou trois qui atteignent un but.

    Code de sortie 1 si aucune politique essayée n'atteint le but.
    """
    from app.cli.improving import run

    raise typer.Exit(run(policy, aim, school, weeks, seed, start, out, json))


@app.command(
    cls=FrenchCommand,
    epilog=examples('liaison charter --policy equilibree --name "Collège des Tilleuls" --out sortie/charte'),
)
def charter(
    policy: PolicySource,
    out: Annotated[Path, typer.Option("--out", metavar="DOSSIER", help="Où écrire les trois fichiers.")],
    name: Annotated[str, typer.Option("--name", metavar="NOM", help="Nom de l'établissement.")] = "Notre établissement",
    kind: Annotated[
        Literal["ecole", "college", "lgt", "lp"],
        typer.Option("--kind", metavar="TYPE", help="ecole, college, lgt ou lp : décide de l'instance qui vote."),
    ] = "college",
    date: On = None,
    json: Json = False,
) -> None:
    """Écrire la charte de communication : charte.docx, charte.pdf et charte.html."""
    from app.cli.chartering import run

    run(policy, out, name, kind, date, json)


@app.command(
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


@app.command(
    cls=FrenchCommand, epilog=examples("liaison writes --school college_rural --rules ent_un_deux --from R0001")
)
def writes(
    school: Annotated[
        str, typer.Option("--school", metavar="MODÈLE|DOSSIER", help="École : modèle ou dossier de CSV.")
    ],
    rules: Annotated[str, typer.Option("--rules", metavar="MODÈLE|FICHIER", help="ent_un_deux, vie_scolaire ou YAML.")],
    sender: Annotated[str, typer.Option("--from", metavar="ID", help="Identifiant de la personne qui écrit.")],
    groups: Annotated[bool, typer.Option("--groups", help="Lister aussi les groupes.")] = False,
    json: Json = False,
) -> None:
    """Dire à qui une personne peut écrire dans l'ENT, et par quel chemin de groupes."""
    from app.cli.writing import run

    run(school, rules, sender, groups, json)


@app.command(cls=FrenchCommand, epilog=examples("liaison schema politique"))
def schema(
    subject: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="Un mot de son nom, par exemple politique ou seance.")
    ] = None,
) -> None:
    """Afficher le schéma JSON d'un format de fichier ; sans nom, la liste des formats."""
    from app.cli.describing import run

    run(subject)


@app.command(
    cls=FrenchCommand,
    epilog=examples(
        "liaison plan besoins.csv --zone C --lent-on 2026-12-07 --out sortie/plan",
        (
            "Avec un diagnostic",
            "liaison plan besoins.csv --zone C --lent-on 2026-12-07 --answers reponses.csv --policy ent_un_deux "
            "--out sortie/plan",
        ),
    ),
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
            "--previous", metavar="DOSSIER", help="Export déjà publié, à comparer aux réponses ; autant qu'il y en a."
        ),
    ] = None,
    new_collection: NewCollection = False,
    school: Annotated[
        Path | None,
        typer.Option("--school", metavar="FICHIER", help="Familles par niveau : CSV « niveau ; familles »."),
    ] = None,
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
    name: Annotated[str, typer.Option("--name", metavar="NOM", help="Nom de l'établissement.")] = "Notre établissement",
    seed: Seed = 1,
    date: On = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire le rapport et les fichiers de l'équipe.")
    ] = None,
    json: Json = False,
) -> None:
    """Faire le plan : prêts, ateliers, partenaires, messages, et le rapport pour le conseil."""
    from app.cli.planning import run

    run(
        needs,
        zone,
        lent_on,
        loans,
        workshops,
        costs,
        partners,
        answers or [],
        previous or [],
        new_collection,
        school,
        policy,
        kind,
        until,
        name,
        seed,
        date,
        out,
        json,
    )


@app.command(
    cls=FrenchCommand,
    epilog=examples("liaison diagnose reponses.csv papier.csv --school familles.csv --out sortie/diagnostic"),
)
def diagnose(
    files: Annotated[list[Path], typer.Argument(metavar="FICHIER", help="Réponses : CSV, XLSX, ODS ou JSON.")],
    questionnaire: Annotated[
        str, typer.Option("--questionnaire", metavar="MODÈLE|FICHIER", help="Questionnaire posé.")
    ] = "diagnostic_familles",
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FICHIER", help="Correspondance des colonnes, corrigée.")
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--word", metavar="QUESTION: MOT=RÉPONSE", help="Ce qu'un mot refusé veut dire ; autant qu'il faut."
        ),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="VARIABLE", help="Les groupes : niveau, mode, equipement, une question…")
    ] = "niveau",
    threshold: Annotated[
        int | None,
        typer.Option("--threshold", metavar="FAMILLES", help="Seuil de publication ; sinon 11, jamais sous 5."),
    ] = None,
    school: Annotated[
        Path | None,
        typer.Option("--school", metavar="FICHIER", help="Familles par niveau : CSV « niveau ; familles »."),
    ] = None,
    previous: Annotated[
        list[Path] | None,
        typer.Option("--previous", metavar="DOSSIER", help="Export déjà publié, à comparer ; autant qu'il y en a."),
    ] = None,
    new_collection: NewCollection = False,
    name: Annotated[str, typer.Option("--name", metavar="NOM", help="Nom de l'établissement.")] = "Notre établissement",
    publish: Annotated[
        bool, typer.Option("--publish", help="Publier sans ce qui n'est pas lu ; sinon, le corriger d'abord.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire le compte rendu et les tableaux.")
    ] = None,
    json: Json = False,
) -> None:
    """Lire les réponses des familles : ce qui est gardé ou refusé, et ce qui peut être publié.

    Code de sortie 1 si des lignes sont à corriger. Corrigées, elles se relisent avec le fichier d'où elles viennent.
    """
    from app.cli.diagnosing import run

    raise typer.Exit(
        run(
            files,
            questionnaire,
            mapping,
            words or [],
            by,
            threshold,
            school,
            previous or [],
            new_collection,
            name,
            publish,
            out,
            json,
        )
    )


@app.command(
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
    threshold: Annotated[
        int | None,
        typer.Option("--threshold", metavar="FAMILLES", help="Seuil de publication ; sinon 11, jamais sous 5."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FICHIER", help="Où écrire le tableau, en CSV.")] = None,
    json: Json = False,
) -> None:
    """Publier un tableau sans rien apprendre d'une seule famille : petites cases cachées, et d'autres avec elles."""
    from app.cli.disclosing import run

    run(table, by or [], value, count, not_names or [], threshold, out, json)


@app.command(
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


@app.command(cls=FrenchCommand, epilog=examples("liaison serve --no-browser"))
def serve(
    port: Annotated[
        int | None, typer.Option("--port", metavar="PORT", min=1024, max=65535, help="Port souhaité ; sinon 8866.")
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Ne pas ouvrir le navigateur.")] = False,
) -> None:
    """Ouvrir la suite : un serveur sur cette machine, la page d'accueil dans le navigateur."""
    from app.cli.serving import run

    raise typer.Exit(run(port, no_browser))


def main() -> NoReturn:
    """Run the command `liaison` and exit."""
    end_as_ctrl_c_does()
    # What the libraries make when they open stays to the end: looking for waste in it costs half a second a command.
    gc.set_threshold(100_000)
    try:
        app()
    finally:
        gc.freeze()
    sys.exit(0)
