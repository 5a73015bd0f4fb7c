"""Ce qui ne va pas dans un fichier que l'école remplit : ses colonnes, une ligne trop courte."""

from __future__ import annotations

from collections.abc import Sequence

from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


def other_columns(file: str, columns: Sequence[str]) -> str:
    """Return what is said of a file that does not begin with its columns."""
    return phrase("colonnes-attendues", file=file, columns=";".join(columns))


def other_cells(line: int, cells: int, columns: int) -> str:
    """Return what is said of a line that has not as many cells as there are columns."""
    return phrase("tant-de-cellules", line=line, cells=cells, columns=columns)


__all__ = ["other_cells", "other_columns"]
