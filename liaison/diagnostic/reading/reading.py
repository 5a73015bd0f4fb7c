"""Lire les réponses d'un fichier : chaque ligne est gardée ou refusée, chaque cellule non lue dit où et pourquoi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Named
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison.base.letters import key
from liaison.base.quoting import printable, shown
from liaison.base.sentences import french_beside
from liaison.base.tables import HEAD_LINES, Line, Opened, is_blank
from liaison.base.words import shortened
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.another_tool import as_this_file_asks
from liaison.diagnostic.reading.answered_elsewhere import AnsweredElsewhere
from liaison.diagnostic.reading.asked_twice import WhyLeftOut
from liaison.diagnostic.reading.cells import BLANK, REFUSED, CellReader, Listed
from liaison.diagnostic.reading.coded_answers import CodedAnswers, Codes
from liaison.diagnostic.reading.corrected import mapping_of_corrected
from liaison.diagnostic.reading.counted_once import CountedOnce
from liaison.diagnostic.reading.formats import layout_of, open_file
from liaison.diagnostic.reading.formats.corrections import COLUMNS as CORRECTION_COLUMNS
from liaison.diagnostic.reading.formats.corrections import corrected_line
from liaison.diagnostic.reading.formats.marks import KNOWN_BY, Sent, without_spoilt
from liaison.diagnostic.reading.formats.source import Layout
from liaison.diagnostic.reading.formats.suite import NAME as SUITE
from liaison.diagnostic.reading.free_words import free_words, settled_twice
from liaison.diagnostic.reading.guesses import guesses_of, without_guesses
from liaison.diagnostic.reading.left_out import left_out
from liaison.diagnostic.reading.mapping import Mapping, check_mapping, source_keys, source_of, wanted_by, with_places
from liaison.diagnostic.reading.of_nobody import OfNobody
from liaison.diagnostic.reading.plausibility import doubts
from liaison.diagnostic.reading.proposed import propose_mapping
from liaison.diagnostic.reading.questions_read import absent_words, aside_words, reasons, unasked
from liaison.diagnostic.reading.refusals import Refusals
from liaison.diagnostic.reading.repeats import spoilt_words
from liaison.diagnostic.reading.reports import (
    AnsweredOtherwise,
    FileLine,
    FilledColumns,
    Flagged,
    ReadReport,
    Refused,
    RefusedLine,
    Unrecognised,
    merged,
)
from liaison.diagnostic.reading.reworded import reworded
from liaison.diagnostic.reading.set_aside import (
    DRAFT,
    ELSEWHERE,
    EMPTY,
    HEADER,
    TOTAL,
    header_again,
    is_total,
    of_another_form,
    said_aside,
)
from liaison.diagnostic.reading.several_children import of_several_children
from liaison.diagnostic.reading.sheets import sheets_to_give
from liaison.diagnostic.reading.sorted_lines import LineSorter
from liaison.diagnostic.reading.unread import unread_words
from liaison.diagnostic.reading.unsent import Unsent
from liaison.diagnostic.reading.untitled import UNTOLD, with_boxes_told, without_boxes
from liaison.diagnostic.reading.wording import Lexicon, lexicon
from liaison.diagnostic.reading.words_decided import Decided, with_words

phrase = french_beside(__file__)

ROWS_AT_ONCE = 10_000
_SAMPLE = 2_000  # lignes dont les mots servent à proposer une correspondance
_MOST_NAMES = 10


def read_answers(
    source: Path | str | bytes,
    questionnaire: Questionnaire,
    mapping: Mapping | None = None,
    *,
    name: str = "",
) -> ReadReport:
    """Return the answers that a file holds, and everything that was refused or is worth checking.

    `source` is a path, or the bytes of an uploaded file, then called `name`. Reads the suite's own files, exports of
    Framaforms, LimeSurvey, Google Forms, KoboToolbox, SurveyMonkey and Qualtrics, and any CSV, XLSX or ODS through a
    mapping: the one given,
    or the one that the headers suggest (kept in the report). Never raises for what a file holds.

    Raises:
        MappingError: `mapping` does not fit the questionnaire.
    """
    parts = settled_twice(lambda listed: read_chunks(source, questionnaire, mapping, name=name, listed=listed))
    return merged(parts, questionnaire)


def read_chunks(
    source: Path | str | bytes,
    questionnaire: Questionnaire,
    mapping: Mapping | None = None,
    *,
    name: str = "",
    rows: int = ROWS_AT_ONCE,
    known: dict[str, Mapping] | None = None,
    decided: Decided | None = None,
    guess: bool = True,
    listed: Listed = frozenset(),
) -> Iterator[ReadReport]:
    """Yield one report per `rows` lines, so that a file of any length is read in bounded memory (a CSV; a workbook is
    held whole). At least one report; `lines_in` of each is that of its lines. Answers are numbered anew in each.

    `known`: by file already read, its mapping, filled on the way: corrections are read as the file that they correct.
    `decided`: what words mean, on top of the mapping of each file. `guess`: whether what is only guessed is read, until
    a person says that it is right; without it, neither these columns nor these words are. `listed`: the words that are
    no free text, though the questionnaire has « another answer » (`settled_twice`).

    Raises:
        MappingError: `mapping` does not fit the questionnaire.
    """
    words = lexicon(questionnaire)
    if mapping is not None:
        check_mapping(mapping, words)
    place = source if isinstance(source, bytes) else Path(source)
    name = name or (place.name if isinstance(place, Path) else "réponses")
    opened = open_file(place, name, words, wanted_by(mapping))
    if opened.fault:
        yield ReadReport.of_nothing(questionnaire, name, opened.fault)
        return
    known = {} if known is None else known
    reading = _Reading.of(opened, words, mapping, known, decided or {}, listed, guess=guess)
    if isinstance(reading, ReadReport):
        yield reading
        return
    known[name] = reading.mapping
    blocks = iter(lambda: list(islice(reading.lines, rows)), [])
    for rank, block in enumerate(chain([next(blocks, [])], blocks)):
        yield reading.report(block, first=rank == 0)


class _Counted(NamedTuple):
    """What counts of the lines of a block, and what is to be checked of it; the fields are those of `ReadReport`."""

    answers: Answers
    lines: NDArray[np.int64]
    outdated: frozenset[FileLine]
    otherwise: tuple[AnsweredOtherwise, ...]
    sent: tuple[Sent, ...]
    nobody: tuple[int, ...]
    flagged: list[Flagged]


class _Reading:
    """One file on its way: its layout, its mapping, a reader per column, and the responses already seen."""

    def __init__(
        self,
        opened: Opened,
        layout: Layout,
        mapping: Mapping,
        lexicon: Lexicon,
        lines: Iterator[Line],
        sample: Sequence[Sequence[str]],
        header: Sequence[Sequence[str]],
        given: Mapping | None = None,
        listed: Listed = frozenset(),
    ):
        self.opened, self.layout, self.mapping, self.lexicon, self.lines = opened, layout, mapping, lexicon, lines
        self.questionnaire, self.sample, self.header = lexicon.questionnaire, sample, header
        self.to_give = list(sheets_to_give(opened, layout, lexicon, wanted_by(mapping)))
        self.corrected_line = corrected_line(layout.columns)
        self.once = CountedOnce(opened.name, layout.columns)
        columns = source_keys(layout)
        named_by_suite = self.corrected_line is not None
        mapped = [(each, source_of(each, columns, anywhere=named_by_suite)) for each in mapping.colonnes]
        held = self.questionnaire.held_targets
        self.held = [column.position for each, column in mapped if column and each.cible in held]
        self.readers = [
            CellReader.of(each, column, mapping, lexicon, layout.elsewhere, listed)
            for each, column in mapped
            if column and each.cible not in held
        ]
        seen = [column for column in layout.columns if column.position not in self.held]
        again = reworded(seen, self.readers, sample, mapping, given, lexicon)
        # What answers a question under another title is not what families answered beside another one.
        titled = [column for column in seen if not lexicon.own_words or column not in again.values()]
        waiting = [column for column in layout.columns if column.position in self.held]
        self.aside = left_out(titled, self.readers, sample, lexicon, waiting)
        self.readers = [each for each in self.readers if question_of(each.column.cible) not in self.aside]
        self.absent = [each for each, column in mapped if column is None]
        expected = wanted_by(given)
        self.instead = [each.source for each in self.readers if given and key(each.column.source) not in expected]
        read = {reader.source.position for reader in self.readers}
        self.of_nobody = OfNobody(layout.columns, read, sample)
        others = [each for each in layout.columns if each.kind == "answer" and each.position not in read]
        self.lines_elsewhere = AnsweredElsewhere(layout.columns, read)
        self._unsent = Unsent(layout, sample)
        self.sorter = LineSorter(layout, self.readers, lexicon, header, self._unsent, self.corrected_line)
        asks = any(reader.column.cible not in self.questionnaire.context for reader in self.readers)
        self.elsewhere = ELSEWHERE if asks else of_another_form([each.header or each.name for each in others])
        self.unasked = unasked(self.questionnaire, [reader.column.cible for reader in self.readers])
        # Of columns of which nothing says which box they are, some hold answers: another file does not make them whole.
        part_read = {*self.aside, *(column.question for column in layout.columns if column.part == UNTOLD)}
        out = frozenset(each for each in self.unasked if question_of(each) in part_read or each in again)
        self.coded = CodedAnswers(self.questionnaire, mapping, self.readers, self.unasked, out)
        absent = {each.source for each in self.absent}
        under = {question_of(each): WhyLeftOut(column, reworded=True) for each, column in again.items()}
        self.why_unasked = reasons(mapping, layout, absent, lexicon, self.unasked, under | self.aside)

    @classmethod
    def of(
        cls,
        opened: Opened,
        lexicon: Lexicon,
        mapping: Mapping | None,
        known: Named[str, Mapping],
        decided: Decided,
        listed: Listed,
        *,
        guess: bool,
    ) -> _Reading | ReadReport:
        """Return the reading of a file past its header, or the report of a file where no answer is recognised."""
        head = list(islice(opened.lines, HEAD_LINES))
        usable = [line.cells for line in head if not line.fault and line.cells]
        if not usable or all(map(is_blank, usable)):
            reason = " ; ".join([phrase("sans-en-tete"), *opened.remarks])
            return ReadReport.of_nothing(lexicon.questionnaire, opened.name, reason)
        # A line that cannot be read still has its place among the first ones.
        layout = layout_of([line.cells or [""] for line in head], lexicon, wanted_by(mapping))
        lines: Iterator[Line] = chain(head[layout.header_lines :], opened.lines)
        sample = list(islice(lines, _SAMPLE))
        lines = chain(sample, lines)
        header = [line.cells for line in head[: layout.header_lines]]
        again = {line.number for line in header_again(sample, header)}
        cells = [
            line.cells
            for line in sample
            if not line.fault and line.number not in again and not is_total(line.cells, lexicon.is_level)
        ]
        untold = replace(layout, columns=without_spoilt(layout.columns, cells))
        layout = with_boxes_told(untold, cells, lexicon)
        given = mapping if layout.format != SUITE else None  # its columns bear their own names
        mapping = given
        if mapping is None:
            mapping = mapping_of_corrected(layout, cells, known) or propose_mapping(layout, cells, lexicon)
        mapping = without_boxes(with_places(mapping, layout), untold, layout, lexicon)
        if given is not None:
            by_suite = corrected_line(layout.columns) is not None
            mapping = as_this_file_asks(mapping, given, layout, cells, lexicon, anywhere=by_suite)
        mapping = with_words(mapping, decided, lexicon)
        mapping = mapping if guess else without_guesses(mapping)
        reading = cls(opened, layout, mapping, lexicon, lines, cells, header, given, listed)
        if reading.readers:
            return reading
        left = sum(1 for line in lines if line.fault or not is_blank(line.cells))
        headers = ", ".join(shown(column.in_file) for column in layout.columns[:_MOST_NAMES])
        reason = phrase("aucune-colonne-reconnue", columns=headers, lines=left)
        reason = " ; ".join([reason, *(aside_words(each) for each in reading.aside.values()), *opened.remarks])
        return ReadReport.of_nothing(lexicon.questionnaire, opened.name, reason, lines=left, format=layout.format)

    def report(self, block: list[Line], *, first: bool) -> ReadReport:
        """Return what became of a block of lines."""
        lines = [line for line in block if line.fault or not is_blank(line.cells)]
        refusals = Refusals(self.opened.name, self.layout, self.readers, {})
        own = self.sorter.sort(lines, refusals)
        codes, answered, silent = self._answered(own.whole, refusals)
        read = [own.whole[rank] for rank in np.flatnonzero(answered).tolist()]
        apart = self.lines_elsewhere.among(silent, read)
        aside = {
            EMPTY: apart.empty,
            self.elsewhere: apart.filled,
            DRAFT: own.drafts,
            TOTAL: own.totals,
            HEADER: own.headers,
        }
        counted = self._counted(read, [each[answered] for each in codes], own.doubtful)
        numbers, of_sheets = set(counted.lines.tolist()), self.to_give if first else []
        flagged = self._first_remarks() if first else []
        flagged += [each for reason, which in aside.items() for each in said_aside(reason, which, self.opened.name)]
        flagged += [Flagged(None, apart.remark, self.opened.name)] if apart.remark else []
        return ReadReport(
            answers=counted.answers,
            refused=(
                *(sheet.refused for sheet in of_sheets),
                *sorted(refusals.reasons, key=lambda each: each.line or 0),
            ),
            flagged=(*flagged, *counted.flagged),
            lines_in=len(lines) + sum(sheet.lines for sheet in of_sheets),
            format=self.layout.format,
            files=(self.opened.name,),
            mappings={self.opened.name: self.mapping},
            lines=counted.lines,
            lines_refused=len(refusals.lines) + sum(sheet.lines for sheet in of_sheets),
            blank=len(block) - len(lines),
            refused_lines=tuple(refusals.lines[number] for number in sorted(refusals.lines)),
            # A response that another line gives is not counted here: what is wrong in it is not to be corrected.
            unread=tuple(each for each in refusals.unread if each.line in numbers),
            lines_in_part=tuple(line for number, line in refusals.in_part.items() if number in numbers),
            corrects=refusals.corrects,
            lines_repeated=len(read) - len(counted.lines),
            lines_aside=sum(map(len, aside.values())),
            outdated=counted.outdated,
            unasked={self.opened.name: self.why_unasked},
            otherwise=counted.otherwise,
            free=tuple(free_words([line for line in read if line.number in numbers], self.readers)),
            sent=counted.sent,
            maybe_nobody=counted.nobody,
            unrecognised={self.opened.name: Unrecognised(apart.answering, len(own.whole) - len(apart.empty))},
            guesses=guesses_of(self.readers, self.opened.name),
            written={self.opened.name: self._written(codes, len(read))},
        )

    def _counted(self, read: list[Line], codes: Codes, doubtful: Named[int, str]) -> _Counted:
        """Return what counts of the lines that hold an answer, each response once; `doubtful`: why some may not be of
        a family, by number."""
        name = self.opened.name
        repeated = self.once.among(read, self.coded, codes)
        stay = ~repeated.again
        flagged = repeated.remarks + self.once.same_numbers(read, stay)
        codes = [each[stay] for each in codes]
        answers, torn = self.coded.answers(codes, int(stay.sum()))
        lines = np.array([line.number for line in read], dtype=np.int64)[stay]
        otherwise = tuple(
            AnsweredOtherwise(int(lines[rank]), question) for rank, question in self.coded.otherwise(codes)
        )
        numbers = set(lines.tolist())
        nobody, remarks = self.of_nobody.among([line for line in read if line.number in numbers], name)
        flagged += remarks
        flagged += of_several_children(read, self.readers, self.lexicon, name)
        flagged += [Flagged(number, reason, name) for number, reason in doubtful.items() if number in numbers]
        flagged += doubts(answers, lines, torn, name)
        answers = replace(answers, otherwise=frozenset(each.question for each in otherwise))
        outdated = frozenset(repeated.outdated)
        return _Counted(answers, lines, outdated, otherwise, repeated.sent, tuple(nobody), flagged)

    def _written(self, codes: Codes, lines: int) -> FilledColumns:
        """Return what lines answer in some cell; all that a form of the suite asks, for it asks everything."""
        whole, both = self.layout.format == SUITE, zip(self.readers, codes, strict=True)
        filled = (reader.column.cible for reader, own in both if whole or (own != BLANK).any())
        return FilledColumns(frozenset(filled), lines)

    def _answered(self, whole: Sequence[Line], refusals: Refusals) -> tuple[Codes, NDArray[np.bool_], list[Line]]:
        """Return the codes of each column of some lines, which lines hold an answer, and those that hold none; the
        cells that cannot be read go to `refusals`."""
        rows = [line.cells for line in whole]
        codes = [reader.codes(rows) for reader in self.readers]
        answered, spoilt = self.coded.answered(codes), np.any([each == REFUSED for each in codes], axis=0)
        for rank in np.flatnonzero(spoilt).tolist():
            which = [column[rank] == REFUSED for column in codes]
            refusals.refuse_cells(whole[rank], which, rest_counts=bool(answered[rank]))
        return codes, answered, [whole[rank] for rank in np.flatnonzero(~answered & ~spoilt).tolist()]

    def _first_remarks(self) -> list[Flagged]:
        """Return what is to be said once of a file: how it was opened, what is only likely, what is not read."""
        name = self.opened.name
        of_sheets = {sheet.remark for sheet in self.to_give}
        remarks = [Flagged(None, remark, name) for remark in self.opened.remarks if remark not in of_sheets]
        likely = [printable(r.source.in_file) for r in self.readers if r.column.guessed]
        if likely:
            sentence = phrase("colonnes-a-verifier", columns=shortened(likely, _MOST_NAMES))
            remarks.append(Flagged(None, sentence, name))
        if self.instead:
            instead = shortened([printable(each.in_file) for each in self.instead], _MOST_NAMES)
            remarks.append(Flagged(None, phrase("lues-a-la-place", columns=instead, count=len(self.instead)), name))
        for column in self.absent:
            remarks.append(Flagged(None, absent_words(column, self.layout), name, shown(column.source)))
        remarks += [Flagged(None, sentence, name) for sentence in self._unsent.doubts()]
        remarks += [Flagged(None, spoilt_words(shown(column)), name) for column in self.once.spoilt]
        own = (*(CORRECTION_COLUMNS if self.corrected_line else ()), *map(key, self.once.spoilt))
        columns = [each for each in self.layout.columns if each.kind not in KNOWN_BY and key(each.name) not in own]
        if self.layout.format != SUITE:
            read = {reader.source.position for reader in self.readers}
            unread = unread_words(columns, self.sample, read, self.held)
            remarks += [Flagged(None, each, name) for each in unread]
        return remarks


__all__ = [
    "Flagged",
    "ReadReport",
    "Refused",
    "RefusedLine",
    "read_answers",
    "read_chunks",
]
