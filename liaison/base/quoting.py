"""Citer ce qui a été lu, sans rien à quoi un écran ou un terminal obéirait ; lire un chemin que l'on a cité."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

LONGEST_QUOTE = 60  # characters that a report shows of what it quotes


def printable(text: str) -> str:
    """Return a text on one line, without anything that a screen, a terminal or a database would obey or refuse."""
    if text.isprintable():
        return text
    return " ".join("".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text).split())


def shown(text: str) -> str:
    """Return what was read as a report may show it: on one line, cut short."""
    return printable(text[:LONGEST_QUOTE]) + ("…" if len(text) > LONGEST_QUOTE else "")


def unquoted_path(text: str) -> Path | None:
    """Return the path that a person wrote in a field, without what a file manager quotes it with; None for none."""
    written = text.strip().strip("\"'«»").strip()
    if not written:
        return None
    path = Path(written)
    with suppress(RuntimeError):  # « ~ » of somebody whom the system does not know stays as it is
        path = path.expanduser()
    return path


__all__ = ["LONGEST_QUOTE", "printable", "shown", "unquoted_path"]
