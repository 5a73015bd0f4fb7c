"""Ce que partagent les essais de la commande `liaison` : la lancer, reconnaître un refus, une école déjà écrite."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from diagnostic.fictitious_school import ALL_WAYS, received
from typer.testing import CliRunner, Result

from app.cli import app
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.school.fictitious.generator import school_from
from liaison.support.fictitious import fictitious_needs
from liaison.support.needs.needs_file import needs_csv


def _liaison(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(scope="session")
def liaison() -> Callable[..., Result]:
    """Run the command in this process: `liaison("check", "equilibree")`."""
    return _liaison


@pytest.fixture(scope="session")
def refused() -> Callable[..., None]:
    """Check a refusal: exit code 2, one French sentence with these words, no trace, nothing on the answer's stream."""

    def check(result: Result, *words: str) -> None:
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        assert "Traceback" not in result.stderr
        for word in words:
            assert word in result.stderr.replace("\u00a0", " ")

    return check


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ecole") / "mon_ecole"
    assert _liaison("school", "--preset", "ecole_6_classes", "--seed", 3, "--out", folder).exit_code == 0
    return folder


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Needs of families (`besoins.csv`) and what they answered (`reponses.csv`), to read and to leave as they are."""
    folder = tmp_path_factory.mktemp("collecte")
    (folder / "besoins.csv").write_bytes(needs_csv(fictitious_needs(school_from("college_rep_plus", 7), 7)))
    (folder / "reponses.csv").write_bytes(answers_csv(received(*ALL_WAYS)))
    return folder
