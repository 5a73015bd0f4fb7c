"""Régler ce qui est montré d'un diagnostic : les tableaux, le seuil, ce que l'on cache ; ce qu'un lecteur retrouve."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, ClassVar, Literal, get_args

import numpy as np
from pydantic import Field

from liaison.base.sentences import french_beside
from liaison.diagnostic.counting.tabulation import Coded, coded
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.diagnostic.hypotheses import WAYS, Way, load_hypotheses
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.disclosure.attack import audit_interval, flow_reach
from liaison.disclosure.disclosure import LOWEST_THRESHOLD, primary_suppression, with_totals
from liaison.disclosure.linked import protect_linked
from liaison.questions.common import Model
from liaison.questions.setting import Condition, Measure, Missed, SettingQuestion, measure_words, settings_from
from liaison.school.fictitious.generator import school_from

phrase = french_beside(__file__)

Topic = Literal["axe__competences", "axe__equipement", "connexion"]
Group = Literal["absent", "ensemble", "niveau", "langue"]
Hiding = Literal["rien", "petits", "proteges"]
TOPICS: tuple[Topic, ...] = get_args(Topic)
# What the council decides from: the families that need something, topic by topic.
NEEDS: dict[Topic, tuple[str, ...]] = {
    "axe__competences": ("a_accompagner", "debutant"),
    "axe__equipement": ("insuffisant",),
    "connexion": ("mobile_limitee", "aucune"),
}
HIGHEST = 30  # families: above, everything is hidden
KEPT_TABLES = 2048  # three topics, three groupings, three ways of hiding and some thirty thresholds


class PublicationSettings(Model):
    """What is shown: by topic, for the whole school, by level or by language; under how many families, what is hidden.

    `cacher`: nothing, the small numbers alone, or with them what would give them away.
    """

    tableaux: dict[Topic, Group]
    seuil: Annotated[int, Field(ge=LOWEST_THRESHOLD, le=HIGHEST)]
    cacher: Hiding


class PublicationScenario(Model):
    """The fictitious school, how it was asked, and the day that chooses the rules."""

    school: str
    seed: Annotated[int, Field(ge=0)]
    ways: tuple[Way, ...] = WAYS
    today: dt.date


Cell = tuple[int, ...]


@dataclass(frozen=True)
class TriedTable:
    """A table with its totals, last along each axis: what is hidden of it, and which small cells a reader finds.

    `groups` is empty for the whole school: the table then has one axis. `threshold`: that of the rule, which does
    not move with the settings.
    """

    topic: Topic
    groups: tuple[str, ...]
    values: tuple[str, ...]
    counts: np.ndarray
    hidden: np.ndarray
    inferred: tuple[Cell, ...]
    threshold: int

    @property
    def useful(self) -> int:
        """How many numbers of families in need can be read, in each group; the total of the groups is not one more."""
        readable = ~self.hidden & (self.counts >= self.threshold)
        return sum(int(readable[..., place].ravel()[: len(self.groups) or 1].sum()) for place in self._needs())

    def unread(self) -> list[str]:
        """Return in words the needs of which no number can be read."""
        readable = ~self.hidden & (self.counts >= self.threshold)
        return [
            value_words(self.topic, self.values[place]) for place in self._needs() if not readable[..., place].any()
        ]

    def _needs(self) -> list[int]:
        return [place for place, value in enumerate(self.values) if value in NEEDS[self.topic]]

    def named(self, cell: Cell) -> str:
        """Return what a cell counts, in words."""
        *group, value = cell
        answer = phrase("ensemble") if value == len(self.values) else value_words(self.topic, self.values[value])
        rows = [self.groups[place] for place in group if place < len(self.groups)]
        return f"{', '.join(rows)} : « {answer} »" if rows else f"« {answer} »"


Publication = tuple[TriedTable, ...]


class PublicationQuestion(SettingQuestion):
    """Tables to choose and to protect, so that a council can decide and nobody is recognised."""

    kind: Literal["publication"]
    scenario: PublicationScenario

    measures: ClassVar[Mapping[str, Measure]] = {
        "retrouvables": Measure(
            measure_words(phrase, "mesure-retrouvables"), lambda tables, _: sum(len(table.inferred) for table in tables)
        ),
        "cachees": Measure(
            measure_words(phrase, "mesure-cachees"), lambda tables, _: sum(int(table.hidden.sum()) for table in tables)
        ),
        "utiles": Measure(
            measure_words(phrase, "mesure-utiles"), lambda tables, _: sum(table.useful for table in tables)
        ),
    }

    def settings_of(self, value: object) -> PublicationSettings:
        """Return what an answer shows and hides.

        Raises:
            SettingError: one line per fault.
        """
        return settings_from(PublicationSettings, value)

    def figures(self, settings: PublicationSettings) -> Publication:
        """Return the tables that are published, each with what a reader who subtracts finds in it."""
        chosen = [(topic, settings.tableaux.get(topic, "absent")) for topic in TOPICS]
        return tuple(
            shown_table(self.scenario, topic, group, settings.seuil, settings.cacher)
            for topic, group in chosen
            if group != "absent"
        )

    def missed(self, settings: PublicationSettings, condition: Condition) -> Missed | None:
        """Return a number that can be found, the table that hides most, or the needs that nobody can read."""
        tables = self.figures(settings)
        if condition.measure == "retrouvables":
            return next((_inferred(table) for table in tables if table.inferred), None)
        if condition.measure == "cachees":
            worst = max(tables, key=lambda table: int(table.hidden.sum()), default=None)
            return None if worst is None or not worst.hidden.any() else _hides_most(worst)
        return _unread(tables)


@lru_cache(maxsize=KEPT_TABLES)
def shown_table(
    scenario: PublicationScenario, topic: Topic, group: Group, threshold: int, hiding: Hiding
) -> TriedTable:
    """Return one table as it would be published, and what a reader finds in it."""
    counts, groups, values = _counted(scenario, topic, group)
    full = with_totals(counts)
    threshold_of_suite = load_hypotheses(scenario.today).publication.seuil
    hidden = _hidden(counts, full, threshold, hiding)
    small = map(tuple, np.argwhere(primary_suppression(full, threshold_of_suite)))
    inferred = tuple(cell for cell in small if _narrow(full, hidden, cell, threshold_of_suite))
    return TriedTable(topic, groups, values, full, hidden, inferred, threshold_of_suite)


def _hidden(counts: np.ndarray, full: np.ndarray, threshold: int, hiding: Hiding) -> np.ndarray:
    if hiding == "rien":
        return np.zeros(full.shape, dtype=bool)
    if hiding == "petits":
        return primary_suppression(full, threshold)
    if counts.ndim == 1:
        return protect_linked({"values": counts}, {}, threshold).alone["values"].hidden
    alone = {"groups": counts.sum(axis=1), "values": counts.sum(axis=0)}
    return protect_linked(alone, {("groups", "values"): counts}, threshold).crossed["groups", "values"].hidden


def _narrow(full: np.ndarray, hidden: np.ndarray, cell: Cell, threshold: int) -> bool:
    """Whether a reader can give a cell fewer than `threshold` values: it is shown, or the others tell it."""
    if not hidden[cell]:
        return True
    if full.ndim == 2:
        return flow_reach(full, hidden, cell) < threshold - 1
    low, high = audit_interval(full, hidden, cell)
    return high - low < threshold - 1


def _counted(
    scenario: PublicationScenario, topic: Topic, group: Group
) -> tuple[np.ndarray, tuple[str, ...], tuple[str, ...]]:
    """Return the counts of a topic, with the names of its groups and its values; what nobody is in is left out."""
    answers = _answers(scenario.school, scenario.seed, scenario.ways)
    values = np.array(answers.variables[topic].values)
    if group == "ensemble":
        alone = np.asarray(answers.alone(topic))
        return alone[alone > 0], (), tuple(values[alone > 0])
    crossed = np.asarray(answers.crossed(group, topic))
    rows, columns = crossed.any(axis=1), crossed.any(axis=0)
    names = [value_words(group, name) for name in np.array(answers.variables[group].values)[rows]]
    return crossed[rows][:, columns], tuple(names), tuple(values[columns])


@lru_cache(maxsize=8)
def _answers(school: str, seed: int, ways: tuple[Way, ...]) -> Coded:
    return coded(collected(fictitious_families(school_from(school, seed), seed), ways, seed))


def _inferred(table: TriedTable) -> Missed:
    cell = min(table.inferred, key=lambda place: int(table.counts[place]))
    low, high = audit_interval(table.counts, table.hidden, cell)
    number = phrase("familles", count=low) if low == high else phrase("entre", low=low, high=int(high))
    key = "cache-mais-deductible" if table.hidden[cell] else "montre"
    facts = (phrase("dans-le-tableau", question=question_words(table.topic)), phrase(key, number=number))
    return Missed(table.named(cell), facts, phrase("quelqu-un-les-reconnait"))


def _hides_most(table: TriedTable) -> Missed:
    count, cells = int(table.hidden.sum()), table.hidden.size
    groups = len(table.groups)
    facts = (
        phrase("nombres-caches", count=count, cells=cells),
        phrase("decoupe", groups=groups) if groups else phrase("non-decoupe"),
    )
    summary = phrase("des-groupes-plus-grands")
    return Missed(phrase("le-tableau", question=question_words(table.topic)), facts, summary)


def _unread(tables: Publication) -> Missed | None:
    there = {table.topic: table.unread() for table in tables}
    lacking = [
        f"{question_words(topic)} : « {words} »."
        for topic, needs in NEEDS.items()
        for words in there.get(topic, [value_words(topic, need) for need in needs])
    ]
    if not lacking:
        lacking = [phrase("chaque-besoin-une-fois")]
    return Missed(phrase("ce-que-le-conseil-ne-lit-pas"), tuple(lacking), phrase("des-nombres-lisibles"))


__all__ = ["HIGHEST", "TOPICS", "PublicationQuestion", "PublicationSettings", "TriedTable", "shown_table"]
