"""`liaison charter` : la charte de communication en trois fichiers."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import Steps, print_json, say_written, whole_folder
from app.cli.reading import day
from liaison.base.sentences import french_beside
from liaison.messaging.papers.charter import write_charter
from liaison.messaging.policy.policy import load_policy
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)


def run(policy: str, out: Path, name: str, kind: SchoolKind, date: str | None, json: bool) -> None:
    """Write the charter in `out`, whole or not at all, and print the paths."""
    on = day(date, "--date")
    chosen = load_policy(policy)
    with whole_folder(out) as folder, Steps(1) as steps:
        steps.step(phrase("etape"))
        names = [path.name for path in write_charter(chosen, name, folder, on, kind)]
    if json:
        print_json({"politique": chosen.name, "fichiers": [str(out / each) for each in names]})
    else:
        say_written(out, names)
