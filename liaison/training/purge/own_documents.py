"""Ce que la suite écrit d'après la liste des noms : cela part sans que la recherche ait à y trouver un nom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from liaison.training.session.code_sheet import CODES_SHEET

# The words of liaison.training.papers and of `liaison session badge`, which stand beside or above: a test compares.
_ATTESTATIONS = "attestations"
_ATTENDANCE = "emargement"
_BADGES = "badges"
_SIGNED_WITH_A_NAME = re.compile(rb'"identityType"\s*:\s*"name"')
_LARGEST_BADGE = 1_000_000


def made_of_names(path: Path, inside: Sequence[str]) -> bool:
    """Return whether the suite wrote this document from the list of names; `inside`: its path under `documents/`.

    A search may miss a name in a PDF, or look for one that was corrected in the list since.
    """
    first, *rest = inside
    if rest:
        return first == _ATTESTATIONS or (first == _BADGES and _signed_with_a_name(path))
    return first == CODES_SHEET or Path(first).stem == _ATTENDANCE


def _signed_with_a_name(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _SIGNED_WITH_A_NAME.search(file.read(_LARGEST_BADGE)) is not None
    except OSError:
        return False  # what cannot be read goes in doubt, as any document


__all__ = ["made_of_names"]
