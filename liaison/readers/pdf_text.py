"""Ce que dit un PDF : ses pages, et ce qu'un lecteur montre à côté (formulaire, notes, signets, pièces jointes)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from liaison.readers.letter_pages import letters_of

_STREAM = re.compile(rb"\bstream\r?\n(.*?)endstream", re.DOTALL)
_OF_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class PdfError(Exception):
    """Ciphered, cut, or of a kind that nobody foresaw."""


def pdf_parts(content: bytes) -> Iterator[str | bytes]:
    """Yield what a PDF says, each text once, and the bytes of each attached file.

    Raises:
        PdfError: something of it cannot be read.
    """
    import pypdf  # a quarter of a second, that only who erases names pays

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield " ".join(str(value) for value in (reader.metadata or {}).values())
        yield "\n".join([page.extract_text() for page in reader.pages])
        beside = [*_beside(reader)]
    except Exception as error:
        raise PdfError from error
    yield from beside
    yield from letters_of(_STREAM.sub(_plain_stream, content))


def _beside(reader: Any) -> Iterator[str | bytes]:
    """Yield the texts of every object, wherever it is kept, and what is attached."""
    from pypdf.generic import IndirectObject, StreamObject

    numbers = {number for table in reader.xref.values() for number in table} | {*reader.xref_objStm}
    objects = [reader.get_object(IndirectObject(number, 0, reader)) for number in sorted(numbers)]
    attached = {embedded.idnum for pdf_object in objects for embedded in _attached(pdf_object)}
    for number, pdf_object in zip(sorted(numbers), objects, strict=True):
        yield "\n".join(string for part in _parts(pdf_object) if (string := _string(part)))
        if isinstance(pdf_object, StreamObject) and pdf_object.get("/Subtype") != "/Image":
            held = pdf_object.get_data()
            if number in attached or not _OF_NO_TEXT.search(held):
                yield held


def _parts(value: Any) -> Iterator[Any]:
    """Yield an object and those in it, not those that it names."""
    waiting = [value]
    while waiting:
        element = waiting.pop()
        yield element
        if isinstance(element, dict):
            waiting += reversed([*dict.values(element)])
        elif isinstance(element, list):
            waiting += reversed([*list.__iter__(element)])


def _attached(value: Any) -> Iterator[Any]:
    for part_of in _parts(value):
        files = dict.get(part_of, "/EF") if isinstance(part_of, dict) else None
        yield from (part for part in _parts(files) if hasattr(part, "idnum"))


def _string(value: Any) -> str:
    from pypdf.generic import ByteStringObject, TextStringObject

    if isinstance(value, ByteStringObject):
        return bytes(value).decode("cp1252", "replace")
    return str(value) if isinstance(value, TextStringObject) else ""


def _plain_stream(match: re.Match[bytes]) -> bytes:
    """Return what a PDF holds between two words when it is text: a compressed page or an image is noise."""
    try:
        match.group(1).decode("utf-8")
    except UnicodeDecodeError:
        return b" "
    return match.group()


__all__ = ["PdfError", "pdf_parts"]
