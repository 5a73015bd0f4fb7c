"""What the trials of a session share: a course and its copy, a session without a gradebook, a drop folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from training.a_course import bare_course
from training.a_session import session_in

from liaison.training.session.definition import SessionFolder


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with nobody's copy."""
    folder = tmp_path_factory.mktemp("modele")
    bare_course(folder)
    return folder


@pytest.fixture
def course(template: Path, tmp_path: Path) -> Path:
    """A copy of the template, of which a test may do what it wants."""
    folder = tmp_path / "cours"
    shutil.copytree(template, folder)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    return session_in(tmp_path / "seance")


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "depot"
    folder.mkdir()
    return folder


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let somebody be at the keyboard, who answers these; every answer has to be asked for."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    def types(*answers: str) -> Iterator[str]:
        left = iter(answers)
        monkeypatch.setattr("typer.prompt", lambda *_, **__: next(left))
        return left

    types()
    return types
