"""Une commande d'une séance : ce qu'elle écrit avec sudo revient au compte de la séance, ou à qui l'a lancée."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from app.cli.french import FrenchCommand


class SessionCommand(FrenchCommand):
    """One command of `liaison session`, however it ends: what was written before it stopped is given too."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command, then leave to its account what stands in each session that it names or makes.

        What it writes in another folder (`--out`) is left to who called sudo.
        """
        from liaison.training.session.ownership import give_to_owner, left_to_caller

        out, made = ctx.params.get("out"), None
        try:
            with left_to_caller(out) if isinstance(out, Path) and not [*_sessions({"out": out})] else nullcontext():
                made = super().invoke(ctx)
        finally:
            for session in {*_sessions(ctx.params), *_sessions({"made": made})}:
                give_to_owner(session)
        return made


def _sessions(params: Mapping[str, Any]) -> Iterator[Path]:
    """Yield each session that a parameter names, or names something in."""
    from liaison.training.session.definition import SESSION_NAME

    for path in params.values():
        if isinstance(path, Path):
            here = path.absolute()
            yield from (folder for folder in (here, *here.parents) if (folder / SESSION_NAME).is_file())


__all__ = ["SessionCommand"]
