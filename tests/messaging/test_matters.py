"""What a team settles at once: a setting, or a whole week; each value is wanted by whom has it, and nobody is lost."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.messaging.policy.matters import Matter, matters
from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.policy.team import compare, settle, with_settings
from strategies import policies

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
WEEK = "quiet.responsables.week"
BASE = with_settings(load_policy("equilibree"), {f"{WEEK}.lundi": ("20:00-24:00",)})


def nights(*evenings: str) -> list[Policy]:
    """Policies that differ on two nights alone."""
    days = ("mardi", "jeudi")
    return [with_settings(BASE, {f"{WEEK}.{day}": (f"{start}-24:00",) for day in days}) for start in evenings]


def only(several: list[Policy]) -> Matter:
    (matter,) = matters(several)
    return matter


@few
@given(st.lists(policies(), min_size=2, max_size=4))
def test_each_policy_wants_one_value_of_each_matter_and_the_first_is_what_settle_keeps(several: list[Policy]) -> None:
    every = matters(several)
    settings_of = {entry.path for entry in compare(several)}
    assert {path for matter in every for option in matter.options for path in option.values} == settings_of
    proposals: dict[str, Any] = {}
    for matter in every:
        assert sorted(place for option in matter.options for place in option.wanted_by) == [*range(len(several))]
        assert len({option.words for option in matter.options}) == len(matter.options)
        assert all(option.wanted_by for option in matter.options[1:])
        proposals |= matter.options[0].values
    agreed = settle(several)
    assert compare([agreed, with_settings(agreed, proposals)]) == ()


@few
@given(st.lists(policies(), min_size=2, max_size=3))
def test_every_value_chosen_for_all_matters_gives_back_the_policy_that_wants_it(several: list[Policy]) -> None:
    theirs: dict[str, Any] = {}
    for matter in matters(several):
        theirs |= next(option for option in matter.options if 0 in option.wanted_by).values
    assert compare([settle(several, theirs), several[0]]) == ()


def test_the_days_of_a_week_are_one_matter_and_its_words_are_the_whole_week() -> None:
    matter = only(nights("20:00", "21:00", "20:00"))
    assert matter.label.replace("\u00a0", " ") == "Heures calmes, responsables légaux : la semaine"
    assert [option.wanted_by for option in matter.options] == [(0, 2), (1,)]
    first, second = (option.words.replace("\u00a0", " ") for option in matter.options)
    # On the days that nobody disputes there are hours too, and they are not hidden.
    assert "20 h" in second
    assert "21 h" in second
    assert "21 h" not in first


def test_a_week_that_takes_each_day_from_another_is_wanted_by_nobody_and_is_the_first_value() -> None:
    one_night = [with_settings(BASE, {f"{WEEK}.{day}": ("18:00-24:00",)}) for day in ("lundi", "mardi", "jeudi")]
    first, *others = only(one_night).options
    assert first.wanted_by == ()
    assert [option.wanted_by for option in others] == [(0,), (1,), (2,)]


@pytest.mark.parametrize(
    ("path", "ways", "other"),
    [
        ("quiet.eleves.passes", (("urgence", "absence"), ("absence", "urgence"), ("urgence", "absence") * 2), ()),
        ("languages", (("fr", "ar", "en"), ("en", "ar", "fr"), ("fr", "en", "ar", "en")), ("fr",)),
        (f"{WEEK}.mardi", (("20:00-24:00",), ("20:00-22:00", "22:00-24:00"), ("20:00-24:00", "21:00-22:00")), ()),
    ],
)
def test_a_value_written_in_two_ways_is_one_and_splits_no_vote(
    path: str, ways: tuple[tuple[str, ...], ...], other: tuple[str, ...]
) -> None:
    several = [with_settings(BASE, {path: value}) for value in (*ways, other)]
    for order in permutations(range(len(several))):
        matter = only([several[place] for place in order])
        wanted_by = [{order[place] for place in option.wanted_by} for option in matter.options]
        assert wanted_by == [{0, 1, 2}, {3}]
        assert [option.words for option in matter.options] == [option.words for option in only(several).options]


def test_the_shipped_models_differ_on_fewer_matters_than_settings() -> None:
    several = [load_policy(name) for name in preset_names()]
    every = matters(several)
    assert len(every) < len(compare(several))
    assert len({matter.label for matter in every}) == len({matter.key for matter in every}) == len(every)


def test_policies_that_agree_have_nothing_to_settle() -> None:
    assert matters([BASE, BASE.changed(name="Autre")]) == ()
