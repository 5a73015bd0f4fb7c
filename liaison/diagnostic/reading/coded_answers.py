"""Des codes de chaque colonne aux réponses des familles : ce qui est répondu, ce qui ne se lit pas, chaque case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from liaison.diagnostic.answers import Answers, answers_from_codes
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, Item, Questionnaire
from liaison.diagnostic.reading.cells import BLANK, MISSING, OTHERWISE, REFUSED, CellReader
from liaison.diagnostic.reading.mapping import Mapping

Codes = list[NDArray[np.int64]]  # a column for each reader, a line for each response


@dataclass(frozen=True)
class CodedAnswers:
    """How the codes that the readers of a file give become answers to its questionnaire."""

    questionnaire: Questionnaire
    mapping: Mapping
    readers: Sequence[CellReader]
    unasked: frozenset[str]
    left_out: frozenset[str] = frozenset()

    def answered(self, codes: Codes) -> NDArray[np.bool_]:
        """Return which lines answer a question; boxes of which one cannot be read answer nothing, nor do those that
        are not ticked, where that is no answer.

        Of a form that asks nothing but boxes, a line that gives its class was sent with none ticked: it says so.
        """
        several = {item.id: item for item in self.questionnaire.items if item.kind == "multiple"}
        answers: dict[str, list[NDArray[np.int64]]] = {}
        sent = np.zeros(len(codes[0]), dtype=bool)
        for reader, column in zip(self.readers, codes, strict=True):
            target = reader.column.cible
            sent |= (column >= 0) & (target == LEVEL)
            question = question_of(target)
            if target not in self.questionnaire.context:
                answers.setdefault(question if question in several else target, []).append(column)
        answered = [
            np.any(np.array(own) >= self._least(several.get(name)), axis=0) & ~np.any(np.array(own) == REFUSED, axis=0)
            for name, own in answers.items()
        ]
        if answered and answers.keys() <= several.keys():
            unread = np.any([column == REFUSED for own in answers.values() for column in own], axis=0)
            answered.append(sent & ~unread)
        return np.any(answered, axis=0) if answered else np.zeros(len(codes[0]), dtype=bool)

    def _least(self, item: Item | None) -> int:
        """Return the least code that answers a question: 0, but for boxes of which one is to be ticked."""
        return int(item is not None and not self._may_be_none(item))

    def _may_be_none(self, item: Item) -> bool:
        """Return whether boxes are an answer where none is ticked: not where one of them is to say so (« aucun »)."""
        says_none = {item.column(value) for value in item.apart} - self.unasked
        return self.mapping.rien_coche == "non" and not says_none

    def unread(self, codes: Codes, count: int) -> list[set[str]]:
        """Return, for each line, the questions of which a cell cannot be read."""
        unread: list[set[str]] = [set() for _ in range(count)]
        for reader, own in zip(self.readers, codes, strict=True):
            for rank in np.flatnonzero(own == REFUSED).tolist():
                unread[rank].add(question_of(reader.column.cible))
        return unread

    def otherwise(self, codes: Codes) -> list[tuple[int, str]]:
        """Return the rank of each line that gives a question another answer than those it has, with that question."""
        return [
            (rank, question_of(reader.column.cible))
            for reader, own in zip(self.readers, codes, strict=True)
            for rank in np.flatnonzero(own == OTHERWISE).tolist()
        ]

    def answers(self, codes: Codes, count: int) -> tuple[Answers, NDArray[np.bool_]]:
        """Return the answers of the lines that are kept, and which of them had a multiple choice half missing."""
        by_target = {reader.column.cible: column for reader, column in zip(self.readers, codes, strict=True)}
        ready: dict[str, NDArray[np.int64]] = {}
        torn = np.zeros(count, dtype=bool)
        for item in self.questionnaire.items:
            if item.kind == "multiple":
                names = item.columns
                ready |= dict(zip(names, self._boxes(by_target, item, names, torn), strict=True))
        for name, column in by_target.items():
            if name not in ready and name not in {
                item.id for item in self.questionnaire.items if item.kind == "multiple"
            }:
                ready[name] = np.where(column < 0, -1, column)
        return answers_from_codes(ready, count, self.questionnaire, self.unasked, self.left_out), torn

    def _boxes(
        self, by_target: dict[str, NDArray[np.int64]], item: Item, names: Sequence[str], torn: NDArray[np.bool_]
    ) -> list[NDArray[np.int64]]:
        """Return the codes of every box of a question: true, false, or all missing.

        An empty box means « no » beside a box that is ticked; alone beside « no », it is not known. A box that says
        « ne sait pas », or that cannot be read, leaves the whole question unanswered: to keep the others would say
        « no » of a box that may be ticked. `torn`: those that say « ne sait pas » when other boxes had an answer.
        """
        count = len(torn)
        if item.id in by_target:
            mask = by_target[item.id]
            return [np.where(mask > 0, (np.maximum(mask, 0) >> rank) & 1, -1) for rank in range(len(names))]
        boxes = np.array([by_target.get(name, np.full(count, BLANK)) for name in names])
        present = np.array([name in by_target for name in names])
        ticked, missing = (boxes == 1).any(axis=0), np.isin(boxes, (MISSING, REFUSED)).any(axis=0)
        torn |= (boxes == MISSING).any(axis=0) & (boxes >= 0).any(axis=0)
        all_no = (boxes[present] == 0).all(axis=0) & present.any() & self._may_be_none(item)
        answered = ~missing & (ticked | all_no)
        return [np.where(answered, box == 1, -1) for box in boxes]


__all__ = ["CodedAnswers", "Codes"]
