"""Le programme d'une salle, tel que sa commande le dit : son nom, et la suite avec laquelle il finit."""

from __future__ import annotations

import psutil

PROGRAM, WITH_SUITE = "app.room", "--suite="


def ends_with_suite(number: int) -> bool:
    """Whether a room that closes when the suite of that number ends is still there, open or closing."""
    words = {PROGRAM, f"{WITH_SUITE}{number}"}
    return any(words <= set(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"]))


__all__ = ["PROGRAM", "WITH_SUITE", "ends_with_suite"]
