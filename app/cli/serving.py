"""`liaison serve` : ouvrir la suite."""

from __future__ import annotations

from app.cli.relaying import hand_over_to


def run(port: int | None, no_browser: bool, new_key: bool = False) -> int:
    """Become the suite's server; where that cannot be, wait for its end and return its exit code."""
    words = ["--port", str(port)] if port is not None else []
    words += ["--no-browser"] if no_browser else []
    words += ["--new-key"] if new_key else []
    return hand_over_to("app.voila", *words)
