"""Tout ce qu'un fichier dit, d'où qu'il vienne : texte, page, document, PDF, courriel, archive, base de données."""

from __future__ import annotations

import bz2
import gzip
import html
import io
import lzma
import os
import re
import sqlite3
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote

from liaison.base.archives import kind_of
from liaison.base.faults import held_elsewhere, why
from liaison.training.purge.image_text import image_letters
from liaison.training.purge.mail_text import coded_words, is_mail, mail_parts
from liaison.training.purge.rtf_text import RTF, rtf_text

LARGEST = 100_000_000  # octets d'un fichier, et de ce qu'une archive contient une fois dépliée
DEEPEST = 3
# How every reason ends that is a right which this account lacks and another one has.
REFUSED = "l'accès est refusé à ce compte"
SQLITE = b"SQLite format 3\x00"
# What the standard library unpacks; the rest is named, for a person to unpack.
_PACKED: dict[str, Callable[..., Any]] = {"gzip": gzip.open, "xz": lzma.open, "bzip2": bz2.open}
_STREAM = re.compile(rb"\bstream\r?\n(.*?)endstream", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_QUOTED = re.compile(r"(?:=[0-9a-fA-F]{2})+")
_CUT_LINE = re.compile(r"=\r?\n")


def refused(error: BaseException) -> bool:
    """Whether this account lacks a right: Windows says the same of a file that a program holds, which is no right."""
    return os.name == "posix" and isinstance(error, PermissionError)


class UnreadableError(Exception):
    """A file of which something cannot be read, and why, in French."""


class Unpacking:
    """How many bytes may still be unpacked: archives inside archives count for all that they hold."""

    def __init__(self, left: int | None = None):
        self._most = self.left = LARGEST if left is None else left

    def read(self, file: IO[bytes]) -> bytes:
        """Return what an unpacked file holds.

        Raises:
            UnreadableError: it is more than is left.
        """
        inside = file.read(self.left + 1)
        self.left -= len(inside)
        if self.left < 0:
            self.left = 0
            raise UnreadableError(f"déplié, il dépasse {self._most // 1_000_000} Mo")
        return inside


def texts_of(path: Path, unpacking: Unpacking | None = None, *, cells: bool = True) -> Iterator[str]:
    """Yield what a file says, in the several ways in which it may be written.

    `unpacking`: how much may be unpacked, of this file or of several. `cells`: whether a database is opened: only one
    that nobody else may have made, for it can make its reader write, or hold more than the machine does.

    Raises:
        UnreadableError: too large, ciphered or damaged: what it says may have been missed. What a picture draws is not
            read either, and cannot be told.
    """
    unpacking = unpacking or Unpacking()
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableError(f"il dépasse {LARGEST // 1_000_000} Mo")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(REFUSED if refused(error) else why(error)) from error
    yield from _texts(content, 0, unpacking)
    if cells and content.startswith(SQLITE):
        yield from _cells(path)


def texts_in(content: bytes) -> Iterator[str]:
    """Yield what a document that the suite has just made says, as that of a file is read.

    Raises:
        UnreadableError: see `texts_of`.
    """
    yield from _texts(content, 0, Unpacking())


def _texts(content: bytes, depth: int, unpacking: Unpacking) -> Iterator[str]:
    if content.startswith(b"PK"):
        yield from _members(content, depth, unpacking)
    elif content.startswith(b"%PDF"):
        yield from _pdf(content)
    elif (kind := kind_of(content)) in _PACKED:
        yield from _unpacked(content, _PACKED[kind], depth, unpacking)
    elif kind == "tar":
        yield from _tape(content, depth, unpacking)
    elif kind:
        raise UnreadableError(f"c'est une archive {kind}, que la suite ne déplie pas : la déplier, puis relancer")
    elif (letters := image_letters(content)) is not None:
        for part in letters:
            for text in _decoded(part):
                yield from _forms(text)
    else:
        if content.startswith(RTF):
            yield rtf_text(content)
        elif is_mail(content):
            yield from _mail(content, depth, unpacking)
        for text in _decoded(content):
            yield from _forms(text)


def _decoded(content: bytes) -> Iterator[str]:
    try:
        yield content.decode("utf-8")
    except UnicodeDecodeError:
        yield content.decode("utf-8", "ignore")
        yield content.decode("cp1252", "replace")
    if b"\x00" in content:
        yield content.decode("utf-16-le", "ignore")
        yield content.decode("utf-16-be", "ignore")


def _forms(text: str) -> Iterator[str]:
    """Yield a text as it is, then as a page, a JSON file or an address would write it."""
    yield text
    if "\\u" in text:
        yield _ESCAPE.sub(_letters, text)
    if "%" in text:
        yield unquote(text)
    if "=?" in text and (read := coded_words(text)) != text:
        yield read
    if "=" in text and (plain := _QUOTED.sub(_quoted, _CUT_LINE.sub("", text))) != text:
        yield plain
    if "<" in text or "&" in text:
        # A word processor cuts a name between two tags; a table puts two cells one after the other.
        for between in ("", " "):
            yield html.unescape(_TAG.sub(between, text))


def _letters(match: re.Match[str]) -> str:
    units = match.group().split("\\u")[1:]
    return b"".join(int(unit, 16).to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")


def _quoted(match: re.Match[str]) -> str:
    raw = bytes.fromhex(match.group().replace("=", ""))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _mail(content: bytes, depth: int, unpacking: Unpacking) -> Iterator[str]:
    if depth >= DEEPEST:
        raise UnreadableError("des courriels y sont l'un dans l'autre")
    try:
        for part in mail_parts(content):
            yield from _forms(part) if isinstance(part, str) else _texts(part, depth + 1, unpacking)
    except UnreadableError:
        raise
    except Exception as error:  # made of what its reader did not foresee
        raise UnreadableError("le courriel est abîmé") from error


def _members(content: bytes, depth: int, unpacking: Unpacking) -> Iterator[str]:
    if depth >= DEEPEST:
        raise UnreadableError("des archives y sont l'une dans l'autre")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield entry.filename
                with archive.open(entry) as file:
                    inside = unpacking.read(file)
                yield from _texts(inside, depth + 1, unpacking)
            yield from _forms(archive.comment.decode("utf-8", "ignore"))
    except UnreadableError:
        raise
    except Exception as error:  # ciphered, cut, or made to break its reader
        raise UnreadableError("l'archive est abîmée ou protégée") from error


def _unpacked(content: bytes, unpack: Callable[..., Any], depth: int, unpacking: Unpacking) -> Iterator[str]:
    if depth >= DEEPEST:
        raise UnreadableError("des archives y sont l'une dans l'autre")
    try:
        with unpack(io.BytesIO(content)) as file:
            inside = unpacking.read(file)
    except (OSError, EOFError, MemoryError, lzma.LZMAError, zlib.error) as error:
        raise UnreadableError("l'archive est abîmée") from error
    yield from _texts(inside, depth + 1, unpacking)


def _tape(content: bytes, depth: int, unpacking: Unpacking) -> Iterator[str]:
    """Yield what the files of a tar say; nothing of it can be larger than the tar, which is not compressed."""
    if depth >= DEEPEST:
        raise UnreadableError("des archives y sont l'une dans l'autre")
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
            for entry in archive:
                yield f"{entry.name} {entry.linkname} {entry.uname} {entry.gname}"
                file = archive.extractfile(entry) if entry.isreg() and entry.size <= LARGEST else None
                if file is not None:
                    yield from _texts(file.read(), depth + 1, unpacking)
    except tarfile.TarError as error:
        raise UnreadableError("l'archive est abîmée") from error


def _pdf(content: bytes) -> Iterator[str]:
    import pypdf  # a quarter of a second, that only who erases names pays

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield " ".join(str(value) for value in (reader.metadata or {}).values())
        pages = [page.extract_text() for page in reader.pages]
    except Exception as error:  # ciphered, cut, or of a kind that nobody foresaw
        raise UnreadableError("le PDF ne peut pas être lu") from error
    yield "\n".join(pages)
    yield from _decoded(_STREAM.sub(_plain_stream, content))


def _plain_stream(match: re.Match[bytes]) -> bytes:
    """Return what a PDF holds between two words when it is text: a compressed page or an image is noise."""
    try:
        match.group(1).decode("utf-8")
    except UnicodeDecodeError:
        return b" "
    return match.group()


def _cells(path: Path) -> Iterator[str]:
    """Yield every text that a database holds: a long one is cut in pages, and no search of bytes would find it."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
            base.text_factory = lambda raw: raw.decode("utf-8", "replace")
            tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                for row in base.execute(f'SELECT * FROM "{table}"'):
                    yield "\n".join(
                        cell if isinstance(cell, str) else cell.decode("utf-8", "ignore")
                        for cell in row
                        if isinstance(cell, str | bytes)
                    )
    except sqlite3.Error as error:
        held = held_elsewhere(error)
        said = "tenue par un autre programme : le fermer, puis relancer" if held else "abîmée"
        raise UnreadableError(f"la base de données est {said}") from error


__all__ = ["REFUSED", "SQLITE", "Unpacking", "UnreadableError", "refused", "texts_in", "texts_of"]
