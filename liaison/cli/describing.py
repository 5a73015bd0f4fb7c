"""`liaison schema` : le schéma JSON d'un format de fichier."""

from __future__ import annotations

import sys


def run(subject: str) -> None:
    """Print the JSON Schema of a policy file or of a rules file."""
    if subject == "politique":
        from liaison.messaging.policy import policy_schema

        sys.stdout.write(policy_schema())
    else:
        from liaison.school.communication import rules_schema

        sys.stdout.write(rules_schema())
