"""Ce qu'une équipe tranche d'un coup : un réglage, ou tous les jours d'une semaine ; et ce qu'elle en a décidé."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from liaison.base.sentences import french_beside
from liaison.base.typography import spaced, typeset
from liaison.base.words import joined
from liaison.messaging.policy.policy import HeldHours, Policy
from liaison.messaging.policy.team import Disagreement, compare
from liaison.messaging.vocabulary import AUDIENCES, HELD_HOURS
from liaison.messaging.wording import held_words

phrase = french_beside(__file__)
_WEEK = ".week."


class Alternative(NamedTuple):
    """One value of a matter: in words, by path as in a policy file, and by whom it is wanted (places of policies)."""

    words: str
    values: Mapping[str, Any]
    wanted_by: tuple[int, ...]


class Matter(NamedTuple):
    """What is settled at once: its name, its options, of which the first is what the team starts from.

    That one is wanted by nobody where each day of a week takes the value nearest to all.
    """

    key: str
    label: str
    options: tuple[Alternative, ...]


@dataclass(frozen=True)
class Starts:
    """What a team starts from on some matters: how many there are, the place of each policy that wants each value.

    `shared`: on how many of them several policies want it; `nobody`: on how many none does.
    """

    count: int
    places: tuple[int, ...]
    shared: int
    nobody: int

    def of(self, place: int) -> int:
        """Return on how many matters that policy wants what the team starts from."""
        return self.places.count(place)


def starts_of(matters: Sequence[Matter]) -> Starts:
    """Return what the team starts from on these matters, and who wants it."""
    wanted = [matter.options[0].wanted_by for matter in matters]
    places = tuple(place for each in wanted for place in each)
    return Starts(len(wanted), places, sum(len(each) > 1 for each in wanted), sum(not each for each in wanted))


class Decision(NamedTuple):
    """What a team settled: the name of the matter, what is kept, what is not, in words, and why (may be empty)."""

    label: str
    words: str
    others: tuple[str, ...]
    reason: str = ""


class Pending(NamedTuple):
    """What a team has not settled: the name of the matter, the value that stands meanwhile and the others, in words.

    `wanted_by`: how many groups want that one; none where each day of a week takes the value nearest to all.
    """

    label: str
    words: str
    others: tuple[str, ...]
    wanted_by: int


class Decided(NamedTuple):
    """What a team settled from so many policies, in the order in which it did, and what it has not."""

    decisions: tuple[Decision, ...]
    pending: tuple[Pending, ...]
    policies: int

    @property
    def matters(self) -> int:
        """How many matters the policies differ on."""
        return len(self.decisions) + len(self.pending)


def matters(policies: Sequence[Policy]) -> tuple[Matter, ...]:
    """Return what the policies differ on, in the order of `compare`; the days of a week are one matter."""
    entries: dict[str, list[Disagreement]] = {}
    for entry in compare(policies):
        entries.setdefault(entry.path.partition(_WEEK)[0], []).append(entry)
    return tuple(_matter(key, days, policies[0]) for key, days in entries.items())


def _matter(key: str, entries: Sequence[Disagreement], any_policy: Policy) -> Matter:
    weekly = _WEEK in entries[0].path
    proposed = {entry.path: entry.proposed for entry in entries}
    by_words: dict[str, tuple[dict[str, Any], list[int]]] = {}
    for place in (None, *range(len(entries[0].values))):
        values = proposed if place is None else {entry.path: entry.values[place] for entry in entries}
        words = _week_words(key, values, any_policy) if weekly else _words(entries[0], place)
        # Equal values may be written in two ways: they read alike.
        wanted_by = by_words.setdefault(words, (values, []))[1]
        wanted_by += [] if place is None else [place]
    options = tuple(Alternative(words, values, tuple(wanted)) for words, (values, wanted) in by_words.items())
    return Matter(key, _week_label(key) if weekly else entries[0].label, options)


def _words(entry: Disagreement, place: int | None) -> str:
    return entry.proposed_words if place is None else entry.words[place]


def _week_label(key: str) -> str:
    setting, audience = key.split(".")
    hours, whom = HELD_HOURS[setting], AUDIENCES[audience]  # type: ignore[index]
    return typeset(phrase("la-semaine", hours=hours, audience=whom.lower()))


def _week_words(key: str, values: Mapping[str, Any], any_policy: Policy) -> str:
    """Return the hours of a whole week; on the days that are not in `values`, the policies have the same."""
    setting, audience = key.split(".")
    week = any_policy.hours(setting)[audience].week  # type: ignore[arg-type,index]
    days = {path.partition(_WEEK)[2]: ranges for path, ranges in values.items()}
    hours = held_words(HeldHours.model_validate({"week": {**week, **days}}))
    return spaced(joined(hours) or phrase("aucune-heure"))


__all__ = ["Alternative", "Decided", "Decision", "Matter", "Pending", "Starts", "matters", "starts_of"]
