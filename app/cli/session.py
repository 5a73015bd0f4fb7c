"""`liaison session …` : les commandes d'une séance de formation, côté formateur."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli import session_hub
from app.cli.french import FrenchGroup, examples, formerly
from app.cli.options import Json, Session, SessionOption
from app.cli.session_command import SessionCommand
from app.cli.session_papers import add_to
from liaison.base.closed import closed_to_others

session = typer.Typer(
    cls=FrenchGroup,
    no_args_is_help=True,
    rich_markup_mode="rich",
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    help="Une séance de formation : la préparer, prendre les remises, noter, effacer les noms.",
    epilog=examples("liaison session new --date 2026-11-27 --module 01 --participants 24 --mode cle"),
)
Module = Annotated[
    str | None, typer.Argument(metavar="[MODULE]", help="L'exercice, 01 par exemple ; sinon tous ceux de la séance.")
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DOSSIER", help="Où l'écrire ; sinon documents/, dans la séance.")
]
ONCE_COURSE = formerly(course="session")


@session.callback()
def _group(context: typer.Context) -> None:
    """Une séance de formation : la préparer, prendre les remises, noter, effacer les noms."""
    context.with_resource(closed_to_others())  # names, copies and marks


@session.command(
    cls=SessionCommand,
    epilog=examples(
        "liaison session new --date 2026-11-27 --module 01 --participants seances/noms.csv --mode machines "
        "--out seances/tilleuls",
        (
            "Sans noms, sur le réseau de la salle",
            "liaison session new --date 2026-11-27 --module 01 --participants 24 --mode reseau --out seances/salle",
        ),
    ),
)
def new(
    date: Annotated[str | None, typer.Option("--date", metavar="AAAA-MM-JJ", help="Le jour de la séance.")] = None,
    module: Annotated[
        list[str] | None, typer.Option("--module", metavar="MODULE", help="01, ou le nom de son dossier ; répétable.")
    ] = None,
    participants: Annotated[
        str | None,
        typer.Option("--participants", metavar="NOMBRE|FICHIER", help="Combien de codes, ou la liste des noms."),
    ] = None,
    name_column: Annotated[
        str | None,
        typer.Option("--name-column", metavar="TITRE", help="La colonne du nom, ou « Prénom,Nom » ; sinon reconnue."),
    ] = None,
    no_titles: Annotated[
        bool, typer.Option("--no-titles", help="La liste n'a pas de titres : sa première ligne est une personne.")
    ] = False,
    family_name: Annotated[
        str | None,
        typer.Option("--family-name", metavar="BOUT", help="Où est le nom de famille dans un nom : debut ou fin."),
    ] = None,
    mode: Annotated[
        str | None, typer.Option("--mode", metavar="MODE", help="reseau, machines ou cle (sans aucun réseau).")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="LIEU", help="Où elle a lieu.")] = None,
    trainer: Annotated[
        str | None, typer.Option("--trainer", metavar="NOM", help="Qui anime : pour les attestations.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TITRE", help="Titre de la séance.")] = None,
    half_days: Annotated[
        str | None, typer.Option("--half-days", metavar="DURÉE", help="matin, apres-midi ou journee.")
    ] = None,
    hand_in_until: Annotated[
        str | None,
        typer.Option(
            "--hand-in-until", metavar="HEURE", help="Heure au-delà de laquelle on est en retard ; sinon 23:59."
        ),
    ] = None,
    time_zone: Annotated[
        str | None,
        typer.Option(
            "--time-zone", metavar="FUSEAU", help="De quel lieu est cette heure : Indian/Reunion ; sinon cette machine."
        ),
    ] = None,
    names_until: Annotated[
        str | None,
        typer.Option("--names-until", metavar="AAAA-MM-JJ", help="Dernier jour des noms ; sinon 30 jours après."),
    ] = None,
    opens_at: Annotated[
        str | None, typer.Option("--opens-at", metavar="TEXTE", help="Ce que l'on ouvre : une adresse, par exemple.")
    ] = None,
    hands_in_at: Annotated[
        str | None, typer.Option("--hands-in-at", metavar="TEXTE", help="Où l'on remet : « au dépôt M@gistère ».")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Dossier de la séance ; sinon seances/DATE_CODE.")
    ] = None,
    json: Json = False,
) -> Path:
    """Préparer une séance : son dossier, ses codes à découper, le carnet de notes ; demande ce qui n'est pas donné."""
    from app.cli.session_making import NewSession, run

    return run(
        NewSession(
            date=date,
            modules=tuple(module or ()),
            participants=participants,
            name_column=name_column,
            no_titles=no_titles,
            family_name=family_name,
            mode=mode,
            place=place,
            trainer=trainer,
            title=title,
            half_days=half_days,
            hand_in_until=hand_in_until,
            time_zone=time_zone,
            names_until=names_until,
            opens_at=opens_at,
            hands_in_at=hands_in_at,
            out=out,
            json=json,
        )
    )


@session.command(cls=SessionCommand, epilog=examples("liaison session collect depot --session seances/tilleuls"))
def collect(
    drop: Annotated[
        Path, typer.Argument(metavar="DÉPÔT", help="Dossier, clé USB, ou archive de toutes les remises (M@gistère).")
    ],
    folder: Annotated[Path, typer.Option("--session", metavar="SÉANCE", help="Le dossier de la séance.")],
    json: Json = False,
) -> None:
    """Prendre les remises d'un dépôt : doublons, retards et fichiers refusés sont dits, un par ligne.

    Recommencer ne change rien. Code de sortie 1 si un fichier est refusé, si une remise en dit moins que la
    précédente (moins de questions répondues, textes disparus, vide ou illisible), ou si une copie qui compte est vide
    ou illisible.
    """
    from app.cli.session_collecting import run

    raise typer.Exit(run(drop, folder, json))


@session.command(cls=SessionCommand, epilog=examples("liaison session purge seances/tilleuls"))
def purge(
    folder: Session,
    now: Annotated[bool, typer.Option("--now", help="Effacer sans attendre la date prévue.")] = False,
    reread: Annotated[
        bool, typer.Option("--reread", help="Dire que vous avez relu, ou effacé, ce que l'effacement a nommé.")
    ] = False,
    unmarked: Annotated[
        bool,
        typer.Option(
            "--unmarked",
            help="Effacer, et perdre cela, même si : des remises de la salle ne sont pas prises ; des remises "
            "refusées sont encore là ; des remises de la salle ne sont pas complètes ; des copies ne sont pas "
            "notées, ou ne le sont que d'après une remise d'avant ; des textes n'ont été lus par personne ; des "
            "tableaux de textes sont remplis, et ne sont pas pris ; des copies ont reçu de vous un mot qu'aucun "
            "retour ne rend ; des personnes ont un papier à un nom que « participants.csv » n'a pas, ou plus ; les "
            "notes et les textes ne peuvent pas être comptés.",
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Effacer les noms d'une séance, une fois leur date passée, et écrire la preuve de ce qui est effacé.

    Rien n'est effacé tant que quelque chose serait perdu, des copies pas notées par exemple : la commande dit quoi, et
    combien. Elle ne passe outre qu'avec --unmarked.
    Code de sortie 1 si un nom reste, ou si un fichier n'a pu être ni lu ni effacé.
    """
    from app.cli.session_purging import run

    raise typer.Exit(run(folder, now, json, reread, unmarked))


@session.command(cls=SessionCommand, epilog=examples("liaison session status seances/tilleuls"))
def status(folder: Session, json: Json = False) -> None:
    """Dire qui a remis quoi, et ce qui manque, par code."""
    from app.cli.session_status import run

    run(folder, json)


@session.command(
    cls=SessionCommand,
    context_settings=ONCE_COURSE,
    epilog=examples("liaison session grade --session seances/tilleuls"),
)
def grade(
    module: Module = None,
    course: SessionOption = Path(),
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où écrire notes.csv et textes_a_lire.csv.")
    ] = None,
    json: Json = False,
) -> None:
    """Noter les copies remises dans le carnet de notes de nbgrader, sans exécuter une ligne de ce qui est remis.

    Sans MODULE : tous ceux de la séance. Code de sortie 1 si une copie n'a pas pu être notée.
    """
    from app.cli.session_grading import run

    raise typer.Exit(run(module, course, out, json))


@session.command(
    cls=SessionCommand,
    context_settings=ONCE_COURSE,
    epilog=examples("liaison session texts --session seances/tilleuls"),
)
def texts(
    module: Module = None,
    course: SessionOption = Path(),
    out: Out = None,
    marks: Annotated[
        Path | None, typer.Option("--marks", metavar="FICHIER", help="Le tableau rempli : prendre ses notes.")
    ] = None,
    json: Json = False,
) -> None:
    """Sortir les textes à lire dans un tableau à remplir ; ou, avec --marks, en prendre les notes.

    Elles vont dans le carnet de notes de nbgrader, comme celles de l'écran « Lire les textes » et de formgrader. Un
    tableau déjà là, et rempli, est pris de même ; s'il ne peut pas l'être, il est gardé à côté. Code de sortie 1 alors.
    """
    from app.cli.session_texts import run

    raise typer.Exit(run(module, course, out, marks, json))


@session.command(
    cls=SessionCommand,
    context_settings=ONCE_COURSE,
    epilog=examples("liaison session feedback --session seances/tilleuls"),
)
def feedback(
    module: Module = None,
    course: SessionOption = Path(),
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help="Un PDF à côté de chaque page web.")] = True,
    json: Json = False,
) -> None:
    """Écrire le retour de chaque personne : ses points, ce qu'elle a trouvé et ce qu'il faut en retenir, vos mots.

    Code de sortie 1 si quelqu'un n'a pas de retour.
    """
    from app.cli.session_feedback import run

    raise typer.Exit(run(module, course, pdf, json))


@session.command(
    cls=SessionCommand,
    context_settings=ONCE_COURSE,
    epilog=examples("liaison session results --session seances/tilleuls --moodle username"),
)
def results(
    module: Module = None,
    course: SessionOption = Path(),
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Où les écrire ; sinon documents/, dans la séance.")
    ] = None,
    moodle: Annotated[
        str | None,
        typer.Option("--moodle", metavar="CHAMP", help="Aussi un fichier pour Moodle : username, idnumber ou email."),
    ] = None,
    identifiers: Annotated[
        Path | None,
        typer.Option(
            "--identifiers",
            metavar="FICHIER",
            help="CSV code;identifiant ; sinon les adresses de la liste, ou le code.",
        ),
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="Pour Moodle : aussi les notes où un texte attend votre lecture.")
    ] = False,
    json: Json = False,
) -> None:
    """Sortir les notes du carnet de notes : un tableau, et le fichier que Moodle ou M@gistère importe."""
    from app.cli.session_results import run

    raise typer.Exit(run(module, course, out, moodle, identifiers, partial, json))


@session.command(
    cls=SessionCommand,
    context_settings=ONCE_COURSE,
    epilog=examples("liaison session report --session seances/tilleuls"),
)
def report(
    module: Module = None,
    course: SessionOption = Path(),
    out: Out = None,
    fewest: Annotated[
        int | None,
        typer.Option("--fewest", metavar="NOMBRE", min=2, help="Taille du plus petit groupe dont on dit les chiffres."),
    ] = None,
    json: Json = False,
) -> None:
    """Écrire le compte rendu de la salle, avec ses graphiques et sans nommer personne : DOCX, PDF, page web."""
    from app.cli.session_report import run

    raise typer.Exit(run(module, course, out, fewest, json))


add_to(session)
session_hub.add_to(session)
