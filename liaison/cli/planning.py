"""`liaison plan` : prêts, ateliers, partenaires, messages et rapport du conseil, depuis le fichier des besoins."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from liaison.cli.output import InputError, Steps, print_json, say, whole_folder
from liaison.cli.reading import day
from liaison.diagnostic.indicators import Indicators, indicators
from liaison.diagnostic.questionnaire import family_questionnaire
from liaison.diagnostic.reading import read_files
from liaison.diagnostic.weights import read_population
from liaison.documents import to_docx, to_pdf
from liaison.messaging.policy import load_policy
from liaison.messaging.vocabulary import PURPOSES
from liaison.school.vocabulary import SchoolKind, Zone
from liaison.support.agreement import LoanTerms, agreements
from liaison.support.costs import COST_SETTINGS
from liaison.support.council_report import write_council_report
from liaison.support.coupons import open_needs
from liaison.support.loan_dates import Until
from liaison.support.loans import LOAN_SETTINGS
from liaison.support.partners import read_local_partners
from liaison.support.plan import Plan, make_plan
from liaison.support.published import PublishedPlan, item_words
from liaison.support.team_files import calendar_csv, costs_csv, loans_csv, workshops_csv
from liaison.support.workshops import WORKSHOP_SETTINGS

# What the team keeps for itself: files with codes.
TEAM = "equipe_"
POLICY = "politique_apres_diagnostic.yaml"


def run(
    needs: Path,
    zone: Zone,
    lent_on: str,
    loans: str,
    workshops: str,
    costs: str,
    partners: Path | None,
    answers: Sequence[Path],
    school: Path | None,
    policy: str | None,
    kind: SchoolKind,
    until: Until,
    name: str,
    seed: int,
    date: str | None,
    out: Path | None,
    json: bool,
) -> None:
    """Make the plan, write its files in `out`, whole or not at all, print what may be said of it."""
    on, lent = day(date, "--date"), day(lent_on, "--lent-on")
    if policy is not None and not answers:
        raise InputError("Une politique se change d'après un diagnostic : donner aussi les réponses, avec --answers.")
    given: dict[str, Any] = {
        "loan_settings": LOAN_SETTINGS.load(loans),
        "workshop_settings": WORKSHOP_SETTINGS.load(workshops),
        "costs": COST_SETTINGS.load(costs),
        "local_partners": read_local_partners(partners) if partners else (),
        "policy": load_policy(policy).model_dump(mode="json") if policy else None,
    }
    table, said = open_needs(needs, on)
    with whole_folder(out) if out else nullcontext() as folder, Steps(2 + bool(answers) + bool(out)) as steps:
        if answers:
            steps.step("Diagnostic : lecture des réponses")
            given["indicators"] = _diagnosis(answers, school)
        steps.step("Prêts et ateliers")
        plan = make_plan(table, seed=seed, zone=zone, lent_on=lent, on=on, kind=kind, until=until, **given)
        steps.step("Comptes publiables")
        found = plan.published()
        names = []
        if folder:
            steps.step(f"Écriture dans « {out} »")
            names = _write(folder, plan, name)
    if json:
        print_json(_answer(plan, found, said, [str(out / each) for each in names] if out else []))
    else:
        for sentence in said:
            say(sentence)
        _print(plan, found, out, names)


def _diagnosis(answers: Sequence[Path], school: Path | None) -> Indicators:
    asked = family_questionnaire()
    read = read_files(list(answers), asked)
    if not len(read.answers):
        raise InputError(f"Aucune réponse n'est gardée. {read.summary()} Lancer d'abord liaison diagnose.")
    return indicators(read.answers, read_population(school, asked) if school else None)


def _write(folder: Path, plan: Plan, name: str) -> list[str]:
    """Write every file and return their names: first what may be shown, then what the team keeps."""
    made = [path.name for path in write_council_report(plan, name, folder, PURPOSES)]
    files = {"calendrier.csv": calendar_csv(plan), "couts.csv": costs_csv(plan)}
    if plan.messages is not None:
        files[POLICY] = plan.messages.yaml().encode("utf-8")
    files[f"{TEAM}ateliers.csv"] = workshops_csv(plan.workshops)
    for item, loan in plan.loans.items():
        files[f"{TEAM}prets_{item}.csv"] = loans_csv(loan)
        if loan.served:
            document = agreements(loan, LoanTerms(name, plan.lent_on, plan.back_on, plan.kind), plan.on)
            files[f"{TEAM}conventions_{item}.docx"] = to_docx(document)
            files[f"{TEAM}conventions_{item}.pdf"] = to_pdf(document)
    for each, content in files.items():
        (folder / each).write_bytes(content)
    return [*made, *files]


def _answer(plan: Plan, found: PublishedPlan, said: tuple[str, ...], paths: list[str]) -> dict[str, Any]:
    loans, workshops = (
        table.astype(object).where(table.notna(), None).to_dict("records") for table in (found.loans, found.workshops)
    )
    return {
        "seuil": found.threshold,
        "lecture": list(said),
        "familles": found.families,
        "prets": loans,
        "ateliers": workshops,
        "retour": plan.back_on.isoformat(),
        "ateliers_ouverts": [plan.workshops.announcement(one) for one in plan.workshops.workshops],
        "ateliers_prouves": list(plan.workshops.proven),
        "cout": plan.costs.total,
        "messages": [change.sentence(PURPOSES) for change in plan.messages.changes] if plan.messages else [],
        "inconnues": list(plan.unknowns()),
        "fichiers": paths,
    }


def _print(plan: Plan, found: PublishedPlan, out: Path | None, names: list[str]) -> None:
    for item, stock, *parts in found.loans.itertuples(index=False):
        served, waiting, _ = ("caché" if _hidden(part) else str(part) for part in parts)
        say(f"{item_words(item)} : {stock} à prêter ; familles servies : {served} ; en attente : {waiting}.")
    for workshop in plan.workshops.workshops:
        say(f"Atelier : {plan.workshops.announcement(workshop)}.")
    if plan.messages is not None:
        for change in plan.messages.changes:
            say(change.sentence(PURPOSES))
    say(f"Coût estimé : {plan.costs.total:g} euros. Retour le {plan.back_on:%d/%m/%Y}. Graine : {plan.seed}.")
    for sentence in plan.unknowns():
        say(f"À savoir : {sentence}")
    if out:
        say(f"Écrits dans « {out} » : {', '.join(names)}.")
        say(f"Les fichiers « {TEAM}… » portent des codes de familles : ils ne sortent pas de l'équipe.")


def _hidden(part: object) -> bool:
    import pandas as pd

    return part is pd.NA or part is None


__all__ = ["run"]
