"""De la grille « qui écrit à qui » d'une équipe aux groupes d'un ENT.

A cell says how far: « classe » means sharing a class. Personnels and direction serve every class: for them,
« classe » is the whole school. A direction that is also personnel or teacher has the rights of both lines.
"""

from __future__ import annotations

from typing import get_args

from liaison.school.communication_rules import (
    CLASS_LEVEL,
    STRUCTURE_LEVEL,
    WRITE_ONLY,
    GroupRule,
    RuleSet,
    Users,
)
from liaison.school.vocabulary import Reach, Writer, WritingGrid

WITHOUT_CLASS: frozenset[Writer] = frozenset({"personnels", "direction"})


def effective_reach(writer: Writer, target: Writer, reach: Reach) -> Reach:
    """Return how far a cell of the grid really goes: a line or a column without class knows no « classe »."""
    return "etablissement" if reach == "classe" and {writer, target} & WITHOUT_CLASS else reach


def rules_from_grid(grid: WritingGrid) -> RuleSet:
    """Return the communication rules that give exactly the rights of a grid, and no other.

    Where a category both writes and is joined at one level but must not write to itself, a second group
    (« pour écrire ») carries its writing: one group would be BOTH, and its members would see each other.
    """
    cells = {
        (writer, target): effective_reach(writer, target, grid[writer][target])
        for writer in get_args(Writer)
        for target in get_args(Writer)
    }
    links: dict[str, list[str]] = {}
    joined: set[str] = set()
    among: set[str] = set()
    for (writer, target), reach in cells.items():
        if reach == "non":
            continue
        level = CLASS_LEVEL if reach == "classe" else STRUCTURE_LEVEL
        start, end = f"{level}.{writer}", f"{level}.{target}"
        joined.add(end)
        links.setdefault(start, [])
        if writer == target:
            among.add(start)
        else:
            links[start].append(end)
    groups: dict[str, GroupRule] = {name: GroupRule(users="OUTGOING") for name in sorted(joined)}
    for start, ends in links.items():
        alone: Users = "BOTH" if start in among else "INCOMING"
        split = start in joined and start not in among
        groups[f"{start}{WRITE_ONLY}" if split else start] = GroupRule(users=alone, communique_with=tuple(ends))
    return RuleSet(
        name="Grille de la politique",
        description="Règles tirées de la grille « qui écrit à qui » d'une politique de messagerie.",
        groups=groups,
    )
