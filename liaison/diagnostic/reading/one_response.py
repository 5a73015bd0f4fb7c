"""Les lignes de plusieurs fichiers qui sont une même réponse : une au plus de chaque fichier."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.diagnostic.reading.reports import FileLine


class OneResponse:
    """Lines that are one response, two by two, and all those that these make one together."""

    def __init__(self, former: OneResponse | None = None) -> None:
        self._lines: dict[FileLine, list[FileLine]] = dict(former._lines) if former else {}

    def join(self, first: FileLine, other: FileLine, *, even_of_one_file: bool = False) -> bool:
        """Take two lines for one response, unless two lines of one file would then be one: they are two families.

        Return whether they were two until then.
        """
        own, others = (self._lines.get(place, [place]) for place in (first, other))
        of_one_file = not {place.file for place in own}.isdisjoint(place.file for place in others)
        if own is others or (of_one_file and not even_of_one_file):
            return False
        together = [*own, *others]
        self._lines.update(dict.fromkeys(together, together))
        return True

    def is_in(self, place: FileLine, file: str) -> bool:
        """Return whether a file gives the response of this line."""
        return any(each.file == file for each in self._lines.get(place, ()))

    def together(self) -> Iterator[list[FileLine]]:
        """Yield the lines of each response that several files give."""
        yield from {id(lines): lines for lines in self._lines.values()}.values()


__all__ = ["OneResponse"]
