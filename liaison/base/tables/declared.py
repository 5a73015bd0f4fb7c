"""Les tableaux que la suite écrit : chaque pièce dit les siens dans son `tables.yaml`, et ils se reconnaissent.

None is the export of a form: what must not take one for it asks here, and knows no piece by its name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from liaison.base.letters import key
from liaison.base.yaml_text import read_yaml

_PIECES = Path(__file__).parents[2]
DECLARATIONS = "tables.yaml"


@dataclass(frozen=True)
class DeclaredTable:
    """One kind of table that the suite writes, by what its first line always has.

    `what`: what it is, as a sentence names it. `titles`: its columns, or those that tell it from any other.
    `patterns`: for columns whose titles change, what each has one of at least. `only`: it has no other column.
    `team`: it bears codes or names, and stays with the team.
    """

    what: str
    titles: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    only: bool = False
    team: bool = False

    def is_headed(self, header: Collection[str]) -> bool:
        """Return whether these titles are those of such a table, capitals and accents aside."""
        own = set(map(key, self.titles))
        others = [title.strip() for title in header if title.strip() and key(title) not in own]
        if not own <= set(map(key, header)):
            return False
        matched = [{title for title in others if re.fullmatch(each, title, re.IGNORECASE)} for each in self.patterns]
        return all(matched) and not (self.only and set(others).difference(*matched))


@cache
def declared_tables() -> Mapping[str, DeclaredTable]:
    """Return every kind of table that the pieces of the suite declare, by name."""
    declared: dict[str, DeclaredTable] = {}
    for path in sorted(_PIECES.glob(f"*/{DECLARATIONS}")):
        kinds = read_yaml(path.read_text(encoding="utf-8"), ours=True)
        assert isinstance(kinds, dict)
        assert declared.keys().isdisjoint(kinds), f"{path.parent.name}: {declared.keys() & kinds.keys()}"
        declared |= {name: _declared(**kind) for name, kind in kinds.items()}
    return declared


def _declared(*, titles: Collection[str] = (), patterns: Collection[str] = (), **facts: object) -> DeclaredTable:
    return DeclaredTable(titles=tuple(titles), patterns=tuple(patterns), **facts)  # type: ignore[arg-type]


def declared_as(header: Collection[str]) -> DeclaredTable | None:
    """Return which table of the suite has these titles, the one that has most of its own; None when none has."""
    headed = [each for each in declared_tables().values() if each.is_headed(header)]
    return max(headed, key=lambda each: len(each.titles) + len(each.patterns), default=None)


def check_declared(kind: str, header: Collection[str]) -> None:
    """Check that a table is headed as its kind says: what does not is not known again.

    Raises:
        LookupError: no such kind, or it says other titles.
    """
    if kind not in declared_tables():
        raise LookupError(f"{kind}: in no {DECLARATIONS} of liaison")
    if not declared_tables()[kind].is_headed(header):
        raise LookupError(f"{kind}: {DECLARATIONS} says other titles than {list(header)}")


__all__ = ["DeclaredTable", "check_declared", "declared_as", "declared_tables"]
