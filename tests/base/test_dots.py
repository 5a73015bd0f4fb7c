"""Chaque point est dessiné une fois, dans son groupe et son état, et le tableau compte ce que l'image montre."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.dots import FLAGGED, MOST_STATES, MOVED, dots

DRAWN = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.booleans(), st.booleans()), max_size=60)
NAMES = ("6e", "5e", "4e", "3e")


@given(DRAWN)
def test_what_is_drawn_is_read_back_and_the_table_counts_it(
    drawn: list[tuple[int, int, bool, bool]],
) -> None:
    group, state, flagged, moved = (np.array([row[at] for row in drawn], dtype=int) for at in range(4))
    made = dots(NAMES, group, state, 3, flagged.astype(bool), moved.astype(bool))
    places = np.frombuffer(made.place, dtype="<u2").tolist()
    codes = list(made.code)
    assert [
        (place, code & 7, bool(code & FLAGGED), bool(code & MOVED)) for place, code in zip(places, codes, strict=True)
    ] == drawn
    for number, counts in enumerate(made.counts):
        own = [row for row in drawn if row[0] == number]
        assert counts == (
            *(sum(row[1] == each for row in own) for each in range(3)),
            sum(row[2] for row in own),
            sum(row[3] for row in own),
        )


@pytest.mark.parametrize(
    ("group", "state", "states"),
    [
        ([4], [0], 3),
        ([-1], [0], 3),
        ([0], [3], 3),
        ([0], [-1], 3),
        ([0, 1], [0], 3),
        ([0], [0], 0),
        ([0], [0], MOST_STATES + 1),
    ],
)
def test_a_dot_of_nowhere_is_refused(group: list[int], state: list[int], states: int) -> None:
    with pytest.raises(ValueError, match=r"dot|picture"):
        dots(NAMES, np.array(group), np.array(state), states)


def test_the_last_group_and_the_last_state_are_drawn() -> None:
    assert dots(NAMES, np.array([3]), np.array([MOST_STATES - 1]), MOST_STATES).counts[3][MOST_STATES - 1] == 1
