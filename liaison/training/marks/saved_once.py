"""Un lot de copies enregistré d'un seul coup : nbgrader attend sinon le disque à chacun de ses gestes.

Each method of nbgrader's Gradebook commits what it does, and offers no other way: thirty copies waited for the disk
some two hundred times. This is the one place that changes what its session does; `tests/training/test_saved_once.py`
says what it relies on, of the very nbgrader that the suite is installed with.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from liaison.training.marks.nbgrader_alone import nbgrader_alone

with nbgrader_alone():
    from nbgrader.api import Gradebook


@contextmanager
def saved_once(gradebook: Gradebook) -> Iterator[None]:
    """Let what nbgrader's methods write be written at once at the end; nothing is, when something fails on the way."""
    gradebook.db.commit = gradebook.db.flush
    try:
        yield
    finally:
        del gradebook.db.commit
    gradebook.db.commit()


__all__ = ["saved_once"]
