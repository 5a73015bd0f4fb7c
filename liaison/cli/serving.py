"""`liaison serve` : ouvrir la suite, dans un autre processus."""

from __future__ import annotations

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
    with subprocess.Popen(words) as server:
        while True:
            try:
                return server.wait()
            except Ended:
                server.terminate()  # it does not know yet, and would go on alone
            except KeyboardInterrupt:
                continue  # the server got Ctrl-C too, and says goodbye itself
