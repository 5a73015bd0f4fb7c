"""Les fichiers que `liaison plan` écrit, et ceux qu'un plan d'avant a laissés au même endroit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.cli.plan_diagnosis import PlanDiagnosis
from liaison.diagnostic.publication.publication import FILE
from liaison.messaging.vocabulary import PURPOSES
from liaison.support.loans.agreement import LoanTerms
from liaison.support.loans.agreement_files import agreements_apart, agreements_to_print, print_name, zip_name
from liaison.support.papers.council_report import write_council_report
from liaison.support.papers.team_files import calendar_csv, costs_csv, loans_csv, shares_csv, workshops_csv
from liaison.support.plan.plan import Plan
from liaison.support.vocabulary import ITEMS, Item

# What the team keeps for itself: files with codes.
TEAM = "equipe_"
POLICY = "politique_apres_diagnostic.yaml"


def write_plan(
    folder: Path,
    plan: Plan,
    name: str,
    diagnosis: PlanDiagnosis | None,
    register: bytes,
    alone: Sequence[str] = (),
) -> list[str]:
    """Write every file and return their names: first what may be shown, then what the team keeps."""
    reading = diagnosis.read.published_summary() if diagnosis else ""
    made = [path.name for path in write_council_report(plan, name, folder, PURPOSES, reading, alone)]
    files = {"calendrier.csv": calendar_csv(plan), "couts.csv": costs_csv(plan), FILE: register}
    if plan.messages is not None:
        files[POLICY] = plan.messages.yaml().encode("utf-8")
    for each, content in files.items():
        (folder / each).write_bytes(content)
    return [*made, *files, *write_team(folder, plan, name)]


def write_team(folder: Path, plan: Plan, name: str) -> list[str]:
    """Write what the team keeps, and return its names."""
    files = {
        f"{TEAM}ateliers.csv": workshops_csv(plan.workshops),
        f"{TEAM}ateliers_parts.csv": shares_csv(plan.workshops),
    }
    for item, loan in plan.loans.items():
        files[_loans(item)] = loans_csv(loan)
        if loan.served:
            terms = LoanTerms(name, plan.lent_on, plan.back_on, plan.kind)
            files[TEAM + zip_name(item)] = agreements_apart(loan, terms, plan.on)
            files[TEAM + print_name(item)] = agreements_to_print(loan, terms, plan.on)
    for each, content in files.items():
        (folder / each).write_bytes(content)
    return [*files]


def left_over(out: Path, names: Sequence[str]) -> list[str]:
    """Return the files of a former plan that are still in `out` and that this one, which wrote `names`, has not.

    They say what is no longer true: agreements ready to be signed for loans that do not exist. The team may have
    written in them, so that nothing erases them.
    """
    known = [POLICY, *(each for item in ITEMS for each in (_loans(item), *_agreements(item)))]
    return [each for each in known if each not in names and (out / each).exists()]


def _loans(item: Item) -> str:
    return f"{TEAM}prets_{item}.csv"


def _agreements(item: Item) -> tuple[str, ...]:
    """Return the names of the agreements, and of the single DOCX that they were all in before they had one each."""
    return TEAM + zip_name(item), TEAM + print_name(item), f"{TEAM}conventions_{item}.docx"


__all__ = ["TEAM", "left_over", "write_plan"]
