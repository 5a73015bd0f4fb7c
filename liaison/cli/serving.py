"""`liaison serve` : ouvrir la suite, dans un autre processus."""

from __future__ import annotations

import signal
import subprocess
import sys

from liaison.cli.interruptions import Ended


def run(port: int | None, no_browser: bool) -> int:
    """Start the suite's server and wait for its end; return its exit code.

    A process and not an import: `liaison` computes and knows nothing of what is shown.
    """
    words = [sys.executable, "-m", "widgets.voila"]
    words += ["--port", str(port)] if port is not None else []
    words += ["--no-browser"] if no_browser else []
    # The server gets Ctrl-C too, from its first instant, and says goodbye itself: one sentence is enough.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with subprocess.Popen(words) as server:
            while True:
                try:
                    code = server.wait()
                    break
                except Ended:
                    server.terminate()  # it does not know yet, and would go on alone
    finally:
        signal.signal(signal.SIGINT, before)
    if code == -signal.SIGINT:  # ended before it could say anything
        raise KeyboardInterrupt
    return code
