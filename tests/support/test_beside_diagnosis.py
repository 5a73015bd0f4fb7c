"""What the coupons of a plan add to a diagnosis of the same families: no small number comes out by subtraction."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import LinearConstraint, milp

from liaison.diagnostic.answers import Answers, answers_from_rows
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.indicators import AnswerIndicators, indicators
from liaison.diagnostic.disclosure.joint_audit import check_joint
from liaison.diagnostic.questionnaire.questionnaire import Item, Questionnaire, family_questionnaire
from liaison.disclosure.joint import AuditError
from liaison.support.loans.loans import LoanSettings, Stock
from liaison.support.needs.needs import needs_of
from liaison.support.papers.beside_diagnosis import DiagnosisBeside, shown_plan
from liaison.support.plan.plan import Plan, PlanSettings, make_plan
from liaison.support.vocabulary import ITEMS
from liaison.support.workshops.settings import WORKSHOP_SETTINGS

DAY = dt.date(2026, 11, 25)
LENT = {"pret__ordinateur": True, "pret__cle_internet": False, "pret__aucun": False}
NOTHING = {**LENT, "pret__ordinateur": False, "pret__aucun": True}
ASKED = (("pret__ordinateur",), ("pret__cle_internet",), ("pret__ordinateur", "pret__cle_internet"), ("pret__aucun",))
MOMENTS = ("matin", "apres_midi", "soir", "samedi", "aucun")
EVENING, NEVER = ({f"atelier__{moment}": moment == own for moment in MOMENTS} for own in ("soir", "aucun"))


def school(asking: int, silent: int, families: int, yes: dict[str, bool], no: dict[str, bool]) -> Answers:
    """Families of which so many ask for something, so many say nothing of it, and all others do not want it."""
    rows: list[dict[str, Any]] = [*[yes] * asking, *[{}] * silent, *[no] * (families - asking - silent)]
    return answered(rows)


def answered(rows: list[dict[str, Any]]) -> Answers:
    rest = {"niveau": "sixieme", "connexion": "fixe", "langue": "francais", "mode": "papier"}
    return answers_from_rows([rest | row for row in rows], family_questionnaire())


def planned(answers: Answers, *, beside: bool = True, stock: int = 22) -> Plan:
    """The plan of a school where every family gave its answers twice: once with its code."""
    codes = [f"F{rank:03d}" for rank in range(len(answers))]
    return make_plan(
        needs_of(answers, axes(answers), codes),
        PlanSettings(
            loans=LoanSettings(nom="a", stock=dict.fromkeys(ITEMS, Stock(nombre=stock)), priorites={}),
            workshops=WORKSHOP_SETTINGS.load("exemple"),
            seed=1,
            zone="C",
            lent_on=dt.date(2026, 12, 7),
            on=DAY,
        ),
        DiagnosisBeside(indicators(answers), answers) if beside else None,
    )


def loan(plan: Plan) -> list[int | None]:
    parts = plan.published().loans[["servies", "attente"]].iloc[0]
    return [None if part is pd.NA else int(part) for part in parts]


def told(found: AnswerIndicators, question: str, part: str, value: str) -> tuple[float, float]:
    """What the diagnosis says of one line, of all families."""
    table = found.table
    lines = table[(table["groupe"] == "ensemble") & (table["question"] == question) & (table["partie"] == part)]
    line = lines[lines["valeur"] == value].iloc[0]
    return (1.0, np.inf) if line["au_moins"] is pd.NA else (float(line["au_moins"]), float(line["au_plus"]))


# Families that ask for a computer alone, a key alone, both, nothing, or do not answer: which of them each line counts.
LINES: dict[str, tuple[tuple[int, ...], tuple[str, str]]] = {
    "ordinateur": ((1, 0, 1, 0, 0), ("ordinateur", "coche")),
    "cle_4g": ((0, 1, 1, 0, 0), ("cle_internet", "coche")),
    "aucun": ((0, 0, 0, 1, 0), ("aucun", "coche")),
    "silence": ((0, 0, 0, 0, 1), ("", "sans_reponse")),
}


def values(plan: Plan, families: int, line: str) -> float:
    """How many values a line may have, for who reads the diagnosis and counts a coupon as a tick."""
    assert plan.indicators is not None
    whole: tuple[int, ...] = (1,) * len(LINES["silence"][0])
    rows = [(whole, (float(families), float(families)))]
    rows += [(counts, told(plan.indicators, "pret", *words)) for counts, words in LINES.values()]
    for item, served, waiting in plan.published().loans[["objet", "servies", "attente"]].itertuples(index=False):
        if served is not pd.NA:
            rows.append((LINES[item][0], (served + waiting, served + waiting)))
    known = LinearConstraint([row for row, _ in rows], [low for _, (low, _) in rows], [high for _, (_, high) in rows])
    aim = np.array(LINES[line][0])
    least, most = (milp(sign * aim, constraints=known, integrality=np.ones(5)).x @ aim for sign in (1, -1))
    return float(most - least + 1)


@pytest.mark.parametrize(("asking", "silent"), [(15, 3), (15, 10), (20, 1), (12, 7)])
def test_coupons_that_would_give_the_few_families_that_answered_nothing_stay_with_the_team(
    asking: int, silent: int
) -> None:
    answers = school(asking, silent, 90, LENT, NOTHING)
    plan = planned(answers)
    assert loan(planned(answers, beside=False)) == [asking, 0]
    assert loan(plan) == [None] * 2
    assert plan.published().hidden
    assert values(plan, 90, "silence") >= 11


@pytest.mark.parametrize("silent", [0, 11, 30])
def test_coupons_that_betray_nobody_are_shown(silent: int) -> None:
    plan = planned(school(15, silent, 90, LENT, NOTHING))
    assert loan(plan) == [15, 0]
    assert not plan.withheld


def test_coupons_for_workshops_that_would_give_who_answered_nothing_stay_with_the_team() -> None:
    few, many = (planned(school(30, silent, 90, EVENING, NEVER)) for silent in (4, 20))
    assert few.published().workshops["familles"].isna().all()
    assert few.published().shares.empty
    assert many.published().workshops["familles"].sum() == 30


def test_no_school_drawn_at_random_is_betrayed_by_its_coupons_and_some_would_be() -> None:
    chance = np.random.default_rng(77)
    betrayed = 0
    boxes = [{**NOTHING, "pret__aucun": False} | dict.fromkeys(own, True) for own in ASKED]
    for _ in range(40):
        families = int(chance.integers(40, 160))
        counts = chance.multinomial(families, chance.dirichlet([0.5, 0.4, 0.3, 1.2, 0.25]))
        rows = [row for row, count in zip([*boxes, {}], counts, strict=True) for _ in range(count)]
        plan = planned(answered(rows), stock=200)
        small = [line for line, (own, _) in LINES.items() if 0 < np.dot(own, counts) < 11]
        assert all(values(plan, families, line) >= 11 for line in small), counts
        betrayed += any(values(replace(plan, withheld=frozenset()), families, line) < 11 for line in small)
    assert betrayed


def test_a_diagnosis_published_after_a_plan_hides_what_the_plan_would_betray() -> None:
    chance = np.random.default_rng(78)
    betrayed = 0
    boxes = [{**NOTHING, "pret__aucun": False} | dict.fromkeys(own, True) for own in ASKED]
    for _ in range(25):
        families = int(chance.integers(40, 160))
        counts = chance.multinomial(families, chance.dirichlet([0.5, 0.4, 0.3, 1.2, 0.25]))
        answers = answered([row for row, count in zip([*boxes, {}], counts, strict=True) for _ in range(count)])
        plan = planned(answers, beside=False, stock=200)
        coupons = [shown_plan(plan.published(), DAY)]
        found = indicators(answers, beside=coupons)
        check_joint(found, answers, beside=coupons)
        small = [line for line, (own, _) in LINES.items() if 0 < np.dot(own, counts) < 11]
        assert all(values(replace(plan, indicators=found), families, line) >= 11 for line in small), counts
        alone = indicators(answers)
        betrayed += any(values(replace(plan, indicators=alone), families, line) < 11 for line in small)
    assert betrayed


def test_what_the_audit_of_a_diagnosis_beside_a_plan_is_for_is_seen_by_it() -> None:
    answers = school(15, 3, 90, LENT, NOTHING)
    coupons = [shown_plan(planned(answers, beside=False).published(), DAY)]
    check_joint(indicators(answers), answers)
    with pytest.raises(AuditError):
        check_joint(indicators(answers), answers, beside=coupons)
    check_joint(indicators(answers, beside=coupons), answers, beside=coupons)


def test_coupons_of_another_form_say_nothing_of_a_school_s_own_questions() -> None:
    coupons = [shown_plan(planned(school(15, 3, 90, LENT, NOTHING), beside=False).published(), DAY)]
    asked = Questionnaire(version=1, id="cantine", items=(CANTEEN,), context=family_questionnaire().context)
    answers = answers_from_rows([{"cantine": "oui"}] * 30 + [{"cantine": "non"}] * 30, asked)
    assert indicators(answers, beside=coupons).table.equals(indicators(answers).table)


CANTEEN = Item(id="cantine", axis="preferences", kind="single", values=("oui", "non"))
