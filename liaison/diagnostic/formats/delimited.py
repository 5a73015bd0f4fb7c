"""Ouvrir un CSV tel qu'un outil ou un tableur l'enregistre, ligne à ligne, sans jamais le tenir entier en mémoire."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, TextIO

from liaison.diagnostic.formats.source import LONGEST_LINE, MOST_COLUMNS, Line, Opened, refused_file

DELIMITERS = ";,\t|"
_BLOCK = 1 << 20
_SAMPLE = 40  # lignes lues pour reconnaître le séparateur
_LONGEST_QUOTED = 40  # lignes qu'une cellule entre guillemets peut occuper
_NAMED = {"utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_CHECK_ACCENTS = "le fichier n'est pas entièrement en UTF-8, il a été lu en {read} : vérifier les accents"
_UNPAIRED = "les guillemets de la ligne ne vont pas par deux"
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def open_delimited(source: Path | bytes, name: str) -> Opened:
    """Return the lines of a CSV: `;` `,` tab or `|`, UTF-8 with or without BOM, UTF-16, or Windows-1252.

    A cell between quotes may hold ends of lines; quotes that are never closed spoil one line, not the rest.
    """
    with _binary(source) as stream:
        encoding, sure = _encoding(stream)
    remarks = () if sure else (_CHECK_ACCENTS.format(read=_NAMED[encoding]),)
    delimiter, width = _shape(source, encoding)
    if width > MOST_COLUMNS:
        return refused_file(name, f"le fichier a {width} colonnes : {MOST_COLUMNS} au plus sont lues")
    return Opened(name, _lines(source, encoding, delimiter), remarks)


def text_lines(source: Path | bytes) -> Iterator[Line]:
    """Yield the lines of a text as they are written, each in one cell, whatever delimiters and quotes it holds."""
    with _binary(source) as stream:
        encoding, _sure = _encoding(stream)
    with _text(source, encoding) as lines:
        physical = _Physical(lines)
        number = 0
        while (text := physical.next()) is not None:
            number += 1
            if text.strip():
                yield Line(number, [text])


def _binary(source: Path | bytes) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _text(source: Path | bytes, encoding: str) -> TextIO:
    return io.TextIOWrapper(_binary(source), encoding=encoding, errors="replace", newline=None)


def _encoding(stream: BinaryIO) -> tuple[str, bool]:
    """Return the encoding of a file, read once block by block, and whether it is sure."""
    head = stream.read(4096)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", True
    if len(head) >= 4 and head.count(0) * 4 > len(head):
        # UTF-16 without its mark: one byte in two of a Western text is zero.
        return ("utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"), False
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    bad = good = 0
    for block in chain([head], iter(lambda: stream.read(_BLOCK), b"")):
        piece = decoder.decode(block)
        if not piece.isascii():
            bad += piece.count("\ufffd")
            good += len(_NON_ASCII.findall(piece))
    if not bad:
        return "utf-8-sig", True
    # A damaged UTF-8 file still has far more whole letters than broken ones; Windows-1252 has hardly any whole one.
    return ("utf-8-sig" if good > 2 * bad else "cp1252"), False


def _shape(source: Path | bytes, encoding: str) -> tuple[str, int]:
    """Return the delimiter that cuts the first lines most evenly, and into how many cells."""
    best: tuple[float, int, str] = (0.0, 1, ";")
    for delimiter in DELIMITERS:
        sample = [line for line in islice(_lines(source, encoding, delimiter), _SAMPLE) if not line.fault]
        widths = [len(line.cells) for line in sample]
        if widths:
            width = max(set(widths), key=lambda each: (widths.count(each), each))
            even = widths.count(width) / len(widths) if width > 1 else 0.0
            best = max(best, (even, width, delimiter), key=lambda each: each[:2])
    return best[2], best[1]


class _Physical:
    """The lines of a stream as they are written; some can be put back."""

    def __init__(self, stream: TextIO):
        self._stream = stream
        self._back: deque[str] = deque()

    def next(self) -> str | None:
        if self._back:
            return self._back.popleft()
        line = self._stream.readline(LONGEST_LINE + 1)
        if not line:
            return None
        if len(line) > LONGEST_LINE:
            while line and not line.endswith("\n"):
                line = self._stream.readline(LONGEST_LINE)
            return "\x00" * (LONGEST_LINE + 1)
        return line.rstrip("\n")

    def put_back(self, lines: list[str]) -> None:
        self._back.extendleft(reversed(lines))


def _lines(source: Path | bytes, encoding: str, delimiter: str) -> Iterator[Line]:
    """Yield the lines of the file, but those on which nothing is written, not even a delimiter.

    Numbered as a spreadsheet does: a cell over three lines is in one row, and a blank line is a row too.
    """
    with _text(source, encoding) as stream:
        physical = _Physical(stream)
        width = number = 0
        while (text := physical.next()) is not None:
            number += 1
            if len(text) > LONGEST_LINE:
                yield Line(number, fault=f"la ligne dépasse {LONGEST_LINE} caractères")
                continue
            if not text or text.isspace():
                continue
            if '"' not in text:
                line = Line(number, text.split(delimiter))
            elif text.count('"') % 2 == 0:
                line = _parsed(number, text, delimiter)
            else:
                line = _closed(number, text, delimiter, physical, width)
            width = width or len(line.cells)
            yield line


def _parsed(number: int, text: str, delimiter: str, *, strict: bool = True) -> Line:
    try:
        return Line(number, next(csv.reader([text], delimiter=delimiter, strict=strict)))
    except (csv.Error, StopIteration):
        return _parsed(number, text, delimiter, strict=False) if strict else Line(number, fault=_UNPAIRED)


def _closed(number: int, text: str, delimiter: str, physical: _Physical, width: int) -> Line:
    """Return the line whose cell goes on over the next ones, or that line alone when no quote ever closes it."""
    taken: list[str] = []
    whole = text
    while len(taken) < _LONGEST_QUOTED and len(whole) <= LONGEST_LINE:
        following = physical.next()
        if following is None:
            break
        taken.append(following)
        whole += "\n" + following
        if following.count('"') % 2:
            joined = _strictly(number, whole, delimiter)
            if joined is not None and width in (0, len(joined.cells)):
                return joined
            break
    physical.put_back(taken)
    alone = _parsed(number, text, delimiter, strict=False)
    # A lone quote inside a cell (5" d'écran) hurts nothing as long as the line has all its cells.
    inside = not re.search(rf'(?:^|[{re.escape(delimiter)}])"', text)
    return alone if inside and len(alone.cells) == width else Line(number, fault=_UNPAIRED)


def _strictly(number: int, text: str, delimiter: str) -> Line | None:
    """Return the line of a text that spans several physical lines; None when its quotes are out of place."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return Line(number, rows[0]) if len(rows) == 1 else None
