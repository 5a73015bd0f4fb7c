"""What one change does alone is told with its price, and with why."""

from __future__ import annotations

import numpy as np
import pytest

from liaison.messaging.change_alone import alone_words
from liaison.messaging.indicators import Indicators, Load, PurposeReach, Reach, SharedAccounts, StaffLoad
from liaison.messaging.vocabulary import PURPOSES, Purpose
from liaison.messaging.wording import purposes_words
from liaison.messaging.worse_off import Reached

FAMILIES = 4


def told(out: tuple[int, ...], read: dict[Purpose, int], rings: int, copies: int, papers: int = 1) -> Reached:
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
        staff=StaffLoad(written_out_of_hours=0, notified_out_of_hours=0, replies_owed=0, replies_in_time=0),
        shared=SharedAccounts(accounts=0, messages=0),
    )
    return Reached(found, np.full(FAMILIES, papers))


def words(before: Reached, after: Reached, touched: tuple[Purpose, ...] = ("reunion",)) -> str:
    return " ".join(alone_words(before, after, touched)).replace("\u00a0", " ")


START = told((1,), {"reunion": 50, "devoirs": 80}, 1000, 0)


def test_what_a_change_gains_and_what_it_costs_are_two_sentences() -> None:
    said = words(START, told((), {"reunion": 60, "devoirs": 80}, 1200, 7))
    assert said.startswith("Familles laissées de côté : 0 au lieu de 1 ; messages lus à temps : 140 au lieu de 130.")
    duplicates = "doublons (copies, par personne et par canal en plus) : 7 au lieu de 0."
    assert f"Le prix : sonneries : 1\u202f200 au lieu de 1\u202f000 ; {duplicates}" in said


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
    assert "Le prix : familles laissées de côté : 2 au lieu de 1." in said
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
