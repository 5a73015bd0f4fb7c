"""La commande `liaison`, faite des commandes de chaque étude, puis de celles qui sont à toute la suite.

Nothing heavy is imported here: pandas takes longer to load than the help takes to read.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

import typer

from app.cli import subjects, suite
from app.cli.badging import badge
from app.cli.french import FrenchGroup, examples
from app.cli.session import session
from app.interruptions import end_as_ctrl_c_does

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
given = [import_module(f"{subjects.__name__}.{module.name}") for module in iter_modules(subjects.__path__)]
for subject in sorted(given, key=lambda subject: subject.PLACE):
    app.add_typer(subject.commands)
app.add_typer(suite.commands)
app.add_typer(session, name="session")
app.add_typer(badge, name="badge")


@app.callback()
def _root() -> None:
    """Carnets de liaison : préparer et vérifier la messagerie d'une école, sans ouvrir de carnet."""


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
