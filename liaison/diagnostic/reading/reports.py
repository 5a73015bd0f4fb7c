"""Le compte rendu d'une lecture : ce qui est gardé, ce qui est refusé et pourquoi, ce qu'il faut vérifier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from liaison.base.quoting import printable, shown
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.diagnostic.answers import Answers, empty_answers, identifiers, joined
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, Questionnaire
from liaison.diagnostic.reading.formats.marks import Sent
from liaison.diagnostic.reading.guesses import Guess, confirmed
from liaison.diagnostic.reading.mapping import Mapping as FileMapping

phrase = french_beside(__file__)

_MANY_LINES, _HANDFUL = 2, 0.05  # lignes, part des lignes remplies : au-delà, des familles manqueraient


class FileLine(NamedTuple):
    """One line of one file."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Refused:
    """One thing that was refused: file, line (None: the whole file), column, what was read (cut short), reason.

    `column` is empty when the line itself is refused. What was read stays on this machine: it may be a name.
    `target`: the question of its column. `word`: the one that is no answer to it, when that is all that is wrong.
    """

    file: str
    line: int | None
    column: str
    value: str
    reason: str
    word: str = ""
    target: str = ""

    def __str__(self) -> str:
        """The refusal in one French sentence."""
        return _placed(self.file, self.line, self.column, self.reason)


class Unrecognised(NamedTuple):
    """Of the lines of a file where something is `filled`, how many answer questions of which none is recognised: their
    families do not count."""

    lines: int
    filled: int

    @property
    def is_many(self) -> bool:
        """Whether they are more than a handful: what is published would miss a part of the families."""
        return self.lines >= _MANY_LINES and self.lines > _HANDFUL * self.filled


class FilledColumns(NamedTuple):
    """The `columns` of a table of answers that a file fills in some cell, be it by « ne sait pas » (a form of the
    suite, all that it asks), and how many of its lines answer something."""

    columns: frozenset[str]
    lines: int


class WhyUnasked(NamedTuple):
    """Why a question is not read in a file, or of it these `columns` of a table of answers; `in_a_column`: a column
    there seems to be about it.
    """

    reason: str
    in_a_column: bool = False
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Flagged:
    """One thing that was kept and is worth checking: line (None: the whole file), reason."""

    line: int | None
    reason: str
    file: str = ""
    column: str = ""

    def __str__(self) -> str:
        """The remark in one French sentence."""
        return _placed(self.file, self.line, self.column, self.reason)


class AnsweredOtherwise(NamedTuple):
    """A question to which a line gives another answer than those that it has."""

    line: int
    question: str


class FreeWords(NamedTuple):
    """What a line writes in place of an answer to `target`, that is none of the questionnaire and counts as another."""

    line: int
    target: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """One line to correct, refused or read in part: its columns that are read, what they hold, every reason at once.

    A line that could not be read by columns holds nothing there: left as it is, it stays refused. `origin`: the
    line that it was to correct, when it is itself a correction.
    """

    file: str
    line: int
    columns: tuple[str, ...]
    values: tuple[str, ...]
    reason: str
    origin: FileLine | None = None

    @property
    def cells(self) -> dict[str, str]:
        """What the line holds, by column."""
        return dict(zip(self.columns, self.values, strict=True))


@dataclass(frozen=True)
class ReadReport:
    """What became of a file: `lines_in` == len(`answers`) + `lines_refused` + `lines_repeated` + `lines_aside`.

    Blank lines are apart. `lines_aside`: empty forms, drafts, lines of another form, headers said again, totals, and
    the families for whom the form stops at an answer, which are `stopped`.
    `lines`: for each answer in order, the number of its line. `mappings`: by file, the one that was used, given or
    proposed; a file of which nothing was recognised has none. `refused_lines`: one per refused line, to be corrected
    and read again. `unread`: in lines that are kept, the cells that are no answer: each leaves its question, and no
    other, without an answer on that line. `lines_in_part`: these lines, to be corrected as the refused ones are, one
    each. `corrects`: by line of a file of corrections, the line that it corrects; `replaced`: by file, how
    many of its lines are no longer counted because a correction took their place. `lines_repeated`: lines that give
    again a response already counted. `outdated`: its lines of which a later block holds a later version.
    `unasked`: by file that was read, the questions that it does not ask, or only in part, and why not. `otherwise`: in
    lines that are kept, the questions to which « another answer » was given, that the questionnaire has not. `free`: in
    them, what is written in place of an answer where the questionnaire has « another ».
    `sent`: what a tool wrote of each line, until every file is read and each family counted once; then nothing.
    `maybe_twice`: families that may be counted twice, where nothing tells. `maybe_nobody`: lines that are kept and may
    be of no family. `unrecognised`: by file, its lines that are filled and answer no question that is recognised.
    `guesses`: what is only guessed of the columns, and waits for a yes; `said_right`: what a person
    says that it is right of. `written`: by file, what its lines fill.
    """

    answers: Answers
    refused: tuple[Refused, ...]
    flagged: tuple[Flagged, ...]
    lines_in: int
    format: str
    files: tuple[str, ...]
    mappings: Mapping[str, FileMapping] = field(default_factory=dict)
    lines: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    lines_refused: int = 0
    blank: int = 0
    refused_lines: tuple[RefusedLine, ...] = ()
    unread: tuple[Refused, ...] = ()
    lines_in_part: tuple[RefusedLine, ...] = ()
    corrects: Mapping[FileLine, FileLine] = field(default_factory=dict)
    replaced: Mapping[str, int] = field(default_factory=dict)
    lines_repeated: int = 0
    lines_aside: int = 0
    stopped: int = 0
    outdated: frozenset[FileLine] = frozenset()
    unasked: Mapping[str, Mapping[str, WhyUnasked]] = field(default_factory=dict)
    otherwise: tuple[AnsweredOtherwise, ...] = ()
    free: tuple[FreeWords, ...] = ()
    sent: tuple[Sent, ...] = ()
    maybe_twice: int = 0
    maybe_nobody: tuple[int, ...] = ()
    unrecognised: Mapping[str, Unrecognised] = field(default_factory=dict)
    guesses: tuple[Guess, ...] = ()
    said_right: tuple[Guess, ...] = ()
    written: Mapping[str, FilledColumns] = field(default_factory=dict)

    def __post_init__(self) -> None:
        apart = self.lines_refused + self.lines_repeated + self.lines_aside
        if self.lines_in != len(self.answers) + apart or len(self.lines) != len(self.answers):
            raise AssertionError(
                f"{self.lines_in} lines in, {len(self.answers)} kept, {apart} refused, repeated or aside"
            )

    @classmethod
    def of_nothing(
        cls, questionnaire: Questionnaire, name: str, reason: str, *, lines: int = 0, format: str = ""
    ) -> ReadReport:
        """Return the report of a file of which nothing is kept, and why; `lines` were counted, not understood."""
        refused = (Refused(name, None, "", "", reason),)
        return cls(empty_answers(questionnaire), refused, (), lines, format, (name,), lines_refused=lines)

    @property
    def to_correct(self) -> int:
        """How many lines are worth correcting before anything is published: refused, or kept in part."""
        return self.lines_refused + len(self.lines_in_part)

    @property
    def waits(self) -> bool:
        """Whether a person is to say yes before anything is published: something is only guessed, lines are to be
        corrected, families may be counted twice or not at all, or lines be of none."""
        waiting = self.guesses or self.to_correct or self.maybe_twice or self.maybe_nobody
        # Where no line counts at all, nothing can be published.
        return bool(waiting or (self.uncounted and len(self.answers)))

    @property
    def uncounted(self) -> Mapping[str, Unrecognised]:
        """By file, its lines that are filled and answer no question that is recognised, where they are many."""
        return {file: each for file, each in self.unrecognised.items() if each.is_many}

    def with_guesses_right(self) -> ReadReport:
        """Return the report once a person says that all it guesses is right; its mappings guess nothing any more."""
        mappings = {name: confirmed(mapping) for name, mapping in self.mappings.items()}
        return replace(self, guesses=(), said_right=(*self.said_right, *self.guesses), mappings=mappings)

    def without(self, numbers: Collection[int], **counted: Any) -> ReadReport:
        """Return the report of one file without these lines, which it kept; `counted`: where they are said instead."""
        stay = ~np.isin(self.lines, list(numbers))
        table = self.answers.table[stay]
        otherwise = tuple(each for each in self.otherwise if each.line not in numbers)
        rest: dict[str, Any] = {
            "answers": replace(
                self.answers,
                table=table.set_axis(identifiers(len(table)), axis="index"),
                otherwise=frozenset(each.question for each in otherwise),
            ),
            "otherwise": otherwise,
            "free": tuple(each for each in self.free if each.line not in numbers),
            "lines": self.lines[stay],
            "flagged": tuple(each for each in self.flagged if each.line not in numbers),
            "unread": tuple(each for each in self.unread if each.line not in numbers),
            "lines_in_part": tuple(each for each in self.lines_in_part if each.line not in numbers),
            "maybe_nobody": tuple(line for line in self.maybe_nobody if line not in numbers),
        }
        return replace(self, **(rest | counted))

    @property
    def mapping(self) -> FileMapping | None:
        """The mapping that was used; None when nothing was recognised, or when files were not all read alike."""
        mappings = list(self.mappings.values())
        return mappings[0] if mappings and all(each == mappings[0] for each in mappings) else None

    def summary(self) -> str:
        """Return in French what became of the lines: read, kept, refused, repeated, set aside, blank, replaced."""
        read, refused = str(self.lines_in), str(self.lines_refused)
        sentences = [phrase("lignes-lues", read=read, kept=len(self.answers), refused=refused)]
        sentences += [phrase("deja-comptees", count=self.lines_repeated)] if self.lines_repeated else []
        sentences += [phrase("mises-a-part", count=self.lines_aside)] if self.lines_aside else []
        sentences += [phrase("lignes-vides", count=self.blank)] if self.blank else []
        sentences += [phrase("remplacees", count=n, file=printable(file)) for file, n in self.replaced.items()]
        return typeset(" ".join(sentences))

    def published_summary(self) -> str:
        """Return what of `summary` may be published: where families answered, or refused to, and are not counted, that
        they are not, and not how many."""
        if not self.stopped and not any(each.lines for each in self.unrecognised.values()):
            return self.summary()
        return typeset(phrase("reponses-gardees", kept=len(self.answers)))

    def table(self) -> pd.DataFrame:
        """Return everything that was said: fichier, ligne, colonne, gravite, valeur, raison.

        `gravite`: « refus » (the line is not counted), « cellule » (one answer of it is not), « attention ».
        """
        rows = [
            (r.file, r.line, r.column, grave, r.value, typeset(r.reason))
            for grave, which in (("refus", self.refused), ("cellule", self.unread))
            for r in which
        ]
        rows += [(f.file, f.line, f.column, "attention", "", typeset(f.reason)) for f in self.flagged]
        columns = ["fichier", "ligne", "colonne", "gravite", "valeur", "raison"]
        return pd.DataFrame(rows, columns=columns).astype({"ligne": "Int64"})


def merged(parts: Sequence[ReadReport], questionnaire: Questionnaire) -> ReadReport:
    """Return several reports as one, answers numbered anew."""
    if len(parts) == 1:
        return _with_families_said(parts[0])
    # A file of which no line counts asked nobody: what it does not ask is of no family.
    asking = {name for part in parts for name in part.files if len(part.answers)} or {*chain(*(p.files for p in parts))}
    report = ReadReport(
        answers=joined([part.answers for part in parts], questionnaire),
        refused=tuple(each for part in parts for each in part.refused),
        flagged=tuple(each for part in parts for each in part.flagged),
        lines_in=sum(part.lines_in for part in parts),
        format=", ".join(dict.fromkeys(part.format for part in parts if part.format)),
        files=tuple(dict.fromkeys(name for part in parts for name in part.files)),
        mappings={name: mapping for part in parts for name, mapping in part.mappings.items()},
        lines=np.concatenate([part.lines for part in parts]) if parts else np.zeros(0, dtype=np.int64),
        lines_refused=sum(part.lines_refused for part in parts),
        blank=sum(part.blank for part in parts),
        refused_lines=tuple(each for part in parts for each in part.refused_lines),
        unread=tuple(each for part in parts for each in part.unread),
        lines_in_part=tuple(each for part in parts for each in part.lines_in_part),
        corrects={own: place for part in parts for own, place in part.corrects.items()},
        replaced=sum((Counter(part.replaced) for part in parts), Counter()),
        lines_repeated=sum(part.lines_repeated for part in parts),
        lines_aside=sum(part.lines_aside for part in parts),
        stopped=sum(part.stopped for part in parts),
        outdated=frozenset().union(*(part.outdated for part in parts)),
        unasked={file: why for part in parts for file, why in part.unasked.items() if file in asking},
        otherwise=tuple(each for part in parts for each in part.otherwise),
        free=tuple(each for part in parts for each in part.free),
        sent=tuple(each for part in parts for each in part.sent),
        maybe_twice=sum(part.maybe_twice for part in parts),
        maybe_nobody=tuple(line for part in parts for line in part.maybe_nobody),
        unrecognised=_unrecognised(parts),
        guesses=tuple(dict.fromkeys(each for part in parts for each in part.guesses)),
        said_right=tuple(dict.fromkeys(each for part in parts for each in part.said_right)),
        written=_written(parts),
    )
    return _with_families_said(report)


def _with_families_said(report: ReadReport) -> ReadReport:
    """Return a report whose answers say whether families may be counted twice, not at all, or under no level."""
    twice, uncounted = report.maybe_twice > 0, bool(report.uncounted)
    level_unread = any(cell.target == LEVEL and cell.word for cell in report.unread)
    answers = replace(report.answers, maybe_twice=twice, uncounted=uncounted, level_unread=level_unread)
    return replace(report, answers=answers)


def _unrecognised(parts: Sequence[ReadReport]) -> dict[str, Unrecognised]:
    every: dict[str, Unrecognised] = {}
    for file, each in (pair for part in parts for pair in part.unrecognised.items()):
        lines, filled = every.get(file, Unrecognised(0, 0))
        every[file] = Unrecognised(lines + each.lines, filled + each.filled)
    return every


def _written(parts: Sequence[ReadReport]) -> dict[str, FilledColumns]:
    every: dict[str, FilledColumns] = {}
    for file, own in (pair for part in parts for pair in part.written.items()):
        columns, lines = every.get(file, FilledColumns(frozenset(), 0))
        every[file] = FilledColumns(columns | own.columns, lines + own.lines)
    return every


def _placed(file: str, line: int | None, column: str, reason: str) -> str:
    where = [
        printable(file),
        phrase("ligne", line=line) if line is not None else "",
        phrase("colonne", column=shown(column)) if column else "",
    ]
    # A reason that asks something ends with its own sign.
    return typeset(f"{', '.join(part for part in where if part)} : {reason}{'' if reason.endswith('?') else '.'}")
