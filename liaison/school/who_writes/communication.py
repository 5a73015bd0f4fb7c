"""Qui peut écrire à qui dans l'ENT d'une école, et pourquoi : un chemin par les groupes, en français."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.school.tables import School
from liaison.school.who_writes.communication_groups import CommunicationGroup, make_groups
from liaison.school.who_writes.communication_rules import (
    STRUCTURE_LEVEL,
    GroupRule,
    Link,
    ManualGroup,
    RuleSet,
    RuleSetError,
    load_rules,
)

phrase = french_beside(__file__)

PathKind = Literal["famille", "paire", "meme_groupe", "lien", "groupe", "sous_groupe"]
# The nearest reason first: a person's own family, then the class, then the whole school.
NEARNESS: dict[str, int] = {"famille": 0, "paire": 1, "meme_groupe": 2, "groupe": 2, "lien": 3, "sous_groupe": 4}


class DirectoryError(FrenchError):
    """A person or a group that the school does not have, in a French sentence."""


@dataclass(frozen=True)
class Path:
    """Why one can write to another: the kind of path, and the reason in French."""

    kind: PathKind
    reason: str


class Directory:
    """The directory of an ENT: a school and its communication rules, ready to answer for any person."""

    def __init__(self, school: School, rules: RuleSet) -> None:
        """Prepare the groups once: a set of rules that names unknown persons or groups raises RuleSetError."""
        self.school, self.rules = school, rules
        self.groups = make_groups(school, rules)
        self._ids = school.people["id"].to_numpy()
        self._position = {person: place for place, person in enumerate(self._ids)}
        self._groups_of: list[list[str]] = [[] for _ in self._ids]
        for group in self.groups.values():
            for place in group.members:
                self._groups_of[place].append(group.id)
        self._direct = self._direct_pairs()
        self._subgroups: dict[str, list[str]] = defaultdict(list)
        for group in self.groups.values():
            if group.within:
                self._subgroups[group.within].append(group.id)
        self._hidden = {self._place(person) for person in rules.hidden}

    def visible(self, sender: str) -> pd.DataFrame:
        """Return everybody that `sender` may write to one by one, and why.

        One row per person, in the order of `School.people`. Columns: id, nom, prenom, profil, compte_active, kind
        (see PathKind), reason (French).
        """
        start = self._place(sender)
        reason = np.full(len(self._ids), -1, dtype=np.int32)
        paths: list[Path] = []
        for end, kind in self._direct[start].items():
            reason[end] = len(paths)
            paths.append(self._direct_path(kind))
        for group, path in self._steps(start):
            if group.is_joined:
                new = group.members[reason[group.members] < 0]
                reason[new] = len(paths)
                paths.append(path)
        reason[[start, *self._hidden]] = -1
        places = np.flatnonzero(reason >= 0)
        table = self.school.people.iloc[places][["id", "nom", "prenom", "profil", "compte_active"]].reset_index(
            drop=True
        )
        table["kind"] = [paths[which].kind for which in reason[places]]
        table["reason"] = [paths[which].reason for which in reason[places]]
        return table

    def visible_groups(self, sender: str) -> pd.DataFrame:
        """Return the groups that `sender` may write to whole: id, label, members (how many), kind, reason."""
        rows = [
            (group.id, group.label, len(group.members), path.kind, path.reason)
            for group, path in self._open_groups(self._place(sender))
        ]
        return pd.DataFrame(rows, columns=["id", "label", "members", "kind", "reason"])

    def name(self, identifier: str) -> str:
        """Return how a person or a group is named on a screen."""
        if identifier in self.groups:
            return typeset(phrase("groupe", label=self.groups[identifier].label))
        person = self.school.people.iloc[self._place(identifier)]
        return f"{person['prenom']} {person['nom']}"

    def _steps(self, start: int) -> Iterator[tuple[CommunicationGroup, Path]]:
        """Yield the groups one step away (own ones that write, those they communicate with), nearest first."""
        steps = []
        for name in self._groups_of[start]:
            own = self.groups[name]
            if own.writes:
                steps.append((own, own))
                steps += [(own, self.groups[end]) for end in own.links]
        steps.sort(key=lambda step: (_distance(step[0], step[1]), step[0].id, step[1].id))
        for own, end in steps:
            yield end, _step_path(own, end)

    def _open_groups(self, start: int) -> Iterator[tuple[CommunicationGroup, Path]]:
        """Yield each group that may be written to whole, once: linked, own and joined, or a sub-group of those."""
        seen = set()
        whole = [(group, path) for group, path in self._steps(start) if path.kind == "lien" or group.is_joined]
        parts = [
            (self.groups[name], Path("sous_groupe", phrase("sous-groupes", reason=path.reason)))
            for group, path in whole
            for name in self._subgroups[group.id]
        ]
        for group, path in (*whole, *parts):
            if len(group.members) and group.id not in seen:
                seen.add(group.id)
                yield group, path

    def _direct_pairs(self) -> list[dict[int, PathKind]]:
        """Return, by sender, the persons joined without any group: own family, pairs made by hand."""
        pairs: list[dict[int, PathKind]] = [{} for _ in self._ids]
        opens: dict[str, set[int]] = {"INCOMING": set(), "OUTGOING": set()}
        for group in self.groups.values():
            for way, relatives in opens.items():
                if group.relative_student in (way, "BOTH"):
                    relatives.update(group.members.tolist())
        links = self.school.links
        for pupil, relative in zip(links["eleve"], links["responsable"], strict=True):
            child, parent = self._place(pupil), self._place(relative)
            if parent in opens["INCOMING"]:
                pairs[child][parent] = "famille"
            if parent in opens["OUTGOING"]:
                pairs[parent][child] = "famille"
        for link in self.rules.direct:
            pairs[self._place(link.start)].setdefault(self._place(link.end), "paire")
        return pairs

    def _direct_path(self, kind: PathKind) -> Path:
        reason = phrase("lien-entre-enfant-responsable") if kind == "famille" else phrase("paire-ajoutee")
        return Path(kind, reason)

    def _place(self, person: str) -> int:
        try:
            return self._position[person]
        except KeyError:
            raise DirectoryError(phrase("ni-personne-ni-groupe", person=person, name=self.school.name)) from None


def _distance(own: CommunicationGroup, end: CommunicationGroup) -> tuple[int, int]:
    return (own.level == STRUCTURE_LEVEL) + (end.level == STRUCTURE_LEVEL), NEARNESS[_kind(own, end)]


def _kind(own: CommunicationGroup, end: CommunicationGroup) -> PathKind:
    return "meme_groupe" if own is end else "lien"


def _step_path(own: CommunicationGroup, end: CommunicationGroup) -> Path:
    if own is end:
        return Path("meme_groupe", phrase("groupe-dont-membres-ecrivent", label=own.label))
    return Path("lien", phrase("groupe-communique", label=own.label, label_2=end.label))


__all__ = [
    "Directory",
    "DirectoryError",
    "GroupRule",
    "Link",
    "ManualGroup",
    "Path",
    "RuleSet",
    "RuleSetError",
    "load_rules",
]
