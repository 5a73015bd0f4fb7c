"""Les lignes de plusieurs fichiers qui sont une même réponse : une au plus de chaque fichier."""

from __future__ import annotations

from collections.abc import Iterator

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

    def is_in(self, place: FileLine, file: str) -> bool:
        """Return whether a file gives the response of this line."""
        return any(each.file == file for each in self._lines.get(place, ()))

    def together(self) -> Iterator[list[FileLine]]:
        """Yield the lines of each response that several files give."""
        yield from {id(lines): lines for lines in self._lines.values()}.values()


__all__ = ["OneResponse"]
