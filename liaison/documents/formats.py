"""Un document dans chacun de ses trois formats, et les trois écrits, tous ou aucun."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from liaison.documents.content import Document
from liaison.documents.docx import to_docx
from liaison.documents.files import write_files
from liaison.documents.html import to_html
from liaison.documents.pdf import to_pdf

Ending = Literal["docx", "pdf", "html"]
_WRITERS: Mapping[Ending, Callable[[Document], bytes]] = {
    "docx": to_docx,
    "pdf": to_pdf,
    "html": lambda document: to_html(document).encode("utf-8"),
}


def written(document: Document, ending: Ending) -> bytes:
    """Return the file of a document in one format.

    Raises:
        DocumentError: a character that no font can show; in French.
    """
    return _WRITERS[ending](document)


def in_formats(document: Document, stem: str) -> dict[str, bytes]:
    """Return a document in its three formats, by file name: the DOCX, the PDF, the HTML.

    Raises:
        DocumentError: a character that no font can show; in French.
    """
    return {f"{stem}.{ending}": written(document, ending) for ending in _WRITERS}


def write_formats(document: Document, folder: Path, stem: str) -> list[Path]:
    """Write a document in its three formats, all or none, and return the paths of the DOCX, the PDF, the HTML.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_files(folder, in_formats(document, stem))
