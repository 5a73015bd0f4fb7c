"""Une chose de plus dans le plan : une seule chose change, et les nombres annoncés sont ceux du plan refait."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from hypothesis import given, settings
from support.making import needs, some_needs

from liaison.support.loans.loans import LOAN_SETTINGS, LoanSettings, allocate
from liaison.support.needs.needs import Needs
from liaison.support.plan.additions import MOST_OFFERED, Addition, PlanBase, additions
from liaison.support.vocabulary import ITEMS
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, Slot, WorkshopSettings
from widgets.support.state import PlanState

DAY = dt.date(2026, 11, 25)
SCHOOLS = ("college_rep_plus", "college_urbain_mixte", "lp")


def base_of(needs: Needs, workshops: WorkshopSettings | None = None, loans: LoanSettings | None = None) -> PlanBase:
    wanted = workshops or WORKSHOP_SETTINGS.load("exemple")
    lent = loans or LOAN_SETTINGS.load("exemple")
    return PlanBase(needs, lent, wanted, 7, DAY, plan_workshops(needs, wanted, 7, DAY, 1.0))


@cache
def of_school(name: str) -> tuple[PlanBase, tuple[Addition, ...]]:
    state = PlanState(school=name)
    base = PlanBase(state.needs, state.loans, state.workshops, state.seed, state.today, state.solve())
    return base, additions(base)


def counted(base: PlanBase, loans: LoanSettings, plan: WorkshopPlan) -> tuple[int, int, int]:
    """Families that receive all that they ask for, none of it, and a loan without the workshop that it needs; one by
    one, from the lists that a team reads."""
    given = {item: set(loan.served) for item, loan in allocate(base.needs, loans, base.seed, base.on).items()}
    come = set(plan.table.index[plan.table["etat"] == "place"])
    whole = nothing = alone = 0
    for code, row in base.needs.table.iterrows():
        asks = [given.get(item, set()) for item in ITEMS if row[f"demande_{item}"]]
        asks += [come] if code in plan.table.index else []
        gets = [code in served for served in asks]
        whole += bool(asks) and all(gets)
        nothing += bool(asks) and not any(gets)
        lent = any(code in codes for codes in given.values())
        alone += lent and bool(row["besoin_atelier"]) and code not in come
    return whole, nothing, alone


def differing(first: object, second: object) -> list[str]:
    return [name for name in vars(first) if getattr(first, name) != getattr(second, name)]


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_numbers_said_are_those_of_the_plan_and_one_setting_alone_has_changed(school: str) -> None:
    base, found = of_school(school)
    assert found
    before = counted(base, base.loans, base.plan)
    for addition in found:
        assert [addition.whole[0], addition.nothing[0], addition.alone[0]] == [*before]
        after = counted(base, addition.loans, addition.plan)
        assert (addition.whole[1], addition.nothing[1], addition.alone[1]) == after
        changed = differing(base.loans, addition.loans) + differing(base.workshops, addition.workshops)
        assert len(changed) == 1, addition.label
        assert addition.plan.settings == addition.workshops
        # What a file holds is what a file may hold.
        assert LoanSettings.model_validate(addition.loans.model_dump()) == addition.loans
        assert WorkshopSettings.model_validate(addition.workshops.model_dump()) == addition.workshops


@pytest.mark.parametrize("school", SCHOOLS)
def test_each_helps_and_none_is_of_the_same_kind_as_another_the_most_helpful_first(school: str) -> None:
    _base, found = of_school(school)
    gains = [addition.whole[1] - addition.whole[0] for addition in found]
    assert min(gains) > 0
    assert gains == sorted(gains, reverse=True)
    assert all(addition.nothing[1] <= addition.nothing[0] for addition in found)
    assert len({addition.kind for addition in found}) == len(found)


@settings(max_examples=10)
@given(some_needs(most=8))
def test_of_any_needs_three_at_most_are_offered_and_all_of_them_hold(needs: Needs) -> None:
    base = base_of(needs)
    found = additions(base)
    assert len(found) <= MOST_OFFERED
    for addition in found:
        assert addition.whole[1] > addition.whole[0]
        assert (addition.whole[1], addition.nothing[1], addition.alone[1]) == counted(
            base, addition.loans, addition.plan
        )


def test_nobody_who_asks_for_anything_is_helped_by_nothing() -> None:
    assert additions(base_of(needs({"enfants": 2}, {}))) == ()


def test_a_school_that_lends_nothing_may_begin_to() -> None:
    nothing = LoanSettings(nom="rien", stock={}, priorites={})
    asks = needs(*[{"demande_ordinateur": True, "enfants": 1}] * 3)
    (first, *_others) = additions(base_of(asks, loans=nothing))
    assert (first.kind, first.label, first.whole) == ("ordinateur", "5 ordinateurs de plus", (0, 3))


def test_a_list_of_slots_that_is_full_stays_as_it_is_and_a_name_that_is_taken_is_not_given_again() -> None:
    example = WORKSHOP_SETTINGS.load("exemple")
    many = tuple(Slot(id=f"c{number}", libelle="un soir", moment="soir") for number in range(40))
    full = example.model_copy(update={"creneaux": many, "garde": {}, "interpretes": (), "animation": ()})
    evening = needs(*[{"peut_soir": True, "competences": "debutant", "langue": "francais"}] * 3)
    for addition in additions(base_of(evening, full)):
        assert len(addition.workshops.creneaux) == 40
    taken = example.model_copy(update={"animation": (example.animation[0].model_copy(update={"id": "en_plus_1"}),)})
    for addition in additions(base_of(evening, taken)):
        WorkshopSettings.model_validate(addition.workshops.model_dump())


def test_a_search_that_is_stopped_gives_what_it_has() -> None:
    base, _found = of_school("college_rep_plus")
    looks = iter([False, True])
    assert [addition.kind for addition in additions(base, stopped=lambda: next(looks))] == ["ordinateur"]
    assert additions(base, stopped=lambda: True) == ()
