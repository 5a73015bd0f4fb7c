"""Les commandes des documents d'une séance, ajoutées à `liaison session` : leurs options, et ce que dit leur aide."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.french import examples, formerly
from app.cli.options import Json, Session
from app.cli.session_command import SessionCommand

Only = Annotated[
    list[str] | None, typer.Option("--only", metavar="CODE", help="Ce code seulement ; répétable. Sinon tous.")
]
AllPresent = Annotated[bool, typer.Option("--all", help="Tout le monde était là : ne pas lire presences.csv.")]

Hours = Annotated[
    str | None,
    typer.Option("--hours", metavar="DURÉE", help="Sa durée, gardée : 6h30, ou « matin 3h, apres-midi 3h30 »."),
]


def add_to(session: typer.Typer) -> None:
    """Add the commands of documents to the group `liaison session`."""
    for command, example, once in (
        (attendance, "liaison session attendance seances/tilleuls", {}),
        (attest, "liaison session attest seances/tilleuls --hours 6h30", {}),
        (badge, "liaison session badge seances/tilleuls", {"until": "valid-until"}),
        (close, "liaison session close seances/tilleuls --drop depot --hours 6h30", {}),
        (handbook, "liaison session handbook --out sortie/guide", {}),
    ):
        session.command(cls=SessionCommand, epilog=examples(example), context_settings=formerly(**once))(command)


def attendance(folder: Session, json: Json = False) -> None:
    """Imprimer la feuille d'émargement, et préparer le fichier des présences."""
    from app.cli.session_documents import run_attendance

    run_attendance(folder, json)


def attest(
    folder: Session,
    only: Only = None,
    all_present: AllPresent = False,
    hours: Hours = None,
    json: Json = False,
) -> None:
    """Écrire l'attestation de présence de chaque personne notée présente : un PDF accessible par code.

    Code de sortie 1 si un code n'a pas de ligne dans presences.csv.
    """
    from app.cli.session_documents import run_attest

    raise typer.Exit(run_attest(folder, only or [], all_present, hours, json))


def badge(
    folder: Session,
    only: Only = None,
    all_present: AllPresent = False,
    names: Annotated[bool, typer.Option("--names", help="Écrire le nom en clair ; sinon le code seul, haché.")] = False,
    valid_until: Annotated[
        str | None, typer.Option("--valid-until", metavar="AAAA-MM-JJ", help="Dernier jour du badge ; sinon sans fin.")
    ] = None,
    new_key: Annotated[
        bool, typer.Option("--new-key", help="Prendre une autre clé, et signer de nouveau ; l'ancienne est détruite.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Signer de nouveau les badges déjà là.")] = False,
    json: Json = False,
) -> None:
    """Signer le badge numérique (Open Badges 3.0) de chaque personne notée présente, sans note et sans nom.

    Code de sortie 1 si un code n'a pas de ligne dans presences.csv.
    """
    from app.cli.session_documents import last_day, run_badge
    from liaison.training.closing.badges import BadgeWishes
    from liaison.training.session.definition import load_session

    until = last_day(valid_until, load_session(folder).session.date)
    wishes = BadgeWishes(tuple(only or ()), all_present, names, until, new_key, again)
    raise typer.Exit(run_badge(folder, wishes, json))


def close(
    folder: Session,
    drop: Annotated[
        Path | None,
        typer.Option("--drop", metavar="DÉPÔT", help="D'abord, prendre ses remises ; la salle, elle, est trouvée."),
    ] = None,
    all_present: AllPresent = False,
    hours: Hours = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help="Un PDF à côté de chaque retour.")] = True,
    json: Json = False,
) -> None:
    """Finir la séance : prendre les copies, noter, écrire tous les papiers, et dire ce qui reste à lire.

    Dans une salle, ouverte ou fermée, chaque place reçoit son retour.
    Se relance sans rien perdre, après les textes par exemple. Code de sortie 1 si une partie n'a pas pu être faite, ou
    si une remise est à demander de nouveau : refusée, qui en dit moins que celle d'avant, vide ou illisible.
    """
    from app.cli.session_close import Closing, run

    raise typer.Exit(run(folder, Closing(drop, all_present, hours, pdf, json)))


def handbook(
    out: Annotated[Path, typer.Option("--out", metavar="DOSSIER", help="Où écrire le guide, en PDF et en DOCX.")],
    module: Annotated[
        list[str] | None,
        typer.Option("--module", metavar="MODULE", help="La fiche de ce module seulement : 01 ; répétable."),
    ] = None,
    json: Json = False,
) -> None:
    """Imprimer le guide du formateur : programmes, préparation, ce qui manque, et une page par module."""
    from app.cli.session_documents import run_handbook

    run_handbook(out, module or [], json)


__all__ = ["add_to"]
