"""Ouvrir un CSV de toute taille, ligne à ligne, sans jamais le tenir entier en mémoire."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from liaison.base.sentences import french_beside
from liaison.base.tables.dialect import dialect_of
from liaison.base.tables.encoding import Encoding, encoding_of
from liaison.base.tables.lines import PhysicalLines, lines_of
from liaison.base.tables.opened import MOST_COLUMNS, Line, Opened, refused_file

phrase = french_beside(__file__)


def open_delimited(source: Path | bytes, name: str) -> Opened:
    """Return the lines of a CSV: `;` `,` tab or `|`, in any encoding that `encoding_of` knows.

    A cell between quotes may hold ends of lines; quotes that are never closed spoil one line, not the rest.
    """
    encoding = _encoding(source)
    remarks = () if encoding.sure else (phrase("verifier-les-accents", read=encoding.name),)
    with _text(source, encoding) as stream:
        delimiter, width = dialect_of(stream)
    if width > MOST_COLUMNS:
        return refused_file(name, phrase("fichier-colonnes-plus-lues", width=width, most_columns=MOST_COLUMNS))
    return Opened(name, _lines(source, encoding, delimiter), remarks)


def _lines(source: Path | bytes, encoding: Encoding, delimiter: str) -> Iterator[Line]:
    with _text(source, encoding) as stream:
        yield from lines_of(stream, delimiter)


def text_lines(source: Path | bytes) -> Iterator[Line]:
    """Yield the lines of a text as they are written, each in one cell, whatever delimiters and quotes it holds."""
    with _text(source, _encoding(source)) as stream:
        physical = PhysicalLines(stream)
        number = 0
        while (text := physical.next()) is not None:
            number += 1
            if text.strip():
                yield Line(number, [text])


def _encoding(source: Path | bytes) -> Encoding:
    with _binary(source) as stream:
        return encoding_of(stream)


def _binary(source: Path | bytes) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _text(source: Path | bytes, encoding: Encoding) -> TextIO:
    return io.TextIOWrapper(_binary(source), encoding=encoding.codec, errors="replace", newline=None)
