"""Les noms qu'aucune police de cette machine n'écrit : trouvés parmi tous, pour que les autres soient imprimés."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def without_font(names: Mapping[str, str], written: Callable[[Mapping[str, str]], bool]) -> tuple[str, ...]:
    """Return the codes whose name no font writes: by halves, for one name in a room of sixty is soon found.

    `written` says whether a document can be made with these names.
    """
    if not names or written(names):
        return ()
    if len(names) == 1:
        return tuple(names)
    listed = list(names.items())
    half = len(listed) // 2
    return without_font(dict(listed[:half]), written) + without_font(dict(listed[half:]), written)


__all__ = ["without_font"]
