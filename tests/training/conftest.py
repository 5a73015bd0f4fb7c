"""What the trials of a session share: a session without a gradebook, and a drop folder beside it."""

from pathlib import Path

import pytest
from training.a_session import session_in

from liaison.training.session import SessionFolder


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    return session_in(tmp_path / "seance")


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "depot"
    folder.mkdir()
    return folder
