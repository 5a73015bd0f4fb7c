"""Une réponse que deux exports donnent en partie : ce que le formulaire de l'un ne demande pas, l'autre le dit.

Only where the two lines are one response that answers alike in all that both ask; never two versions of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers, answers_from_codes
from liaison.diagnostic.reading.plausibility import fingerprints
from liaison.diagnostic.reading.reports import FileLine, ReadReport
from liaison.diagnostic.reading.two_exports import SET_BY_SCHOOL
from liaison.diagnostic.reading.withheld import withheld

phrase = french_beside(__file__)


class KnownAnswers(NamedTuple):
    """What is known of a response: a code a column, and the columns that no form asked it."""

    codes: NDArray[np.int16]
    unasked: frozenset[str]


class Completed:
    """Responses to which a line that no longer counts adds what its form asked, and theirs did not."""

    def __init__(self, parts: Sequence[ReadReport]):
        self._columns = [str(name) for name in parts[0].answers.table.columns] if parts else []
        self._parts: dict[str, list[ReadReport]] = defaultdict(list)
        for part in parts:
            self._parts[part.files[0]].append(part)
        self._known: dict[FileLine, KnownAnswers] = {}
        self._read: dict[str, dict[int, NDArray[np.int16]]] = {}
        # Of a file and a column that it lacks: which files count its families, whether one answers it in another.
        self._lacking: dict[tuple[str, str], tuple[frozenset[str], bool]] = {}

    def add(self, gone: FileLine, stays: FileLine) -> None:
        """Take what a line that goes says, for what the form of the one that stays does not ask."""
        for name in _missing(self._parts[gone.file][0].answers) - self._unasked(stays):
            self._note(stays.file, name, gone.file, self._of(stays).codes)
        if self._unasked(stays) <= self._unasked(gone):
            return
        known, more = self._of(stays), self._of(gone)
        fills = np.array([name in known.unasked and name not in more.unasked for name in self._columns])
        # A box that is not ticked beside others is no answer that this line lacks.
        fills &= (more.codes >= 0) | (known.codes < 0)
        added = {name for name, filled in zip(self._columns, fills.tolist(), strict=True) if filled}
        for name in added - SET_BY_SCHOOL:
            self._note(stays.file, name, stays.file, more.codes)
        self._known[stays] = KnownAnswers(np.where(fills, more.codes, known.codes), known.unasked - added)

    def _note(self, file: str, name: str, lacking: str, codes: NDArray[np.int16]) -> None:
        """Keep that the form of one file lacks a column, and whether one of its families answers it in another: ticks
        it, where the form has other boxes of its question. `file`: where that family counts."""
        least = 1 if _beside_others(name, self._parts[lacking][0].answers) else 0
        files, answered = self._lacking.get((lacking, name), (frozenset(), False))
        answers = bool(codes[self._columns.index(name)] >= least)
        self._lacking[lacking, name] = (files | {file}, answered or answers)

    def without_added(self, parts: list[ReadReport]) -> list[ReadReport]:
        """Return the same reports, the questions and boxes among those left out that one file has not and that none of
        its families answers in another: they were not asked it."""
        why: dict[str, dict[str, str]] = defaultdict(dict)
        for (lacking, name), (files, answered) in self._lacking.items():
            is_box = _beside_others(name, self._parts[lacking][0].answers)
            words = phrase("case-ajoutee" if is_box else "question-ajoutee", file=lacking)
            for file in () if answered else files:
                why[file][name] = words
        return [withheld(part, why.get(part.files[0], {}), in_part=True) for part in parts]

    def add_level(self, gone: FileLine, stays: FileLine) -> None:
        """Take from another version what the school wrote of a family, where it wrote nothing in the one that stays."""
        known, more = self._of(stays), self._of(gone)
        fills = np.array([name in SET_BY_SCHOOL for name in self._columns]) & (known.codes < 0) & (more.codes >= 0)
        if fills.any():
            added = {name for name, filled in zip(self._columns, fills.tolist(), strict=True) if filled}
            self._known[stays] = KnownAnswers(np.where(fills, more.codes, known.codes), known.unasked - added)

    def _unasked(self, place: FileLine) -> frozenset[str]:
        own = self._known.get(place)
        return own.unasked if own else _missing(self._parts[place.file][0].answers)

    def _of(self, place: FileLine) -> KnownAnswers:
        if place not in self._known:
            (part, *_) = self._parts[place.file]
            return KnownAnswers(self._rows(place.file)[place.line], _missing(part.answers))
        return self._known[place]

    def _rows(self, file: str) -> dict[int, NDArray[np.int16]]:
        if file not in self._read:
            written = [
                pair
                for part in self._parts[file]
                for pair in zip(part.lines.tolist(), fingerprints(part.answers), strict=True)
            ]
            self._read[file] = {line: np.frombuffer(row, dtype=np.int16) for line, row in written}
        return self._read[file]

    def with_added(self, parts: list[ReadReport]) -> list[ReadReport]:
        """Return the same reports, these responses with all that they say; a question that each family of a file has
        then had is no longer one that its form does not ask."""
        if not self._known:
            return parts
        lacking: dict[str, list[frozenset[str]]] = defaultdict(list)
        for part in parts:
            places = [FileLine(part.files[0], line) for line in part.lines.tolist()]
            lacking[part.files[0]] += [
                self._known[each].unasked if each in self._known else _missing(part.answers) for each in places
            ]
        return [self._with_added(part, lacking[part.files[0]]) for part in parts]

    def _with_added(self, part: ReadReport, lacking: Sequence[frozenset[str]]) -> ReadReport:
        answers, (file,) = part.answers, part.files
        places = [FileLine(file, line) for line in part.lines.tolist()]
        if not any(place in self._known for place in places):
            return part
        rows = np.array([np.frombuffer(row, dtype=np.int16) for row in fingerprints(answers)])
        for rank, place in enumerate(places):
            if place in self._known:
                rows[rank] = self._known[place].codes
        of_none, of_some = frozenset.intersection(*lacking), frozenset[str]().union(*lacking)
        some = {name for name in of_some - of_none if not _beside_others(name, answers)}
        added = _missing(answers) - of_some | some
        codes = {name: rows[:, place].astype(np.intp) for place, name in enumerate(self._columns)}
        whole = answers_from_codes(
            codes, len(answers), answers.questionnaire, answers.unasked - added, answers.left_out
        )
        why = {
            name: each._replace(columns=each.columns - (added - some))
            for name, each in part.unasked.get(file, {}).items()
        }
        return replace(
            part,
            answers=replace(whole, asked_by_some=answers.asked_by_some | some, otherwise=answers.otherwise),
            unasked={file: {name: each for name, each in why.items() if each.columns}},
        )


def _missing(answers: Answers) -> frozenset[str]:
    """Return what a form does not ask; not what it asks, and is not read whole."""
    return answers.unasked - answers.left_out


def _beside_others(name: str, answers: Answers) -> bool:
    """Return whether a column is a box, of a question of which the form has others."""
    item = answers.questionnaire.item(name)
    own = {*item.columns} if item is not None and item.kind == "multiple" and name in item.columns else set()
    return bool(own - answers.unasked)


__all__ = ["Completed"]
