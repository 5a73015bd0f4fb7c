"""Une image où chacun est un point : sa place et son état, ce qu'une page en dessine, ce qu'un tableau en compte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

MOST_STATES, MOST_GROUPS = 8, 2**16
FLAGGED, MOVED = 8, 16  # bits beside the state


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


__all__ = ["FLAGGED", "MOST_GROUPS", "MOST_STATES", "MOVED", "Dots", "dots"]
