"""Les lignes de plusieurs fichiers qui sont une même réponse : une au plus de chaque fichier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from liaison.diagnostic.reading.reports import FileLine


class OneResponse:
    """Lines that are one response, two by two, and all those that these make one together."""

    def __init__(self) -> None:
        self._lines: dict[FileLine, list[FileLine]] = {}

    def join(self, first: FileLine, other: FileLine) -> None:
        """Take two lines for one response, unless two lines of one file would then be one: they are two families."""
        own, others = (self._lines.get(place, [place]) for place in (first, other))
        if own is others or not {place.file for place in own}.isdisjoint(place.file for place in others):
            return
        together = [*own, *others]
        self._lines.update(dict.fromkeys(together, together))

    def gone(self, best: Callable[[FileLine], Any]) -> Iterator[tuple[FileLine, FileLine]]:
        """Yield each line that goes, and that which stays of its response: the one that `best` puts highest."""
        for together in {id(lines): lines for lines in self._lines.values()}.values():
            stays = max(together, key=best)
            yield from ((place, stays) for place in together if place != stays)


__all__ = ["OneResponse"]
