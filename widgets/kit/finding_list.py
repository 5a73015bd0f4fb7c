"""Des constats : ce qui ne va pas, sur quoi cela repose, ce qu'il faut changer."""

from __future__ import annotations

from traitlets import Dict, List

from widgets.kit.part import Part


class FindingList(Part):
    """Findings in the order given, each `{severity, severity_label, title, detail, change, badge}` (see `badge_of`).

    `severity` (a_corriger, a_discuter, a_savoir) only styles what `severity_label` says.
    """

    word_keys = ("change",)

    findings = List(Dict()).tag(sync=True)
