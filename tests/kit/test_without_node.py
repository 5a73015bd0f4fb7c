"""Le seul nom privé de JupyterLab que la suite remplace : celui de la version verrouillée, et ce qu'il évite."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from jupyterlab import commands  # type: ignore[import-untyped]

from app.voila.without_node import leave_node_alone


@pytest.fixture
def looked_for(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What JupyterLab looks for on the machine, where there is nothing; afterwards it is as it was."""
    names: list[str] = []

    def nowhere(name: str) -> str:
        names.append(name)
        raise ValueError(name)

    with patch.dict(vars(commands)):
        monkeypatch.setattr(commands, "which", nowhere)
        yield names


def test_the_locked_jupyterlab_by_itself_looks_for_node(looked_for: list[str]) -> None:
    assert commands.AppOptions().registry == commands.YARN_DEFAULT_REGISTRY
    assert looked_for == ["node"]


def test_left_alone_node_is_not_looked_for_and_the_answer_is_the_same(looked_for: list[str]) -> None:
    leave_node_alone()
    assert commands.AppOptions().registry == commands.YARN_DEFAULT_REGISTRY
    assert looked_for == []
