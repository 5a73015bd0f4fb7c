"""`liaison charter` : la charte de communication en trois fichiers ; la feuille du conseil, si l'on compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.cli.output import InputError, Steps, print_json, say_written, whole_folder
from app.cli.reading import day, open_school
from liaison.base.sentences import french_beside
from liaison.messaging.papers.before_after import BeforeAfter, compared
from liaison.messaging.papers.charter import write_charter
from liaison.messaging.papers.council_sheet import council_files, council_sheet
from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.traffic.clock import Period
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)

# The fictitious school of each kind, where none is chosen.
SCHOOLS: Mapping[SchoolKind, str] = {
    "ecole": "ecole_6_classes",
    "college": "college_urbain_mixte",
    "lgt": "lgt",
    "lp": "lp",
}


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What the policy is compared with, as it was written, and on what; without `before`, with nothing."""

    before: str | None
    school: str | None
    weeks: int
    seed: int
    start: str | None


def run(
    policy: str, out: Path, name: str, kind: SchoolKind, date: str | None, comparison: Comparison, json: bool
) -> None:
    """Write the charter in `out`, and the sheet of the council beside, whole or not at all, and print the paths."""
    on = day(date, "--date")
    chosen = load_policy(policy)
    if comparison.before is None and comparison.school is not None:
        raise InputError(phrase("ecole-sans-comparaison"))
    with whole_folder(out) as folder, Steps(1 if comparison.before is None else 3) as steps:
        change = None
        if comparison.before is not None:
            steps.step(phrase("etape-comparer"))
            change = _compared(comparison, load_policy(comparison.before), chosen, kind)
        steps.step(phrase("etape"))
        names = [path.name for path in write_charter(chosen, name, folder, on, kind, change)]
        if change is not None:
            steps.step(phrase("etape-feuille"))
            files = council_files(council_sheet(change, name, on, kind), change)
            for each, content in files.items():
                (folder / each).write_bytes(content)
            names += files
    if json:
        print_json({"politique": chosen.name, "fichiers": [str(out / each) for each in names]})
    else:
        say_written(out, names)


def _compared(comparison: Comparison, before: Policy, after: Policy, kind: SchoolKind) -> BeforeAfter:
    source = comparison.school or SCHOOLS[kind]
    if Path(source).is_dir():
        raise InputError(phrase("ecole-reelle", school=source))
    place = open_school(source, comparison.seed)
    if place.kind != kind:
        raise InputError(phrase("autre-type", school=source, found=place.kind, kind=kind))
    first = place.opened_on if comparison.start is None else day(comparison.start, "--start")
    try:
        period = Period(first, comparison.weeks)
    except ValueError as error:
        raise InputError(str(error)) from error
    return compared(place, before, after, period, comparison.seed)


__all__ = ["SCHOOLS", "Comparison", "run"]
