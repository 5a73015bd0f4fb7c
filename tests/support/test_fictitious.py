"""The needs of a fictitious school: seeded, in codes, and missing those who lack most."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import fictitious_families, true_situation
from liaison.school.fictitious.generator import school_from
from liaison.school.kinship import families_of
from liaison.school.tables import School
from liaison.support.fictitious import WISHES, fiction, fictitious_needs

DAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def school() -> School:
    return school_from("college_rep_plus", 7)


def test_the_same_seed_gives_the_same_needs_and_another_gives_others(school: School) -> None:
    first, again, other = (fictitious_needs(school, seed, on=DAY).table for seed in (7, 7, 8))
    pd.testing.assert_frame_equal(first, again)
    assert not first.equals(other)


def test_only_families_that_wish_something_hand_the_coupon_in(school: School) -> None:
    table = fictitious_needs(school, 7, on=DAY).table
    asked = [name for name in map(str, table) if name.startswith(("demande_", "peut_"))]
    assert table[asked].any(axis=1).all()
    wishing = int(fictitious_families(school, 7)[list(WISHES)].any(axis=1).sum())
    assert 50 < len(table) < wishing


def test_online_only_sees_fewer_of_those_who_lack_most(school: School) -> None:
    families = fictitious_families(school, 7)
    placed = axes(true_situation(families))[families[list(WISHES)].any(axis=1).to_numpy()]
    truth = placed["equipement"].eq("insuffisant").mean()
    online = fictitious_needs(school, 7, ways=("en_ligne",), on=DAY).table["equipement"].eq("insuffisant").mean()
    assert online < truth - 0.05


def test_children_and_levels_are_those_of_the_school(school: School) -> None:
    table = fictitious_needs(school, 7, on=DAY).table
    sizes = families_of(school).value_counts()
    assert all(sizes[int(str(code)[1:]) - 1] == children for code, children in table["enfants"].items())
    assert (table["niveaux"].map(lambda levels: len(levels.split())) <= table["enfants"]).all()
    assert table["niveaux"].str.len().gt(0).all()


def test_some_families_have_a_younger_child_to_be_looked_after(school: School) -> None:
    """The school does not know them: in a collège, nothing could be deduced from the levels."""
    found = fictitious_needs(school, 7, on=DAY).table["garde"]
    assert 0.15 < found.mean() < 0.45  # the rule says 0.3
    again = fictitious_needs(school, 7, ways=("en_ligne",), on=DAY).table["garde"]
    assert again.equals(found[again.index])  # who is asked otherwise has the same children


def test_the_whole_fiction_counts_the_same_families() -> None:
    found = fiction("college_rep_plus", 7, ("en_ligne", "papier"), DAY)
    assert found.families == families_of(found.school).nunique()
    assert len(found.needs) < found.families
    assert len(found.answers) < found.families
    assert found.population.total <= found.families
    assert list(found.population.families) == ["sixieme", "cinquieme", "quatrieme", "troisieme"]
