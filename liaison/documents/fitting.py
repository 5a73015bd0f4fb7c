"""Un document sur une page : le plus grand texte qui y tient."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from io import BytesIO

from liaison.documents.content import Document
from liaison.documents.pdf import to_pdf


def on_one_page(made: Callable[[float], Document], sizes_pt: Sequence[float]) -> Document:
    """Return what `made` gives at the largest of these sizes, written upwards, that holds on one page of its PDF.

    At the smallest when none does.

    Raises:
        DocumentError: a character that no font can show; in French.
    """
    too_large = bisect_left(sizes_pt, 2, key=lambda size_pt: _pages(made(size_pt)))
    return made(sizes_pt[max(too_large - 1, 0)])


def _pages(document: Document) -> int:
    from pypdf import PdfReader  # nobody waits for it before a page is measured

    return len(PdfReader(BytesIO(to_pdf(document))).pages)


__all__ = ["on_one_page"]
