"""Le terminal où l'on écrit : il n'a pas toujours toutes nos lettres."""

import io
import sys


def lacking_no_letter() -> None:
    """Have a terminal that lacks a letter show « ? » in its place: nothing stops for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


__all__ = ["lacking_no_letter"]
