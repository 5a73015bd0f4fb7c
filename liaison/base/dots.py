"""Une image où chacun est un point : sa place et son état, ce qu'une page en dessine, ce qu'un tableau en compte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

MOST_STATES, MOST_GROUPS = 8, 2**16
FLAGGED, MOVED = 8, 16  # bits beside the state

# What a screen and a paper both draw: SVG paths from the centre of a dot. A state is told by its shape, in the order of
# states, the plainest for what goes well: no colour is needed. The mark is a small flag; a ring says that it has moved.
PITCH = 14  # between two dots
SHAPES = {
    "plein": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
    "anneau": "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
    "losange": "m0-6l6 6l-6 6l-6-6z",
    "croix": "m-5-5l10 10m0-10l-10 10",
}
MARK, RING = "m1-8h7v7z", "m-6.5-6.5h13v13h-13z"


@dataclass(frozen=True)
class Dots:
    """What is drawn: `groups`, their names; by dot, in order, `place`, its group (uint16, little-endian), and `code`,
    its state (three bits), whether it bears the mark (`FLAGGED`) and whether it has moved (`MOVED`).

    `counts`: by group, how many dots are in each state, then how many bear the mark, then how many have moved.
    """

    groups: tuple[str, ...]
    place: bytes
    code: bytes
    counts: tuple[tuple[int, ...], ...]


def dots(
    groups: Sequence[str],
    group: np.ndarray,
    state: np.ndarray,
    states: int,
    flagged: np.ndarray | None = None,
    moved: np.ndarray | None = None,
) -> Dots:
    """Return the picture of one array a dot: the position of its group, that of its state among `states`, its marks.

    Raises:
        ValueError: arrays of several lengths, a group or a state that is not there, more than a picture holds.
    """
    import numpy as np  # a part that draws what was made elsewhere does not load it

    none = np.zeros(len(group), dtype=bool)
    marks = [none if mark is None else mark for mark in (flagged, moved)]
    if any(len(array) != len(group) for array in (state, *marks)):
        raise ValueError("one state and one mark a dot")
    if not (0 < states <= MOST_STATES and len(groups) <= MOST_GROUPS):
        raise ValueError("more states or groups than a picture holds")
    for array, most in ((group, len(groups)), (state, states)):
        if len(array) and not (array.min() >= 0 and array.max() < most):
            raise ValueError("a dot of no group or of no state")
    columns = [*(state == number for number in range(states)), *marks]
    by_group = [np.bincount(group[column], minlength=len(groups)) for column in columns]
    code = state.astype(np.uint8) | marks[0].astype(np.uint8) * FLAGGED | marks[1].astype(np.uint8) * MOVED
    return Dots(
        groups=tuple(groups),
        place=group.astype("<u2").tobytes(),
        code=code.tobytes(),
        counts=tuple(tuple(int(count) for count in row) for row in np.array(by_group).T),
    )


__all__ = ["FLAGGED", "MARK", "MOST_GROUPS", "MOST_STATES", "MOVED", "PITCH", "RING", "SHAPES", "Dots", "dots"]
