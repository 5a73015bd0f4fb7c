"""A plan and a diagnosis of the same families, read by somebody else: no small number, whichever comes first."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import pandas as pd
import pytest
from diagnostic.schools_at_random import drawn as drawn_school
from diagnostic.schools_at_random import with_plan
from support.making import few_waiting, needs
from support.plan_attack import betrayed, bounded
from support.plan_reader import text_of, told_by
from support.plans_at_random import ORDERS, at

from liaison.diagnostic.answers import Answers, answers_from_rows
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.indicators import AnswerIndicators, indicators
from liaison.diagnostic.disclosure.joint_audit import check_joint
from liaison.diagnostic.publication.already_shown import AlreadyShown
from liaison.diagnostic.publication.publication import Publication, PublishedCell, publication
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.support.loans.loans import LoanSettings, Stock
from liaison.support.needs.needs import needs_of, wishes
from liaison.support.papers.beside_diagnosis import DiagnosisBeside, kept_back, shown_plan
from liaison.support.papers.published import PublishedPlan
from liaison.support.papers.team_files import calendar_csv, costs_csv
from liaison.support.plan.plan import Plan, PlanSettings, make_plan
from liaison.support.vocabulary import ITEMS
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, WorkshopSettings

DAY = dt.date(2026, 11, 25)
ASKED = ("pret", "atelier")
LEVELS = ("sixieme", "cinquieme", "quatrieme", "troisieme")
LOANS = ("ordinateur", "cle_internet", "aucun")
MOMENTS = ("matin", "apres_midi", "soir", "samedi", "aucun")
Order = Literal["plan", "diagnostic"]


@dataclass(frozen=True)
class School:
    """Families that ask for a computer, a key, both, or do not say; for a workshop; what is shown first."""

    families: int
    computer: int
    key: int
    both: int
    silent: int
    workshop: int
    threshold: int
    first: Order

    def rows(self) -> list[dict[str, Any]]:
        """Return what each family answers, in an order of its own."""
        chance = np.random.default_rng(self.families)
        said = [("ordinateur",)] * self.computer + [("cle_internet",)] * self.key + [LOANS[:2]] * self.both
        rows = [_ticked("pret", LOANS, each) for each in said] + [{}] * self.silent
        rows += [_ticked("pret", LOANS, ("aucun",))] * (self.families - len(rows))
        come = set(chance.permutation(self.families)[: self.workshop].tolist())
        rest = {"connexion": "fixe", "langue": "francais", "mode": "papier"}
        levels = chance.choice(LEVELS, size=self.families)
        return [
            rest | row | _ticked("atelier", MOMENTS, ("soir" if rank in come else "aucun",)) | {"niveau": str(level)}
            for rank, (row, level) in enumerate(zip(rows, levels, strict=True))
        ]


def rows_of(answers: Answers) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in answers.table.to_dict("records")]


def _ticked(question: str, boxes: tuple[str, ...], own: tuple[str, ...]) -> dict[str, Any]:
    return {f"{question}__{box}": box in own for box in boxes}


def asks(row: dict[str, Any]) -> bool:
    return any(row.get(box) for box in wishes().values())


def both_shown(school: School) -> tuple[Answers, AnswerIndicators, Plan]:
    """The diagnosis and the plan of a school, the second made with what is known of the first."""
    rows = school.rows()
    answers = answers_from_rows(rows, family_questionnaire())
    if school.first == "diagnostic":
        found = indicators(answers, threshold=school.threshold)
        return answers, found, planned(rows, found, answers)
    plan = planned(rows)
    told = [shown_plan(plan.published(), DAY)]
    found = indicators(answers, threshold=school.threshold, beside=told)
    check_joint(found, answers, beside=told)
    return answers, found, plan


def planned(
    rows: list[dict[str, Any]],
    found: AnswerIndicators | None = None,
    answers: Answers | None = None,
    former: tuple[Publication, ...] = (),
    slots: tuple[str, ...] = MOMENTS,
) -> Plan:
    """The plan of the families that ask for something: each hands a coupon, and no other."""
    coupons = answers_from_rows([row for row in rows if asks(row)], family_questionnaire())
    return make_plan(
        needs_of(coupons, axes(coupons), [f"F{rank:03d}" for rank in range(len(coupons))]),
        PlanSettings(
            loans=LoanSettings(nom="a", stock={item: Stock(nombre=22) for item in ITEMS}, priorites={}),
            workshops=settings_at(slots),
            seed=1,
            zone="C",
            lent_on=dt.date(2026, 12, 7),
            on=DAY,
        ),
        DiagnosisBeside(found, answers, former=former),
    )


def settings_at(moments: tuple[str, ...]) -> WorkshopSettings:
    """The workshops of the example, at these moments only."""
    return at(WORKSHOP_SETTINGS.load("exemple"), lambda slot: slot.moment in moments)


# As a reader found them: of ninety families, and of schools drawn at random.
FOUND = (
    School(90, 9, 9, 3, 3, 0, 5, "plan"),
    School(60, 22, 7, 8, 3, 0, 11, "plan"),
    School(40, 9, 0, 4, 2, 0, 5, "plan"),
    School(40, 13, 11, 0, 2, 0, 11, "plan"),
    School(60, 19, 2, 2, 3, 12, 11, "plan"),
    School(60, 0, 8, 9, 3, 12, 11, "diagnostic"),
    School(60, 9, 4, 4, 1, 0, 11, "diagnostic"),
)


@pytest.mark.parametrize("school", FOUND, ids=[f"{one.families}_{one.computer}_{one.first}" for one in FOUND])
def test_a_school_in_which_the_number_of_coupons_gave_a_small_cell_gives_none(school: School) -> None:
    answers, found, plan = both_shown(school)
    assert not list(betrayed(answers, found, plan))


def drawn(chance: np.random.Generator, first: Order) -> School:
    families = int(chance.choice([25, 40, 60, 90, 150]))
    computer, key, both, silent = (int(families * chance.uniform(0, most)) for most in (0.4, 0.3, 0.2, 0.08))
    workshop = int(families * chance.choice([0, 0.2, 0.5]))
    threshold = 11 if first == "diagnostic" else int(chance.choice([5, 11]))
    return School(families, computer, key, both, max(1, silent), workshop, threshold, first)


@pytest.mark.parametrize("first", ["plan", "diagnostic"])
def test_no_school_drawn_at_random_is_betrayed_by_what_it_shows_of_its_plan_beside_its_diagnosis(first: Order) -> None:
    chance = np.random.default_rng(12)
    for _ in range(8):
        school = drawn(chance, first)
        answers, found, plan = both_shown(school)
        assert not list(betrayed(answers, found, plan)), school


def test_a_plan_and_a_diagnosis_made_without_each_other_give_what_the_plan_hides() -> None:
    """What the reader of these tests is for is seen by him: two families wait, of twenty-four, and nobody else."""
    answers = few_waiting()
    rows = rows_of(answers)
    plan, found = planned(rows), indicators(answers)
    assert ("plan", "ordinateur", "attente", 2, 0.0) in list(betrayed(answers, found, plan))
    shown = publication(found, answers.questionnaire.id, DAY)
    assert not list(betrayed(answers, found, planned(rows, former=(shown,))))
    beside = AlreadyShown(plans=(shown_plan(plan.published(), DAY),)).indicators(answers)
    assert not list(betrayed(answers, beside, plan))


def test_schools_drawn_anew_each_run_give_nothing_of_their_plan_nor_of_their_diagnosis() -> None:
    seed = secrets.randbits(32)
    chance = np.random.default_rng(seed)
    for rank in range(len(ORDERS)):
        school = drawn_school(chance, most=80)
        assert with_plan(school, rank, np.random.default_rng((seed, rank))) == [], f"--plan --seed {seed}"


def of_the_workshop(
    answers: int, told: Mapping[tuple[str, str], tuple[int | None, int | None, int | None]]
) -> Publication:
    """A publication of one question, by (part, value): the count shown, and what it is at least, at most."""
    lines = tuple(
        PublishedCell(
            groupe="ensemble",
            question="atelier",
            partie=part,
            valeur=value,
            effectif=count,
            au_moins=low,
            au_plus=high,
            reponses=answers,
        )
        for (part, value), (count, low, high) in told.items()
    )
    return Publication(date=DAY, questionnaire="diagnostic_familles", par="niveau", seuil=11, lignes=lines)


def test_a_report_stays_with_the_team_where_its_slots_alone_give_who_has_none() -> None:
    """Thirty come in the evening, five in the morning only, when there is no slot: who reads both knows it is five."""
    rows = rows_of(few_waiting(90, 0))
    for row in rows[:5]:
        row |= {"atelier__matin": True, "atelier__aucun": False}
    told = {("soir", "coche"): 30, ("aucun", "coche"): 55, ("matin", "coche"): None, ("", "sans_reponse"): 0}
    counts = {of: (count, count, count) for of, count in told.items()}
    shown = of_the_workshop(90, counts)
    assert not planned(rows, former=(shown,), slots=("soir",)).shareable
    assert planned(rows, former=(shown,), slots=("soir", "matin")).shareable


def test_a_report_stays_with_the_team_where_the_workshops_announced_leave_a_hidden_number_ten_values() -> None:
    """From one to eleven come in the evening, says the diagnosis. Somebody comes to each workshop: with two, from two
    to eleven have a place, and no more than nine wait."""
    plan = planned(rows_of(few_waiting(44, 0))[-8:], slots=("soir",))
    told = {("soir", "coche"): (1, 11), ("aucun", "coche"): (23, 44), ("", "sans_reponse"): (0, 0)}
    shown = of_the_workshop(44, {of: (None if high else 0, low, high) for of, (low, high) in told.items()})
    public = plan.published()
    assert (public.opened, public.workshops["familles"].isna().all()) == (1, True)

    def keeps_all(each: PublishedPlan) -> bool:
        return "rapport" in kept_back(lambda _kept: each, DAY, DiagnosisBeside(former=(shown,)))

    assert [keeps_all(public), keeps_all(replace(public, opened=2))] == [False, True]


def test_a_report_that_says_how_many_coupons_came_would_give_small_cells() -> None:
    """What the reader of these tests is for is seen by him."""
    answers, found, plan = both_shown(FOUND[0])
    said = f"{len(plan.needs)} familles ont remis un coupon\n{text_of(plan)}"
    assert list(bounded(answers, found, list(told_by(said))))


def public(plan: Plan) -> tuple[str, bytes, bytes]:
    """All that leaves the team of a plan, but for its copies in other formats."""
    return text_of(plan), calendar_csv(plan), costs_csv(plan)


def test_what_leaves_the_team_says_nothing_of_coupons_but_the_numbers_that_are_read_beside_a_diagnosis() -> None:
    """Two schools with the same such numbers, not asked by the same families: one has forty coupons, one has a hundred.

    A number that a plan would print besides, and that nobody would have told the diagnosis of, would differ.
    """
    loan, evening = {"demande_ordinateur": True}, {"peut_soir": True}
    same, apart = [loan | evening] * 40, [loan] * 40 + [evening] * 40 + [{}] * 20
    few, many = (replace(planned([]), needs=needs(*rows)) for rows in (same, apart))
    one, other = (remade(plan) for plan in (few, many))
    assert len(one.needs) == 40
    assert len(other.needs) == 100
    assert shown_plan(one.published(), DAY) == shown_plan(other.published(), DAY)
    assert one.published().loans["servies"].max() == 22
    assert public(one) == public(other)


def remade(plan: Plan) -> Plan:
    workshops = WORKSHOP_SETTINGS.load("exemple")
    return make_plan(
        plan.needs,
        PlanSettings(loans=plan.loan_settings, workshops=workshops, seed=1, zone="C", lent_on=plan.lent_on, on=DAY),
    )


def test_a_number_added_to_a_plan_without_saying_what_it_tells_of_a_diagnosis_is_refused() -> None:
    found = planned(FOUND[0].rows()).published()
    shown_plan(found, DAY)
    tables: dict[str, pd.DataFrame] = {"loans": found.loans, "workshops": found.workshops, "shares": found.shares}
    for name, table in tables.items():
        more: dict[str, Any] = {name: table.assign(sans_demande=pd.array([3] * len(table), "Int64"))}
        with pytest.raises(ValueError, match=rf"{name}\.sans_demande"):
            shown_plan(replace(found, **more), DAY)
