"""Un lecteur écrit à part : des familles par réponse complète, un autre programme, pour contrôler celui du projet.

Nothing of `liaison.diagnostic.joint`, `foreknown` or `protection` is used. His unknowns are whole ways of answering
the questions that axes tie together (every box, every gesture), family by family of a group; the axes are worked out
by the function that places families. He reads the published table as text, and scipy's `milp` solves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.axes import axes
from liaison.diagnostic.questionnaire import Questionnaire

SILENT = "sans_reponse"
TIED = (("appareils", "partage", "connexion", "axe__equipement"), ("seul", "axe__competences"))
Facts = dict[tuple[str, str], str]


def ways(asked: Questionnaire, questions: Sequence[str]) -> list[Facts]:
    """Return every way of answering these questions: for each (question, part), its value."""
    items = [item for item in asked.items if item.id in questions]
    rows, facts = [], []
    for answers in product(*(list(_of_item(item)) for item in items)):
        row: dict[str, object] = {}
        fact: Facts = {}
        for own, said in answers:
            row |= own
            fact |= said
        rows.append(row)
        facts.append(fact)
    placed = axes(answers_from_rows(rows, asked))
    for axis in ("equipement", "competences"):
        if f"axe__{axis}" in questions:
            for fact, value in zip(facts, placed[axis], strict=True):
                fact[f"axe__{axis}", ""] = SILENT if pd.isna(value) else str(value)
    return [dict(each) for each in {tuple(sorted(fact.items())) for fact in facts}]


def _of_item(item: Any) -> Iterator[tuple[dict[str, object], Facts]]:
    if item.kind == "single":
        for value in (*item.values, None):
            yield {item.id: value}, {(item.id, ""): value or SILENT}
    elif item.kind == "grid":
        for values in product((*item.values, None), repeat=len(item.rows)):
            cells = list(zip(item.rows, values, strict=True))
            yield (
                {f"{item.id}__{row}": value for row, value in cells},
                {(item.id, row): value or SILENT for row, value in cells},
            )
    else:
        yield {}, {(item.id, ""): SILENT} | {(item.id, value): "" for value in item.values}
        for ticks in product((True, False), repeat=len(item.values)):
            chosen = {value for value, tick in zip(item.values, ticks, strict=True) if tick}
            if chosen and not (len(chosen) > 1 and chosen & set(item.alone)):
                boxes = {(item.id, value): "coche" if value in chosen else "" for value in item.values}
                yield {f"{item.id}__{value}": value in chosen for value in item.values}, {(item.id, ""): ""} | boxes


class Reader:
    """Whoever reads one published table, of questions tied together."""

    def __init__(
        self, table: pd.DataFrame, asked: Questionnaire, questions: Sequence[str], by: str, groups: Sequence[str]
    ):
        self.groups, self.ways = tuple(groups), ways(asked, questions) if set(questions) - {"niveau", "mode"} else []
        if not self.ways:
            self.ways = [{(questions[0], ""): value} for value in (*asked.context[questions[0]], SILENT)]
        self._by, self._shape = by, (len(self.groups), len(self.ways))
        rows, low, high = [], [], []
        own = table[table["question"].isin(questions)]
        said = {key for key, lines in own.groupby(["groupe", "question"]) if lines["au_plus"].notna().any()}
        grouped = table["groupe"].ne("ensemble").any()
        lines = own[["groupe", "question", "partie", "valeur", "au_moins", "au_plus"]]
        for group, question, part, value, least, most in lines.itertuples(index=False, name=None):
            if question == by and grouped:
                continue  # how many families each group has is told by the group
            rows.append(self.aim(group, question, part, value))
            told = not pd.isna(most)
            low.append(least if told else 1.0 * ((group, question) in said))
            high.append(most if told else np.inf)
        sizes = table[table["groupe"] != "ensemble"].drop_duplicates("groupe").set_index("groupe")["reponses"]
        whole = table["reponses"][table["groupe"] == "ensemble"].iloc[0]
        for name, size in [*sizes.items(), ("ensemble", whole)]:
            rows.append(self.aim(str(name)))
            low.append(size)
            high.append(size)
        for rank in range(len(self.groups)):  # a group that is named has somebody
            one = np.zeros(self._shape)
            one[rank] = 1
            rows.append(one.ravel())
            low.append(1)
            high.append(np.inf)
        self._told = LinearConstraint(csr_array(np.array(rows)), np.array(low, float), np.array(high, float))

    def aim(self, group: str, question: str = "", part: str = "", value: str | None = None) -> Any:
        """Return which families a line counts, group by group and way by way."""
        own = [group == "ensemble" or each in group.split("+") for each in self.groups]
        values = None if value is None else value.split("+")
        match = [values is None or way.get((question, part), "") in values for way in self.ways]
        return np.outer(own, match).astype(float).ravel()

    def width(self, group: str, question: str, part: str, value: str) -> float:
        """Return how many values a cell has, less one, with whole families."""
        aim = self.aim(group, question, part, value)
        limits = Bounds(0, self._most())
        found = [
            milp(sign * aim, constraints=self._told, integrality=np.ones(len(aim)), bounds=limits) for sign in (1, -1)
        ]
        assert all(each.x is not None for each in found), "no table agrees with what is told"
        return float(-found[1].fun - found[0].fun)

    def _most(self) -> Any:
        """Return inf, and zero where a way of answering is not that of its group."""
        most = np.full(self._shape, np.inf)
        for rank, group in enumerate(self.groups):
            for place, way in enumerate(self.ways):
                if (self._by, "") in way and way[self._by, ""] != group:
                    most[rank, place] = 0
        return most.ravel()


__all__ = ["SILENT", "TIED", "Reader", "ways"]
