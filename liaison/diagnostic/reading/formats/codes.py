"""Des codes de familles comme on les recopie : une liste avec puces, titres et lignes vides, ou une colonne de tableau.

Each line becomes the answers that its code holds, under the header of the suite's CSV; what a school wrote beside
(the level, the line that is corrected) stands for what the code says. A line that was meant to be a code and is not
one is refused with what is written there, to be corrected; a line without a code (a title, an absent family) is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from liaison.base.letters import normal
from liaison.base.quoting import LONGEST_QUOTE, shown
from liaison.base.sentences import french_beside
from liaison.base.tables import HEAD_LINES, Line, Opened, is_blank
from liaison.base.words import shortened
from liaison.diagnostic.answers import AnswersError, row_of
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.answer_code import answer_of, code_length, code_within, looks_like_code
from liaison.diagnostic.reading.formats import corrections
from liaison.diagnostic.reading.formats.suite import CODE, HEAD, header, line_of
from liaison.diagnostic.reading.wording import Lexicon

phrase = french_beside(__file__)

_SAMPLE = 40  # lignes qui disent si un fichier est fait de codes
_MOST_NAMED = 10
# « Codes », « code famille », « code de la famille »
_CODE_HEADER = re.compile(r"codes?(?: (?:de|des|du|d|la|le|les|l|familles?|reponses?|questionnaires?))*")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class _Columns:
    """The columns of a table of codes: that of the codes, then those of which the suite knows the name."""

    code: int
    known: dict[str, int]
    unread: tuple[str, ...]
    header_lines: int

    @property
    def corrects(self) -> bool:
        """Whether each row says which line it corrects."""
        return {corrections.FILE, corrections.LINE} <= self.known.keys()


def with_codes(opened: Opened, texts: Callable[[], Iterator[Line]], lexicon: Lexicon) -> Opened:
    """Return the answers of a file of codes as lines under the header of the suite's CSV; any other file as it is.

    `texts`: the same lines, each as one text.
    """
    head = list(islice(opened.lines, _SAMPLE))
    whole = replace(opened, lines=chain(head, opened.lines))
    questionnaire = lexicon.questionnaire
    rows = [line.cells for line in head]
    columns = _columns(rows, lexicon)
    if columns and _holds_codes(rows, columns, questionnaire):
        return _read(whole, columns, questionnaire)
    if _is_lone_list([line.cells[0] for line in islice(texts(), _SAMPLE)], rows, lexicon):
        listed = _Columns(code=0, known={}, unread=(), header_lines=0)
        return _read(replace(opened, lines=texts()), listed, questionnaire)
    return whole


def holds_codes(rows: Rows, lexicon: Lexicon) -> bool:
    """Return whether the first lines of a sheet are those of a table of codes."""
    columns = _columns(rows, lexicon)
    if _is_lone_list([" ".join(row) for row in rows], rows, lexicon):
        return True
    return columns is not None and _holds_codes(rows, columns, lexicon.questionnaire)


def _columns(rows: Rows, lexicon: Lexicon) -> _Columns | None:
    """Return the columns of the first line that names a column of codes beside others."""
    for rank, row in enumerate(rows[:HEAD_LINES], start=1):
        places = [place for place, cell in enumerate(row) if _is_code_header(cell)]
        if not places or sum(bool(cell.strip()) for cell in row) < 2:
            continue
        names = {place: _name(cell.strip(), lexicon) for place, cell in enumerate(row) if place != places[0]}
        unread = tuple(shown(row[place].strip()) for place, name in names.items() if not name and row[place].strip())
        known = {name: place for place, name in reversed(names.items()) if name}
        return _Columns(places[0], known, unread, rank)
    return None


def _name(cell: str, lexicon: Lexicon) -> str:
    if cell in HEAD or normal(cell) in corrections.COLUMNS:
        return cell if cell in HEAD else normal(cell)
    column = lexicon.column(cell)
    return column.name if column else ""


def _is_code_header(cell: str) -> bool:
    return len(cell) <= LONGEST_QUOTE and _CODE_HEADER.fullmatch(normal(cell)) is not None


def _holds_codes(rows: Rows, columns: _Columns, questionnaire: Questionnaire) -> bool:
    """Return whether a column that is called « code » holds codes of families, and not those that a school gives."""
    if columns.corrects:
        return True
    cells = [row[columns.code] for row in rows[columns.header_lines :] if columns.code < len(row)]
    return _is_list(cells, questionnaire, or_meant=not columns.known)


def _is_lone_list(texts: Sequence[str], rows: Rows, lexicon: Lexicon) -> bool:
    """Return whether these lines are codes and nothing else. Of a file that asks questions, most are to hold one: the
    number that a tool draws for a line is now and then that of a code."""
    if not _asks(rows, lexicon):
        return _is_list(texts, lexicon.questionnaire, or_meant=True)
    written = [text for text in texts if text.strip()]
    return 2 * sum(bool(code_within(text, lexicon.questionnaire)) for text in written) > len(written)


def _is_list(texts: Sequence[str], questionnaire: Questionnaire, *, or_meant: bool) -> bool:
    """Return whether one of these texts holds a code, or, `or_meant`, most of them were meant to."""
    if any(code_within(text, questionnaire) for text in texts):
        return True
    written = [text for text in texts if text.strip() and not _is_code_header(text)] if or_meant else []
    return 2 * sum(looks_like_code(text, questionnaire) for text in written) > len(written)


def _asks(rows: Rows, lexicon: Lexicon) -> bool:
    """Return whether one of the first lines names a question: the file is one of answers."""
    return any(lexicon.column(cell) or lexicon.question(cell) for row in rows[:HEAD_LINES] for cell in row if cell)


def _read(opened: Opened, columns: _Columns, questionnaire: Questionnaire) -> Opened:
    head = [*header(questionnaire), CODE, *(corrections.COLUMNS if columns.corrects else ())]
    lines: list[Line] = [Line(0, head)]
    without: list[int] = []
    for line in islice(opened.lines, columns.header_lines, None):
        written = line.cells[columns.code].strip() if columns.code < len(line.cells) else ""
        given = {name: line.cells[at] for name, at in columns.known.items() if at < len(line.cells)}
        if line.fault or is_blank(line.cells):
            lines.append(line)
        elif _says_nothing(written, given, columns, questionnaire):
            without += [] if _is_code_header(written) else [line.number]
        else:
            lines.append(_decoded(line.number, written, given, head, questionnaire))
    remarks = list(opened.remarks)
    if without:
        remarks.append(phrase("lignes-sans-code", lines=shortened(without, _MOST_NAMED)))
    if columns.unread:
        remarks.append(phrase("colonnes-non-lues", columns=shortened(columns.unread, _MOST_NAMED)))
    return Opened(opened.name, iter(lines), tuple(remarks))


def _says_nothing(written: str, given: dict[str, str], columns: _Columns, questionnaire: Questionnaire) -> bool:
    """Return whether a line holds neither a code, nor what was meant to be one, nor answers."""
    if columns.corrects or _answers(given, questionnaire):
        return False
    return not code_within(written, questionnaire) and not looks_like_code(written, questionnaire)


def _decoded(number: int, written: str, given: dict[str, str], head: list[str], questionnaire: Questionnaire) -> Line:
    """Return the answers of one line: those written in its cells, otherwise those of its code."""
    codes = code_within(written, questionnaire)
    cells: dict[str, str] = {}
    fault = ""
    by_hand = _answers(given, questionnaire)
    if len(codes) > 1:
        fault = phrase("plusieurs-codes", count=len(codes))
    elif codes:
        answer = answer_of(codes[0], questionnaire)
        cells = dict(
            zip(head, line_of(number, answer, row_of(answer, questionnaire), questionnaire).cells, strict=False)
        )
        cells |= dict.fromkeys(_questions(questionnaire), "") if by_hand else {}
    elif written and not by_hand:
        fault = _why_not(written, questionnaire)
    start = {HEAD[0]: "1", HEAD[1]: questionnaire.id}
    cells = {**start, **cells, **{name: cell for name, cell in given.items() if cell.strip()}, CODE: written}
    return Line(number, [cells.get(name, "") for name in head], fault)


def _why_not(written: str, questionnaire: Questionnaire) -> str:
    try:
        answer_of(written, questionnaire)
    except AnswersError as error:
        return str(error).rstrip(".")
    return phrase("longueur-d-un-code", length=code_length(questionnaire))


def _answers(given: dict[str, str], questionnaire: Questionnaire) -> bool:
    return any(given.get(name, "").strip() for name in _questions(questionnaire))


def _questions(questionnaire: Questionnaire) -> list[str]:
    return [column.name for column in questionnaire.columns()]


__all__ = ["holds_codes", "with_codes"]
