"""`liaison serve` stopped while its server starts: one of the two says so, never both."""

import signal
import subprocess
from typing import Any

import pytest

from liaison.cli.serving import run


@pytest.mark.parametrize(("code", "said_by_the_server"), [(0, True), (-signal.SIGINT, False)])
def test_ctrl_c_as_the_server_starts_is_answered_once(
    monkeypatch: pytest.MonkeyPatch, code: int, said_by_the_server: bool
) -> None:
    class Starting:
        """A server that is interrupted as soon as it exists."""

        def __init__(self, words: list[str]) -> None:
            signal.raise_signal(signal.SIGINT)

        def __enter__(self) -> "Starting":
            return self

        def __exit__(self, *_: Any) -> None:
            """Nothing to end."""

        def wait(self) -> int:
            return code

    monkeypatch.setattr(subprocess, "Popen", Starting)
    before = signal.getsignal(signal.SIGINT)
    if said_by_the_server:
        assert run(None, no_browser=True) == 0
    else:
        with pytest.raises(KeyboardInterrupt):
            run(None, no_browser=True)
    assert signal.getsignal(signal.SIGINT) is before
