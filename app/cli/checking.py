"""`liaison check` : les constats d'une politique, et le code de sortie."""

from __future__ import annotations

from app.cli.output import print_json, say
from app.cli.reading import day
from liaison.documents import NATURE_LABELS
from liaison.messaging.compliance import SEVERITIES, Finding, check
from liaison.messaging.policy import load_policy
from liaison.messaging.wording import KINDS
from liaison.rules import provenance
from liaison.school.vocabulary import SchoolKind

BINDING = ("loi", "reglement")


def run(policy: str, kind: SchoolKind, date: str | None, json: bool) -> int:
    """Print the findings; return 1 when one rests on a loi or a règlement, else 0."""
    on = day(date, "--date")
    chosen = load_policy(policy)
    found = check(chosen, on, kind)
    binding = [finding for finding in found if finding.rule.kind in BINDING]
    if json:
        findings = [finding.model_dump(mode="json") for finding in found]
        print_json({"politique": chosen.name, "type": kind, "date": on.isoformat(), "constats": findings})
        return 1 if binding else 0
    say(f"Politique « {chosen.name} », dans {KINDS[kind]}, règles au {on:%d/%m/%Y}.")
    if not found:
        say("Aucun constat.")
    for finding in found:
        _print(finding)
    if binding:
        say(f"\n{_counted(len(binding))} sur une loi ou un règlement : à corriger avant de publier.")
    return 1 if binding else 0


def _print(finding: Finding) -> None:
    rule = finding.rule
    say(f"\n[{NATURE_LABELS[rule.kind].capitalize()}] {SEVERITIES[finding.severity]} : {finding.title}")
    say(f"  {finding.detail}")
    say(f"  Que faire : {finding.change}")
    say(f"  Source : {provenance(rule)}")


def _counted(count: int) -> str:
    return "Un constat repose" if count == 1 else f"{count} constats reposent"
