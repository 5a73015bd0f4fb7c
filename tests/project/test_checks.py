"""`nox` échoue dès qu'un de ses outils échoue, ceux qui vont ensemble compris."""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = (
    *("ruff format", "ruff check", "mypy", "lint-imports"),
    *("deno fmt", "deno lint", "deno check", "deno test", "pytest -n"),
)


class FailedError(Exception):
    """What a tool that fails says."""


class Session:
    """A session of nox in which one tool fails."""

    posargs = ("-k", "un essai")

    def __init__(self, failing: str = "aucun") -> None:
        self.failing, self.ran = failing, list[str]()

    def run(self, *words: str, **options: object) -> None:
        self.ran.append(" ".join(words))
        if self.ran[-1].startswith(self.failing):
            raise FailedError(self.failing)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Session], None]:
    nox = SimpleNamespace(
        options=SimpleNamespace(), Session=Session, session=lambda one=None, **_: one or (lambda other: other)
    )
    nox.needs_version = lambda *_: None
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "nox", nox)
    opened = runpy.run_path(str(ROOT / "noxfile.py"))
    for name in ("install", "ensure_chromium"):
        monkeypatch.setitem(opened["checks"].__globals__, name, lambda session: None)
    return opened["checks"]


@pytest.mark.parametrize("tool", TOOLS)
def test_the_command_fails_when_one_of_its_tools_does(checks: Callable[[Session], None], tool: str) -> None:
    with pytest.raises(FailedError, match=tool):
        checks(Session(tool))


def test_the_tests_come_last_with_what_was_asked_of_them(checks: Callable[[Session], None]) -> None:
    session = Session()
    checks(session)
    assert {tool for tool in TOOLS if any(ran.startswith(tool) for ran in session.ran)} == {*TOOLS}
    assert session.ran[-1].startswith("pytest -n")
    assert session.ran[-1].endswith("notebooks tests -k un essai")
