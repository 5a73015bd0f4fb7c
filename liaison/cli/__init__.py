"""La commande `liaison` : simuler, vérifier, écrire la charte, fabriquer une école, sans carnet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from liaison.cli.commands import app

INTERRUPTED = 130
INTERRUPTION = "Interrompu. Rien n'a été écrit à moitié."


def main() -> NoReturn:
    """Run the command `liaison` and exit; Ctrl-C is answered from the first instant, while it still loads."""
    try:
        from liaison.cli.commands import main as run

        run()
    except KeyboardInterrupt:
        print(INTERRUPTION, file=sys.stderr)
        sys.exit(INTERRUPTED)


def __getattr__(name: str) -> Any:
    # Not at the top: whoever presses Ctrl-C while it loads would read a trace, before `main` can catch it.
    if name == "app":
        from liaison.cli.commands import app

        return app
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["INTERRUPTED", "INTERRUPTION", "app", "main"]
