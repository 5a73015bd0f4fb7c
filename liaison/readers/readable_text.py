"""Tout ce qu'un fichier dit, d'où qu'il vienne : texte, page, document, PDF, courriel, archive, base de données."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from liaison.base.archives import (
    STREAMS,
    Allowance,
    ArchiveError,
    Flaw,
    kind_of,
    opened_tar,
    opened_zip,
    unpacked_stream,
)
from liaison.base.faults import held_elsewhere, why
from liaison.base.sentences import french_beside
from liaison.documents import said_by_html
from liaison.readers.coded_runs import CodedRun, decoded
from liaison.readers.escaped_letters import entities_read, program_read, unescaped
from liaison.readers.image_text import image_letters
from liaison.readers.json_text import json_strings
from liaison.readers.letter_pages import is_text, letters_of
from liaison.readers.mail_text import is_mail, mail_parts
from liaison.readers.markup import without_tags
from liaison.readers.pdf_text import PdfError, pdf_parts
from liaison.readers.rtf_text import RTF, rtf_text
from liaison.readers.workbook_rows import BINARY, workbook_rows

phrase = french_beside(__file__)


LARGEST = 100_000_000  # octets d'un fichier, et de ce qu'une archive contient une fois dépliée
DEEPEST = 3
SQLITE = b"SQLite format 3\x00"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPES = "[Content_Types].xml"
_MANIFEST, _CIPHERED = "META-INF/manifest.xml", b"encryption-data"
_TAG = re.compile(r"<[^<>]*>")
_CHARACTERS = re.compile(r"<!\[CDATA\[|\]\]>")
# The tags between two words; any other may be inside one, as a word processor puts them.
_BREAK = re.compile(
    r"</?(?:\w+:)?(?:p|br|cr|tab|line-break|h\d?|td|th|tr|tc|(?:covered-)?table-cell|li|div)\b[^<>]*>|<text:s\b[^<>]*>"
)


def refusal() -> str:
    """Return how every reason ends that is a right which this account lacks and another one has."""
    return phrase("acces-refuse")


def refused(error: BaseException) -> bool:
    """Whether this account lacks a right: Windows says the same of a file that a program holds, which is no right."""
    return os.name == "posix" and isinstance(error, PermissionError)


class UnreadableError(Exception):
    """A file of which something cannot be read, and why, in French."""


class NoTextError(UnreadableError):
    """A file that is neither a text nor of a kind that the suite opens: only the letters in sight were read."""


@dataclass
class _Reading:
    """A file while it is read: how much may still be unpacked, what was decoded already, and what could not be read."""

    unpacking: Allowance
    runs: dict[int, bool] = field(default_factory=dict)
    contents: set[int] = field(default_factory=set)
    missed: list[UnreadableError] = field(default_factory=list)

    def is_new(self, content: bytes) -> bool:
        """Whether this was not read yet, which it now is."""
        mark = hash(content)
        new = mark not in self.contents
        self.contents.add(mark)
        return new

    def end(self) -> None:
        """Tell the first thing that was missed, once all the rest is read.

        Raises:
            UnreadableError: there is one.
        """
        if self.missed:
            raise self.missed[0]


def texts_of(path: Path, unpacking: Allowance | None = None, *, cells: bool = True) -> Iterator[str]:
    """Yield what a file says, in the several ways in which it may be written.

    `unpacking`: how much may be unpacked, of this file or of several. `cells`: whether a database is opened: only one
    that nobody else may have made, for it can make its reader write, or hold more than the machine does.

    Raises:
        UnreadableError: too large, ciphered or damaged: what it says may have been missed. What a picture draws is not
            read either, and cannot be told.
    """
    reading = _Reading(unpacking or Allowance(LARGEST))
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableError(phrase("trop-gros", most=LARGEST // 1_000_000))
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(refusal() if refused(error) else why(error)) from error
    yield from _texts(content, 0, reading)
    if cells and content.startswith(SQLITE):
        yield from _cells(path, reading)
    reading.end()


def texts_in(content: bytes) -> Iterator[str]:
    """Yield what a document that the suite has just made says, as that of a file is read.

    Raises:
        UnreadableError: see `texts_of`.
    """
    reading = _Reading(Allowance(LARGEST))
    yield from _texts(content, 0, reading)
    reading.end()


def texts_of_cell(text: str) -> Iterator[str]:
    """Yield what a cell of a base says, as that of a file is read; what cannot be read of it is left."""
    yield from _all_forms(text, 0, _Reading(Allowance(LARGEST)))


def _texts(content: bytes, depth: int, reading: _Reading) -> Iterator[str]:
    if content.startswith(b"PK"):
        yield from _archived(content, "zip", depth, reading)
    elif content.startswith(b"%PDF"):
        yield from _pdf(content, depth, reading)
    elif (kind := kind_of(content)) in STREAMS or kind == "tar":
        yield from _archived(content, kind, depth, reading)
    elif kind:  # for a person to unpack, before the list of names is gone or to read it all
        raise UnreadableError(phrase("archive-non-depliee", kind=kind))
    elif content.startswith(_OLE):
        yield from _of_older_office(content)
    elif content.startswith(SQLITE):  # its cells are read of a file that is one
        yield from _letters_in_sight(content)
        if depth:
            raise UnreadableError(phrase("base-dedans"))
    elif (letters := image_letters(content)) is not None:
        for part in letters:
            for text in letters_of(part):
                yield from _all_forms(text, depth, reading)
    else:
        if content.startswith(RTF):
            yield rtf_text(content)
        mail = is_mail(content)
        if mail:
            yield from _mail(content, depth, reading)
        if not is_text(content):
            yield from _letters_in_sight(content)
            raise NoTextError(phrase("pas-un-texte"))
        for text in letters_of(content):
            yield from _in_sight(text, reading) if mail else _all_forms(text, depth, reading)


def _letters_in_sight(content: bytes) -> Iterator[str]:
    """Yield the letters of what is no text, and is said not to be read: few of their forms, for noise has them all."""
    for text in letters_of(content):
        yield from dict.fromkeys((without_tags(text), program_read(text), _TAG.sub("", text)))


def _part(content: bytes, depth: int, reading: _Reading) -> Iterator[str]:
    """Yield what a part of a document says: a printer's settings, a font are beside its words, and are no text."""
    with suppress(NoTextError):
        yield from _texts(content, depth, reading)


def _of_older_office(content: bytes) -> Iterator[str]:
    """Yield what can be read of a file in pieces: an older document of Office, a saved mail, or a ciphered document.

    Raises:
        UnreadableError: always: a name may be cut between two pieces.
    """
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableError(phrase("protege"))
    yield from _letters_in_sight(content)
    raise UnreadableError(phrase("ancien-office"))


def forms_of(text: str) -> Iterator[str]:
    """Yield a text as it is, then as a page, a JSON file or an address would write it."""
    for strings in json_strings(text):
        yield from _written(strings)
    yield from _written(text)


def _all_forms(text: str, depth: int, reading: _Reading) -> Iterator[str]:
    """Yield the forms of a text, and what it holds coded in letters: an image in a page, an output of a notebook."""
    strings = [*json_strings(text)]
    for read in strings or [text]:
        bare, runs = decoded(read, reading.runs)
        yield from _written(bare)
        for run in runs:
            yield from _held(run, depth, reading)
    if strings:
        yield from _in_sight(text, reading)


def _in_sight(text: str, reading: _Reading) -> Iterator[str]:
    """Yield the forms of a text whose coded runs are whole only in what it says once read: a mail, a JSON file."""
    bare, _ = decoded(text, reading.runs)
    yield from _written(bare)


def _held(run: CodedRun, depth: int, reading: _Reading) -> Iterator[str]:
    if not reading.is_new(run.content):
        return
    try:
        if depth < DEEPEST:
            yield from _texts(run.content, depth + 1, reading)
        elif run.surely:
            raise UnreadableError(phrase("fichiers-emboites"))
    except UnreadableError as error:
        if run.declared or (run.surely and not isinstance(error, NoTextError)):
            reading.missed.append(UnreadableError(phrase("code-pas-lu", reason=error)))


def _written(text: str) -> Iterator[str]:
    text = _CHARACTERS.sub("", text) if "[CDATA[" in text else text
    marked = "<" in text
    read = said_by_html(text) if marked else text
    bare = without_tags(read) if marked else text
    yield bare
    for plain in unescaped(bare):  # of what is no whole JSON too
        yield without_tags(plain) if "<" in plain else plain
    if marked or "&" in text:
        # A word processor cuts a name between two tags; a table puts two cells one after the other.
        apart = (bare, _TAG.sub("", read), _TAG.sub(" ", read), _TAG.sub("", _BREAK.sub(" ", read)))
        yield from (plain for plain in dict.fromkeys(map(entities_read, apart)) if plain != bare)


def _mail(content: bytes, depth: int, reading: _Reading) -> Iterator[str]:
    if depth >= DEEPEST:
        raise UnreadableError(phrase("courriels-emboites"))
    try:
        for part in mail_parts(content):
            if isinstance(part, str):
                yield from _all_forms(part, depth, reading)
            elif reading.is_new(part):
                yield from _texts(part, depth + 1, reading)
    except UnreadableError:
        raise
    except Exception as error:  # made of what its reader did not foresee
        raise UnreadableError(phrase("courriel-abime")) from error


def _archived(content: bytes, kind: str, depth: int, reading: _Reading) -> Iterator[str]:
    if depth >= DEEPEST:
        raise UnreadableError(phrase("archives-emboitees"))
    # Nothing of a tar can be larger than the tar, which is not compressed: what it holds is not counted twice.
    allowance = Allowance(LARGEST) if kind == "tar" else reading.unpacking
    try:
        inside = _part if kind == "zip" and _is_document(content) else _texts
        for text in _unpacked(content, kind, allowance, reading):
            yield from [text] if isinstance(text, str) else inside(text, depth + 1, reading)
    except UnreadableError:
        raise
    except ArchiveError as error:
        large = error.flaw is Flaw.LARGE
        reason = phrase("trop-gros-deplie", most=allowance.most // 1_000_000) if large else phrase("archive-abimee")
        raise UnreadableError(reason) from error
    except Exception as error:  # what it holds was made to break its reader
        raise UnreadableError(phrase("archive-abimee")) from error


def _is_document(content: bytes) -> bool:
    """Whether a ZIP is a document of a word processor or of a spreadsheet, by its own parts: it may hold one."""
    with suppress(ArchiveError), opened_zip(content, Allowance(LARGEST)) as archive:
        names = [entry.name for entry in archive.entries()]
        return _TYPES in names or names[:1] == ["mimetype"]
    return False


def _unpacked(content: bytes, kind: str, allowance: Allowance, reading: _Reading) -> Iterator[str | bytes]:
    """Yield what an archive says, as texts, and what it holds, as bytes."""
    if kind in STREAMS:
        yield unpacked_stream(content, kind, allowance)
        return
    with (opened_tar if kind == "tar" else opened_zip)(content, allowance) as archive:
        ciphered, sheets = False, dict[str, bytes]()
        for entry in archive.entries():
            yield " ".join(entry.words)
            held = archive.read(entry)
            ciphered = ciphered or (entry.name == _MANIFEST and _CIPHERED in held)
            if entry.name.startswith("xl/") and entry.name.endswith((".xml", ".bin")):
                sheets[entry.name] = held
            yield held
        yield from workbook_rows(sheets)
        if BINARY in sheets:
            reading.missed.append(UnreadableError(phrase("classeur-binaire")))
        yield from forms_of(archive.comment.decode("utf-8", "ignore"))
        if ciphered:
            raise UnreadableError(phrase("protege"))


def _pdf(content: bytes, depth: int, reading: _Reading) -> Iterator[str]:
    if depth >= DEEPEST:
        raise UnreadableError(phrase("fichiers-emboites"))
    parts = pdf_parts(content)
    try:
        for part in parts:
            if isinstance(part, str):
                yield from _all_forms(part, depth, reading)
            else:
                yield from _part(part, depth + 1, reading)
    except PdfError as error:
        raise UnreadableError(phrase("pdf-illisible")) from error


def _says(cell: object) -> bool:
    return isinstance(cell, str | bytes)


def _cells(path: Path, reading: _Reading) -> Iterator[str]:
    """Yield every text that a database holds: a long one is cut in pages, and no search of bytes would find it."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
            base.text_factory = lambda raw: raw.decode("utf-8", "replace")
            tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                for row in base.execute(f'SELECT * FROM "{table}"'):
                    cells = [
                        cell if isinstance(cell, str) else cell.decode("utf-8", "ignore") for cell in row if _says(cell)
                    ]
                    yield "\n".join(cells)
                    for cell in cells:
                        yield from _all_forms(cell, 0, reading)
    except sqlite3.Error as error:
        held = held_elsewhere(error)
        raise UnreadableError(phrase("base-tenue" if held else "base-abimee")) from error


__all__ = ["SQLITE", "UnreadableError", "forms_of", "refusal", "refused", "texts_in", "texts_of", "texts_of_cell"]
