"""Ce qui reste vrai quand on change une chose : l'heure de début, le repli, les responsables, l'ordre, la taille."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle.tiny import other_hypotheses, tiny_school

from liaison.messaging.delivery.simulate import Period, Trace, deliver
from liaison.messaging.policy.policy import HeldHours, Policy, load_policy, preset_names
from liaison.messaging.reading.indicators import Indicators, indicators
from liaison.messaging.traffic import people, traffic
from liaison.messaging.traffic.draws import identifiers
from liaison.messaging.traffic.hypotheses import load_hypotheses, with_values
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.messaging.vocabulary import AUDIENCES, DAYS, HELD_HOURS, PURPOSES, HeldBy
from liaison.school.fictitious.generator import school_from
from liaison.school.kinship import families_of
from liaison.school.tables import STRUCTURE, School
from strategies import clock, policies

PERIOD = Period(dt.date(2026, 11, 2), 2)
KEY = ["message_id", "recipient", "channel"]
some = settings(max_examples=25)
hours = st.integers(0, 24).map(lambda half: clock(half * 30))  # 00:00 to 12:00
seeds = st.integers(0, 10**6)
settings_that_hold = st.sampled_from(list(HELD_HOURS))


def tiny(seed: int, tireless: bool = False, school: School | None = None) -> Prepared:
    """A tiny school that is busy enough for something to happen, with or without fatigue."""
    hypotheses = other_hypotheses(load_hypotheses(PERIOD.start), seed)
    if tireless:
        hypotheses = with_values(hypotheses, {"fatigue": {"baisse": 0.0}})
    return prepare(school or tiny_school(seed), PERIOD, seed, hypotheses)


def seen_by(trace: Trace) -> pd.Series:
    """When each delivery is seen; what never is comes after everything."""
    never = pd.Timestamp("2200-01-01", tz="Europe/Paris")
    return trace.table().set_index(KEY)["seen_at"].fillna(never).sort_index()


def informed_cases(trace: Trace, family: pd.Series) -> set[tuple[int, int]]:
    """The (message, family) pairs that at least one responsable is informed of; families as they were given."""
    table = trace.table()
    good = table[table["informed"] & (table["recipient_kind"] == "responsables")]
    return set(zip(good["message_id"], good["pupil"].map(family), strict=True))


# 1. Plus tard le matin


def mornings(policy: Policy, setting: HeldBy, until: str, evening: bool) -> Policy:
    """The policy with mornings held back until an hour, afternoons open, evenings held back or not; by one setting."""
    ranges = (*((f"00:00-{until}",) if until != "00:00" else ()), *(("20:00-24:00",) if evening else ()))
    held = {
        name: one.model_copy(update={"week": dict.fromkeys(DAYS, ranges)})
        for name, one in policy.hours(setting).items()
    }
    never = {name: HeldHours() for name in AUDIENCES}
    return policy.changed(**{**dict.fromkeys(HELD_HOURS, never), setting: held})


def longer(policy: Policy, setting: HeldBy, until: str) -> Policy:
    """The policy with its own hours, and mornings held back until an hour as well, by one setting."""
    more = (f"00:00-{until}",) if until != "00:00" else ()
    held = {
        name: one.model_copy(update={"week": {day: (*one.week.get(day, ()), *more) for day in DAYS}})
        for name, one in policy.hours(setting).items()
    }
    return policy.changed(**{setting: held})


@some
@given(policy=policies(), seed=seeds, setting=settings_that_hold, bounds=st.tuples(hours, hours), evening=st.booleans())
def test_a_later_start_of_day_never_informs_earlier(
    policy: Policy, seed: int, setting: HeldBy, bounds: tuple[str, str], evening: bool
) -> None:
    prepared = tiny(seed)
    early, late = (seen_by(deliver(prepared, mornings(policy, setting, until, evening))) for until in sorted(bounds))
    assert (late >= early).all()


@some
@given(policy=policies(), seed=seeds, setting=settings_that_hold, until=hours)
def test_without_fatigue_longer_hours_of_any_shape_never_inform_earlier(
    policy: Policy, seed: int, setting: HeldBy, until: str
) -> None:
    prepared = tiny(seed, tireless=True)
    short, long = deliver(prepared, policy), deliver(prepared, longer(policy, setting, until))
    assert (seen_by(long) >= seen_by(short)).all()
    assert not (long.informed & ~short.informed).any()


def test_a_whole_quiet_sunday_may_inform_earlier_since_it_lightens_the_week_before() -> None:
    """Why the law above keeps afternoons open: what rings on Monday tires the next week, not this one."""
    prepared = prepare(school_from("ecole_6_classes", 3), Period(dt.date(2026, 11, 9), 3), seed=5)
    open_sunday = load_policy("tout_tout_de_suite").changed(
        marks={"pupils_after_days": 3, "parents_after_pupils_days": 0, "published_at": "18:00"}, homework_by=None
    )
    closed = {name: HeldHours(week={"dimanche": ("00:00-24:00",)}) for name in AUDIENCES}
    before, after = (deliver(prepared, one) for one in (open_sunday, open_sunday.changed(quiet=closed)))
    assert (seen_by(after) < seen_by(before)).any()


# 2. Le repli


@some
@given(policy=policies(), seed=seeds, backup=st.sampled_from(["carnet", "affichage", "telephone"]))
def test_a_fallback_never_leaves_a_family_worse_informed(policy: Policy, seed: int, backup: str) -> None:
    prepared, bare, helped = tiny(seed), policy, policy
    for purpose in PURPOSES:
        bare = bare.with_purpose(purpose, fallback=None)
        helped = helped.with_purpose(purpose, fallback=backup)
    family = families_of(prepared.school)
    without, with_it = deliver(prepared, bare), deliver(prepared, helped)
    assert informed_cases(with_it, family) >= informed_cases(without, family)
    table = with_it.table()
    pd.testing.assert_frame_equal(table[~table["fallback"]].reset_index(drop=True), without.table())


@pytest.mark.parametrize("backup", ["carnet", "telephone"])
def test_a_fallback_informs_some_families_more(backup: str) -> None:
    prepared = prepare(school_from("ecole_6_classes", 3), PERIOD, seed=5)
    bare = load_policy("tout_tout_de_suite")
    helped = bare.with_purpose("notes", fallback=backup).with_purpose("circulaire", fallback=backup)
    assert indicators(deliver(prepared, helped)).reach.informed > indicators(deliver(prepared, bare)).reach.informed


# 3. Le second responsable


def without_seconds(school: School) -> School:
    """The school without those who come second for each of their pupils."""
    best = school.links.groupby("responsable")["rang"].min()
    return School(**{**vars(school), "links": school.links[school.links["responsable"].map(best) == 1]})


@some
@given(policy=policies(), seed=seeds)
def test_removing_the_second_responsable_never_informs_more_families(policy: Policy, seed: int) -> None:
    school = tiny_school(seed)
    family = families_of(school)  # as they were: without the link between two homes, one family could become two
    both = deliver(tiny(seed, school=school), policy)
    one = deliver(tiny(seed, school=without_seconds(school)), policy)
    assert informed_cases(one, family) <= informed_cases(both, family)


def test_removing_the_second_link_of_somebody_who_comes_first_elsewhere_may_inform_more() -> None:
    """Why the law speaks of who is always second: with one child's messages less, a parent of two is less tired."""
    seed, policy = 83, load_policy("tout_tout_de_suite")
    school = tiny_school(seed)
    family = families_of(school)
    cut = School(**{**vars(school), "links": school.links[school.links["rang"] == 1]})
    both, one = (informed_cases(deliver(tiny(seed, school=which), policy), family) for which in (school, cut))
    assert len(one - both) == 1
    rested = (
        informed_cases(deliver(tiny(seed, tireless=True, school=which), policy), family) for which in (school, cut)
    )
    both_rested, one_rested = rested
    assert one_rested <= both_rested


# 4. L'ordre du travail


@some
@given(policy=policies(), seed=seeds, size=st.integers(1, 400), order=st.randoms(use_true_random=False))
def test_blocks_of_any_size_in_any_order_give_the_same_trace(policy: Policy, seed: int, size: int, order: Any) -> None:
    prepared = tiny(seed)
    blocks = list(prepared.blocks(size))
    order.shuffle(blocks)
    parts = pd.concat([deliver(block, policy).table() for block in blocks] or [deliver(prepared, policy).table()])
    whole = deliver(prepared, policy).table()
    pd.testing.assert_frame_equal(_sorted(parts), _sorted(whole))


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    return table.sort_values(KEY, kind="stable").reset_index(drop=True)


def _block_table(policy: Policy, number: int) -> pd.DataFrame:
    """One block of four, prepared anew in the process that is asked for it."""
    prepared = prepare(school_from("ecole_6_classes", 3), PERIOD, seed=5)
    size = len(prepared.rows.message) // 4
    return deliver(list(prepared.blocks(size))[number], policy).table()


def test_blocks_shared_out_between_processes_give_the_trace_of_one() -> None:
    policy = load_policy("equilibree")
    prepared = prepare(school_from("ecole_6_classes", 3), PERIOD, seed=5)
    count = len(list(prepared.blocks(len(prepared.rows.message) // 4)))
    with ProcessPoolExecutor(2) as pool:
        parts = list(pool.map(partial(_block_table, policy), range(count)))
    assert count >= 4
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), deliver(prepared, policy).table())


# 5. Une école et sa copie


def twin_ids(ids: Any) -> np.ndarray:
    """The draws of a copy are those of the original: its identifiers are hashed without their mark."""
    return identifiers([str(one).removesuffix("~") for one in ids])


def doubled(school: School) -> School:
    """The school and its copy under other identifiers, as one school."""

    def marked(table: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
        copy = table.copy()
        for column in columns:
            copy[column] = copy[column].where(copy[column].isin([STRUCTURE]), copy[column] + "~")
        return pd.concat([table, copy], ignore_index=True)

    return School(
        **{
            **vars(school),
            "classes": marked(school.classes, ["id"]),
            "people": marked(school.people, ["id"]),
            "memberships": marked(school.memberships, ["personne", "groupe"]),
            "links": marked(school.links, ["eleve", "responsable"]),
        }
    )


def counts(found: Indicators, keep: Callable[[str], bool]) -> dict[str, Any]:
    """Every whole number of the indicators, by its path."""
    flat: dict[str, Any] = {}

    def walk(value: Any, path: str) -> None:
        if isinstance(value, dict):
            for name, one in value.items():
                walk(one, f"{path}.{name}")
        elif isinstance(value, list | tuple):
            for number, one in enumerate(value):
                walk(one, f"{path}.{number}")
        elif isinstance(value, int) and keep(path):
            flat[path] = value

    walk(found.model_dump(exclude={"version", "left_out_families"}), "")
    return flat


def own_count(path: str) -> bool:
    """What counts families, people or deliveries: not a delay, nor what the school writes once for all."""
    return not path.endswith(("median_min", "p95_min", "written_out_of_hours"))


@some
@given(policy=policies(), seed=seeds)
def test_a_school_and_its_copy_double_every_count(policy: Policy, seed: int) -> None:
    """With the same draws for the copy. With its own, only the averages double: chance is keyed by identifiers."""
    school = tiny_school(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(traffic, "identifiers", twin_ids)
        patch.setattr(people, "identifiers", twin_ids)
        once, twice = deliver(tiny(seed, school=school), policy), deliver(tiny(seed, school=doubled(school)), policy)
    single, double = (counts(indicators(trace), own_count) for trace in (once, twice))
    assert len(twice.row) == 2 * len(once.row)
    assert double == {path: 2 * count for path, count in single.items()}


def test_a_copy_with_its_own_chance_does_not_double_exactly() -> None:
    school = school_from("ecole_6_classes", 3)
    policy = load_policy(preset_names()[0])
    once, twice = (indicators(deliver(prepare(one, PERIOD, 5), policy)).reach for one in (school, doubled(school)))
    assert twice.messages != 2 * once.messages
    assert twice.messages == pytest.approx(2 * once.messages, rel=0.2)
