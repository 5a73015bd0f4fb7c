"""Que changer en premier, sans but à écrire : le meilleur changement seul, les deux meilleurs, les trois meilleurs.

Best is what reaches most families in time and makes nothing else much worse. Homework, marks and what a team keeps are
no coin: what has them read less, or later, is never proposed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Literal

import numpy as np

from liaison.base.numbers import rounded
from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.compliance import check, legal_remarks
from liaison.messaging.policy.moves import Move, moves
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.family_states import family_states
from liaison.messaging.reading.indicators import Cases
from liaison.messaging.reading.uncertainty import CHANCE_DRAWS, Interval, another_draw, extent, overturned
from liaison.messaging.search.aims import Family, Figures
from liaison.messaging.search.tried import BEARABLE, TOLD
from liaison.messaging.traffic.prepared import Prepared
from liaison.messaging.traffic.traffic import PURPOSE_CODE
from liaison.messaging.vocabulary import PURPOSES, Purpose

# Families, then messages read in time: all of them and those of each purpose, then rings and work in a week.
Aspect = Literal["a_temps", "laissees", "derangees", "lus", "sonneries", "travail"] | Purpose
FAMILIES: tuple[Aspect, ...] = ("a_temps", "laissees", "derangees")
MESSAGES: tuple[Aspect, ...] = ("lus", *PURPOSES)
ASPECTS: tuple[Aspect, ...] = (*FAMILIES, *MESSAGES, "sonneries", "travail")
PROTECTED: tuple[Purpose, ...] = ("devoirs", "notes")
# When homework and marks come out, and who may write to whom, is a school's own choice: not a way to reach families.
LOCKED: tuple[Family, ...] = ("notes", "devoirs", "ecriture")
SIZES = (1, 2, 3)
PAIRED, TRIPLED = 10, 7  # single changes tried two by two, then three by three
SHORTLISTED = 2  # of each size, tried on other draws: of those that cost nothing, then of the others
UNREAD_MIN = 7 * 24 * 60  # what is not read in time waits a week


@dataclass(frozen=True)
class SchoolOutcome:
    """What a policy makes of a school on one draw: families, messages, rings a week, hours of work a week, by aspect.

    `totals`: out of how many, where there is a total. `delays_min`: how long homework and marks wait to be read, on
    average, what is not read in time counted for a week.
    """

    counts: Mapping[Aspect, float]
    totals: Mapping[Aspect, int]
    delays_min: Mapping[Purpose, float]

    def harm(self, aspect: Aspect) -> float:
        """Return how bad an aspect is, from zero."""
        value = self.counts[aspect]
        return self.totals[aspect] - value if aspect in ("a_temps", *MESSAGES) else value


def school_outcome(trace: Trace) -> SchoolOutcome:
    """Return what a policy makes of a school, from its trace."""
    states, figures, cases = family_states(trace), Figures(trace), Cases(trace)
    written, read = (np.bincount(of, minlength=len(PURPOSES)) for of in (cases.purpose, cases.purpose[cases.informed]))
    waits = np.bincount(cases.purpose, np.minimum(cases.seen - cases.created, UNREAD_MIN), len(PURPOSES))
    counts: dict[Aspect, float] = {
        "a_temps": states.counts()["a_temps"],
        "laissees": states.counts()["de_cote"],
        "derangees": int(states.disturbed.sum()),
        "lus": int(read.sum()),
        **{purpose: int(read[code]) for purpose, code in PURPOSE_CODE.items()},
        "sonneries": rounded(figures.of("notifications_par_semaine"), 1),
        "travail": rounded(figures.of("travail_personnels"), 1),
    }
    totals: dict[Aspect, int] = {
        **dict.fromkeys(FAMILIES, len(states.state)),
        "lus": int(written.sum()),
        **{purpose: int(written[code]) for purpose, code in PURPOSE_CODE.items()},
    }
    delays = {name: float(waits[PURPOSE_CODE[name]] / max(1, written[PURPOSE_CODE[name]])) for name in PROTECTED}
    return SchoolOutcome(counts, totals, delays)


@dataclass(frozen=True)
class FirstChange:
    """One proposal: the changes that make it, and what becomes of the school, draw by draw, the one shown first.

    `changes_from`: the policy as it is; `policy`: once it is changed. `before`, `after`: on the same draws.
    `remarks`: titles of what the check newly says of the policy.
    """

    changes: tuple[Move, ...]
    changes_from: Policy
    policy: Policy
    before: tuple[SchoolOutcome, ...]
    after: tuple[SchoolOutcome, ...]
    remarks: tuple[str, ...] = ()

    @property
    def families(self) -> int:
        """How many more families are reached in time, on the draw that is shown."""
        return int(self.after[0].counts["a_temps"] - self.before[0].counts["a_temps"])

    def gap(self, aspect: Aspect) -> Interval:
        """Return by how much an aspect gets worse, from draw to draw."""
        pairs = zip(self.before, self.after, strict=True)
        return extent(after.harm(aspect) - before.harm(aspect) for before, after in pairs)

    @property
    def better(self) -> tuple[Aspect, ...]:
        """What gets better, beyond what the chance of a draw explains."""
        return tuple(aspect for aspect in ASPECTS if self._moves(aspect) < 0 and not self.by_chance(aspect))

    @property
    def worse(self) -> tuple[Aspect, ...]:
        """What gets worse, beyond what the chance of a draw explains."""
        return tuple(aspect for aspect in ASPECTS if self._moves(aspect) > 0 and not self.by_chance(aspect))

    @property
    def uncertain(self) -> tuple[Aspect, ...]:
        """What moves on the draw that is shown, and chance is enough to explain it."""
        return tuple(aspect for aspect in ASPECTS if self._moves(aspect) and self.by_chance(aspect))

    @property
    def much_worse(self) -> tuple[Aspect, ...]:
        """What gets worse by more than a tenth of what it was: what is missed, for what is read."""
        return tuple(aspect for aspect in self.worse if self._much(aspect))

    @property
    def fair(self) -> bool:
        """Whether it makes nothing much worse, nor anything that the check newly says."""
        return not self.much_worse and not self.remarks

    @property
    def price(self) -> int:
        """How many things it makes much worse, what the check newly says included."""
        return len(self.much_worse) + len(self.remarks)

    @property
    def protects(self) -> bool:
        """Whether as many messages on homework and on marks are read in time, and none of the two waits longer."""
        before, after = self.before[0], self.after[0]
        return all(
            after.counts[name] >= before.counts[name] and after.delays_min[name] <= before.delays_min[name]
            for name in PROTECTED
        )

    def brings_more_than(self, others: Sequence[FirstChange]) -> bool:
        """Whether more families are reached in time, on each draw, than by the policy as it is and by these."""
        every = [self.before, *(other.after for other in others)]
        pairs = (pair for draws in every for pair in zip(self.after, draws, strict=True))
        return all(mine.counts["a_temps"] > its.counts["a_temps"] for mine, its in pairs)

    def by_chance(self, aspect: Aspect) -> bool:
        """Whether chance is enough to explain what becomes of an aspect."""
        return overturned(self.gap(aspect))

    def _moves(self, aspect: Aspect) -> float:
        return self.after[0].harm(aspect) - self.before[0].harm(aspect)

    def _much(self, aspect: Aspect) -> bool:
        least = 0 if aspect in (*FAMILIES, *MESSAGES) else TOLD
        return self.after[0].harm(aspect) > self.before[0].harm(aspect) * (1 + BEARABLE) + least


@dataclass(frozen=True)
class FirstChanges:
    """What to change first: at most one proposal of each size, the fewest changes first; `tried`: policies tried.

    Of each size, the one that makes nothing much worse, and reaches most families in time; where none of these reaches
    more than fewer changes do, the one that pays least for it. A size where nothing does is not there.
    """

    cards: tuple[FirstChange, ...]
    tried: int


Tell = Callable[[int, int], object]


def first_changes(
    trace: Trace,
    on: dt.date,
    keep: Iterable[Family] = LOCKED,
    tell: Tell = lambda _done, _total: None,
    stopped: Callable[[], bool] = lambda: False,
) -> FirstChanges:
    """Return what to change first in the policy of a trace: one change, two, three.

    Each single change is tried on the whole school, then those that do most by two and by three; the best of each size
    are tried on other draws, and what chance explains is neither gained nor paid. `keep`: families of settings that
    stay as they are; what a law or a règlement forbids on the day `on`, and the policy does not do, is not tried.
    `tell(done, total)` says how far it is. Nothing is proposed once `stopped()`: half a search would say « the best ».
    """
    search = _Search(trace, on, tuple(keep))
    total = search.total
    for done, _ in enumerate(search.steps(), 1):
        tell(min(done, total), total)
        if stopped():
            return FirstChanges((), done)
    return FirstChanges(search.cards(), search.tried)


class _Search:
    def __init__(self, trace: Trace, on: dt.date, keep: tuple[Family, ...]) -> None:
        self.prepared, self.policy, self.on = trace.prepared, trace.policy, on
        self.kind = trace.prepared.school.kind
        self.allowed = legal_remarks(self.policy, on, self.kind)
        self.known = {finding.code for finding in check(self.policy, on, self.kind)}
        self.start = school_outcome(trace)
        self.moves = moves(self.policy, trace.prepared.people.languages, keep)
        self.by_size: dict[int, list[FirstChange]] = {size: [] for size in SIZES}
        self.replayed: dict[int, list[FirstChange]] = {size: [] for size in SIZES}
        self.tried = 0

    @property
    def total(self) -> int:
        """How many policies are to be tried, about: draws are counted by what is tried on each."""
        pairs, triples = len([*combinations(range(PAIRED), 2)]), len([*combinations(range(TRIPLED), 3)])
        return len(self.moves) + pairs + triples + (CHANCE_DRAWS - 1) * (1 + 2 * SHORTLISTED * len(SIZES))

    def steps(self) -> Iterator[None]:
        """Do the work, a policy at a time."""
        for size, most in zip(SIZES, (len(self.moves), PAIRED, TRIPLED), strict=True):
            for changes in combinations(self.moves if size == 1 else self._useful(most), size):
                self._try(changes)
                yield
        yield from self._replay()

    def cards(self) -> tuple[FirstChange, ...]:
        """Return the best of each size that brings more than the one before it."""
        cards: list[FirstChange] = []
        for size in SIZES:
            more = [proposal for proposal in self.replayed[size] if proposal.brings_more_than(cards[-1:])]
            cards += sorted(more, key=_order)[:1]
        return tuple(cards)

    def _try(self, changes: Sequence[Move]) -> None:
        policy = self.policy
        for move in changes:
            policy = move.apply(policy)
        if not legal_remarks(policy, self.on, self.kind) <= self.allowed:
            return
        self.tried += 1
        after = school_outcome(deliver(self.prepared, policy))
        findings = check(policy, self.on, self.kind)
        remarks = tuple(finding.title for finding in findings if finding.code not in self.known)
        proposal = FirstChange(tuple(changes), self.policy, policy, (self.start,), (after,), remarks)
        if proposal.protects:
            self.by_size[len(changes)].append(proposal)

    def _useful(self, most: int) -> list[Move]:
        """Return the single changes that do most, one of each setting: those that pay least and others in turn."""
        gaining = [proposal for proposal in self.by_size[1] if proposal.families > 0]
        orders = (sorted(gaining, key=key) for key in (_order, lambda proposal: -proposal.families))
        best: dict[str, Move] = {}
        for proposal in chain.from_iterable(zip(*orders, strict=True)):
            best.setdefault(proposal.changes[0].setting, proposal.changes[0])
        return list(best.values())[:most]

    def _replay(self) -> Iterator[None]:
        """Try the best of each size on other draws: all meet the same."""
        for size, proposals in self.by_size.items():
            gaining = sorted((proposal for proposal in proposals if proposal.families > 0), key=_order)
            free, paid = ([proposal for proposal in gaining if proposal.fair is fair] for fair in (True, False))
            self.replayed[size] = [*free[:SHORTLISTED], *paid[:SHORTLISTED]]
        for rank in range(1, CHANCE_DRAWS):
            prepared = another_draw(self.prepared, rank)
            before = _outcome(prepared, self.policy)
            yield
            for size, proposals in self.replayed.items():
                further = []
                for proposal in proposals:
                    further.append(_on_draw(proposal, before, _outcome(prepared, proposal.policy)))
                    yield
                self.replayed[size] = further


def _outcome(prepared: Prepared, policy: Policy) -> SchoolOutcome:
    return school_outcome(deliver(prepared, policy))


def _on_draw(proposal: FirstChange, before: SchoolOutcome, after: SchoolOutcome) -> FirstChange:
    draws = (*proposal.before, before), (*proposal.after, after)
    return replace(proposal, before=draws[0], after=draws[1])


def _order(proposal: FirstChange) -> tuple[float, ...]:
    """The least price first, then the most families in time, then the fewest left out, then the least work."""
    after = proposal.after[0].counts
    return proposal.price, -proposal.families, after["laissees"], after["travail"]


__all__ = ["FAMILIES", "LOCKED", "PROTECTED", "Aspect", "FirstChange", "FirstChanges", "SchoolOutcome", "first_changes"]
