"""What a plan changes in a fictitious school: those families, those columns, as the rule says, and nothing else."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from liaison.rules import rule
from liaison.support.fictitious import Fiction, fiction
from liaison.support.plan.after_plan import CASES, Done, Effects, adults_of, after

DAY = dt.date(2026, 11, 30)


@pytest.fixture(scope="module")
def found() -> Fiction:
    return fiction("college_rep_plus", 7, on=DAY)


@pytest.fixture(scope="module")
def plan(found: Fiction) -> Done:
    codes = tuple(map(str, found.needs.table.index))
    return Done(codes[:5], codes[5:8], codes[8:12])


def changed(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    return before.astype(object).fillna("") != now.astype(object).fillna("")


def test_those_families_change_and_no_other(found: Fiction, plan: Done) -> None:
    school = found.school
    done = after(school, plan, DAY)
    before, now = (one.people.set_index("id") for one in (school, done))
    of = {name: set(adults_of(school, getattr(plan, name))) for name in ("lent", "keys", "came")}
    assert all(of.values())
    moved = changed(before, now)
    assert set(moved.index[moved.any(axis=1)]) <= set().union(*of.values())
    for name, column in (("lent", "equipement"), ("keys", "connexion")):
        assert set(moved.index[moved[column]]) <= of[name]
    for column in ("compte_active", "competences", "habitude"):
        assert set(moved.index[moved[column]]) <= of["came"]
    assert moved[["compte_active", "competences", "habitude"]].any().any()
    assert list(done.people["id"]) == list(school.people["id"])


def test_each_change_is_that_of_the_rule(found: Fiction, plan: Done) -> None:
    effects = Effects.model_validate(rule("accompagnement/effets", DAY).value)
    school = found.school
    before, now = (one.people.set_index("id") for one in (school, after(school, plan, DAY)))
    assert (now.loc[adults_of(school, plan.lent), "equipement"] == effects.pret.ordinateur).all()
    keys = adults_of(school, plan.keys)
    offline = before.loc[keys, "connexion"] == "aucune"
    assert (now.loc[keys, "connexion"][offline] == effects.pret.connexion).all()
    assert (now.loc[keys, "connexion"][~offline] == before.loc[keys, "connexion"][~offline]).all()
    came = adults_of(school, plan.came)
    assert now.loc[came, "compte_active"].astype(bool).all()
    steps = {**{one: one for one in before["competences"].unique()}, **effects.atelier.aisance}
    assert list(now.loc[came, "competences"]) == [steps[one] for one in before.loc[came, "competences"]]


@pytest.mark.parametrize("case", CASES)
def test_a_case_does_its_part_of_the_plan(plan: Done, case: str) -> None:
    part = plan.of(case)  # type: ignore[arg-type]
    assert (part.lent, part.keys) == ((plan.lent, plan.keys) if case in ("prets", "tout") else ((), ()))
    assert part.came == (plan.came if case in ("ateliers", "tout") else ())


def test_nothing_done_changes_nothing(found: Fiction) -> None:
    assert not changed(found.school.people, after(found.school, Done(), DAY).people).any().any()
