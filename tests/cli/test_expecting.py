"""Ce qu'une commande dit attendre vient du type de l'option, jamais de son nom : un module de plus est compris."""

from __future__ import annotations

import ast
import datetime as dt
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import typer
from typer.testing import CliRunner

from app.cli import french
from app.cli.french import FrenchCommand, FrenchGroup
from liaison.base.faults import FrenchError


class Couleur(Enum):
    ROUGE = "rouge"
    VERTE = "verte"


def _half(text: str) -> int:
    if text != "6":
        raise FrenchError("« --moitie » prend 6, et rien d'autre.")
    return 3


def _another(text: str) -> int:
    return int(text)


# A command of a module that the suite does not know; its parameters bear the names that those of messaging bear.
commands = typer.Typer(cls=FrenchGroup, add_completion=False, pretty_exceptions_enable=False)


@commands.callback()
def _root() -> None:
    """Tenir un panneau."""


@commands.command(cls=FrenchCommand)
def panneau(
    kind: Annotated[int, typer.Option("--taille")] = 1,
    weeks: Annotated[int, typer.Option("--duree", min=1, max=200)] = 1,
    seed: Annotated[int, typer.Option("--graine", max=9)] = 1,
    port: Annotated[int, typer.Option("--quai", min=1024)] = 1024,
    zone: Annotated[Literal["nord", "sud"], typer.Option("--bord")] = "nord",
    until: Annotated[list[Couleur], typer.Option("--couleur")] = [],  # noqa: B006 - what typer takes
    part: Annotated[float, typer.Option("--part", min=0.5, max=1000)] = 0.5,
    several: Annotated[list[int], typer.Option("--rang", min=1)] = [],  # noqa: B006
    day: Annotated[dt.datetime, typer.Option("--jour", formats=["%d/%m/%Y"])] = dt.datetime(2026, 9, 1),
    file: Annotated[Path | None, typer.Option("--fichier", exists=True, dir_okay=False)] = None,
    folder: Annotated[Path | None, typer.Option("--dossier", file_okay=False)] = None,
    half: Annotated[int, typer.Option("--moitie", parser=_half)] = 3,
    other: Annotated[int, typer.Option("--autre", parser=_another)] = 3,
) -> None:
    """Poser un panneau."""


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--taille", "abc", "un nombre entier est attendu"),
        ("--taille", "1,5", "un nombre entier est attendu"),
        ("--duree", "300", "un nombre entier, de 1 à 200, est attendu"),
        ("--graine", "10", "un nombre entier, 9 ou moins, est attendu"),
        ("--quai", "80", "un nombre entier, 1024 ou plus, est attendu"),
        ("--bord", "est", "nord ou sud est attendu"),
        ("--couleur", "bleue", "rouge ou verte est attendu"),
        ("--part", "0.1", "un nombre, de 0,5 à 1000, est attendu"),
        ("--rang", "0", "un nombre entier, 1 ou plus, est attendu"),
        ("--jour", "2026-09-01", "une date écrite comme 01/09/2026 est attendue"),
        ("--fichier", "absent.csv", "un fichier qui existe et qui s'ouvre est attendu"),
        ("--dossier", __file__, "un dossier est attendu"),
        ("--moitie", "8", "« --moitie » prend 6, et rien d'autre"),
        ("--autre", "x", "cette valeur n'est pas acceptée"),
    ],
)
def test_what_is_expected_is_what_the_type_of_the_option_takes(
    refused: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str, value: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(commands, ["panneau", option, value])
    refused(result, f"La valeur donnée à l'option {option} ne convient pas : {told}. Voir « liaison")


def test_the_french_of_the_command_knows_no_subject() -> None:
    held = Path(french.__file__).parent
    for file in (held / "french.py", held / "expecting.py"):
        read = [
            node.module or ""
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom)
        ]
        assert [name for name in read if name.startswith("liaison.") and not name.startswith("liaison.base.")] == []
