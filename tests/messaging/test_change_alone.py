"""What one change does alone is told with its price, and with why."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.change_alone import Chance, alone_words, by_chance_alone
from liaison.messaging.reading.indicators import Indicators, Load, PurposeReach, Reach, SharedAccounts, StaffLoad
from liaison.messaging.reading.uncertainty import CHANCE_DRAWS, Interval
from liaison.messaging.reading.worse_off import SchoolReach, reached_in
from liaison.messaging.traffic.clock import Period
from liaison.messaging.vocabulary import PURPOSES, Purpose
from liaison.messaging.wording import purposes_words
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate

FAMILIES = 4
DAY = dt.date(2026, 11, 2)


def told(out: tuple[int, ...], read: dict[Purpose, int], rings: int, copies: int, papers: int = 1) -> SchoolReach:
    """What messages do: families left out, messages read in time by purpose, rings, copies, papers to each family."""
    by_purpose = tuple(
        PurposeReach(purpose=name, label=PURPOSES[name], messages=100, informed=count, median_min=None, p95_min=None)
        for name, count in read.items()
    )
    load = Load(per_week_median=1, per_week_p95=1, evening=0, weekend=0, total=rings, by_hour=())
    found = Indicators(
        families=FAMILIES,
        reach=Reach(messages=100 * len(read), informed=sum(read.values())),
        by_profile=(),
        by_purpose=by_purpose,
        left_out=(),
        left_out_families=out,
        load=load,
        duplicates=copies,
        staff=StaffLoad(
            written_out_of_hours=0, notified_out_of_hours=0, notified_at_night=0, replies_owed=0, replies_in_time=0
        ),
        shared=SharedAccounts(accounts=0, messages=0),
    )
    return SchoolReach(found, np.full(FAMILIES, papers))


def words(
    before: SchoolReach, after: SchoolReach, touched: tuple[Purpose, ...] = ("reunion",), chance: Chance | None = None
) -> str:
    return " ".join(alone_words(before, after, touched, chance)).replace("\u00a0", " ")


START = told((1,), {"reunion": 50, "devoirs": 80}, 1000, 0)


def test_what_a_change_gains_and_what_it_costs_are_two_sentences() -> None:
    said = words(START, told((), {"reunion": 60, "devoirs": 80}, 1200, 7))
    assert said.startswith(
        "Aucune famille n'est laissée de côté au lieu d'une et 140 messages sont lus à temps au lieu de 130. Le prix : "
    )
    duplicates = "7 messages arrivent en double, par un canal de plus, au lieu d'aucun."
    assert f"Le prix : les téléphones sonnent 1\u202f200 fois au lieu de 1\u202f000 et {duplicates}" in said


@pytest.mark.parametrize(("homework", "less"), [(79, True), (80, False)])
def test_what_is_read_less_elsewhere_is_named_only_where_it_is(homework: int, less: bool) -> None:
    said = words(START, told((1,), {"reunion": 60, "devoirs": homework}, 1200, 0))
    assert "Ces sujets sont mieux lus : réunion, rendez-vous." in said
    assert ("D'autres le sont moins, d'abord : devoirs" in said) == less


@pytest.mark.parametrize(("rings", "said_so"), [(1001, True), (1000, False)])
def test_a_bell_is_blamed_only_where_it_rings_more(rings: int, said_so: bool) -> None:
    said = words(START, told((1,), {"reunion": 50, "devoirs": 70}, rings, 0))
    assert ("chaque sonnerie de plus" in said) == said_so


@pytest.mark.parametrize(("papers", "stopped"), [(0, True), (1, False)])
def test_the_fallback_is_blamed_only_where_it_stopped(papers: int, stopped: bool) -> None:
    said = words(START, told((1, 2), {"reunion": 50, "devoirs": 80}, 1000, 0, papers))
    assert "Le prix : 2 familles sont laissées de côté au lieu d'une." in said
    assert ("Une famille de plus de côté, et moins de papier" in said) == stopped


def test_those_that_lose_most_are_named_first_and_three_of_them_at_most() -> None:
    many: dict[Purpose, int] = {"reunion": 50, "devoirs": 80, "notes": 80, "cantine": 80, "absence": 80}
    less: dict[Purpose, int] = {"reunion": 60, "devoirs": 79, "notes": 60, "cantine": 70, "absence": 75}
    said = words(told((1,), many, 1000, 0), told((1,), less, 1200, 0))
    assert f"d'abord : {purposes_words(['notes', 'cantine', 'absence'])}." in said.replace("\u202f", " ")


def test_without_a_price_nothing_is_explained() -> None:
    free = words(START, told((), {"reunion": 60, "devoirs": 80}, 1000, 0))
    assert "mieux lus" not in free
    assert "mieux lus" in words(START, told((), {"reunion": 60, "devoirs": 80}, 1001, 0))


def test_a_change_that_costs_nothing_names_no_price_and_one_that_changes_nothing_says_so() -> None:
    assert "prix" not in words(START, told((), {"reunion": 60, "devoirs": 80}, 1000, 0))
    assert words(START, START) == "Rien n'en change dans cette simulation."


@pytest.mark.parametrize(("low", "high", "told_apart"), [(1, 2, True), (0, 2, False), (-2, 1, False), (1, 1, True)])
def test_what_one_draw_is_enough_to_explain_is_neither_gained_nor_paid(low: int, high: int, told_apart: bool) -> None:
    """« Familles laissées de côté : 31 au lieu de 30 » was a price, on a draw among others that said 26 or 27."""
    gap = Interval(mean=(low + high) / 2, low=low, high=high, draws=10)
    said = words(START, told((1, 2), {"reunion": 50, "devoirs": 80}, 1100, 0, papers=0), chance={"laissees": gap})
    more = "2 familles sont laissées de côté au lieu d'une"
    rings = "les téléphones sonnent 1\u202f100 fois au lieu de 1\u202f000"
    if told_apart:
        assert said.startswith(f"Le prix : {more} et {rings}.")
        assert "hasard" not in said
        assert "moins de papier" in said
    else:
        assert "moins de papier" not in said  # nothing is explained of what is said to be chance
        assert said.startswith(f"Le prix : {rings}.")
        assert said.endswith(f"Le hasard d'un tirage suffit à expliquer le reste : {more}.")


def test_a_change_is_compared_draw_by_draw_with_the_same_draws() -> None:
    school, period = generate(Aggregates(name="Essai (fictif)", kind="college", pupils=40, ips=85), 3), Period(DAY, 2)
    policy, other = load_policy("circulaire_2025"), load_policy("tout_tout_de_suite")
    same, louder = by_chance_alone(school, period, 5, policy, [policy, other])
    assert {(gap.low, gap.high, gap.draws) for gap in same.values()} == {(0, 0, CHANCE_DRAWS)}
    before, after = (
        [reached_in(school, one, period, seed).indicators.load.total for seed in range(5, 5 + CHANCE_DRAWS)]
        for one in (policy, other)
    )
    gaps = [now - then for then, now in zip(before, after, strict=True)]
    assert (louder["sonneries"].low, louder["sonneries"].high) == (min(gaps), max(gaps))
    assert by_chance_alone(school, period, 5, policy, []) == []
