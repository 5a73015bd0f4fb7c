"""What leaves the plan: protected counts and decisions, never a code, never a small number that can be found again."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.making import needs

from liaison.disclosure.disclosure import DisclosureError
from liaison.support.loans.loans import Allocation, LoanSettings, Stock, allocate
from liaison.support.needs.needs import Needs
from liaison.support.papers.published import PublishedPlan, loan_split, published_plan, split
from liaison.support.vocabulary import Item
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, WorkshopSettings

DAY = dt.date(2026, 11, 25)
PARTS = ["servies", "attente"]


def made(asking: int, silent: int, stock: int, evening: int = 0, turkish: int = 0) -> tuple[Needs, Any, WorkshopPlan]:
    """Families that ask for a computer, others that do not; some of all come in the evening, some in Turkish."""
    rows: list[dict[str, Any]] = [{"demande_ordinateur": True}] * asking + [{}] * silent
    rows = [
        row | ({"peut_soir": True, "langue": "turc" if number < turkish else "francais"} if number < evening else {})
        for number, row in enumerate(rows)
    ]
    table = needs(*rows)
    loans = allocate(table, LoanSettings(nom="a", stock={"ordinateur": Stock(nombre=stock)}, priorites={}), 1, DAY)
    chosen = WORKSHOP_SETTINGS.load("exemple").model_copy(update={"interpretes": ()})
    return table, loans, plan_workshops(table, chosen, 1, DAY)


def published(*case: int, threshold: int | None = None) -> PublishedPlan:
    return published_plan(*made(*case), threshold)


def shown(found: PublishedPlan) -> list[int | None]:
    return [None if pd.isna(part) else int(part) for part in found.loans[list(PARTS)].iloc[0].tolist()]


def test_large_counts_are_shown_as_they_are() -> None:
    found = published(40, 30, 22)
    assert shown(found) == [22, 18]
    assert found.loans.loc[0, "stock"] == 22
    assert found.workshops["familles"].eq(0).all()


def test_eleven_waiting_are_shown_and_ten_hide_the_whole_line_but_the_stock() -> None:
    assert shown(published(33, 30, 22)) == [22, 11]
    found = published(32, 30, 22)
    assert shown(found) == [None] * 2
    assert found.loans.loc[0, "stock"] == 22
    assert found.hidden


def test_nobody_waiting_is_shown() -> None:
    assert shown(published(20, 30, 22)) == [20, 0]


def test_too_few_families_and_nothing_is_shown() -> None:
    found = published(5, 5, 3)
    assert shown(found) == [None] * 2
    assert found.workshops["familles"].isna().all()
    with pytest.raises(DisclosureError):
        published(5, 5, 3, threshold=4)


def test_a_lower_threshold_shows_more() -> None:
    assert shown(published(28, 30, 22, threshold=6)) == [22, 6]


@pytest.mark.parametrize(("threshold", "stock", "families"), [(5, 3, 14), (5, 9, 17), (5, 40, 30), (11, 22, 60)])
def test_a_reader_who_knows_the_stock_and_the_rule_finds_no_small_count(
    threshold: int, stock: int, families: int
) -> None:
    """Every number of requests is tried: those that would show the same line leave each small count uncertain."""
    lines: dict[tuple[int | None, ...], list[tuple[int, int, int]]] = {}
    for asking in range(families + 1):
        truth = (min(asking, stock), max(0, asking - stock), families - asking)
        lines.setdefault(tuple(loan_split(truth, threshold)), []).append(truth)
    for seen, possible in lines.items():
        for place in range(3):
            small = [truth[place] for truth in possible if 0 < truth[place] < threshold]
            if small:
                assert seen == (None, None)
                values = {truth[place] for truth in possible}
                assert max(values) - min(values) >= threshold - 1 or max(values) <= stock < threshold
    assert len(lines) > 1 or families < 2 * threshold or families < stock + threshold


parts = st.lists(st.just(0) | st.integers(0, 12) | st.integers(11, 60), min_size=2, max_size=9)


@given(parts, st.sampled_from([5, 11]))
@settings(max_examples=300, deadline=None)
def test_no_outcome_that_few_families_have_is_shown_nor_found_by_subtraction(counts: list[int], threshold: int) -> None:
    *seen, total = split(counts, threshold)
    assert all(one in (None, truth) for one, truth in zip(seen, counts, strict=True))
    assert all(one is None or one == 0 or one >= threshold for one in seen)
    hidden = [one for one in seen if one is None]
    if hidden and total is not None:
        left = total - sum(one for one in seen if one is not None)
        assert left == 0 or (len(hidden) > 1 and left >= threshold)


def shared(speakers: int, others: int, seats: int, seed: int) -> tuple[PublishedPlan, WorkshopPlan]:
    """One evening, so many seats, everybody understood: French speakers and others, all free that evening alone."""
    table = needs(*[{"peut_soir": True}] * speakers, *[{"peut_soir": True, "langue": "turc"}] * others)
    chosen = WorkshopSettings.model_validate(
        {
            "nom": "un soir",
            "places": 60,
            "creneaux": [{"id": "jeudi", "libelle": "jeudi", "moment": "soir"}],
            "salles": [{"id": "cdi", "libelle": "CDI", "places": seats}],
            "animation": [{"id": "qui", "libelle": "qui", "langues": ["francais", "turc"]}],
            "themes": [{"id": "un", "libelle": "Un", "parcours": "a", "pour": ["debutant"]}],
        }
    )
    workshops = plan_workshops(table, chosen, seed, DAY)
    return published_plan(table, {}, workshops), workshops


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("speakers", "others", "seats"), [(30, 24, 27), (26, 22, 24), (40, 40, 60), (30, 0, 12)])
def test_who_has_a_place_by_language_is_said_whole_when_every_part_is_large_and_not_at_all_otherwise(
    speakers: int, others: int, seats: int, seed: int
) -> None:
    found, workshops = shared(speakers, others, seats, seed)
    came = set(workshops.table.index[workshops.table["etat"] == "place"])
    placed = [sum(int(code[1:]) <= speakers for code in came), sum(int(code[1:]) > speakers for code in came)]
    parts = [(placed[0], speakers - placed[0]), (placed[1], others - placed[1])]
    seen = found.shares[found.shares["trait"] == "langue"]
    large = min(min(part) for part in parts) >= 11
    assert [tuple(row) for row in seen[["place", "attente"]].to_numpy()] == (parts if large else [])
    # Nobody has another need, children to look after or another hour: the other part would be nobody, or a few.
    assert set(found.shares["trait"]) <= {"langue"}


def test_the_cases_of_the_shares_are_on_both_sides_of_the_threshold() -> None:
    seen = [len(shared(26, 22, 24, seed)[0].shares) > 0 for seed in range(6)]
    assert any(seen)
    assert not all(seen)


def test_codes_stay_inside() -> None:
    table, loans, workshops = made(40, 30, 22, 20, 5)
    said = repr(published_plan(table, loans, workshops))
    assert not any(code in said for code in table.table.index)
    assert isinstance(loans, dict)
    first: Item = "ordinateur"
    assert isinstance(loans[first], Allocation)
