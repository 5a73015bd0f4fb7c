"""Ce que chacun sait d'avance des réponses d'un groupe : une seule réponse par question, « aucun » exclut le reste…

Every form obeys these rules, and who reads the published counts knows them: one answer to a question of one choice;
an answered multiple choice has one box at least, and « aucun » is ticked alone; each axis follows from the questions
that it is made of. They are written as linear equations on the families of one group (`Foreknown`), the same for all.
Only axes tie questions to each other: each `block` of tied questions has its own equations.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from liaison.diagnostic.answers import answers_from_rows, empty_answers
from liaison.diagnostic.counting.axes import DEVICES, GRID
from liaison.diagnostic.counting.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS, Coded, CountedVariable, coded
from liaison.diagnostic.hypotheses import load_hypotheses
from liaison.diagnostic.questionnaire.item import column_name, question_of
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER, Item, Questionnaire
from liaison.disclosure.joint import JOIN, Foreknown

Row = dict[int, float]


def blocks(variables: Mapping[str, CountedVariable]) -> tuple[tuple[str, ...], ...]:
    """Return the variables, those that rules tie together: boxes of one question, an axis and its questions."""
    rule = load_hypotheses().equipment_axis
    tied = {SKILLS_AXIS: (GRID,), EQUIPMENT_AXIS: (DEVICES, *rule.insuffisant, *rule.partage)}
    axis_of = {question: axis for axis, own in tied.items() if axis in variables for question in own}
    by_axis: dict[str, list[str]] = {}
    for name, variable in variables.items():
        by_axis.setdefault(axis_of.get(variable.question, variable.question), []).append(name)
    return tuple(map(tuple, by_axis.values()))


def boxes_of(name: str) -> tuple[str, ...]:
    """Return the boxes of which a family ticked one at least, when a name joins several (`a__b+c`); or the name."""
    first, *others = name.split(JOIN)
    question = question_of(first)
    return (first, *(column_name(question, other) for other in others))


def foreknown(
    questionnaire: Questionnaire, counted: Coded, names: Iterable[str], joined: Iterable[str] = ()
) -> Foreknown:
    """Return what is known beforehand of the answers of any group to the questions of a block.

    `joined`: boxes of which a number of families ticked one at least (`boxes_of`), counted once each.

    A rule of boxes that some form does not follow (nothing ticked, or « aucun » and another box) is no knowledge. A box
    whose words exclude the others does so for who reads them, whether or not the questionnaire says it: to suppose it
    only tells that reader more.
    """
    own = tuple(names)
    boxes = [item for item in questionnaire.items if item.kind == "multiple" and _silence(item) in own]
    obeyed = ((item.id, _excluding(item, counted)) for item in boxes if _obeyed(item, counted))
    return _stated(questionnaire.model_dump_json(), own, tuple(obeyed), tuple(dict.fromkeys(joined)))


@lru_cache(maxsize=64)
def _stated(
    written: str, names: tuple[str, ...], obeyed: tuple[tuple[str, tuple[str, ...]], ...], joined: tuple[str, ...]
) -> Foreknown:
    """Return the rules of a block, stated once; `obeyed`: questions of which every form follows the rules of boxes, and
    the boxes that exclude the others."""
    excluding = dict(obeyed)
    questionnaire, every = _variables(written)
    rules = _Rules({name: every[name] for name in names})
    for item in questionnaire.items:
        if item.id in excluding:
            rules.boxes(item, excluding[item.id])
    if EQUIPMENT_AXIS in names:
        _equipment(questionnaire, rules, DEVICES in excluding)
    if SKILLS_AXIS in names:
        _skills(questionnaire, rules)
    for name in joined:
        item = next(item for item in questionnaire.items if item.id == question_of(name))
        rules.one_at_least(name, item, excluding.get(item.id))
    for box, other in product(joined, repeat=2):
        if set(boxes_of(box)) < set(boxes_of(other)):
            rules.at_most(rules.place[box, 0], {rules.place[other, 0]: 1.0})
    return rules.foreknown()


# Each block states its rules from the same ones. A questionnaire holds a mapping: it has no hash, its text has one.
@lru_cache(maxsize=4)
def _variables(written: str) -> tuple[Questionnaire, Mapping[str, CountedVariable]]:
    questionnaire = Questionnaire.model_validate_json(written)
    return questionnaire, coded(empty_answers(questionnaire)).variables


class _Rules:
    """The rules of one group, one after the other."""

    def __init__(self, variables: Mapping[str, CountedVariable]):
        self.place: dict[tuple[str, int], int] = {}
        self._rows: list[tuple[Row, float, float]] = []
        self._size = 1
        for name, variable in variables.items():
            own = self.unknowns(len(variable.values))
            self.place |= {(name, rank): unknown for rank, unknown in enumerate(own)}
            self.equal({0: 1.0}, own)

    def unknowns(self, count: int) -> range:
        """Return that many unknowns more."""
        self._size += count
        return range(self._size - count, self._size)

    def add(self, row: Row, low: float = 0.0, high: float = 0.0) -> None:
        """State that this sum is from `low` to `high`."""
        self._rows.append((row, low, high))

    def equal(self, row: Row, parts: Iterable[int]) -> None:
        """State that a sum is that of its parts."""
        self.add(row | dict.fromkeys(parts, -1.0))

    def at_most(self, part: int, row: Row) -> None:
        """State that an unknown is no more than a sum."""
        self.add(_plus(row, {part: -1.0}), 0.0, np.inf)

    def covered(self, row: Row, parts: Iterable[int]) -> None:
        """State that each family of a sum is in one part at least."""
        self.add(
            _plus({each: -coefficient for each, coefficient in row.items()}, dict.fromkeys(parts, 1.0)), 0.0, np.inf
        )

    def ticked(self, item: Item, value: str) -> int:
        """Return the unknown of the families that ticked a box."""
        return self.place[item.column(value), 0]

    def silent(self, item: Item) -> int:
        """Return the unknown of the families that ticked no box."""
        return self.place[_silence(item), 1]

    def boxes(self, item: Item, excluding: Collection[str]) -> None:
        """State that a box ticked alone excludes the others, and that who answered ticked one: all that boxes tell.

        A box that no form had is not there.
        """
        had = [value for value in item.values if (item.column(value), 0) in self.place]
        alone = [self.ticked(item, value) for value in had if value in excluding]
        others = [self.ticked(item, value) for value in had if value not in excluding]
        several = {0: 1.0} | dict.fromkeys([self.silent(item), *alone], -1.0)
        self.add(several, 0.0, np.inf)
        for box in others:
            self.at_most(box, several)
        self.covered(several, others)

    def one_at_least(self, name: str, item: Item, excluding: Collection[str] | None) -> None:
        """State who ticked one at least of some boxes: who did not ticked another; `excluding`: None, not obeyed."""
        own = {self.place[box, 0]: 1.0 for box in boxes_of(name)}
        (self.place[name, 0],) = unknown = self.unknowns(1)
        for box in own:
            self.at_most(box, {unknown.start: 1.0})
        self.at_most(unknown.start, own)
        apart = tuple(excluding or ())
        alone = [self.place[item.column(value), 0] for value in apart]
        answering = {0: 1.0} | dict.fromkeys([self.silent(item), *(box for box in alone if box not in own)], -1.0)
        self.at_most(unknown.start, answering)
        if excluding is not None:
            boxes = (self.place.get((item.column(value), 0)) for value in item.values)
            others = [box for box in boxes if box is not None and box not in own and box not in alone]
            self.covered(answering, [unknown.start, *others])

    def states(self, possible: Coded, names: Iterable[str], alike: Mapping[str, tuple[int, ...]]) -> range:
        """Return the families of each set of answers, and state what values they have; `alike`: values not told apart.

        `possible`: one set of answers a row.
        """
        own = self.unknowns(len(possible))
        for name in names:
            together = alike.get(name, ())
            for rank in range(len(possible.variables[name].values)):
                if rank in together[1:]:
                    continue
                having = own.start + np.flatnonzero(possible.codes[name] == rank)
                values = together if rank in together else (rank,)
                self.equal(dict.fromkeys(having.tolist(), 1.0), [self.place[name, each] for each in values])
        return own

    def foreknown(self) -> Foreknown:
        """Return all that was stated."""
        entries = [(line, *entry) for line, (row, _, _) in enumerate(self._rows) for entry in row.items()]
        lines, unknowns, ones = (np.array(part) for part in zip(*entries, strict=True))
        matrix = sparse.csr_array((ones, (lines, unknowns)), shape=(len(self._rows), self._size))
        low, high = (np.array([row[end] for row in self._rows], dtype=float) for end in (1, 2))
        return Foreknown(self.place, matrix, low, high)


def _silence(item: Item) -> str:
    return item.column(NO_ANSWER)


def _obeyed(item: Item, counted: Coded) -> bool:
    """Whether every form that answered ticked one box at least, and « aucun » alone."""
    boxes = _boxes(item, counted)
    answered = counted.codes[_silence(item)] == 0
    silent = answered & ~np.any(list(boxes.values()), axis=0)
    return set(item.alone) <= {*_excluding(item, counted), *(set(item.values) - set(boxes))} and not np.any(silent)


def _excluding(item: Item, counted: Coded) -> tuple[str, ...]:
    """Return the boxes that exclude the others, as every form that ticked one of them did."""
    boxes = _boxes(item, counted)
    several = np.sum(list(boxes.values()), axis=0) > 1
    return tuple(value for value in item.apart if value in boxes and not np.any(boxes[value] & several))


def _boxes(item: Item, counted: Coded) -> dict[str, NDArray[np.bool_]]:
    names = {value: item.column(value) for value in item.values}
    return {value: counted.codes[name] == 0 for value, name in names.items() if name in counted.codes}


def _plus(first: Row, other: Row) -> Row:
    return {each: first.get(each, 0.0) + other.get(each, 0.0) for each in (*first, *other)}


def _equipment(questionnaire: Questionnaire, rules: _Rules, obeyed: bool) -> None:
    """State what the axis of equipment tells of its questions: families by device for work and by other answers."""
    rule = load_hypotheses().equipment_axis
    columns = {column.name: column for column in questionnaire.columns()}
    item = next(item for item in questionnaire.items if item.id == DEVICES)
    single = list(dict.fromkeys([*rule.insuffisant, *rule.partage]))
    work = [value for value in item.values if value in rule.appareils_de_travail]
    besides = [value for value in item.values if value not in work]
    # A device for work, none but another box, no answer: the axis tells no more of the boxes.
    ticks: list[dict[str, object]] = [{column_name(DEVICES, value): True} for value in (work[0], *besides[:1])]
    choices = list(product([*ticks, {}], product(*[(*columns[name].values, None) for name in single])))
    rows = [tick | dict(zip(single, values, strict=True)) for tick, values in choices]
    own = rules.states(coded(answers_from_rows(rows, questionnaire)), [*single, EQUIPMENT_AXIS], {})
    working, without, silent = (
        {unknown: 1.0 for unknown, (tick, _) in zip(own, choices, strict=True) if tick == kind}
        for kind in (ticks[0], ticks[1] if besides else None, {})
    )
    rules.equal(silent, [rules.silent(item)])
    for value in work:
        rules.at_most(rules.ticked(item, value), working)
    rules.covered(working, [rules.ticked(item, value) for value in work])
    if not obeyed:
        return
    rules.covered(without, [rules.ticked(item, value) for value in besides])
    for value in item.alone:
        rules.at_most(rules.ticked(item, value), without)


def _skills(questionnaire: Questionnaire, rules: _Rules) -> None:
    """State what the axis of skills tells of its gestures, each done alone, not alone, or without an answer."""
    rule = load_hypotheses().skills_axis
    columns = [column for column in questionnaire.columns() if column.item.id == GRID]
    other = tuple(rank for rank, value in enumerate(columns[0].values) if value != rule.sans_aide)
    representatives = (rule.sans_aide, columns[0].values[other[0]], None)
    names = [column.name for column in columns]
    rows = [dict(zip(names, values, strict=True)) for values in product(representatives, repeat=len(names))]
    rules.states(coded(answers_from_rows(rows, questionnaire)), [*names, SKILLS_AXIS], dict.fromkeys(names, other))


__all__ = ["blocks", "boxes_of", "foreknown"]
