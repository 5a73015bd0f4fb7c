"""Ce qui ne bouge pas n'est pas dit bouger."""

import pytest

from widgets.kit.from_to import from_to


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(17, 16, "17 → 16"), (16, 16, "16, comme avant"), ("4,5", "19", "4,5 → 19"), ("4,5", "4,5", "4,5, comme avant")],
)
def test_a_number_before_and_after_is_said_to_move_only_where_it_does(
    before: object, after: object, words: str
) -> None:
    assert from_to(before, after).replace("\u00a0", " ") == words
