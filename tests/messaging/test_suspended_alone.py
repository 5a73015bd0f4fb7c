"""The truth of the bet on a suspended publication: one factor at a time, more or fewer families left out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from liaison.messaging.policy.policy import load_policy, preset_names
from liaison.messaging.reading.suspended_alone import LeftOutMore, left_out_more, suspended_as


def found(out: int) -> Any:
    return SimpleNamespace(left_out_families=tuple(range(out)), families=20)


@pytest.mark.parametrize(
    ("before", "after", "more", "share"), [(4, 5, 1, 0.05), (4, 4, 0, 0.0), (4, 3, -1, 0.05), (0, 20, 20, 1.0)]
)
def test_the_share_is_of_all_families_whichever_leaves_out_more(
    before: int, after: int, more: int, share: float
) -> None:
    told = left_out_more(found(before), found(after))
    assert told == LeftOutMore(20, before, after)
    assert (told.more, told.share) == (more, share)


@pytest.mark.parametrize("other", preset_names())
def test_only_the_suspended_publication_is_taken_from_the_other_policy(other: str) -> None:
    first, second = load_policy("ent_un_deux"), load_policy(other)
    mixed = suspended_as(first, second)
    assert mixed.suspended == second.suspended
    assert mixed.changed(suspended=first.suspended) == first
