"""Un lecteur écrit à part : des familles par réponse complète, un autre programme, pour contrôler celui du projet.

Nothing of `joint`, `foreknown` or `protection` (liaison/diagnostic/disclosure) is used. His unknowns are whole ways
of answering the questions that axes tie together (every box, every gesture), family by family of a group; the axes
are worked out by the function that places families. He reads the published tables as text, and scipy's `milp` solves.

He knows: one answer to a question of one choice; one box at least, and « aucun » alone; printed zeros; sums by level
and in all; ranges; weighted shares and what they are rounded to; the families of each level, from elsewhere; and the
tables of a former export, whose families are all in the new one. A chart is drawn from these tables and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire

SILENT = "sans_reponse"
TIED = (("appareils", "partage", "connexion", "axe__equipement"), ("seul", "axe__competences"))
Facts = dict[tuple[str, str], str]
Known = tuple[
    Callable[[Facts], float], float, float
]  # what each way of answering counts for, from how many to how many
FEW_NODES = 100  # branches of a solver: without an end, one cell of a few takes minutes
INFEASIBLE, ROOM = 2, 1e-6
MOST_FAMILIES = 2_000  # of one school, where nothing is told


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
    """Whoever reads one publication, or a former one too, of questions tied together.

    `families`: those of each level, known from elsewhere; `former`: the table published before, of a part of the
    families; `beside`: what another document tells of them all. Unknowns are the families who came first, then those
    who came since.
    """

    def __init__(
        self,
        table: pd.DataFrame,
        asked: Questionnaire,
        questions: Sequence[str],
        by: str,
        groups: Sequence[str],
        families: Mapping[str, int] | None = None,
        former: pd.DataFrame | None = None,
        beside: Sequence[Known] = (),
    ):
        self.groups, self.ways = tuple(groups), ways(asked, questions) if set(questions) - {"niveau", "mode"} else []
        if not self.ways:
            self.ways = [{(questions[0], ""): value} for value in (*asked.context[questions[0]], SILENT)]
        self._by, self._shape = by, (len(self.groups), len(self.ways))
        self._rows: list[tuple[Any, float, float]] = []
        self._periods = 1 if former is None else 2
        every = (True,) * self._periods
        if former is not None:
            self._read(former, questions, (True, False))
        self._read(table, questions, every)
        if former is None and table["groupe"].ne("ensemble").any():
            for group in self.groups:  # a group that is named has somebody; told of all only, none is
                self._know(self.aim(group), 1, np.inf)
        if families:
            self._count(table, questions, families, every)
        for counts, least, most in beside:
            one = np.tile([float(counts(way)) for way in self.ways], len(self.groups))
            self._know(np.tile(one, self._periods), least, most)
        rows, low, high = zip(*self._rows, strict=True)
        self._told = LinearConstraint(csr_array(np.array(rows)), np.array(low, float), np.array(high, float))

    def aim(
        self,
        group: str,
        question: str = "",
        part: str = "",
        value: str | None = None,
        periods: Sequence[bool] = (),
    ) -> Any:
        """Return which families a line counts, period by period, group by group and way by way."""
        own = [group == "ensemble" or each in group.split("+") for each in self.groups]
        values = None if value is None else value.split("+")
        match = [values is None or way.get((question, part), "") in values for way in self.ways]
        one = np.outer(own, match).astype(float).ravel()
        return np.concatenate([one * there for there in periods or (True,) * self._periods])

    def width(self, group: str, question: str, part: str, value: str, periods: Sequence[bool] = ()) -> float:
        """Return how many values a cell has, less one, with whole families: what he proves of it in FEW_NODES."""
        low, high = self._ends(self.aim(group, question, part, value, periods))
        return high - low

    def ends(self, counts: Callable[[Facts], float]) -> tuple[float, float]:
        """Return between how many and how many families, of all, answered in these ways."""
        one = np.tile([float(counts(way)) for way in self.ways], len(self.groups))
        return self._ends(np.tile(one, self._periods))

    def _ends(self, aim: Any) -> tuple[float, float]:
        limits = Bounds(0, np.tile(self._most(), self._periods))
        least, most = (
            milp(
                sign * aim,
                constraints=self._told,
                integrality=np.ones(len(aim)),
                bounds=limits,
                options={"node_limit": FEW_NODES},
            )
            for sign in (1, -1)
        )
        assert INFEASIBLE not in (least.status, most.status), "no table agrees with what is told"
        return float(np.ceil(least.mip_dual_bound - ROOM)), float(np.floor(ROOM - most.mip_dual_bound))

    def _know(self, row: Any, low: float, high: float) -> None:
        self._rows.append((row, low, high))

    def _read(self, table: pd.DataFrame, questions: Sequence[str], periods: Sequence[bool]) -> None:
        """Take what one publication tells of its families."""
        own = table[table["question"].isin(questions)]
        said = {key for key, lines in own.groupby(["groupe", "question"]) if lines["au_plus"].notna().any()}
        grouped = table["groupe"].ne("ensemble").any()
        lines = own[["groupe", "question", "partie", "valeur", "au_moins", "au_plus"]]
        for group, question, part, value, least, most in lines.itertuples(index=False, name=None):
            if question == self._by and grouped:
                continue  # how many families each group has is told by the group
            told = not pd.isna(most)
            low = least if told else 1.0 * ((group, question) in said)
            self._know(self.aim(group, question, part, value, periods), low, most if told else np.inf)
            if question in ("niveau", "mode") and "+" in value:  # a level that is named with others has somebody
                for each in value.split("+"):
                    self._know(self.aim("ensemble", question, part, each, periods), 1, np.inf)
        sizes = table[table["groupe"] != "ensemble"].drop_duplicates("groupe").set_index("groupe")["reponses"]
        whole = table["reponses"][table["groupe"] == "ensemble"].iloc[0]
        if pd.isna(whole):  # nothing is told of so few, not even how many they are
            self._know(self.aim("ensemble", periods=periods), 0, MOST_FAMILIES)
        else:
            for name, size in [*sizes.items(), ("ensemble", whole)]:
                self._know(self.aim(str(name), periods=periods), size, size)
        named = {each for name in sizes.index for each in str(name).split("+")}
        for group in set(self.groups) - named if named else ():  # of a level that is not named, nobody answered
            self._know(self.aim(group, periods=periods), 0, 0)

    def _count(
        self, table: pd.DataFrame, questions: Sequence[str], families: Mapping[str, int], periods: Sequence[bool]
    ) -> None:
        """Take what the families of each level tell: no more answered, and weighted shares add up."""
        if self._by == "niveau":
            for group in set(self.groups) - {SILENT}:
                self._know(self.aim(group, periods=periods), 0, families[group])
        elif "niveau" in questions:
            for level in {way["niveau", ""] for way in self.ways} - {SILENT}:
                self._know(self.aim("ensemble", "niveau", "", level, periods), 0, families.get(level, 0))
        if "part_ponderee" not in table or table["part_ponderee"].isna().all():
            return
        rows = table[table["groupe"] != "ensemble"].drop_duplicates("groupe")
        sizes = {str(name): int(size) for name, size in zip(rows["groupe"], rows["reponses"], strict=True)}
        total, answers = sum(families.values()), sum(sizes.values())
        placed = 1 - sizes.get(SILENT, 0) / answers
        weights = {
            name: sum(families.get(level, 0) for level in name.split("+")) / size * placed
            for name, size in sizes.items()
        }
        if SILENT in weights:
            weights[SILENT] = total / answers
        stands = sum(weight * sizes[name] for name, weight in weights.items())
        rows = table[table["question"].isin(questions) & table["part_ponderee"].notna()]
        names = ["question", "partie", "valeur", "part_ponderee", "arrondi_pondere"]
        for question, part, value, share, step in rows[names].itertuples(index=False, name=None):
            row = sum(weight * self.aim(name, question, part, value, periods) for name, weight in weights.items())
            ends = [(share + sign * step / 2) * stands + sign * 1e-6 for sign in (-1, 1)]
            self._know(row, *ends)

    def _most(self) -> Any:
        """Return inf, and zero where a way of answering is not that of its group."""
        most = np.full(self._shape, np.inf)
        for rank, group in enumerate(self.groups):
            for place, way in enumerate(self.ways):
                if (self._by, "") in way and way[self._by, ""] != group:
                    most[rank, place] = 0
        return most.ravel()


__all__ = ["SILENT", "TIED", "Reader", "ways"]
