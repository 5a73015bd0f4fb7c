"""Qui peut écrire à qui dans l'ENT d'une école, et pourquoi : un chemin par les groupes, en français."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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

PathKind = Literal["famille", "paire", "meme_groupe", "lien", "groupe", "sous_groupe", "reponse"]
# The nearest reason first: a person's own family, then the class, then the whole school.
NEARNESS: dict[str, int] = {"famille": 0, "paire": 1, "meme_groupe": 2, "groupe": 2, "lien": 3, "sous_groupe": 4}


class DirectoryError(FrenchError):
    """A person or a group that the school does not have, in a French sentence."""


@dataclass(frozen=True)
class Path:
    """Why one can write to another: the kind of path, the ids of the groups on it, and the reason in French."""

    kind: PathKind
    groups: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Delivery:
    """What became of a message: refused whole, with the reason, or the persons who get it.

    `to` and `cci` hold persons and groups as they were addressed, `received` persons only (groups expanded, each
    once), `inactive` those among them whose account was never activated: the message waits there unread.
    """

    sender: str
    to: tuple[str, ...]
    cci: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    inactive: tuple[str, ...] = ()
    unreachable: tuple[str, ...] = ()
    refusal: str | None = None
    paths: Mapping[str, Path] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether nobody got the message."""
        return self.refusal is not None


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

    def can_write(self, sender: str, recipient: str) -> Path | None:
        """Return why `sender` may write to a person or a group, by the nearest path; None if not.

        Raises:
            DirectoryError: an unknown person or group.
        """
        start = self._place(sender)
        if recipient in self.groups:
            return next((path for group, path in self._open_groups(start) if group.id == recipient), None)
        end = self._place(recipient)
        if start == end or end in self._hidden:
            return None
        if end in self._direct[start]:
            return self._direct_path(self._direct[start][end])
        theirs = {name for name in self._groups_of[end] if self.groups[name].is_joined}
        return next((path for group, path in self._steps(start) if group.id in theirs), None)

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

    def send(
        self,
        sender: str,
        recipients: Sequence[str],
        in_reply_to: Delivery | None = None,
        cci: Sequence[str] = (),
    ) -> Delivery:
        """Return what becomes of a message to persons and groups: one out of reach refuses it whole.

        A reply to a message of one's own box is open to its author and its visible recipients, whatever the
        rules; hidden copies are not exempt. A group expands to all its members, reachable one by one or not.

        Raises:
            DirectoryError: an unknown person or group.
        """
        to, hidden = tuple(dict.fromkeys(recipients)), tuple(dict.fromkeys(cci))
        exempt = self._exempt(sender, in_reply_to)
        paths = {name: self.can_write(sender, name) for name in (*to, *hidden)}
        for name in to:
            if paths[name] is None and name in exempt:
                paths[name] = Path("reponse", (), phrase("reponse-message-boite"))
        unreachable = tuple(name for name, path in paths.items() if path is None)
        known = {name: path for name, path in paths.items() if path is not None}
        if not paths:
            return Delivery(sender, to, hidden, refusal=typeset(phrase("message-pas-destinataire-pas")))
        if unreachable:
            refusal = self._refusal(unreachable)
            return Delivery(sender, to, hidden, unreachable=unreachable, refusal=refusal, paths=known)
        places = list(dict.fromkeys(place for name in (*to, *hidden) for place in self._expanded(name)))
        active = self.school.people["compte_active"].to_numpy()
        return Delivery(
            sender,
            to,
            hidden,
            received=tuple(self._ids[place] for place in places),
            inactive=tuple(self._ids[place] for place in places if not active[place]),
            paths=known,
        )

    def name(self, identifier: str) -> str:
        """Return how a person or a group is named on a screen."""
        if identifier in self.groups:
            return typeset(phrase("groupe", label=self.groups[identifier].label))
        person = self.school.people.iloc[self._place(identifier)]
        return f"{person['prenom']} {person['nom']}"

    def _refusal(self, unreachable: Sequence[str]) -> str:
        names = ", ".join(map(self.name, unreachable))
        return typeset(phrase("parti-pour-personne", names=names, count=len(unreachable)))

    def _exempt(self, sender: str, parent: Delivery | None) -> set[str]:
        if parent is None or parent.refused or sender not in (parent.sender, *parent.received):
            return set()
        return {parent.sender, *parent.to}

    def _expanded(self, recipient: str) -> list[int]:
        return self.groups[recipient].members.tolist() if recipient in self.groups else [self._place(recipient)]

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
            (self.groups[name], Path("sous_groupe", (*path.groups, name), phrase("sous-groupes", reason=path.reason)))
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
        return Path(kind, (), reason)

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
        return Path("meme_groupe", (own.id,), phrase("groupe-dont-membres-ecrivent", label=own.label))
    return Path("lien", (own.id, end.id), phrase("groupe-communique", label=own.label, label_2=end.label))


__all__ = [
    "Delivery",
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
