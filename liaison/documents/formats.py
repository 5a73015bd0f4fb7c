"""Écrire un document dans ses trois formats, tous ou aucun."""

from __future__ import annotations

from pathlib import Path

from liaison.documents.content import Document
from liaison.documents.docx import to_docx
from liaison.documents.files import write_files
from liaison.documents.html import to_html
from liaison.documents.pdf import to_pdf


def write_formats(document: Document, folder: Path, stem: str) -> list[Path]:
    """Write a document in its three formats, all or none, and return the paths of the DOCX, the PDF, the HTML.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_files(
        folder,
        {
            f"{stem}.docx": to_docx(document),
            f"{stem}.pdf": to_pdf(document),
            f"{stem}.html": to_html(document).encode("utf-8"),
        },
    )
