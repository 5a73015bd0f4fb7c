"""`liaison check` : les constats d'une politique, et le code de sortie."""

from __future__ import annotations

from app.cli.output import print_json, say
from app.cli.reading import day
from liaison.base.dates import numeric_date
from liaison.base.sentences import french_beside
from liaison.documents import NATURE_LABELS
from liaison.messaging.policy.compliance import SEVERITIES, Finding, check
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.wording import KINDS
from liaison.rules import provenance
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)


def run(policy: str, kind: SchoolKind, date: str | None, json: bool) -> int:
    """Print the findings; return 1 when one rests on a loi or a règlement, else 0."""
    on = day(date, "--date")
    chosen = load_policy(policy)
    findings = check(chosen, on, kind)
    binding = [finding for finding in findings if finding.rule.binding]
    if json:
        dumped = [finding.model_dump(mode="json") for finding in findings]
        print_json({"politique": chosen.name, "type": kind, "date": on.isoformat(), "constats": dumped})
        return 1 if binding else 0
    say(phrase("politique", name=chosen.name, kind=KINDS[kind], day=numeric_date(on)))
    if not findings:
        say(phrase("aucun-constat"))
    for finding in findings:
        _print(finding)
    if binding:
        say(f"\n{phrase('sur-une-loi', n=len(binding))}")
    return 1 if binding else 0


def _print(finding: Finding) -> None:
    rule = finding.rule
    say(f"\n[{NATURE_LABELS[rule.kind].capitalize()}] {SEVERITIES[finding.severity]} : {finding.title}")
    say(f"  {finding.detail}")
    say(phrase("que-faire", change=finding.change))
    say(phrase("source", rule=provenance(rule)))
