"""Ce qu'un noyau d'avance lit pendant qu'il attend : les écrans de chaque étude, et ce que leur page montre d'abord.

Imported by a spare kernel (`STUDIES` of `app.voila.settings`). A study may have a `ready.py` beside its screens:
what it makes when it is imported stays in memory too.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec

from liaison.module import subjects


def read_ahead(subject: str) -> None:
    """Import the screens of a study; one that fails is told by its own page, in its own words, and stops no other."""
    with suppress(Exception):
        import_module(f"widgets.{subject}")
        if find_spec(f"widgets.{subject}.ready"):
            import_module(f"widgets.{subject}.ready")


for each in subjects():
    read_ahead(each)
