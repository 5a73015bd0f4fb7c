"""`liaison plan` : prêts, ateliers, partenaires, messages et rapport du conseil, depuis le fichier des besoins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.cli.output import InputError, Steps, print_json, say, say_written, whole_folder
from app.cli.plan_diagnosis import asked_diagnosis, reading_answer, say_reading
from app.cli.plan_files import TEAM, left_over, write_plan, write_team
from app.cli.plan_request import PlanRequest
from app.cli.reading import day
from liaison.across.changes_alone import ToldAlone, alone_lines, told_alone
from liaison.across.plan_reach import PlanReach
from liaison.base.dates import numeric_date
from liaison.base.numbers import euros
from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.diagnostic.publication.publication import Publication
from liaison.diagnostic.publication.school_register import is_fictitious
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.vocabulary import PURPOSES
from liaison.module import scenario_of
from liaison.school.vocabulary import school_named
from liaison.support.loans.loans import LOAN_SETTINGS
from liaison.support.needs.coupons import open_needs
from liaison.support.papers.beside_diagnosis import DiagnosisBeside, shown_plan
from liaison.support.papers.published import PublishedPlan, item_words
from liaison.support.plan.costs import COST_SETTINGS
from liaison.support.plan.partners import read_local_partners
from liaison.support.plan.plan import Plan, PlanSettings, make_plan
from liaison.support.vocabulary import many_items
from liaison.support.workshops.aims import aims_said, who_waits
from liaison.support.workshops.settings import WORKSHOP_SETTINGS

phrase = french_beside(__file__)


def run(request: PlanRequest, json: bool) -> None:
    """Make the plan, write its files in its `out`, whole or not at all, print what may be said of it."""
    out, on = request.out, day(request.date, "--date")
    if request.policy is not None and not request.answers:
        raise InputError(phrase("politique-sans-reponses"))
    start = load_policy(request.policy) if request.policy else None
    settings = _settings(request, on)
    diagnosis_request = asked_diagnosis(request)
    table, remarks = open_needs(request.needs, on)
    count = diagnosis_request.steps + 2 + bool(start) + bool(out)
    with whole_folder(out) if out else nullcontext() as folder, Steps(count) as steps:
        diagnosis = diagnosis_request.made(on, steps)
        steps.step(phrase("etape-plan"))
        beside = DiagnosisBeside(former=diagnosis_request.before.former)
        if diagnosis:
            answers, population = diagnosis.read.answers, diagnosis_request.population
            beside = replace(beside, indicators=diagnosis.indicators, answers=answers, population=population)
        plan = make_plan(table, settings, beside, start.model_dump(mode="json") if start else None)
        steps.step(phrase("etape-comptes"))
        published = plan.published()
        alone: list[ToldAlone] = []
        lines: list[str] = []
        if start and plan.messages:
            steps.step(phrase("etape-changements-seuls"))
            reach = PlanReach(scenario_of("support")["school"]["default"], request.seed)
            alone = told_alone(reach, start, plan.messages.changes)
            lines = alone_lines(alone, reach.name, PURPOSES)
        names = []
        if folder:
            school = school_named(request.name, is_fictitious([request.needs, *request.answers]))
            steps.step(phrase("etape-ecriture", out=out))
            if plan.shareable:
                plan_as_shown, new = shown_plan(published, on), diagnosis.shown if diagnosis else None
                register = diagnosis_request.before.bytes_with(new, plan_as_shown)
                names = write_plan(folder, plan, school, diagnosis, register, lines)
                diagnosis_request.before.inscribe(new, on, plan_as_shown)
            else:
                names = write_team(folder, plan, school)
    left = left_over(out, names) if out else []
    if json:
        read = reading_answer(diagnosis) if diagnosis else None
        files = {"fichiers": _paths(out, names), "restes": _paths(out, left)}
        print_json({**_answer(plan, published, remarks, alone), "diagnostic": read, **files})
    else:
        for sentence in remarks:
            say(sentence)
        if diagnosis:
            say_reading(diagnosis)
        _print(plan, published, lines)
        if out:
            _print_files(out, names, left, diagnosis_request.before.former, plan, alone=diagnosis is None)


def _settings(request: PlanRequest, on: dt.date) -> PlanSettings:
    """Return what the school decides: each file that is named is read."""
    return PlanSettings(
        seed=request.seed,
        zone=request.zone,
        lent_on=day(request.lent_on, "--lent-on"),
        on=on,
        kind=request.kind,
        until=request.until,
        loans=LOAN_SETTINGS.load(request.loans),
        workshops=WORKSHOP_SETTINGS.load(request.workshops),
        costs=COST_SETTINGS.load(request.costs),
        partners=read_local_partners(request.partners) if request.partners else (),
    )


def _paths(out: Path | None, names: Sequence[str]) -> list[str]:
    return [str(out / each) for each in names] if out else []


def _answer(
    plan: Plan, published: PublishedPlan, remarks: tuple[str, ...], alone: Sequence[ToldAlone]
) -> dict[str, Any]:
    loans, workshops = (
        table.astype(object).where(table.notna(), None).to_dict("records")
        for table in (published.loans, published.workshops)
    )
    return {
        "seuil": published.threshold,
        "lecture": list(remarks),
        "prets": loans,
        "ateliers": workshops,
        "retour": plan.back_on.isoformat(),
        "ateliers_ouverts": [plan.workshops.announcement(workshop) for workshop in plan.workshops.workshops],
        "ateliers_ordre": list(plan.workshops.aims),
        "graine": plan.seed,
        "ateliers_prouves": list(plan.workshops.proven),
        "cout": plan.shown_costs().total,
        "messages": [change.sentence(PURPOSES) for change in plan.messages.changes] if plan.messages else [],
        "messages_seuls": [{"changement": each.change.name(PURPOSES), "effets": list(each.effects)} for each in alone],
        "inconnues": list(plan.unknowns()),
    }


def _print(plan: Plan, published: PublishedPlan, alone: Sequence[str]) -> None:
    for item, *parts in published.loans.itertuples(index=False):
        stock, served, waiting = (phrase("cache") if _hidden(part) else str(part) for part in parts)
        say(phrase("pret", item=item_words(item), stock=stock, served=served, waiting=waiting))
    for workshop in plan.workshops.workshops:
        say(phrase("atelier", announcement=plan.workshops.announcement(workshop)))
    if plan.workshops.workshops:
        say(phrase("ateliers", order=aims_said(plan.workshops.aims, plan.workshops.seed)))
        for line in who_waits(plan.workshops.aims):
            say(f"- {line}")
    if plan.messages is not None:
        for change in plan.messages.changes:
            say(change.sentence(PURPOSES))
    if alone:
        say(phrase("changements-seuls"))
        for line in alone:
            say(line)
    words = {"total": euros(plan.shown_costs().total), "seed": str(plan.seed)}
    if plan.to_lend():
        say(phrase("cout-et-retour", **words, back=numeric_date(plan.back_on)))
    else:
        say(phrase("cout", **words))
    for sentence in plan.unknowns():
        say(phrase("a-savoir", sentence=sentence))


def _print_files(
    out: Path, names: list[str], left: list[str], former: Sequence[Publication], plan: Plan, *, alone: bool
) -> None:
    say_written(out, names)
    if left:
        say(phrase("restes", names=", ".join(left)))
    say(phrase("codes-de-familles", team=TEAM))
    if not plan.shareable:
        say(phrase("rapport-non-ecrit"))
        return
    say(phrase("deux-plans"))
    if plan.untold:
        items = joined(many_items(item) for item in plan.untold)
        say(phrase("stock-tu", items=items))
    if former and alone:
        say(phrase("relu-a-cote-du-diagnostic", day=numeric_date(former[-1].date)))
    elif alone:
        say(phrase("aucun-diagnostic"))


def _hidden(part: object) -> bool:
    import pandas as pd

    return part is pd.NA or part is None


__all__ = ["run"]
