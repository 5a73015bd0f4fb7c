"""La commande `liaison` : simuler, vérifier, écrire la charte, fabriquer une école, sans carnet."""

from __future__ import annotations

from app.loading import INTERRUPTED, INTERRUPTION, end_on_ctrl_c, hold_ctrl_c, leave

TYPE_CHECKING = False  # `typing` takes longer to load than all this
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from app.cli.commands import app


def main() -> NoReturn:
    """Run the command `liaison` and exit; Ctrl-C is answered from the first instant, while it still loads."""
    hold_ctrl_c()
    from liaison.base.terminal import lacking_no_letter

    lacking_no_letter()
    end_on_ctrl_c(lambda: leave(INTERRUPTION, INTERRUPTED))
    from app.cli.commands import main as run

    try:
        run()
    except KeyboardInterrupt:
        leave(INTERRUPTION, INTERRUPTED)


def __getattr__(name: str) -> Any:
    # Not at the top: whoever presses Ctrl-C while it loads would read a trace, before `main` can catch it.
    if name == "app":
        from app.cli.commands import app

        return app
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["app", "main"]
