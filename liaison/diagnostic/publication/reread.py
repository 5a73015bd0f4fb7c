"""Un diagnostic déjà publié, relu à côté d'un plan par qui n'a que les deux : ni les réponses, ni les coupons.

The reader is that of a diagnosis (`joint`); he knows nothing but what is published. Whatever could be a small number
counts as one: what is found here does not depend on the secret numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from liaison.diagnostic.answers import Answers, empty_answers
from liaison.diagnostic.counting.tabulation import Coded, coded
from liaison.diagnostic.disclosure.foreknown import blocks, boxes_of, foreknown
from liaison.diagnostic.disclosure.protection import Guarded, PublishedSum, joined_boxes
from liaison.diagnostic.disclosure.told_table import TOGETHER
from liaison.diagnostic.publication.beside import CouponCount, Hidden, ShownPlan, hidden_sum, sum_of
from liaison.diagnostic.publication.publication import Publication
from liaison.diagnostic.publication.published_sums import Range, Ranks, published_sums
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.disclosure.attack import Floats
from liaison.disclosure.joint import ROOM, Atom, Joint, Limits, Sum


@dataclass(frozen=True)
class Reread:
    """A published diagnosis; `counted`: the answers of nobody, or those of which it was made, for their rules only."""

    shown: Publication
    questionnaire: Questionnaire
    counted: Coded

    def betrayed_cells(self, plan: ShownPlan) -> bool:
        """Whether what the plan tells leaves fewer values than promised to a number that the diagnosis hides."""
        return any(block.betrayed_cells() for block in self._blocks(plan) if block.more)

    def betrayed(self, plan: ShownPlan) -> list[Hidden]:
        """Return the numbers that the plan hides and that the diagnosis, beside it, gives more or less."""
        return [each for block in self._blocks(plan) for each in block.betrayed()]

    def _blocks(self, plan: ShownPlan) -> Iterator[_Block]:
        size = self.shown.sizes().get(TOGETHER)
        if size is None:
            return  # of so few nothing is told
        boxes = [boxes_of(name)[0] for each in (*plan.comptes, *plan.caches) for name, _ in each.reponses]
        for names in blocks(self.counted.variables):
            if set(boxes) & set(names):
                yield _Block(self, plan, names, size)


def reread(shown: Publication, questionnaire: Questionnaire, answers: Answers | None = None) -> Reread:
    """Return a published diagnosis, to read it again; `answers`: those of which it was made, when they are at hand."""
    return Reread(shown, questionnaire, coded(empty_answers(questionnaire) if answers is None else answers))


class _Block:
    """The reader of a block of tied questions: of the diagnosis alone, then of the plan too."""

    def __init__(self, reader: Reread, plan: ShownPlan, names: Sequence[str], size: int):
        self._counted, self._threshold, self._size = reader.counted, reader.shown.seuil, size
        variables = self._counted.variables
        self._by = reader.shown.par if reader.shown.par in variables else next(iter(variables))
        read = published_sums(reader.shown, self._counted, self._by, names)
        self._own = [
            PublishedSum(Sum(groups, name, values, 0), *ends) for (groups, name, values), ends in read.ranges.items()
        ]
        counts = [(each, sum_of(each, self._counted, self._by)) for each in plan.comptes]
        self.more = [(each, added) for each, added in counts if added and added.of(names)]
        hidden = [(each, hidden_sum(each, self._counted, self._by)) for each in plan.caches]
        self._hidden = [(each, added) for each, added in hidden if added and added.sum.of(names)]
        sums = [*(each.sum for each in self._own), *(added for _, added in self.more)]
        joined = joined_boxes((*sums, *(added.sum for _, added in self._hidden)))
        rules = foreknown(reader.questionnaire, self._counted, names, joined)
        self._joint = Joint(rules, Limits(self._atoms(read.sizes), None), sums)
        for place, each in enumerate(self._own):
            self._joint.tell(place, each.low, each.high)

    def _atoms(self, sizes: Mapping[Ranks, Range]) -> tuple[Atom, ...]:
        every = tuple(range(len(self._counted.variables[self._by].values)))
        parts = {part: ends for part, ends in sizes.items() if part != every} or {every: (self._size,) * 2}
        return tuple(Atom(part, *ends) for part, ends in parts.items())

    def betrayed_cells(self) -> bool:
        """Whether the plan bounds what the diagnosis leaves free, more than promised."""
        cells = self._cells()
        alone = [self._range(cell) for cell in cells]
        free = [
            (cell, own) for cell, own in zip(cells, alone, strict=True) if own and own[0] < own[1] and self._small(own)
        ]
        self._tell_plan()
        for cell, own in free:
            both = self._range(cell)
            wanted = min(self._threshold - 1.0, own[1] - own[0])
            if both and self._small(both) and both[1] - both[0] < wanted - ROOM:
                return True
        return False

    def betrayed(self) -> Iterator[Hidden]:
        """Yield what the plan hides and that both bound more than promised."""
        if not self._hidden:
            return
        blank = [self._beyond(hidden, self._unknown(hidden)) for _, hidden in self._hidden]
        self._tell_plan()
        for (each, hidden), alone in zip(self._hidden, blank, strict=True):
            both = self._range(hidden.sum)
            if both is None:
                continue
            low, high = self._beyond(hidden, both)
            wanted = min(hidden.wanted, alone[1] - alone[0])
            if self._secret(hidden, both) and low < each.seuil - ROOM and high - low < wanted - ROOM:
                yield each

    def _secret(self, hidden: Guarded, interval: Range) -> bool:
        """Whether somebody can be in a hidden number, and it is not all that can be lent."""
        if hidden.ends.open and hidden.ends.low:
            return interval[1] >= hidden.ends.low - ROOM
        return interval[1] > hidden.ends.low + ROOM and interval[0] < hidden.ends.high - ROOM

    def _unknown(self, hidden: Guarded) -> Range:
        return 0.0, float(self._size)

    def _beyond(self, hidden: Guarded, interval: Range) -> Range:
        low, high = (max(min(end, hidden.ends.high) - hidden.ends.low, 0.0) for end in interval)
        return (0.0 if hidden.ends.open else low), high

    def _cells(self) -> list[Sum]:
        """Return what the diagnosis hides: values as they are, in all and by group, and sums as told."""
        every = tuple(range(len(self._counted.variables[self._by].values)))
        groups = dict.fromkeys([every, *(each.sum.groups for each in self._own)])
        alone = [
            Sum(group, name, (rank,), 0)
            for group in groups
            for name in {each.sum.name: None for each in self._own if each.sum.groups == group}
            for rank in range(len(self._counted.variables[name].values))
        ]
        return list(dict.fromkeys([*alone, *(replace(each.sum, count=0) for each in self._own)]))

    def _small(self, interval: Range) -> bool:
        """Whether a number can be small, as far as the reader knows."""
        return interval[1] > ROOM and interval[0] < self._threshold - ROOM

    def _tell_plan(self) -> None:
        """Take each number of the plan that agrees with all that is told: where they differ, it is a bound."""
        for place, (each, added) in enumerate(self.more, start=len(self._own)):
            interval = self._range(added)
            if interval is None:
                return
            low, high = self._ends(each, interval)
            self._joint.tell(place, low, high)
            if self._range(added) is None:
                self._joint.tell(place, -np.inf, np.inf)

    def _ends(self, each: CouponCount, interval: Range) -> Range:
        count = float(self._size - each.familles if each.sauf else each.familles)
        low, high = interval
        if not low - ROOM <= count <= high + ROOM:
            return (count, np.inf) if count < low and each.sens != "au_plus" else (-np.inf, np.inf)
        return (count if each.sens != "au_plus" else -np.inf), (count if each.sens != "au_moins" else np.inf)

    def _range(self, added: Sum) -> Range | None:
        """Return between how many and how many families a sum is, whole families; None: nothing agrees with it all."""
        row: Floats = self._joint.matrix([added]).toarray().ravel()
        ends = []
        for sign in (1.0, -1.0):
            *_, last = self._joint.tables(sign * row)
            if last is None:
                return None
            ends.append(float(np.round(row @ last)))
        return ends[0], ends[1]


__all__ = ["Reread", "reread"]
