"""`liaison session hub` : ouvrir la salle d'une séance, dans un autre processus."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.french import examples, formerly
from app.cli.output import InputError
from app.cli.relaying import hand_over_to
from app.cli.session_command import SessionCommand
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


ROOM = "app.room"


def add_to(session: typer.Typer) -> None:
    """Add the command to those of a session."""
    session.command(
        cls=SessionCommand,
        epilog=examples(
            "liaison session hub seances/salle",
            ("Une fois, avec Internet, installer le relais", "liaison session hub --install"),
        ),
        context_settings=formerly(address="ipv4"),
    )(hub)


def hub(
    folder: Annotated[Path | None, typer.Argument(metavar="SÉANCE", help="Le dossier de la séance.")] = None,
    ipv4: Annotated[
        str | None,
        typer.Option("--ipv4", metavar="ADRESSE", help="Celle de cet ordinateur dans la salle ; sinon trouvée."),
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", metavar="PORT", help="Sinon le premier libre à partir de 8000.")
    ] = None,
    install: Annotated[
        bool, typer.Option("--install", help="Installer le relais, une seule fois, avec Internet ; et finir.")
    ] = False,
    collect: Annotated[
        bool, typer.Option("--collect", help="Prendre les copies remises dans la salle, et finir.")
    ] = False,
    give_back: Annotated[
        bool, typer.Option("--give-back", help="Donner à chaque place le retour de sa copie, et finir.")
    ] = False,
) -> None:
    """Ouvrir la salle : un JupyterHub sur le réseau, une place privée par personne, un mot de passe par séance.

    Ctrl-C la ferme ; relancée, chacun retrouve son travail. --collect et --give-back vont aussi pendant qu'elle est
    ouverte, dans une autre fenêtre. --collect finit par le code 1 si ce qui vient d'être pris est à regarder.
    """
    if [install, collect, give_back].count(True) > 1:
        raise InputError(phrase("une-chose-a-la-fois"))
    if install:
        raise typer.Exit(hand_over_to(ROOM, "--install"))
    if folder is None:
        raise InputError(phrase("manque-seance"))
    words = [str(folder)]
    words += [f"--ipv4={ipv4}"] if ipv4 is not None else []
    words += [f"--port={port}"] if port is not None else []
    given = {"--collect": collect, "--give-back": give_back}
    raise typer.Exit(hand_over_to(ROOM, *words, *(name for name, wanted in given.items() if wanted)))


def collect_in_room(folder: Path, *, quiet: bool) -> int:
    """Take in what was handed in in the room of a session, which may be open; 0 when nothing asks for a look."""
    return _in_room(folder, "--collect", quiet=quiet)


def give_back_in_room(folder: Path, *, quiet: bool) -> int:
    """Give its feedback to each place of the room of a session, which may be open; 0 when that went well."""
    return _in_room(folder, "--give-back", quiet=quiet)


def _in_room(folder: Path, wanted: str, *, quiet: bool) -> int:
    from liaison.training.session.sole_use import handed_down  # --help does not wait for what it opens

    sys.stdout.flush()  # the other process writes after what was said here
    command = [sys.executable, "-m", ROOM, str(folder), wanted]
    locks, environment = handed_down(folder)
    silent = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stdout=silent, pass_fds=locks, env=environment).returncode
