"""Les familles sur une page étroite : la même hauteur au plus pour toute école, des points que l'on voit encore."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.dots import PITCH
from liaison.messaging.reading.family_states import GROUPINGS, family_places
from liaison.school.fictitious.aggregates import preset_names
from widgets.kit.narrow_dots import EDGE, FINEST, GAPS, HIGHEST, PAGE, arranged
from widgets.messaging import LabState


@pytest.mark.parametrize("school", preset_names())
def test_every_school_of_the_suite_holds_however_its_families_are_arranged(school: str) -> None:
    prepared = LabState(school=school).simulation().trace.prepared
    for grouping in GROUPINGS:
        places = family_places(prepared, grouping)
        counts = tuple(int((places.group == at).sum()) for at in range(len(places.labels)))
        drawn = arranged(places.labels, counts)
        assert drawn.high <= HIGHEST, grouping
        assert FINEST <= drawn.pitch <= PITCH


def test_a_small_school_has_the_dots_of_a_wide_page_and_two_thousand_families_the_finest() -> None:
    small = arranged(("CP", "CE1", "CE2"), (20, 18, 22))
    assert (small.pitch, small.high < 100) == (PITCH, True)
    large = arranged(("2de", "1re", "Tle"), (700, 660, 640))
    assert (large.pitch, large.high) == (FINEST, HIGHEST)


def test_a_short_name_stands_beside_its_dots_and_a_long_one_above() -> None:
    assert {group.beside > 0 for group in arranged(("6e", "5e"), (120, 110)).groups} == {True}
    assert {group.beside for group in arranged(("Travaille la nuit", "À l'aise"), (12, 300)).groups} == {0}


def test_of_a_group_that_is_much_larger_the_line_is_its_own_and_small_ones_share_theirs() -> None:
    large, *small = arranged(
        ("À l'aise, avec un ordinateur", "Travaille la nuit", "Lit mal le français"), (300, 9, 9)
    ).groups
    assert large.part == 1
    assert all(group.part > 1 for group in small)


def test_nobody_takes_no_height() -> None:
    assert arranged((), ()).high == 0
    assert arranged(("6e",), (0,)).groups[0].across > 0


GROUPS = st.lists(st.tuples(st.text("abcé 1", min_size=1, max_size=30), st.integers(0, 400)), min_size=1, max_size=40)


@given(GROUPS)
def test_no_group_is_wider_than_its_part_of_the_page_and_each_is_drawn(groups: list[tuple[str, int]]) -> None:
    labels, counts = zip(*groups, strict=True)
    drawn = arranged(labels, counts)
    assert len(drawn.groups) == len(groups)
    for group, count in zip(drawn.groups, counts, strict=True):
        wide = (PAGE + GAPS[0]) / group.part - GAPS[0]
        assert group.across * drawn.pitch + EDGE + 14 * group.beside <= wide
        assert ceil(count / group.across) * drawn.pitch <= drawn.high
