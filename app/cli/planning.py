"""`liaison plan` : prêts, ateliers, partenaires, messages et rapport du conseil, depuis le fichier des besoins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from app.cli.output import InputError, Steps, print_json, say, whole_folder
from app.cli.plan_diagnosis import asked_diagnosis, reading_answer, say_reading
from app.cli.plan_files import TEAM, left_over, write_plan, write_team
from app.cli.plan_request import PlanRequest
from app.cli.reading import day
from liaison.across.changes_alone import ToldAlone, alone_lines, told_alone
from liaison.across.plan_reach import PlanReach
from liaison.base.numbers import euros
from liaison.base.words import joined
from liaison.diagnostic.publication import Publication
from liaison.diagnostic.school_register import is_fictitious
from liaison.messaging.policy import load_policy
from liaison.messaging.vocabulary import PURPOSES
from liaison.module import scenario_of
from liaison.school.vocabulary import school_named
from liaison.support.beside_diagnosis import shown_plan
from liaison.support.costs import COST_SETTINGS
from liaison.support.coupons import open_needs
from liaison.support.loans import LOAN_SETTINGS
from liaison.support.partners import read_local_partners
from liaison.support.plan import Plan, make_plan
from liaison.support.published import PublishedPlan, item_words
from liaison.support.vocabulary import ITEMS
from liaison.support.workshop_aims import aims_said, who_waits
from liaison.support.workshops import WORKSHOP_SETTINGS

NOT_WRITTEN = (
    "Le rapport n'est pas écrit, et rien n'est inscrit au registre : un diagnostic déjà montré dit combien de familles "
    "demandent un atelier, et à quels moments ; à côté, l'annonce des ateliers dirait combien n'ont pas de créneau, un "
    "petit nombre. Changer les moments des créneaux, ou garder ce plan pour l'équipe."
)


def run(request: PlanRequest, json: bool) -> None:
    """Make the plan, write its files in its `out`, whole or not at all, print what may be said of it."""
    out, on = request.out, day(request.date, "--date")
    if request.policy is not None and not request.answers:
        raise InputError("Une politique se change d'après un diagnostic : donner aussi les réponses, avec --answers.")
    start = load_policy(request.policy) if request.policy else None
    given = {**_given(request, on), "policy": start.model_dump(mode="json") if start else None}
    asked = asked_diagnosis(request)
    table, said = open_needs(request.needs, on)
    count = asked.steps + 2 + bool(start) + bool(out)
    with whole_folder(out) if out else nullcontext() as folder, Steps(count) as steps:
        diagnosis = asked.made(on, steps)
        steps.step("Prêts et ateliers")
        if diagnosis:
            given |= {"indicators": diagnosis.indicators, "answers": diagnosis.read.answers}
            given["population"] = asked.population
        given["former"] = asked.before.former
        plan = make_plan(table, **given)
        steps.step("Comptes publiables")
        found = plan.published()
        alone: list[ToldAlone] = []
        lines: list[str] = []
        if start and plan.messages:
            steps.step("Ce que chaque changement des messages fait seul")
            reach = PlanReach(scenario_of("support")["school"]["default"], request.seed)
            alone = told_alone(reach, start, plan.messages.changes)
            lines = alone_lines(alone, reach.name, PURPOSES)
        names = []
        if folder:
            school = school_named(request.name, is_fictitious([request.needs, *request.answers]))
            steps.step(f"Écriture dans « {out} »")
            if plan.shareable:
                told, new = shown_plan(found, on), diagnosis.shown if diagnosis else None
                register = asked.before.bytes_with(new, told)
                names = write_plan(folder, plan, school, diagnosis, register, lines)
                asked.before.inscribe(new, on, told)
            else:
                names = write_team(folder, plan, school)
    left = left_over(out, names) if out else []
    if json:
        read = reading_answer(diagnosis) if diagnosis else None
        files = {"fichiers": _paths(out, names), "restes": _paths(out, left)}
        print_json({**_answer(plan, found, said, alone), "diagnostic": read, **files})
    else:
        for sentence in said:
            say(sentence)
        if diagnosis:
            say_reading(diagnosis)
        _print(plan, found, lines)
        if out:
            _print_files(out, names, left, asked.before.former, plan, alone=diagnosis is None)


def _given(request: PlanRequest, on: dt.date) -> dict[str, Any]:
    """Return what a plan is made of, but the needs and the diagnosis: each file that is named is read."""
    return {
        "seed": request.seed,
        "zone": request.zone,
        "lent_on": day(request.lent_on, "--lent-on"),
        "on": on,
        "kind": request.kind,
        "until": request.until,
        "loan_settings": LOAN_SETTINGS.load(request.loans),
        "workshop_settings": WORKSHOP_SETTINGS.load(request.workshops),
        "costs": COST_SETTINGS.load(request.costs),
        "local_partners": read_local_partners(request.partners) if request.partners else (),
    }


def _paths(out: Path | None, names: Sequence[str]) -> list[str]:
    return [str(out / each) for each in names] if out else []


def _answer(plan: Plan, found: PublishedPlan, said: tuple[str, ...], alone: Sequence[ToldAlone]) -> dict[str, Any]:
    loans, workshops = (
        table.astype(object).where(table.notna(), None).to_dict("records") for table in (found.loans, found.workshops)
    )
    return {
        "seuil": found.threshold,
        "lecture": list(said),
        "prets": loans,
        "ateliers": workshops,
        "retour": plan.back_on.isoformat(),
        "ateliers_ouverts": [plan.workshops.announcement(one) for one in plan.workshops.workshops],
        "ateliers_ordre": list(plan.workshops.aims),
        "graine": plan.seed,
        "ateliers_prouves": list(plan.workshops.proven),
        "cout": plan.shown_costs().total,
        "messages": [change.sentence(PURPOSES) for change in plan.messages.changes] if plan.messages else [],
        "messages_seuls": [{"changement": each.change.name(PURPOSES), "effets": list(each.effects)} for each in alone],
        "inconnues": list(plan.unknowns()),
    }


def _print(plan: Plan, found: PublishedPlan, alone: Sequence[str]) -> None:
    for item, *parts in found.loans.itertuples(index=False):
        stock, served, waiting = ("caché" if _hidden(part) else str(part) for part in parts)
        say(f"{item_words(item)} : {stock} à prêter ; familles servies : {served} ; en attente : {waiting}.")
    for workshop in plan.workshops.workshops:
        say(f"Atelier : {plan.workshops.announcement(workshop)}.")
    if plan.workshops.workshops:
        say(f"Ateliers. {aims_said(plan.workshops.aims, plan.workshops.seed)}")
        for line in who_waits(plan.workshops.aims):
            say(f"- {line}")
    if plan.messages is not None:
        for change in plan.messages.changes:
            say(change.sentence(PURPOSES))
    if alone:
        say("Ce que chaque changement fait seul, et son prix.")
        for line in alone:
            say(line)
    back = f" Retour le {plan.back_on:%d/%m/%Y}." if plan.to_lend() else ""
    say(f"Coût estimé : {euros(plan.shown_costs().total)}.{back} Graine : {plan.seed}.")
    for sentence in plan.unknowns():
        say(f"À savoir : {sentence}")


def _print_files(
    out: Path, names: list[str], left: list[str], former: Sequence[Publication], plan: Plan, *, alone: bool
) -> None:
    say(f"Écrits dans « {out} » : {', '.join(names)}.")
    if left:
        say(f"Restent d'un plan d'avant, à jeter : {', '.join(left)}.")
    say(f"Les fichiers « {TEAM}… » portent des codes de familles : ils ne sortent pas de l'équipe.")
    if not plan.shareable:
        say(NOT_WRITTEN)
        return
    say(
        "Deux plans faits de presque les mêmes coupons en disent plus ensemble que chacun : n'en montrer qu'un hors de "
        "l'équipe."
    )
    if plan.untold:
        said = joined(ITEMS[item][1] for item in plan.untold)
        say(
            f"Le rapport tait le stock ({said}) et ce qu'il coûte : à côté du diagnostic, il dirait combien de "
            "familles attendent, un petit nombre. Ne pas le dire ailleurs."
        )
    if former and alone:
        say(
            f"Relu à côté du diagnostic inscrit au registre (le {former[-1].date:%d/%m/%Y}) : ce que l'un trahirait de "
            "l'autre n'est pas dit. Avec --answers, le plan peut en dire davantage."
        )
    elif alone:
        say(
            "Aucun diagnostic de cette école n'est inscrit au registre. Si un diagnostic des mêmes familles est déjà "
            "montré, ne pas montrer ce plan à côté : relancer avec --previous et son dossier."
        )


def _hidden(part: object) -> bool:
    import pandas as pd

    return part is pd.NA or part is None


__all__ = ["run"]
