"""Les formats que l'on sait lire, un par fichier : reconnaître un fichier, l'ouvrir, nommer ses colonnes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from pathlib import Path

from liaison.base.faults import why
from liaison.base.letters import key, signed_key
from liaison.base.quoting import printable
from liaison.base.sentences import french_beside
from liaison.base.tables import (
    HEAD_LINES,
    MOST_COLUMNS,
    Opened,
    first_bytes,
    is_blank,
    is_workbook,
    open_table,
    refused_file,
    text_lines,
)
from liaison.diagnostic.reading.formats import any_table, framaforms, google_forms, kobo, limesurvey, qualtrics, suite
from liaison.diagnostic.reading.formats.codes import holds_codes, with_codes
from liaison.diagnostic.reading.formats.headers import named, split_path
from liaison.diagnostic.reading.formats.instructions import without_instructions
from liaison.diagnostic.reading.formats.json_text import is_json, open_json
from liaison.diagnostic.reading.formats.marks import with_marks
from liaison.diagnostic.reading.formats.numbered import without_numbers
from liaison.diagnostic.reading.formats.source import LONGEST_NAME, Layout, SourceColumn
from liaison.diagnostic.reading.formats.two_lines import SURVEY_MONKEY, says_response
from liaison.diagnostic.reading.wording import Lexicon

phrase = french_beside(__file__)

_RECOGNISED = 2  # colonnes connues qui font d'une feuille celle des réponses


def open_file(
    source: Path | bytes, name: str, lexicon: Lexicon, wanted: Set[str] = frozenset(), *, first_sheet: bool = False
) -> Opened:
    """Return the lines of a file, whatever it is; `fault` says why when nothing of it can be read. Never raises.

    Of a workbook, one sheet is read: the first whose header is recognised, that is, has the columns `wanted`, or else
    names of the questionnaire, or codes of families; without one, or with `first_sheet`, the first that holds
    something. With `first_sheet`, codes stay as they are written: the table is not of answers.
    """
    try:
        start = first_bytes(source)
        if is_json(start):
            return open_json(source, name, lexicon.questionnaire)
    except OSError as error:
        return refused_file(name, phrase("fichier-illisible", reason=why(error)))
    if first_sheet:
        return open_table(source, name)
    opened = _open_sheet(source, name, lexicon, wanted)
    if opened.fault:
        return opened
    if is_workbook(start):
        return _with_codes_of_sheet(opened, lexicon)
    return with_codes(opened, lambda: text_lines(source), lexicon)


def _open_sheet(source: Path | bytes, name: str, lexicon: Lexicon, wanted: Set[str]) -> Opened:
    """Return the lines of a file; of a workbook, those of a sheet that has the columns `wanted`, or of one that names
    questions where none has: the mapping was made for another tool."""
    looked_at: list[bool] = []

    def is_read(head: Sequence[Sequence[str]]) -> bool:
        looked_at.append(_is_read(head, lexicon, wanted))
        return looked_at[-1]

    opened = open_table(source, name, is_read)
    if wanted and looked_at and not any(looked_at):
        return open_table(source, name, lambda head: _is_read(head, lexicon, frozenset()))
    return opened


def _with_codes_of_sheet(book: Opened, lexicon: Lexicon) -> Opened:
    lines = list(book.lines)  # calamine holds them all in memory already
    texts = [line._replace(cells=[" ".join(line.cells)]) for line in lines]
    return with_codes(replace(book, lines=iter(lines)), lambda: iter(texts), lexicon)


def _is_read(head: Sequence[Sequence[str]], lexicon: Lexicon, wanted: Set[str]) -> bool:
    return _has_answers(head, lexicon, wanted) or (not wanted and holds_codes(head, lexicon))


def _has_answers(head: Sequence[Sequence[str]], lexicon: Lexicon, wanted: Set[str]) -> bool:
    """Return whether the first lines of a sheet name some columns of the questionnaire, or those wanted."""
    columns = [column for column in layout_of(head, lexicon, wanted).columns if column.kind == "answer"]
    if wanted:
        return sum(key(column.name) in wanted for column in columns) >= min(_RECOGNISED, len(wanted))
    named = [lexicon.column(column.name) or lexicon.question(column.question) for column in columns]
    return len(list(filter(None, named))) >= _RECOGNISED


def layout_of(head: Sequence[Sequence[str]], lexicon: Lexicon, wanted: Set[str] = frozenset()) -> Layout:
    """Return how a file is laid out, from its first lines: the first format that recognises them, or any table.

    `wanted`: the names or headers, as `key` gives them, that a mapping expects.
    """
    plain = [without_numbers(row, lexicon) for row in head]
    layout = _layout_of(plain, lexicon, wanted)
    above = {cell.strip() for row in plain[: layout.header_lines - 1] for cell in row}

    def with_headers(rank: int) -> list[SourceColumn]:
        return _with_headers(layout.columns, head[rank], plain[rank], above)

    last = with_headers(layout.header_lines - 1)
    columns = last if layout.titled is None else with_headers(layout.titled)
    # A mapping made when the last line was taken for the titles names them so.
    columns = last if any(key(column.header) in wanted for column in last if column.header) else columns
    return replace(layout, columns=_as_wanted(with_marks(columns, lexicon), wanted))


def _with_headers(
    columns: Sequence[SourceColumn], header: Sequence[str], plain: Sequence[str], above: Set[str]
) -> list[SourceColumn]:
    """Return the columns with their headers; `plain`: the same, without the numbers that a tool gave to those that come
    back; `above`: what the lines above say, that tells two of one header apart."""
    written = [printable(header[column.position][:LONGEST_NAME].strip()) for column in columns]
    keys = [signed_key(printable(plain[column.position][:LONGEST_NAME].strip())) for column in columns]
    times = Counter(keys)
    beside = zip(["", *written], [*written[1:], ""], strict=False)
    every: list[SourceColumn] = []
    for column, text, title, between in zip(columns, written, keys, beside, strict=True):
        own, twin = "" if says_response(text) else text, times[title] > 1
        told_above = bool(column.part) and column.question in above
        twin_header = own if twin and not told_above else ""
        every.append(replace(column, header="" if twin else own, twin_header=twin_header, between=between))
    return every


def _as_wanted(columns: Sequence[SourceColumn], wanted: Set[str]) -> tuple[SourceColumn, ...]:
    """Return the columns, each that a mapping knows by its header named so.

    What a header seems to name depends on the questionnaire: a mapping may have been made before there was this one.
    """
    known = {signed_key(column.header): column for column in columns if column.header and key(column.header) in wanted}

    def named(column: SourceColumn) -> SourceColumn:
        other = known.get(signed_key(column.name), column)  # a column that another one's header would name
        renamed = signed_key(column.header) in known or other is not column
        same = signed_key(column.name) == signed_key(column.header)
        return replace(column, name=column.header) if column.header and renamed and not same else column

    return tuple(map(named, columns))


def _layout_of(head: Sequence[Sequence[str]], lexicon: Lexicon, wanted: Set[str]) -> Layout:
    rows = [[_without_instructions(cell[:LONGEST_NAME], lexicon) for cell in row[:MOST_COLUMNS]] for row in head]
    first = next((rank for rank, row in enumerate(rows) if not is_blank(row)), 0)
    layout = framaforms.layout(rows, lexicon)
    if layout and layout.format == SURVEY_MONKEY:  # some of its own columns have the titles of LimeSurvey's
        return layout
    # The other tools write one line of header: boxes under their questions are none of theirs, whatever titles stand
    # beside that they write too.
    under_questions = layout or any_table.under_questions(rows, lexicon)
    for form in (suite, qualtrics) if under_questions else (suite, qualtrics, limesurvey, google_forms, kobo):
        other = form.layout(rows[first:], lexicon)
        if other is not None:
            return replace(other, header_lines=first + other.header_lines)
    return under_questions or any_table.layout(rows, lexicon, wanted)


def _without_instructions(title: str, lexicon: Lexicon) -> str:
    """Return a title without how to answer it, where this names something that is asked; otherwise as it is."""
    bare = without_instructions(title)
    if bare == title:
        return title
    own = named(title, lexicon, "")
    # The title of a school's own form may say how to answer it, and then its boxes are named after that.
    whole = lexicon.named(title) or (own is not None and own[1] and lexicon.named(own[0]))
    return bare if not whole and (named(bare, lexicon, "") or split_path(bare, lexicon)) else title


__all__ = ["HEAD_LINES", "layout_of", "open_file"]
