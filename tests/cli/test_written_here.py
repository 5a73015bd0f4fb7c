"""`--out .`, ou un nom seul : ce qu'une commande écrit va dans le dossier où l'on est, et rien d'autre n'y reste."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from app.cli import app
from app.cli.output import whole_folder
from liaison.base import files
from liaison.base.tables import csv_bytes

# What is typed before « --out », and one file that is made.
WRITTEN: dict[str, tuple[tuple[str, ...], str]] = {
    "simulate": (("--policy", "equilibree", "--school", "ecole_6_classes", "--weeks", "1"), "trace.csv"),
    "charter": (("--policy", "equilibree"), "charte.pdf"),
    "notice": (("--policy", "equilibree", "--lang", "fr,ar"), "notice_parents_fr_ar.pdf"),
    "diagnose": (("reponses.csv",), "indicateurs.csv"),
    "plan": (("besoins.csv", "--zone", "C", "--lent-on", "2026-12-07"), "plan_accompagnement.pdf"),
    "school": (("--preset", "ecole_6_classes"), "classes.csv"),
    "session handbook": ((), "guide_du_formateur.pdf"),
}
# A table of its own, below.
TABLE = {"disclosure"}
# What is done before takes minutes, or a whole session: the folder is made by the same function.
SAME_WAY = {
    *("improve", "questionnaire"),
    *("session new", "session grade", "session texts", "session results", "session report"),
}


def commands_with_out() -> set[str]:
    def walk(command: Any, path: tuple[str, ...]) -> Iterator[str]:
        for name, own in getattr(command, "commands", {}).items():
            yield from walk(own, (*path, name))
        if any("--out" in getattr(parameter, "opts", ()) for parameter in command.params):
            yield " ".join(path)

    return set(walk(typer.main.get_command(app), ()))


def test_every_command_that_writes_where_it_is_told_is_known_here() -> None:
    assert commands_with_out() == WRITTEN.keys() | TABLE | SAME_WAY


@pytest.mark.parametrize("command", WRITTEN)
def test_a_command_writes_in_the_folder_where_one_stands(
    command: str, liaison: Any, collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "ici"
    here.mkdir()
    monkeypatch.chdir(here)
    words, file = WRITTEN[command]
    given = [str(collected / word) if word.endswith(".csv") else word for word in words]
    result = liaison(*command.split(), *given, "--out", ".")
    assert result.exit_code == 0, result.output
    assert (here / file).is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["ici"]
    assert not [path for path in here.iterdir() if path.name.startswith(".")]
    assert Path.cwd() == here


def test_a_table_is_written_under_a_name_alone(liaison: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("familles.csv").write_bytes(csv_bytes(("niveau", "connexion"), [("3e", "oui"), ("4e", "non")] * 40, kind=None))
    result = liaison("disclosure", "familles.csv", "--by", "niveau", "--out", "protege.csv")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["familles.csv", "protege.csv"]


@pytest.mark.parametrize("place", [".", "..", "sous/.."])
@pytest.mark.parametrize("replacing", [True, False])
def test_a_folder_without_a_name_is_filled_and_stays_the_same(
    place: str, replacing: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "ici" / "la"
    (here / "sous").mkdir(parents=True)
    monkeypatch.chdir(here)
    target = Path(place)
    before = target.stat().st_ino
    with files.whole_folder(target, replacing=replacing) as fresh:
        (fresh / "a.csv").write_text("a")
    assert (target / "a.csv").read_text() == "a"
    assert target.stat().st_ino == before
    assert not list(tmp_path.rglob(".*"))


def test_the_folder_where_one_stands_is_enough_to_write_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with whole_folder(Path()) as fresh:
        assert fresh.resolve().parent == tmp_path  # the folder above may be closed to who runs the command
        (fresh / "a.csv").write_text("a")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
