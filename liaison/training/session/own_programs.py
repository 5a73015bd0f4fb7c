"""Les programmes de notre environnement, que nbgrader appelle par leur seul nom : alembic, quand il fait un carnet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def path_with_ours() -> str:
    """Return where the system looks for programs, the environment of the Python that runs first."""
    return os.pathsep.join(filter(None, (str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))))


@contextmanager
def own_programs() -> Iterator[None]:
    """Let a library find the programs of our environment meanwhile, which a terminal may not have on its way."""
    before = os.environ.get("PATH")
    os.environ["PATH"] = path_with_ours()
    try:
        yield
    finally:
        if before is None:
            del os.environ["PATH"]
        else:
            os.environ["PATH"] = before


__all__ = ["own_programs", "path_with_ours"]
