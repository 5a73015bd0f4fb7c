"""`liaison notice` : la notice aux parents, une page par langue, en trois fichiers."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import Steps, print_json, say_written, whole_folder
from liaison.base.sentences import french_beside
from liaison.messaging.papers.notice import write_notices
from liaison.messaging.papers.notice_languages import chosen_languages
from liaison.messaging.policy.policy import load_policy
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)


def run(policy: str, out: Path, name: str, kind: SchoolKind, lang: str, json: bool) -> None:
    """Write the notice in `out`, whole or not at all, and print the paths."""
    chosen = load_policy(policy)
    codes = chosen_languages([code.strip() for code in lang.split(",") if code.strip()])
    with whole_folder(out) as folder, Steps(1) as steps:
        steps.step(phrase("etape", count=len(codes)))
        names = [path.name for path in write_notices(chosen, name, folder, kind, codes)]
    if json:
        print_json({"politique": chosen.name, "langues": codes, "fichiers": [str(out / each) for each in names]})
    else:
        say_written(out, names)


__all__ = ["run"]
