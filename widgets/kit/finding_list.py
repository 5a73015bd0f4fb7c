"""Des constats : ce qui ne va pas, sur quoi cela repose, ce qu'il faut changer."""

from __future__ import annotations

from typing import Any

from traitlets import Dict, List, validate

from widgets.kit.part import Part, refuse

SEVERITIES = ("a_corriger", "a_discuter", "a_savoir")


class FindingList(Part):
    """Findings in the order given, each `{severity, severity_label, title, detail, change, badge}` (see `badge_of`).

    `severity` (a_corriger, a_discuter, a_savoir) only styles what `severity_label` says.
    """

    word_keys = ("change",)

    findings = List(Dict()).tag(sync=True)

    @validate("findings")
    def _known_severities(self, proposal: dict[str, Any]) -> list[dict[str, Any]]:
        findings: list[dict[str, Any]] = proposal["value"]
        for finding in findings:
            if finding["severity"] not in SEVERITIES:
                raise refuse("finding-list-severity", severity=str(finding["severity"]), known=", ".join(SEVERITIES))
        return findings
