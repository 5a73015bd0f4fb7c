"""Que changer en premier, sans but à écrire : le meilleur changement seul, les deux meilleurs, les trois meilleurs.

Best is what reaches most families in time and makes nothing else much worse. Homework, marks and what a team keeps are
no coin: what has them read less, or later, is never proposed.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Literal

import numpy as np

from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.policy.compliance import binding_codes, check, finding_codes
from liaison.messaging.policy.moves import Move
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.family_states import states_of
from liaison.messaging.reading.school_counts import SchoolCounts, SchoolReplay, replay_of, ringable
from liaison.messaging.reading.uncertainty import CHANCE_DRAWS, Interval, another_draw, extent, overturned
from liaison.messaging.search.aims import Family
from liaison.messaging.search.single_changes import LOCKED, single_changes
from liaison.messaging.search.tried import BEARABLE, TOLD
from liaison.messaging.traffic.traffic import PURPOSE_CODE
from liaison.messaging.vocabulary import PURPOSES, Purpose

# Families, then messages read in time: all of them and those of each purpose, then rings and work in a week.
Aspect = Literal["a_temps", "laissees", "derangees", "lus", "sonneries", "travail"] | Purpose
FAMILIES: tuple[Aspect, ...] = ("a_temps", "laissees", "derangees")
MESSAGES: tuple[Aspect, ...] = ("lus", *PURPOSES)
ASPECTS: tuple[Aspect, ...] = (*FAMILIES, *MESSAGES, "sonneries", "travail")
PROTECTED: tuple[Purpose, ...] = ("devoirs", "notes")
SIZES = (1, 2, 3)
PAIRED, TRIPLED = 10, 7  # single changes tried two by two, then three by three
SHORTLISTED = 2  # of each size, tried on other draws: of those that cost nothing, then of the others
MOST_ROWS = 1_500_000  # kept over all draws, some 150 MB; those of a larger school are made again each time


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


class SchoolDraw:
    """A school on one draw: what the policy of a trace makes of it, and what others would."""

    def __init__(self, replay: SchoolReplay) -> None:
        self.seed = replay.prepared.seed
        self._prepared, self._replay = replay.prepared, replay
        self._responsables_and_weeks = ringable(replay.prepared)
        self.start = self._outcome(self._replay.start)

    def outcome(self, policy: Policy) -> SchoolOutcome:
        """Return what another policy makes of the school."""
        return self._outcome(self._replay.counts(policy))

    def _outcome(self, counted: SchoolCounts) -> SchoolOutcome:
        states, purposes = states_of(counted.families, self._prepared), counted.purposes
        written, read = (_by_purpose(of) for of in (purposes.written, purposes.read))
        counts: dict[Aspect, float] = {
            "a_temps": states.counts()["a_temps"],
            "laissees": states.counts()["de_cote"],
            "derangees": int(states.disturbed.sum()),
            "lus": sum(read.values()),
            **read,
            "sonneries": counted.rings / self._responsables_and_weeks,
            "travail": counted.tasks.hours(self._prepared),
        }
        totals: dict[Aspect, int] = {
            **dict.fromkeys(FAMILIES, len(states.state)),
            "lus": sum(written.values()),
            **written,
        }
        delays = {name: float(purposes.waits[PURPOSE_CODE[name]] / max(1, written[name])) for name in PROTECTED}
        return SchoolOutcome(counts, totals, delays)


def _by_purpose(counts: np.ndarray) -> dict[Aspect, int]:
    return {name: int(counts[code]) for name, code in PURPOSE_CODE.items()}


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
        return tuple(aspect for aspect in ASPECTS if self.worsening(aspect) < 0 and not self.by_chance(aspect))

    @property
    def worse(self) -> tuple[Aspect, ...]:
        """What gets worse, beyond what the chance of a draw explains."""
        return tuple(aspect for aspect in ASPECTS if self.worsening(aspect) > 0 and not self.by_chance(aspect))

    @property
    def uncertain(self) -> tuple[Aspect, ...]:
        """What moves on the draw that is shown, and chance is enough to explain it."""
        return tuple(aspect for aspect in ASPECTS if self.worsening(aspect) and self.by_chance(aspect))

    @property
    def much_worse(self) -> tuple[Aspect, ...]:
        """What gets worse by more than a tenth on the draw that is shown, and gets worse on each.

        A tenth of what it was: of what is missed, for what is read.
        """
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
        """Whether, on each draw, as many messages on homework and marks are read in time, and neither waits longer."""
        return all(
            after.counts[name] >= before.counts[name] and after.delays_min[name] <= before.delays_min[name]
            for before, after in zip(self.before, self.after, strict=True)
            for name in PROTECTED
        )

    def earns_place(self, fewer: Sequence[FirstChange]) -> bool:
        """Whether it is a card beside those of fewer changes: no price of theirs hides what makes nothing much worse.

        It reaches more families than those that make nothing much worse, and than all of them if it makes some.
        """
        return self.protects and self.brings_more_than([card for card in fewer if card.fair or not self.fair])

    def brings_more_than(self, others: Sequence[FirstChange]) -> bool:
        """Whether it reaches more families than the policy as it is, and than these, on each draw it was tried on."""
        every = [self.before, *(other.after for other in others)]
        pairs = (pair for draws in every for pair in zip(self.after, draws, strict=False))
        return all(mine.counts["a_temps"] > its.counts["a_temps"] for mine, its in pairs)

    def by_chance(self, aspect: Aspect) -> bool:
        """Whether chance is enough to explain what becomes of an aspect."""
        return overturned(self.gap(aspect))

    def worsening(self, aspect: Aspect) -> float:
        """Return by how much an aspect gets worse on the draw that is shown; 0 for what no screen tells apart."""
        more = self.after[0].harm(aspect) - self.before[0].harm(aspect)
        return more if abs(more) > _least(aspect) else 0

    def _much(self, aspect: Aspect) -> bool:
        return self.after[0].harm(aspect) > self.before[0].harm(aspect) * (1 + BEARABLE) + _least(aspect)


def _least(aspect: Aspect) -> float:
    """What is counted one by one is told from one more; hours and rings, from a hundredth more."""
    return 0 if aspect in (*FAMILIES, *MESSAGES) else TOLD


@dataclass(frozen=True)
class FirstChanges:
    """What to change first: at most one proposal of each size, the fewest changes first; `tried`: policies tried.

    Of each size, the one that makes nothing much worse, and reaches most families in time, if it reaches more than such
    cards of fewer changes; else the one that pays least, if it reaches more than all cards of fewer changes. A size
    where nothing does is not there. `stopped`: the search was, and there is no card for that reason alone.
    """

    cards: tuple[FirstChange, ...]
    tried: int
    stopped: bool = False


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
            return FirstChanges((), done, stopped=True)
    return FirstChanges(search.cards(), search.tried)


def chosen_cards(proposals: Iterable[FirstChange]) -> tuple[FirstChange, ...]:
    """Return the best of each size that earns its place beside those of fewer changes."""
    cards: list[FirstChange] = []
    best_first = sorted(proposals, key=_order)
    for size in SIZES:
        cards += [each for each in best_first if len(each.changes) == size and each.earns_place(cards)][:1]
    return tuple(cards)


class _Search:
    def __init__(self, trace: Trace, on: dt.date, keep: tuple[Family, ...]) -> None:
        self.prepared, self.policy, self.on = trace.prepared, trace.policy, on
        self.kind = trace.prepared.school.kind
        self.known = finding_codes(self.policy, on, self.kind)
        self.draws = [SchoolDraw(replay_of(trace))]  # the one that is shown, then others
        self.start = self.draws[0].start
        self.singles = single_changes(trace, on, keep)
        self.by_size: dict[int, list[FirstChange]] = {size: [] for size in SIZES}  # on the draw that is shown
        self.replayed: dict[int, list[FirstChange]] = {size: [] for size in SIZES}  # on all draws
        self.tried = 0

    @property
    def total(self) -> int:
        """How many policies are to be tried, about: draws are counted by what is tried on each."""
        pairs, triples = len([*combinations(range(PAIRED), 2)]), len([*combinations(range(TRIPLED), 3)])
        return len(self.singles) + pairs + triples + (CHANCE_DRAWS - 1) * (1 + 2 * SHORTLISTED * len(SIZES))

    def steps(self) -> Iterator[None]:
        """Do the work, a policy at a time."""
        for move, policy, findings in self.singles:
            self._try((move,), policy, findings)
            yield
        for size, most in zip(SIZES[1:], (PAIRED, TRIPLED), strict=True):
            for changes in combinations(self._useful(most), size):
                self._try_together(changes)
                yield
        while shortlist := self._shortlist():
            yield from self._replay(shortlist)

    def cards(self) -> tuple[FirstChange, ...]:
        """Return the best of each size that earns its place beside those of fewer changes."""
        return chosen_cards(chain.from_iterable(self.replayed.values()))

    def _try_together(self, changes: tuple[Move, ...]) -> None:
        policy = self.policy
        for move in changes:
            policy = move.apply(policy)
        findings = finding_codes(policy, self.on, self.kind) - self.known
        if not binding_codes(findings, self.on):
            self._try(changes, policy, findings)

    def _try(self, changes: tuple[Move, ...], policy: Policy, findings: frozenset[str]) -> None:
        self.tried += 1
        after = self.draws[0].outcome(policy)
        proposal = FirstChange(changes, self.policy, policy, (self.start,), (after,))
        if proposal.earns_place(()):
            self.by_size[len(changes)].append(replace(proposal, remarks=self._remarks(policy) if findings else ()))

    def _remarks(self, policy: Policy) -> tuple[str, ...]:
        return tuple(finding.title for finding in check(policy, self.on, self.kind, self.known))

    def _useful(self, most: int) -> list[Move]:
        """Return the single changes that do most, one of each setting: those that pay least and others in turn."""
        orders = (sorted(self.by_size[1], key=key) for key in (_order, lambda proposal: -proposal.families))
        best: dict[str, Move] = {}
        for proposal in chain.from_iterable(zip(*orders, strict=True)):
            best.setdefault(proposal.changes[0].setting, proposal.changes[0])
        return list(best.values())[:most]

    def _shortlist(self) -> list[FirstChange]:
        """Take those that would be a card, to judge by the draw that is shown: the best of those that cost nothing.

        And the best of the others, of each size. Another draw may refuse them, and the next are then asked for.
        """
        cards, taken = self.cards(), []
        for size, proposals in self.by_size.items():
            fewer = [card for card in cards if len(card.changes) < size]
            best = [_order(card) for card in cards if len(card.changes) == size]
            likely = [
                each for each in proposals if each.earns_place(fewer) and [_order(each)] < (best or [(math.inf,)])
            ]
            likely.sort(key=_order)
            for fair in (True, False):
                taken += [each for each in likely if each.fair is fair][:SHORTLISTED]
            self.by_size[size] = [each for each in proposals if each not in taken]
        return taken

    def _replay(self, standing: list[FirstChange]) -> Iterator[None]:
        """Try these on other draws: all meet the same, and one that a draw refuses meets no other."""
        for rank in range(1, CHANCE_DRAWS):
            if not standing:
                return
            draw = self._draw(rank)
            yield
            further = []
            for proposal in standing:
                further.append(_on_draw(proposal, draw.start, draw.outcome(proposal.policy)))
                yield
            standing = [proposal for proposal in further if proposal.earns_place(())]
        for proposal in standing:
            self.replayed[len(proposal.changes)].append(proposal)

    def _draw(self, rank: int) -> SchoolDraw:
        if rank < len(self.draws):
            return self.draws[rank]
        draw = SchoolDraw(SchoolReplay(deliver(another_draw(self.prepared, rank), self.policy)))
        if len(self.prepared.rows.recipient) * (rank + 1) <= MOST_ROWS:
            self.draws.append(draw)
        return draw


def _on_draw(proposal: FirstChange, before: SchoolOutcome, after: SchoolOutcome) -> FirstChange:
    draws = (*proposal.before, before), (*proposal.after, after)
    return replace(proposal, before=draws[0], after=draws[1])


def _order(proposal: FirstChange) -> tuple[float, ...]:
    """The least price first, then the most families in time, then the fewest left out, then the least work."""
    after = proposal.after[0].counts
    return proposal.price, -proposal.families, after["laissees"], after["travail"]


__all__ = [
    "FAMILIES",
    "PROTECTED",
    "Aspect",
    "FirstChange",
    "FirstChanges",
    "SchoolDraw",
    "SchoolOutcome",
    "chosen_cards",
    "first_changes",
]
