"""What a word processor makes of a DOCX, where there is one: the pages of LibreOffice."""

import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from liaison.documents import Document, to_docx, to_pdf

needs_word_processor = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice absent : la mise en page d'un DOCX n'est pas calculée"
)


def docx_pages(documents: Mapping[str, Document], folder: Path) -> dict[str, list[str]]:
    """What is read on each page of the DOCX of each document, by name."""
    for name, document in documents.items():
        to_docx(document, folder / f"{name}.docx")
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in documents]
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(words, check=True, capture_output=True, timeout=240)
    return {name: [page.extract_text() for page in pypdf.PdfReader(folder / f"{name}.pdf").pages] for name in documents}


def pdf_pages(document: Document) -> list[str]:
    """What is read on each page of the PDF."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(to_pdf(document))).pages]
