"""Le carnet de notes de nbgrader sans le serveur que son paquet ouvre : une demi-seconde de moins."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType

PACKAGE = "nbgrader"


@contextmanager
def nbgrader_alone() -> Iterator[None]:
    """Let a part of nbgrader be imported without what its package opens; afterwards the package is as if untouched.

    Who imports the whole of nbgrader later gets it, with the very same parts.
    """
    spec = find_spec(PACKAGE)
    if PACKAGE in sys.modules or spec is None or spec.submodule_search_locations is None:
        yield
        return
    bare = ModuleType(PACKAGE)
    bare.__path__ = list(spec.submodule_search_locations)
    bare.__spec__ = spec
    sys.modules[PACKAGE] = bare
    try:
        yield
    finally:
        del sys.modules[PACKAGE]


__all__ = ["nbgrader_alone"]
