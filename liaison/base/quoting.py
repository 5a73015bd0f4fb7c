"""Citer ce qui a été lu : sur une ligne, coupé s'il est long, et rien à quoi un écran ou un terminal obéirait."""

from __future__ import annotations

LONGEST_QUOTE = 60  # characters that a report shows of what it quotes


def printable(text: str) -> str:
    """Return a text on one line, without anything that a screen, a terminal or a database would obey or refuse."""
    if text.isprintable():
        return text
    return " ".join("".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text).split())


def shown(text: str) -> str:
    """Return what was read as a report may show it: on one line, cut short."""
    return printable(text[:LONGEST_QUOTE]) + ("…" if len(text) > LONGEST_QUOTE else "")


__all__ = ["LONGEST_QUOTE", "printable", "shown"]
